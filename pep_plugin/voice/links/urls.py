"""Addresses of the colleagues' side of links; the room's own list gathers them."""

from django.urls import URLPattern, path

from pep_plugin.voice.links import views

_PEOPLE = "plans/<uuid:plan_id>/people/"

urlpatterns: list[URLPattern] = [
    path(_PEOPLE, views.people, name="people"),
    path(f"{_PEOPLE}<uuid:grant_id>/take-back/", views.take_back, name="take_back_link"),
    path(f"{_PEOPLE}<uuid:grant_id>/again/", views.send_again, name="send_link_again"),
]
