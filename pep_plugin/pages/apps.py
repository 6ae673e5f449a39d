"""The optional second app."""

from django.apps import AppConfig


class PagesConfig(AppConfig):
    name = "pep_plugin.pages"
    label = "pep_plugin_pages"
    verbose_name = "Personal Education Plans: pages"
    default_auto_field = "django.db.models.BigAutoField"
