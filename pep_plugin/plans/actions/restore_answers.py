"""Putting answers of an earlier save back: one more save, merged like any other."""

from __future__ import annotations

import uuid
from collections.abc import Collection

from django.db import transaction

from pep_plugin import access
from pep_plugin.access import Actor
from pep_plugin.plans.actions.save_answers import Saved, save_answers
from pep_plugin.plans.models import Plan, SectionAnswers, SectionHistory
from pep_plugin.plans.reading import open_plan
from pep_plugin.plans.restoring import answers_of_saves, restorable
from pep_plugin.plans.revisions import answers_at


def restore_answers(
    *,
    actor: Actor,
    plan_id: uuid.UUID,
    section: str,
    saves: tuple[int, int],
    keys: Collection[str],
    base_revision: int,
) -> Saved:
    """``saves``: the first and the last revision whose answers come back. ``keys``: which of them.

    ``base_revision``: what stood on the page beside them; what somebody else has changed since is
    a conflict and stays. Raises ``Plan.DoesNotExist``, ``access.Forbidden``, ``WrongState``,
    ``SectionHistory.DoesNotExist``, :class:`KeyError`.
    """
    with transaction.atomic():
        # A removal from the record holds the same lock: what it takes out is not read just before.
        Plan.objects.select_for_update().filter(pk=plan_id).first()
        opened = open_plan(actor, plan_id)
        part = opened.form.section(section)
        if not opened.writes(part):
            raise access.Forbidden("plan.write")
        first, last = saves
        if not SectionHistory.objects.filter(plan=plan_id, section=section, revision=last).exists():
            raise SectionHistory.DoesNotExist
        then = answers_of_saves(plan_id, section, first, last)
        row = SectionAnswers.objects.filter(plan=plan_id, section=section).first()
        revision = row.revision if row else 0
        is_newest = row is not None and base_revision >= revision
        base = row.data if row and is_newest else answers_at(plan_id, section, base_revision)
        wanted = restorable(opened, part, then, base)
        return save_answers(
            actor=actor,
            plan_id=plan_id,
            section=section,
            posted={key: answer for key, answer in wanted.items() if key in keys},
            base_revision=min(base_revision, revision),
            source=SectionHistory.Source.RESTORED,
            opened=opened,
        )
