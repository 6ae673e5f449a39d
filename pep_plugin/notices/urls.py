"""Addresses of this room. ``way_in`` is open to who has no account yet."""

from django.urls import path

from pep_plugin.notices.views import delegate, invited

_INVITE = "plans/<uuid:plan_id>/invite/"

way_in = [path("invited/<str:token>/", invited.invited, name="invited")]
urlpatterns = [
    path(_INVITE, delegate.ask_somebody, name="ask_somebody"),
    path(f"{_INVITE}<str:section>/", delegate.delegate, name="delegate"),
    path(
        f"{_INVITE}<uuid:delegation_id>/take-back/",
        delegate.take_back,
        name="take_back_section",
    ),
]
