"""Saving a page: what the sender changed is merged into what stands, and every change is kept."""

from __future__ import annotations

import uuid
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils import timezone

from pep_plugin import access
from pep_plugin.access import Actor
from pep_plugin.access.answers import readers_now
from pep_plugin.audit.record import record
from pep_plugin.plans import asks, going_on
from pep_plugin.plans.merge import Conflict, merge
from pep_plugin.plans.models import Plan, SectionAnswers, SectionHistory
from pep_plugin.plans.own_part import own_part
from pep_plugin.plans.reading import OpenPlan, open_plan
from pep_plugin.plans.revisions import answers_at
from pep_plugin.plans.states import BEING_WRITTEN, WrongState
from pep_plugin.sections.answers import CONTENT, Answer, Asked, awaits_confirmation, content
from pep_plugin.sections.schema import Section


@dataclass(frozen=True, slots=True)
class Saved:
    """What became of a save. ``revision``: what the next page is drawn from.

    ``changed``: question keys that were written. ``conflicts``: units refused, both texts.
    ``hidden``: keys that were answered on the page and are no longer asked: kept, not printed.
    """

    revision: int
    changed: tuple[str, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    hidden: tuple[str, ...] = ()


def save_answers(
    *,
    actor: Actor,
    plan_id: uuid.UUID,
    section: str,
    posted: dict[str, Answer | None],
    base_revision: int,
    source: str = SectionHistory.Source.WIZARD,
    opened: OpenPlan | None = None,
    confirmed: Collection[str] = (),
) -> Saved:
    """Merge the posted answers of one section into the plan; one transaction.

    ``posted``: question key -> answer, or None for one left or made empty; a key that the section
    does not have, or that the actor may not read, is dropped. ``opened``: the plan as this actor
    opened it in the same request, to save asking twice who they are. ``confirmed``: keys that the
    actor has looked at; what came from the last plan and stays as it is, is then still right.

    Raises ``Plan.DoesNotExist``, ``access.Forbidden``, ``states.WrongState``, and
    :class:`KeyError` for a section that the form does not have.
    """
    opened = opened or open_plan(actor, plan_id)
    part = opened.form.section(section)
    on_link = actor.grant is not None
    if not opened.roles or not (on_link or opened.writes(part)):
        raise access.Forbidden("plan.write")
    access.require_open_record(opened.child)
    with transaction.atomic():
        # The lock on the plan keeps a save and a sending apart; the state is read under it.
        state = Plan.objects.select_for_update().values_list("state", flat=True).get(pk=plan_id)
        if state not in BEING_WRITTEN:
            raise WrongState(
                "This plan has been sent, so it cannot be changed. What you typed was not saved."
            )
        # The state may be another one than when the plan was opened, so it is asked again.
        opened.plan.state = state
        if not opened.allows("plan.write_own" if on_link else "plan.write"):
            raise access.Forbidden("plan.write")
        row = (
            SectionAnswers.objects.select_for_update()
            .filter(plan_id=plan_id, section=section)
            .first()
        )
        stored: dict[str, Answer] = row.data if row else {}
        revision = row.revision if row else 0
        moved_on = base_revision != revision
        base = answers_at(plan_id, section, base_revision) if moved_on else stored
        changes: dict[str, Answer | None] = {}
        conflicts: list[Conflict] = []
        for question in part.questions:
            key = question.key
            if key not in posted or not question.is_typed:
                continue
            if not (opened.may_be_asked if on_link else opened.may_read)(part, question):
                continue
            path = f"{section}.{key}"
            wanted = posted[key]
            if on_link:
                if not opened.may_write_question(part, question):
                    continue
                wanted = own_part(opened, part, question, stored.get(key), wanted)
                base = {**base, key: stored[key]} if key in stored else base
            merged, clashes = merge(path, question, base.get(key), stored.get(key), wanted)
            conflicts += clashes
            if content(merged) != content(stored.get(key)):
                changes[key] = merged and _signed(
                    merged, actor, _readers(opened, path, merged, source)
                )
            elif key in confirmed and _is_unchanged(base.get(key), stored.get(key)):
                changes[key] = _confirmed(stored[key], actor)
        if changes:
            asks.keep_in_step(plan_id, section, stored, changes, by=actor.person_id)
            revision += 1
            before = stored
            stored = {**stored, **{key: answer for key, answer in changes.items() if answer}}
            for key in [key for key, answer in changes.items() if not answer]:
                stored.pop(key, None)
            _write(row, plan_id, section, stored, revision, actor)
            SectionHistory.objects.create(
                plan_id=plan_id,
                section=section,
                revision=revision,
                changes=changes,
                source=source,
                by_id=actor.person_id,
            )
            record(
                "plan.save",
                actor=actor,
                child_id=opened.child.pk,
                object_id=plan_id,
                section=section,
                questions=sorted(changes),
            )
            _let_targets_go_on(actor, opened, part, before, changes)
    return Saved(revision, tuple(changes), tuple(conflicts), _hidden(opened, part, stored, posted))


def _let_targets_go_on(
    actor: Actor,
    opened: OpenPlan,
    part: Section,
    before: Mapping[str, Answer],
    changes: Mapping[str, Answer | None],
) -> None:
    """A review that says "keep it" or "a smaller step" puts a row among the new targets."""
    for question in part.questions:
        targets = going_on.new_targets(opened.form, question) if question.key in changes else None
        if targets is None or question.table is None:
            continue
        section = opened.form.section(question.table.source.partition(".")[0])
        steps = going_on.moved(before.get(question.key), changes[question.key])
        if not steps or not opened.writes(section) or not opened.may_read(section, targets):
            continue
        held = SectionAnswers.objects.filter(plan=opened.plan, section=section.key).first()
        answer = held.data.get(targets.key, {}) if held else {}
        rows = answer.get("value") or []
        known = going_on.last_targets(opened.plan, targets, steps)
        save_answers(
            actor=actor,
            plan_id=opened.plan.pk,
            section=section.key,
            posted={targets.key: {"value": going_on.rows_after(rows, steps, known, targets)}},
            base_revision=held.revision if held else 0,
            source=SectionHistory.Source.CARRIED,
            opened=opened,
        )


def _readers(opened: OpenPlan, path: str, answer: Answer, source: str) -> list[str]:
    """The readers in force; words put back from before stay as closed as they were then."""
    now = readers_now(opened.form, path)
    then = answer.get("readers_then", []) if source == SectionHistory.Source.RESTORED else []
    if now and then:
        return [role for role in now if role in then] or ["nobody"]
    return now or then


def _signed(answer: Answer, actor: Actor, readers: list[str]) -> Answer:
    """The answer's content, with who typed it, when, and who might read it then."""
    kept: dict[str, Any] = {
        key: answer[key] for key in (*CONTENT, "ask", "for", "readers") if key in answer
    }
    kept["by"] = str(actor.person_id) if actor.person_id else actor.kind
    kept["at"] = timezone.now().isoformat(timespec="seconds")
    if readers:
        kept["readers_then"] = readers
    return kept


def _is_unchanged(base: Answer | None, stored: Answer | None) -> bool:
    """Whether it waits to be confirmed, and the actor's page showed it as it stands."""
    return awaits_confirmation(stored) and content(base) == content(stored)


def _confirmed(answer: Answer, actor: Actor) -> Answer:
    """The same answer, of the same person and day; what was asked by itself is young again."""
    now = timezone.now().isoformat(timespec="seconds")
    kept = {key: value for key, value in answer.items() if key not in ("to_confirm", "stale")}
    if answer.get("stale"):
        kept["reviewed_at"] = now
    by = str(actor.person_id) if actor.person_id else actor.kind
    return {**kept, "confirmed_by": by, "confirmed_at": now}


def _write(
    row: SectionAnswers | None,
    plan_id: uuid.UUID,
    section: str,
    data: dict[str, Answer],
    revision: int,
    actor: Actor,
) -> None:
    if row is None:
        # A unique constraint stands behind this: two first saves cannot both win.
        row = SectionAnswers(plan_id=plan_id, section=section)
    row.data, row.revision, row.saved_by_id = data, revision, actor.person_id
    if row._state.adding:
        row.save(force_insert=True)
    else:
        row.save(update_fields=["data", "revision", "saved_by", "saved_at"])


def _hidden(
    opened: OpenPlan, part: Section, stored: dict[str, Answer], posted: dict[str, Answer | None]
) -> tuple[str, ...]:
    """Keys answered on the page whose question is not asked any more now that it is saved."""
    asked = Asked(opened.form, {**opened.answers, part.key: stored}, opened.context)
    return tuple(
        key
        for key, answer in posted.items()
        if answer and key in stored and not asked.is_asked(f"{part.key}.{key}")
    )
