"""The sandbox's own app."""

from django.apps import AppConfig


class HomeConfig(AppConfig):
    name = "council.home"
    label = "home"
    default_auto_field = "django.db.models.BigAutoField"
