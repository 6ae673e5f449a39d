"""Giving a copy of a plan to somebody, and who got one so far."""

import uuid

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from pep_plugin import access
from pep_plugin.access.asking import actor_of
from pep_plugin.documents.actions.give_copy import WrongCopy, fetch_copy, give_copy
from pep_plugin.documents.audiences import AUDIENCES, may_give
from pep_plugin.documents.missing import CannotBeMade
from pep_plugin.documents.models import CopyGiven
from pep_plugin.documents.recipients import recipients
from pep_plugin.documents.waiting import is_late
from pep_plugin.entry.parts import Problem
from pep_plugin.plans.reading import OpenPlan
from pep_plugin.wizard import asking
from pep_plugin.wizard.copies import handing_out
from pep_plugin.wizard.copies.words import FORMATS, audience_choices, line_of

#: As many as fit on a page that somebody looks through.
_MOST = 50


@require_http_methods(["GET", "HEAD", "POST"])
def copies(request: HttpRequest, plan_id: uuid.UUID) -> HttpResponse:
    opened = asking.opened_for(request, plan_id)
    access.require(opened.roles, "plan.download", opened.plan.state)
    problems: list[Problem] = []
    if request.method == "POST":
        posted = request.POST
        audience, format = posted.get("audience", ""), posted.get("format", "pdf")
        if audience not in AUDIENCES or format not in dict(FORMATS):
            raise Http404
        how = posted.get("how", "")
        try:
            copy = give_copy(
                actor=opened.actor,
                plan_id=plan_id,
                audience=audience,
                format=format,
                how=how if how in CopyGiven.How.values else CopyGiven.How.DOWNLOADED,
                to=posted.get("to", ""),
                child_asked=posted.get("child_asked", ""),
            )
        except WrongCopy as wrong:
            problems = [Problem(str(wrong), wrong.name)]
        except CannotBeMade as reason:
            return handing_out.not_made(request, plan_id, str(reason))
        else:
            address = reverse("pep_plugin:copies", args=[plan_id])
            return redirect(f"{address}?made={copy.pk}")
    context = _context(request, opened, problems)
    return render(request, "pep_plugin/wizard/copies/copies.html", context)


@require_safe
def copy(request: HttpRequest, plan_id: uuid.UUID, copy_id: uuid.UUID) -> HttpResponse:
    """The file of a copy that this person gives."""
    try:
        return handing_out.attachment(
            fetch_copy(actor=actor_of(request), plan_id=plan_id, copy_id=copy_id)
        )
    except CopyGiven.DoesNotExist:
        raise Http404 from None
    except CannotBeMade as reason:
        return handing_out.not_made(request, plan_id, str(reason))


def _context(request: HttpRequest, opened: OpenPlan, problems: list[Problem]) -> dict[str, object]:
    given = opened.plan.copies.select_related("to", "by")[:_MOST]
    made = request.GET.get("made", "")
    just_made = next((one for one in given if str(one.pk) == made), None)
    is_own = just_made is not None and just_made.by_id == opened.actor.person_id
    return {
        **asking.about(opened),
        "audiences": audience_choices(may_give(opened.roles)),
        "formats": FORMATS,
        "ways": [pair for pair in CopyGiven.How.choices if pair[0] != CopyGiven.How.LINK],
        "asked": CopyGiven.Asked.choices,
        "people": recipients(opened),
        "lines": [line_of(one, opened.child.called) for one in given],
        "made": just_made if is_own else None,
        "is_late": is_late(opened.submission),
        "posted": request.POST,
        "problems": problems,
        "problem_of": {problem.control_id: problem.sentence for problem in problems},
    }
