"""The plan as one screen sees it, read no further than the screen needs."""

from django.urls import reverse
from django.utils.translation import gettext as _

from pep_plugin import access
from pep_plugin.entry.around import Around
from pep_plugin.plans.reading import OpenPlan
from pep_plugin.sections.answers import Asked
from pep_plugin.sections.roles import CHILD, LABELS
from pep_plugin.sections.schema import Question, Section, Step


def around(opened: OpenPlan, asked: Asked, step: Step, *, to_draw: bool) -> Around:
    """``to_draw`` False: only what reading a posted page needs; drawing costs queries more."""

    def may_read_column(section: Section, column: Question) -> bool:
        return access.readable(opened.identity, section, column, None)

    asks = any(question.required for question in step.questions)
    shows = any(question.shows for question in step.questions)
    return Around(
        form=opened.form,
        answers=opened.answers,
        context=opened.context,
        revisions=opened.revisions,
        previous=opened.previous if to_draw else {},
        shown=opened.head["shown"] if to_draw and shows else {},
        people=_people(opened) if to_draw and asks else (),
        may_read=opened.may_read,
        may_read_column=may_read_column,
        person=str(opened.actor.person_id or ""),
        standing=asked,
        files_at=lambda path: reverse("pep_plugin:files", args=[opened.plan.pk, path]),
    )


def _people(opened: OpenPlan) -> tuple[tuple[str, str], ...]:
    """Whom one may ask: each role that somebody fills, with their names."""
    return tuple(
        (role, names if role == CHILD else f"{names}, {LABELS[role][:1].lower()}{LABELS[role][1:]}")
        for role, given in opened.owners.by_role.items()
        if (names := _(" or ").join(given))
    )
