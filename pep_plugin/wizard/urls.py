"""Addresses of filling in a plan and of what follows; the root gathers them."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
