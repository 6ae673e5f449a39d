"""Addresses of this room: what colleagues see of somebody's page, and what was told to whom."""

from django.urls import URLPattern

from pep_plugin.voice.links import urls as links
from pep_plugin.voice.own_page import urls as own_page
from pep_plugin.voice.tellings import urls as tellings
from pep_plugin.voice.told import urls as told

urlpatterns: list[URLPattern] = [
    *links.urlpatterns,
    *own_page.private,
    *tellings.urlpatterns,
    *told.private,
]
