"""Addresses of this room: what colleagues see of somebody's page, and what was told to whom."""

from django.urls import URLPattern

from pep_plugin.voice.links import urls as links

urlpatterns: list[URLPattern] = [*links.urlpatterns]
