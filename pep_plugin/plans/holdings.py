"""What plans hold of a child, and how one answer is taken out of each table."""

from __future__ import annotations

import uuid
from typing import Any

from pep_plugin.audit import holdings
from pep_plugin.audit.holdings import Removal
from pep_plugin.plans.models import (
    Fact,
    Plan,
    RemovalRequest,
    SectionAnswers,
    SectionHistory,
    Submission,
)
from pep_plugin.sections.answers import Answer, content


def _is_wrong(answer: Answer | None, plan_id: uuid.UUID, removal: Removal) -> bool:
    """Any wording in the plan itself; in the child's other plans the same content carried on."""
    held = content(answer)
    if held is None or "removed" in held:
        return False
    return plan_id == removal.plan_id or held in removal.contents


def _split(removal: Removal) -> tuple[str, str]:
    section, _, key = removal.path.partition(".")
    return section, key


def _remove_from_answers(removal: Removal) -> int:
    section, key = _split(removal)
    changed = 0
    for row in SectionAnswers.objects.filter(plan__child=removal.child_id, section=section):
        if _is_wrong(row.data.get(key), row.plan_id, removal):
            row.data[key] = removal.marker
            changed += SectionAnswers.objects.filter(pk=row.pk).update(data=row.data)
    return changed


def _remove_from_history(removal: Removal) -> int:
    section, key = _split(removal)
    changed = 0
    for row in SectionHistory.objects.filter(plan__child=removal.child_id, section=section):
        if _is_wrong(row.changes.get(key), row.plan_id, removal):
            row.changes[key] = removal.marker
            changed += SectionHistory.objects.filter(pk=row.pk).update(changes=row.changes)
    return changed


def _remove_from_submissions(removal: Removal) -> int:
    section, key = _split(removal)
    changed = 0
    for sent in Submission.objects.filter(plan__child=removal.child_id):
        if _is_wrong(sent.answers.get(section, {}).get(key), sent.plan_id, removal):
            sent.answers[section][key] = removal.marker
            # The digest stays, so that the whole still verifies; without its salt nobody can try
            # guesses against it.
            sent.digests[removal.path]["salt"] = ""
            changed += Submission.objects.filter(pk=sent.pk).update(
                answers=sent.answers, digests=sent.digests
            )
    return changed


def _remove_from_facts(removal: Removal) -> int:
    """Facts of the table, in this plan and wherever its rows were taken on, keep their row only."""
    rows = Fact.objects.filter(plan=removal.plan_id, path=removal.path)
    row_ids = list(rows.values_list("row_id", flat=True))
    taken_on = Fact.objects.filter(plan__child=removal.child_id, row_id__in=row_ids)
    changed = 0
    for fact in (rows | taken_on).distinct():
        changed += Fact.objects.filter(pk=fact.pk).update(data={}, is_dropped=True)
    return changed


def _of_child(model: Any, path: str) -> Any:
    return lambda child_id: model._default_manager.filter(**{path: child_id})


_NO_ANSWER = "Holds no typed answer."

holdings.register(holdings.Holding(Plan, _of_child(Plan, "child"), reason=_NO_ANSWER))
holdings.register(
    holdings.Holding(SectionAnswers, _of_child(SectionAnswers, "plan__child"), _remove_from_answers)
)
holdings.register(
    holdings.Holding(SectionHistory, _of_child(SectionHistory, "plan__child"), _remove_from_history)
)
holdings.register(
    holdings.Holding(Submission, _of_child(Submission, "plan__child"), _remove_from_submissions)
)
holdings.register(holdings.Holding(Fact, _of_child(Fact, "plan__child"), _remove_from_facts))
holdings.register(
    holdings.Holding(RemovalRequest, _of_child(RemovalRequest, "plan__child"), reason=_NO_ANSWER)
)
