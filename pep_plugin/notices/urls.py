"""Addresses of this room. ``way_in`` is open to who has no account yet."""

from django.urls import path

from pep_plugin.notices.views import invited

way_in = [path("invited/<str:token>/", invited.invited, name="invited")]
