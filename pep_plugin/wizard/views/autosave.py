"""Saving while somebody types: the same merge, and an answer for the script."""

import json
import uuid
from typing import Any

from django.http import Http404, HttpRequest, JsonResponse, RawPostDataException
from django.utils import timezone
from django.utils.datastructures import MultiValueDict
from django.views.decorators.http import require_POST

from pep_plugin import access
from pep_plugin.entry.forms import PageForm
from pep_plugin.wizard import asking, steps
from pep_plugin.wizard.around import around
from pep_plugin.wizard.saving import save_page
from pep_plugin.wizard.words import clock


@require_POST
def autosave(request: HttpRequest, plan_id: uuid.UUID, step: str) -> JsonResponse:
    """``{"fields": [[name, value], ...]}`` of the questions that changed.

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
    if not access.may_write(opened.roles, screen.section):
        raise access.Forbidden("plan.write")
    fields = _fields(request)
    if fields is None:
        return JsonResponse({"message": "This page could not be read. Press Save."}, status=400)
    section = screen.section.key
    form = PageForm(
        fields,
        step=screen,
        around=around(opened, asked, screen, to_draw=False),
        initial=opened.answers.get(section, {}),
    )
    posted = form.collect()
    outcome = save_page(opened, section, posted, form.bases(), source="autosave")
    clashing = {conflict.path.partition(".")[2] for conflict in outcome.conflicts}
    body: dict[str, Any] = {
        "saved": f"Saved at {clock(timezone.now())}",
        "revisions": {key: outcome.revision for key in posted if key not in clashing},
    }
    if clashing:
        labels = sorted({conflict.label for conflict in outcome.conflicts})
        body["message"] = (
            f"Somebody else changed {', '.join(f'“{label}”' for label in labels)}. "
            "Press Continue to see both texts and choose."
        )
    return JsonResponse(body, status=409 if clashing else 200)


def _fields(request: HttpRequest) -> MultiValueDict[str, str] | None:
    """The posted fields; ``None`` for what is not a list of pairs of text."""
    try:
        pairs = json.loads(request.body)["fields"]
        found: MultiValueDict[str, str] = MultiValueDict()
        for name, value in pairs:
            if not isinstance(name, str) or not isinstance(value, str):
                return None
            found.appendlist(name, value)
    except (ValueError, KeyError, TypeError, RecursionError, RawPostDataException):
        return None
    return found
