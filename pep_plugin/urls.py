"""Every address of the package."""

from django.urls import URLPattern

app_name = "pep_plugin"
urlpatterns: list[URLPattern] = []
