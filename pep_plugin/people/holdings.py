"""What the people's room holds of a child: records, no typed answers."""

from collections.abc import Iterator
from typing import Any

from django.db.models import Q

from pep_plugin.audit import holdings
from pep_plugin.audit.holdings import Removal
from pep_plugin.people.dated import Source
from pep_plugin.people.models import (
    Attendance,
    Child,
    ChildName,
    ChildNumber,
    Enrolment,
    Involvement,
)
from pep_plugin.people.models.attendance import FIGURES

_WHY = "Records about a child; a wrong one is corrected where it is kept, not removed from a plan."

holdings.register(
    holdings.Holding(Child, lambda child_id: Child.objects.filter(pk=child_id), reason=_WHY)
)


def _remove_attendance(removal: Removal) -> int:
    """Figures that came out of the removed answer, when its plan was sent, go with it."""
    wrong = Q()
    for content in removal.contents:
        for figures in _figures(content.get("value")):
            wrong |= Q(**figures)
    if not wrong:
        return 0
    came = Attendance.objects.filter(child=removal.child_id, source=Source.SUBMISSION)
    return came.filter(wrong).delete()[0]


def _figures(rows: Any) -> Iterator[dict[str, int]]:
    """The rows of an answer that are whole sets of figures, as numbers."""
    for row in rows if isinstance(rows, list) else ():
        try:
            yield {key: int(row["cells"][key]["value"]) for key in FIGURES}
        except (KeyError, TypeError, ValueError):
            continue


holdings.register(
    holdings.Holding(
        Attendance, holdings.rows_of(Attendance, "child"), _remove_attendance, reason=_WHY
    )
)
for _model in (ChildName, ChildNumber, Enrolment, Involvement):
    holdings.register(holdings.Holding(_model, holdings.rows_of(_model, "child"), reason=_WHY))
