"""Adding a file to an answer, and taking one off it."""

from __future__ import annotations

import uuid

from django.db import transaction

from pep_plugin import access
from pep_plugin.access import Actor
from pep_plugin.audit.record import record
from pep_plugin.files.intake import Refused, take_in
from pep_plugin.files.models import PrivateFile
from pep_plugin.plans.actions.save_answers import save_answers
from pep_plugin.plans.attachments import file_question
from pep_plugin.plans.models import Attachment, Plan, SectionAnswers
from pep_plugin.plans.reading import OpenPlan, open_plan
from pep_plugin.plans.states import BEING_WRITTEN, WrongState
from pep_plugin.sections.kinds.files import most_files
from pep_plugin.sections.schema import Question

#: One file as the answer holds it (``sections.kinds.files``).
File = dict[str, str | int]


def attach_file(
    *, actor: Actor, plan_id: uuid.UUID, path: str, name: str, data: bytes
) -> Attachment:
    """One more file under the question at ``path`` ("section.question").

    Raises ``files.intake.Refused`` with a sentence; ``Plan.DoesNotExist``, ``access.Forbidden``,
    ``states.WrongState``, and :class:`KeyError` where no question takes files for this person.
    """
    opened, question = _writable(actor, plan_id, path)
    accepted = take_in(name, data)
    kept: PrivateFile | None = None
    try:
        with transaction.atomic():
            standing, revision = _standing(plan_id, path)
            if len(standing) >= most_files(question):
                raise Refused(
                    f"There are {len(standing)} files already, and {most_files(question)} is the "
                    "most. Take one off first."
                )
            kept = PrivateFile.keep(
                accepted.data,
                child_id=opened.child.pk,
                name=accepted.name,
                content_type=accepted.content_type,
            )
            attachment = Attachment.objects.create(
                plan_id=plan_id, path=path, file=kept, added_by_id=actor.person_id
            )
            _save(opened, path, [*standing, _entry(kept)], revision)
            record(
                "file.add",
                actor=actor,
                child_id=opened.child.pk,
                object_id=plan_id,
                question=path,
                file=str(kept.pk),
            )
    except BaseException:
        # The rows are gone with the transaction; bytes without a row would lie there for ever.
        if kept is not None:
            kept.content.storage.delete(str(kept.content.name))
        raise
    return attachment


def detach_file(*, actor: Actor, plan_id: uuid.UUID, path: str, file_id: uuid.UUID) -> None:
    """Take a file off the answer. It stays in the plan's history; taking it off twice is nothing.

    Raises as :func:`attach_file` does.
    """
    opened, _question = _writable(actor, plan_id, path)
    with transaction.atomic():
        standing, revision = _standing(plan_id, path)
        left = [file for file in standing if file["id"] != file_id.hex]
        if left == standing:
            return
        _save(opened, path, left, revision)
        record(
            "file.take_off",
            actor=actor,
            child_id=opened.child.pk,
            object_id=plan_id,
            question=path,
            file=str(file_id),
        )


def _writable(actor: Actor, plan_id: uuid.UUID, path: str) -> tuple[OpenPlan, Question]:
    opened = open_plan(actor, plan_id)
    section, question = file_question(opened, path)
    if not opened.writes(section):
        raise access.Forbidden("plan.write")
    access.require_open_record(opened.child)
    if opened.plan.state not in BEING_WRITTEN:
        raise WrongState("This plan has been sent, so no files can be added or taken off.")
    return opened, question


def _standing(plan_id: uuid.UUID, path: str) -> tuple[list[File], int]:
    """The files that stand under the question, and the section's revision; the plan is locked."""
    Plan.objects.select_for_update().values_list("state", flat=True).get(pk=plan_id)
    section, _dot, key = path.partition(".")
    row = SectionAnswers.objects.filter(plan_id=plan_id, section=section).first()
    if row is None:
        return [], 0
    return list(row.data.get(key, {}).get("value") or []), row.revision


def _entry(file: PrivateFile) -> File:
    return {
        "id": file.pk.hex,
        "name": file.name,
        "type": file.content_type,
        "size": file.size,
        "sha256": file.sha256,
    }


def _save(opened: OpenPlan, path: str, files: list[File], revision: int) -> None:
    section, _dot, key = path.partition(".")
    save_answers(
        actor=opened.actor,
        plan_id=opened.plan.pk,
        section=section,
        posted={key: {"value": files} if files else None},
        base_revision=revision,
        opened=opened,
    )
