"""Saving a row while somebody types it."""

import uuid
from functools import partial

from django.http import Http404, HttpRequest, JsonResponse
from django.views.decorators.http import require_POST

from pep_plugin.entry.one_row import RowForm
from pep_plugin.wizard import asking
from pep_plugin.wizard.around import around
from pep_plugin.wizard.rows import finding
from pep_plugin.wizard.views.autosave import saved


@require_POST
def row_autosave(
    request: HttpRequest, plan_id: uuid.UUID, step: str, row: str, *, more: bool = False
) -> JsonResponse:
    """As ``autosave`` of a screen. ``?new=``: the table that a row is added to."""
    opened = asking.opened_for(request, plan_id)
    try:
        screen = opened.form.step(step)
    except KeyError:
        raise Http404 from None
    place = finding.find(opened, screen, row, [request.GET.get("new", "")])
    if (place.is_full and not place.is_stored) or not finding.is_asked(opened, screen, place):
        raise Http404
    draw = partial(
        RowForm,
        step=screen,
        around=around(opened, opened.asked, screen, to_draw=False),
        initial=opened.answers.get(screen.section.key, {}),
        question=place.question,
        row_id=row,
        columns=place.columns(more=more),
    )
    return saved(request, opened, screen, draw)
