"""What every view here begins and ends with."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render

from pep_plugin.access import Actor
from pep_plugin.access.models import LinkGrant
from pep_plugin.conf import conf
from pep_plugin.plans.reading import open_own_part
from pep_plugin.plans.states import WrongState
from pep_plugin.sections.roles import CHILD
from pep_plugin.voice.own_page.ages import ADULT
from pep_plugin.voice.own_page.page import Closed, OwnPage, page_of

View = Callable[..., HttpResponseBase]


def own_page(view: View) -> View:
    """Hand the view its page; a plan that was sent meanwhile is the one page for what is closed."""

    @wraps(view)
    def shown(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        try:
            return view(request, page_of(request), *args, **kwargs)
        except (Closed, WrongState):
            if _is_agreed(request):
                return redirect("pep_plugin:own_plan")
            return render(request, "pep_plugin/voice/closed.html", status=409)

    return shown


def _is_agreed(request: HttpRequest) -> bool:
    """Whether the plan can be read here now, though nothing can be said any more."""
    actor: Actor = request.pep_actor  # type: ignore[attr-defined]
    return open_own_part(actor).allows("plan.read_agreed")


def draw(
    request: HttpRequest, page: OwnPage, template: str, *, status: int = 200, **more: Any
) -> HttpResponse:
    """A screen in the frame of a page of one's own."""
    context = {"page": page, **safety(page.role, page.band), **more}
    return render(request, f"pep_plugin/voice/{template}.html", context, status=status)


def safety(role: str, band: str = ADULT) -> dict[str, Any]:
    """What stands at the foot of every screen of a child's page."""
    return {
        "is_child": role == CHILD,
        "band": band,
        "safety_numbers": [
            {"label": label, "number": number, "dial": _dial(number)}
            for label, number in conf.SAFETY_NUMBERS
        ],
    }


def _dial(number: str) -> str:
    """The number as a telephone link takes it."""
    return "".join(sign for sign in number if sign.isdigit() or sign == "+")


def is_handed_over(page: OwnPage) -> bool:
    """Whether an adult gave this child the screen, and wants it back."""
    grant = page.actor.grant
    return grant is not None and (
        LinkGrant.objects.filter(pk=grant.id, way=LinkGrant.Way.HANDED_OVER).exists()
    )
