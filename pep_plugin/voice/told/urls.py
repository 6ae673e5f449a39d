"""Addresses of what the child is told: on their own page, and for colleagues."""

from django.urls import URLPattern, path

from pep_plugin.voice.told import views

#: Behind "own": who holds a link.
own: list[URLPattern] = [
    path("own/plan/", views.own_plan, name="own_plan"),
    path("own/plan/<str:format>/", views.own_copy, name="own_copy"),
]
#: Behind "private": a colleague prints it, or reads it with the child.
private: list[URLPattern] = [
    path("plans/<uuid:plan_id>/people/my-plan/", views.my_plan, name="my_plan"),
]
