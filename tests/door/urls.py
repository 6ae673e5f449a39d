"""Addresses that misbehave, each behind the door."""

from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.http import Http404, HttpResponse
from django.urls import include, path

from pep_plugin.access import Forbidden
from pep_plugin.door.routes import catch_all, wrapped
from pep_plugin.people.models import Child
from pep_plugin.plans.states import WrongState


def raising(error):
    def view(request):
        raise error

    return view


def echo(request):
    return HttpResponse(request.POST.get("text", "drawn"))


_private = [
    path("echo/", echo, name="home"),
    path("missing/", raising(Http404("Maya Kestrel")), name="missing"),
    path("forbidden/", raising(Forbidden("plan.view")), name="forbidden"),
    path("denied/", raising(PermissionDenied("Maya Kestrel")), name="denied"),
    path("no-row/", raising(Child.DoesNotExist("Maya Kestrel")), name="no_row"),
    path("broken/", raising(RuntimeError("Maya Kestrel said so")), name="broken"),
    path("tampered/", raising(SuspiciousOperation("Maya Kestrel")), name="tampered"),
    path("sent/", raising(WrongState("This plan has been sent.")), name="sent"),
]
_ours = [
    *wrapped([path("open/", echo, name="find_child")], part="public"),
    *wrapped(_private, part="private"),
    catch_all(part="private"),
]

urlpatterns = [
    path("", include("council.accounts.urls")),
    path("pep/", include((_ours, "pep_plugin"))),
]
