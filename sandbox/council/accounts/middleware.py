"""Where the council asks everyone for a second step: who has none yet sets it up first."""

from collections.abc import Callable

from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

#: What somebody without a second step can still do: set it up, sign out, and load a page's parts.
_OPEN = ("/account/", "/sign-in/", "/sign-out/", "/signed-out/")


class SecondStepRequired:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if settings.SECOND_STEP_REQUIRED and self._is_missing(request):
            return redirect(reverse("mfa_activate_totp"))
        return self.get_response(request)

    def _is_missing(self, request: HttpRequest) -> bool:
        public = (*_OPEN, settings.STATIC_URL, settings.MEDIA_URL)
        if request.path.startswith(public) or not request.user.is_authenticated:
            return False
        return not is_mfa_enabled(request.user)
