"""The files of a plan that one person may open."""

from __future__ import annotations

import uuid

from pep_plugin.plans.models import Attachment
from pep_plugin.plans.reading import OpenPlan
from pep_plugin.sections import kinds
from pep_plugin.sections.kinds.files import Files, ids
from pep_plugin.sections.schema import Question, Section


def file_question(opened: OpenPlan, path: str) -> tuple[Section, Question]:
    """The question that takes files; :class:`KeyError` where there is none for this person."""
    section = opened.form.section(path.partition(".")[0])
    question = opened.form.question(path)
    is_here = (
        isinstance(kinds.get(question.kind), Files)
        and opened.asked.is_asked(path)
        and opened.may_read(section, question)
    )
    if not is_here:
        raise KeyError(path)
    return section, question


def readable_files(opened: OpenPlan) -> dict[str, list[Attachment]]:
    """Path of a question -> its files, of the answers as they stand for this person.

    A file that was carried on from an earlier plan belongs to that one, and is found all the same.
    """
    answers = opened.readable()
    wanted = {
        f"{section.key}.{question.key}": ids(
            answers[section.key].get(question.key, {}).get("value")
        )
        for _path, section, question in opened.form.paths()
        if isinstance(kinds.get(question.kind), Files)
        and opened.asked.is_asked(f"{section.key}.{question.key}")
    }
    every = frozenset().union(*wanted.values())
    if not every:
        return {}
    held = {
        attachment.file_id.hex: attachment
        for attachment in Attachment.objects.filter(
            plan__child=opened.child, file__in=[uuid.UUID(hex=one) for one in every]
        ).select_related("file", "added_by")
    }
    return {
        path: found
        for path, those in wanted.items()
        if (found := [one for key, one in held.items() if key in those])
    }


def readable_file(opened: OpenPlan, path: str, file_id: uuid.UUID) -> Attachment:
    """Raises ``Attachment.DoesNotExist`` for what is not there or not for this person."""
    for attachment in readable_files(opened).get(path, ()):
        if attachment.file_id == file_id:
            return attachment
    raise Attachment.DoesNotExist
