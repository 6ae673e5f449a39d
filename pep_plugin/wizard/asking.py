"""What every view here begins with: who asks, and the plan as it stands for them."""

import uuid
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest

from pep_plugin.access.asking import actor_of
from pep_plugin.audit.record import record
from pep_plugin.plans.models import Plan
from pep_plugin.plans.reading import DelegatedPlan, OpenPlan, open_plan
from pep_plugin.plans.years import year_words
from pep_plugin.wizard.words import in_a_sentence

#: Pages that show one section and nothing beside it; ``plan`` lists what was given.
_OF_A_SECTION = frozenset(
    {
        *("plan", "step", "autosave", "files", "file", "present"),
        *("row", "row_autosave", "row_more", "row_more_autosave", "row_remove"),
    }
)


def opened_for(request: HttpRequest, plan_id: uuid.UUID) -> OpenPlan:
    """The plan; raises ``Plan.DoesNotExist`` for what is not there or not for this person.

    Somebody who was given one section has its pages and no page about the rest of the plan.
    """
    opened = open_plan(actor_of(request), plan_id)
    page = request.resolver_match.url_name if request.resolver_match else ""
    if isinstance(opened, DelegatedPlan) and page not in _OF_A_SECTION:
        raise Plan.DoesNotExist
    return opened


def about(opened: OpenPlan) -> dict[str, Any]:
    """What every template of a plan needs: the plan, and in words who it is about."""
    return {
        "opened": opened,
        "is_given": isinstance(opened, DelegatedPlan),
        "plan": opened.plan,
        "child": opened.child,
        "year": year_words(opened.context.get("year_group", "")),
        "term": in_a_sentence(opened.plan.term.label),
        "review": Review(
            opened.allows("plan.agree"),
            opened.allows("plan.return"),
            opened.allows("answer.ask_removal"),
        ),
    }


@dataclass(frozen=True, slots=True)
class Review:
    """What this person may do with a plan that was sent."""

    may_agree: bool
    may_return: bool
    may_ask_removal: bool


def note_reading(opened: OpenPlan, *, where: str, questions: list[str]) -> None:
    """Who has looked is on the record: the names of what was shown, never what stands there."""
    record(
        "plan.read",
        actor=opened.actor,
        child_id=opened.child.pk,
        object_id=opened.plan.pk,
        where=where,
        questions=questions,
    )
