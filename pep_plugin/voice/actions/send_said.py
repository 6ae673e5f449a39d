"""Sending what was said on a page of one's own: it becomes the plan's answers, all of it or none.

A child's words are told to the adult whom the child chose; the message holds none of them.
"""

from __future__ import annotations

import uuid
from typing import Any

from django.db import transaction
from django.utils import timezone

from pep_plugin import access
from pep_plugin.access import Actor
from pep_plugin.access.models import LinkGrant
from pep_plugin.audit.record import record
from pep_plugin.conf import today
from pep_plugin.plans.actions.save_answers import save_answers
from pep_plugin.plans.models import Attachment, SectionHistory
from pep_plugin.plans.reading import open_plan
from pep_plugin.sections import kinds
from pep_plugin.sections.answers import Answer
from pep_plugin.sections.kinds.files import ids
from pep_plugin.sections.kinds.tables import TableKind
from pep_plugin.sections.roles import CHILD
from pep_plugin.sections.schema import Question
from pep_plugin.voice.actions.tell_adult import tell_adult
from pep_plugin.voice.models import VoiceDraft
from pep_plugin.voice.own_page.adults import Adult, may_be_first
from pep_plugin.voice.own_page.page import OwnPage


class NobodyChosen(Exception):
    """The child has not said yet who gets their words first."""


def send_said(*, actor: Actor) -> bool:
    """True when it was sent now; False when there is nothing to send, as after a double press.

    Raises :class:`NobodyChosen`, ``page.Closed``, ``states.WrongState``, ``access.Forbidden``.
    """
    if actor.grant is None:
        raise access.Forbidden("plan.write_own")
    with transaction.atomic():
        grant = LinkGrant.objects.select_for_update().get(pk=actor.grant.id)
        page = OwnPage(actor)
        access.require_open_record(page.opened.child)
        asked = {screen.path for screen in page.screens}
        paths = [path for path in page.draft.answers if path in asked]
        if not paths:
            return False
        first = _first(page) if page.is_child else None
        for section in dict.fromkeys(path.partition(".")[0] for path in paths):
            _save(page, section, [p for p in paths if p.startswith(f"{section}.")], first)
        if page.is_child:
            _say_how_asked(page)
        _keep_files(page, paths)
        VoiceDraft.objects.filter(grant=grant).delete()
        grant.sent_at = timezone.now()
        grant.save(update_fields=["sent_at"])
        record(
            "voice.send",
            actor=actor,
            child_id=page.opened.child.pk,
            object_id=page.opened.plan.pk,
            questions=sorted(paths),
        )
        if first is not None:
            tell_adult(actor=actor, opened=page.opened, person_id=first.id, paths=paths)
    return True


def _first(page: OwnPage) -> Adult:
    """Asked again now: whoever left the plan since the child chose them does not get the words."""
    chosen = page.draft.choices.get("first")
    for adult in may_be_first(page.opened):
        if str(adult.id) == chosen:
            return adult
    raise NobodyChosen


def _save(page: OwnPage, section: str, paths: list[str], first: Adult | None) -> None:
    posted: dict[str, Answer | None] = {}
    for path in paths:
        question = page.opened.form.question(path)
        standing = page.opened.answers.get(section, {}).get(question.key)
        answer = _added_to(question, standing, page.draft.answers[path])
        answer["for"] = _for_whom(page)
        readers = page.draft.choices.get("readers", {})
        if first is not None and path in readers:
            # Whoever gets the words first can always read them.
            answer["readers"] = sorted({*readers[path], first.key})
        posted[question.key] = answer
    save_answers(
        actor=page.actor,
        plan_id=page.opened.plan.pk,
        section=section,
        posted=posted,
        base_revision=page.opened.revisions.get(section, 0),
        source=SectionHistory.Source.VOICE,
        opened=page.opened,
        # Who says the same as last term has said that it is still right.
        confirmed=posted,
    )


def _for_whom(page: OwnPage) -> str:
    if page.is_child:
        return "child" if page.is_observed else "self"
    return page.role


def _added_to(question: Question, standing: Answer | None, said: Answer) -> dict[str, Any]:
    """What was sent before and is not shown any more stays: rows are laid over rows, and pictures
    stand beside pictures."""
    before = (standing or {}).get("value") or []
    if isinstance(kinds.get(question.kind), TableKind):
        rows = {row["id"]: {**row, "cells": {**row["cells"]}} for row in before}
        for row in said.get("value") or []:
            there = rows.setdefault(row["id"], {"id": row["id"], "cells": {}})
            there["cells"].update(row["cells"])
        return {**said, "value": list(rows.values())}
    if question.kind == "file":
        known = ids(said.get("value"))
        kept = [file for file in before if file["id"] not in known]
        return {**said, "value": [*kept, *(said.get("value") or [])]}
    return dict(said)


def _say_how_asked(page: OwnPage) -> None:
    """The plan asks an adult how the child was asked, and when: this page knows both."""
    section = page.opened.form.section("views") if _has_views(page) else None
    if section is None:
        return
    known: dict[str, Answer | None] = {
        "how_asked": {"value": "watched" if page.is_observed else "own_page"},
        "asked_on": {"value": today().isoformat()},
    }
    held = page.opened.answers.get(section.key, {})
    asked = {question.key for question in section.questions}
    missing = {key: one for key, one in known.items() if key in asked and key not in held}
    if not missing:
        return
    command = Actor.for_command("own page")
    opened = open_plan(command, page.opened.plan.pk)
    save_answers(
        actor=command,
        plan_id=opened.plan.pk,
        section=section.key,
        posted=missing,
        base_revision=opened.revisions.get(section.key, 0),
        source=SectionHistory.Source.VOICE,
        opened=opened,
    )


def _has_views(page: OwnPage) -> bool:
    return any(
        section.key == "views" and section.owner_role == CHILD
        for section in page.opened.form.sections
    )


def _keep_files(page: OwnPage, paths: list[str]) -> None:
    """Each file belongs to the plan from now on, and is found by whoever may read the answer."""
    for path in paths:
        for file_id in ids(page.draft.answers[path].get("value")):
            Attachment.objects.get_or_create(
                file_id=uuid.UUID(hex=file_id),
                defaults={
                    "plan": page.opened.plan,
                    "path": path,
                    "added_by_id": page.actor.person_id,
                },
            )
