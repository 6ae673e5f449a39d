"""Saving while somebody types: the same merge, and an answer for the script."""

import json
import uuid
from collections.abc import Callable
from functools import partial
from typing import Any

from django.http import Http404, HttpRequest, JsonResponse, RawPostDataException
from django.utils import timezone
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from pep_plugin import access
from pep_plugin.entry.forms import PageForm
from pep_plugin.plans.reading import OpenPlan
from pep_plugin.sections.answers import content
from pep_plugin.sections.schema import Step
from pep_plugin.wizard import asking, steps
from pep_plugin.wizard.around import around
from pep_plugin.wizard.saving import save_page
from pep_plugin.wizard.words import clock


@require_POST
def autosave(request: HttpRequest, plan_id: uuid.UUID, step: str) -> JsonResponse:
    """``{"fields": [[name, value], ...]}`` of the questions that changed.

    ``before``: the fields that the same page sent a moment ago, where it could not wait to hear
    what became of them. Where that is what stands now, it is what the new text was typed over.

    Answers with ``{"saved": "Saved at 2:32pm", "revisions": {question: revision}}``; with 409 when
    somebody else changed the same thing: what did not clash is saved all the same.
    """
    opened = asking.opened_for(request, plan_id)
    asked = opened.asked
    try:
        screen = opened.form.step(step)
    except KeyError:
        raise Http404 from None
    if not steps.questions_of(opened, asked, screen):
        raise Http404
    draw = partial(
        PageForm,
        step=screen,
        around=around(opened, asked, screen, to_draw=False),
        initial=opened.answers.get(screen.section.key, {}),
    )
    return saved(request, opened, screen, draw)


def saved(
    request: HttpRequest, opened: OpenPlan, screen: Step, draw: Callable[..., PageForm]
) -> JsonResponse:
    """Save what was sent of a screen. ``draw``: makes its form for the posted fields."""
    if not opened.writes(screen.section):
        raise access.Forbidden("plan.write")
    fields = _fields(request)
    if fields is None:
        return JsonResponse(
            {"message": _("This page could not be read. Press Continue.")}, status=400
        )
    section = screen.section.key
    stored = opened.answers.get(section, {})
    form = draw(fields)
    posted, bases = form.collect(), form.bases()
    before = draw(_fields(request, "before"))
    for key, answer in before.collect().items():
        if key in bases and before.is_bound and content(answer) == content(stored.get(key)):
            bases[key] = opened.revisions.get(section, 0)
    outcome = save_page(opened, section, posted, bases, source="autosave")
    clashing = {conflict.path.partition(".")[2] for conflict in outcome.conflicts}
    body: dict[str, Any] = {
        "saved": _("Saved at %(time)s") % {"time": clock(timezone.now())},
        "revisions": {key: outcome.revision for key in posted if key not in clashing},
    }
    if clashing:
        labels = sorted({conflict.label for conflict in outcome.conflicts})
        body["message"] = _(
            "Somebody else changed %(questions)s. Press Continue to see both texts and choose."
        ) % {"questions": ", ".join(f"“{label}”" for label in labels)}
    return JsonResponse(body, status=409 if clashing else 200)


def _fields(request: HttpRequest, name_of: str = "fields") -> MultiValueDict[str, str] | None:
    """The posted fields; ``None`` for what is not a list of pairs of text."""
    try:
        pairs = json.loads(request.body)[name_of]
        found: MultiValueDict[str, str] = MultiValueDict()
        for name, value in pairs:
            if not isinstance(name, str) or not isinstance(value, str):
                return None
            found.appendlist(name, value)
    except (ValueError, KeyError, TypeError, RecursionError, RawPostDataException):
        return None
    return found
