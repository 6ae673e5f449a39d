"""A section's page says that it is open, and hears who else has it open."""

from __future__ import annotations

import uuid

from django.http import Http404, HttpRequest, JsonResponse
from django.views.decorators.http import require_POST

from pep_plugin.plans.actions.say_present import say_present
from pep_plugin.plans.presence import editing
from pep_plugin.wizard import asking
from pep_plugin.wizard.words import editing_too


@require_POST
def present(request: HttpRequest, plan_id: uuid.UUID, section: str) -> JsonResponse:
    """``{"others": "Sam Reid is editing this section too."}``; "" when nobody else is."""
    opened = asking.opened_for(request, plan_id)
    try:
        say_present(actor=opened.actor, plan_id=plan_id, section=section, opened=opened)
    except KeyError:
        raise Http404 from None
    names = editing(plan_id, opened.actor.person_id).get(section, ())
    return JsonResponse({"others": editing_too(names)})
