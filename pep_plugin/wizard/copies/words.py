"""What a copy is called on the screen, and what is said of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from pep_plugin.documents.audiences import AUDIENCES, Audience
from pep_plugin.documents.models import CopyGiven
from pep_plugin.sections import roles

FORMATS = (
    ("pdf", gettext_lazy("PDF, to read and to print")),
    ("word", gettext_lazy("Word")),
    ("pdfa", gettext_lazy("PDF/A, for the case record")),
)
_SHORT = {"pdf": "PDF", "pdfa": "PDF/A", "word": "Word"}
_SAYS = {
    "full": gettext_lazy("Everything that you may read yourself."),
    "school": gettext_lazy("What the designated teacher may read."),
    "iro": gettext_lazy("What the reviewing officer may read."),
    "carer": gettext_lazy("Without parents’ names, telephone numbers and restrictions."),
    "parent": gettext_lazy(
        "Without the carer’s name, telephone numbers and restrictions, and without a trace of them."
    ),
    "child": gettext_lazy("All that the child may read. Without names of carers and parents."),
    "my-plan": gettext_lazy("The child’s own words, targets and hopes, in few pages."),
}


@dataclass(frozen=True, slots=True)
class Line:
    """One copy that was given, as it stands in the list."""

    copy: CopyGiven
    to: str
    what: str
    asked: str


def audience_choices(audiences: Iterable[Audience]) -> list[tuple[str, str, str]]:
    """(key, label, what it holds)."""
    return [(one.key, _(one.label), str(_SAYS.get(one.key, ""))) for one in audiences]


def line_of(copy: CopyGiven, called: str) -> Line:
    """``called``: the child's name, who has no row of a person."""
    name = copy.to.name if copy.to else called if copy.to_role == roles.CHILD else ""
    role = roles.LABELS.get(copy.to_role, "") if copy.to_role != roles.CHILD else ""
    known = AUDIENCES.get(copy.audience)
    return Line(
        copy=copy,
        to=", ".join(filter(None, (name, role.lower() if name else role))) or _("A command"),
        what=f"{_(known.label) if known else copy.audience}, "
        f"{_SHORT.get(copy.format, copy.format)}",
        asked=copy.get_child_asked_display() if copy.child_asked else "",
    )
