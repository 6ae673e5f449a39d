"""Addresses of a child's words on their way to a person."""

from django.urls import URLPattern, path

from pep_plugin.voice.tellings import views

urlpatterns: list[URLPattern] = [
    path("tellings/<uuid:telling_id>/", views.telling, name="telling"),
    path("duty/", views.duty_list, name="duty_list"),
    path("plans/<uuid:plan_id>/worry/<str:path>/", views.worry, name="worry"),
]
