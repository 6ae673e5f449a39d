"""Putting the wrapper round every pattern, and a last pattern that catches all the rest."""

from collections.abc import Iterable

from django.http import Http404, HttpRequest, HttpResponseBase, HttpResponsePermanentRedirect
from django.urls import Resolver404, URLPattern, re_path, resolve

from pep_plugin.door.guard import guard


def wrapped(patterns: Iterable[URLPattern], *, part: str) -> list[URLPattern]:
    """The same patterns with their views behind the door."""
    return [
        URLPattern(
            pattern.pattern, guard(pattern.callback, part=part), pattern.default_args, pattern.name
        )
        for pattern in patterns
    ]


def nothing_here(request: HttpRequest) -> HttpResponseBase:
    """An address that nobody declared; one without its last slash is sent on to where it meant."""
    if request.method in ("GET", "HEAD") and not request.path.endswith("/"):
        try:
            match = resolve(f"{request.path}/")
        except Resolver404:
            raise Http404 from None
        if match.url_name != "nothing_here":
            return HttpResponsePermanentRedirect(f"{request.path}/")
    raise Http404


#: Nothing is there, so it does not matter who sends something: they are told the same as anybody.
nothing_here.takes_nothing = True  # type: ignore[attr-defined]


def catch_all(*, part: str) -> URLPattern:
    """Last in the list: whatever no other pattern took."""
    return re_path(r"^.*$", guard(nothing_here, part=part), name="nothing_here")
