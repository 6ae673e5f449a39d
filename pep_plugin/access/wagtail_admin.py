"""The way from private pages to the Wagtail admin, for who may enter it."""

from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse


def wagtail_admin(request: HttpRequest, *, name: str = "wagtailadmin_home") -> str:
    """The address of a page of the admin; nothing for who may not enter it, or without one.

    It decides only whether a link is drawn: what stands behind it asks for itself.
    """
    if not request.user.has_perm("wagtailadmin.access_admin"):
        return ""
    try:
        return reverse(name)
    except NoReverseMatch:
        return ""
