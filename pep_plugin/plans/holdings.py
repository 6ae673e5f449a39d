"""What plans hold of a child, and how one answer is taken out of each table."""

from __future__ import annotations

import uuid
from typing import Any

from pep_plugin.audit import holdings
from pep_plugin.audit.holdings import Removal, rows_of
from pep_plugin.files.models import PrivateFile
from pep_plugin.plans import asks
from pep_plugin.plans.models import (
    Ask,
    Attachment,
    Fact,
    Plan,
    Presence,
    RemovalRequest,
    SectionAnswers,
    SectionHistory,
    Submission,
)
from pep_plugin.plans.models.plan import FEEDBACK, WITHDRAWN_REASON
from pep_plugin.plans.wrong import is_wrong, may_carry, wrong_cells, wrong_in
from pep_plugin.sections.kinds.files import ids


def _remove_from_plans(removal: Removal) -> int:
    """What was said when it was agreed or withdrawn is nowhere but in the plan itself."""
    if removal.path not in (FEEDBACK, WITHDRAWN_REASON):
        return 0
    removed = removal.marker["removed"]
    plans = Plan.objects.filter(pk=removal.plan_id, child=removal.child_id)
    said = plans.exclude(**{removal.path: ""})
    return said.update(**{removal.path: f"Removed on {removed['on']}: {removed['reason']}"})


def _split(removal: Removal) -> tuple[str, str]:
    section, _, key = removal.path.partition(".")
    return section, key


def _remove_from_answers(removal: Removal) -> int:
    changed = 0
    for row in _of_plans(SectionAnswers, removal):
        found = wrong_in(row.plan.form_version.form, row.section, row.data, row.plan_id, removal)
        if not found:
            continue
        row.data.update(found)
        asks.settle(row.plan_id, [f"{row.section}.{key}" for key in found])
        # A save of its own: who still has the words on an open page is asked, not believed.
        row.revision += 1
        SectionHistory.objects.create(
            plan_id=row.plan_id,
            section=row.section,
            revision=row.revision,
            changes=found,
            source=SectionHistory.Source.REMOVAL,
        )
        rows = SectionAnswers.objects.filter(pk=row.pk)
        changed += rows.update(data=row.data, revision=row.revision)
    return changed


def _remove_from_history(removal: Removal) -> int:
    changed = 0
    for row in _of_plans(SectionHistory, removal):
        form = row.plan.form_version.form
        # Other content than what stands now: a page drawn before the removal must clash with it.
        found = wrong_in(form, row.section, row.changes, row.plan_id, removal, is_earlier=True)
        if not found:
            continue
        row.changes.update(found)
        changed += SectionHistory.objects.filter(pk=row.pk).update(changes=row.changes)
    return changed


def _remove_from_submissions(removal: Removal) -> int:
    changed = 0
    for sent in Submission.objects.filter(plan__child=removal.child_id):
        is_changed = False
        for section, answers in sent.answers.items():
            for key, answer in wrong_in(sent.form, section, answers, sent.plan_id, removal).items():
                answers[key] = answer
                # The digest stays, so that the whole still verifies; without its salt nobody can
                # try guesses against it.
                sent.digests[f"{section}.{key}"]["salt"] = ""
                is_changed = True
        if is_changed:
            changed += Submission.objects.filter(pk=sent.pk).update(
                answers=sent.answers, digests=sent.digests
            )
    return changed


def _remove_from_facts(removal: Removal) -> int:
    """Facts of the plan's own table keep their row only; elsewhere what was carried on goes."""
    section, key = _split(removal)
    cells = wrong_cells(removal)
    changed = 0
    for fact in Fact.objects.filter(plan__child=removal.child_id).select_related("submission"):
        if fact.path == removal.path and (
            fact.plan_id == removal.plan_id
            or is_wrong(fact.submission.answers.get(section, {}).get(key), fact.plan_id, removal)
            or "removed" in fact.submission.answers.get(section, {}).get(key, {})
        ):
            data: dict[str, Any] = {}
        elif may_carry(fact.submission.form, fact.path, removal):
            data = {
                column: value
                for column, value in fact.data.items()
                if {"value": value} not in cells.get((fact.row_id, column), ())
            }
        else:
            continue
        if data != fact.data:
            changed += Fact.objects.filter(pk=fact.pk).update(
                data=data, is_dropped=fact.is_dropped or not data
            )
    return changed


def _remove_files(removal: Removal) -> int:
    """The files that the answer ever named, whichever plan they came into."""
    named = frozenset().union(*(ids(held.get("value")) for held in removal.contents))
    wanted = [uuid.UUID(hex=one) for one in named]
    of_child = Attachment.objects.filter(plan__child=removal.child_id, file__in=wanted)
    return PrivateFile.remove(PrivateFile.objects.filter(pk__in=of_child.values("file")))


def _of_plans(model: Any, removal: Removal) -> Any:
    rows = model.objects.filter(plan__child=removal.child_id)
    return rows.select_related("plan__form_version")


_NO_ANSWER = "Holds no typed answer."

holdings.register(holdings.Holding(Plan, rows_of(Plan, "child"), _remove_from_plans))
holdings.register(
    holdings.Holding(SectionAnswers, rows_of(SectionAnswers, "plan__child"), _remove_from_answers)
)
holdings.register(
    holdings.Holding(SectionHistory, rows_of(SectionHistory, "plan__child"), _remove_from_history)
)
holdings.register(
    holdings.Holding(Submission, rows_of(Submission, "plan__child"), _remove_from_submissions)
)
holdings.register(holdings.Holding(Fact, rows_of(Fact, "plan__child"), _remove_from_facts))
holdings.register(holdings.Holding(Attachment, rows_of(Attachment, "plan__child"), _remove_files))
holdings.register(
    holdings.Holding(RemovalRequest, rows_of(RemovalRequest, "plan__child"), reason=_NO_ANSWER)
)
holdings.register(holdings.Holding(Ask, rows_of(Ask, "plan__child"), reason=_NO_ANSWER))
holdings.register(holdings.Holding(Presence, rows_of(Presence, "plan__child"), reason=_NO_ANSWER))
