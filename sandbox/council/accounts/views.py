"""The admin's own way in leads to the council's."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse


def admin_sign_in(request: HttpRequest) -> HttpResponse:
    """To the sign-in page; who is signed in and has no part in the admin goes where they have one.

    Sent on to the sign-in page they would come straight back, and round again.
    """
    if request.user.is_authenticated:
        return redirect(settings.LOGIN_REDIRECT_URL)
    return redirect(f"{reverse('account_login')}?{request.GET.urlencode()}")
