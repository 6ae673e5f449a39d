"""Telling a page when its reader will be signed out, and staying signed in."""

from django.http import HttpRequest, JsonResponse
from django.views.decorators.http import require_http_methods

from pep_plugin.home.session import seconds_left


@require_http_methods(["GET", "HEAD", "POST"])
def session(request: HttpRequest) -> JsonResponse:
    """``{"left": seconds}``. A POST begins the time anew, as far as the host lets it."""
    if request.method == "POST":
        request.session.modified = True
    return JsonResponse({"left": seconds_left(request)})
