"""Bringing a filled-in Word file to a plan: read, recognised, kept until it is settled."""

from __future__ import annotations

import uuid

from django.db import transaction
from django.utils.translation import gettext as _

from pep_plugin import access
from pep_plugin.access import Actor
from pep_plugin.audit.record import record
from pep_plugin.documents.models import FilledFile
from pep_plugin.documents.word.reading import Found, read_filled
from pep_plugin.files import child as child_process
from pep_plugin.files.intake import TYPES, Refused, check_size, clean_name
from pep_plugin.files.models import PrivateFile
from pep_plugin.files.scanners import scan
from pep_plugin.plans.models import Plan
from pep_plugin.plans.reading import OpenPlan, open_plan
from pep_plugin.plans.states import WrongState


def bring_file(*, actor: Actor, plan_id: uuid.UUID, name: str, data: bytes) -> FilledFile:
    """What was found in the file, kept beside it; nothing in the plan changes.

    A file of another child is not kept at all. Raises :class:`~pep_plugin.files.intake.Refused`
    with a sentence for what cannot be taken, ``Plan.DoesNotExist``, ``access.Forbidden``,
    ``WrongState``.
    """
    opened = open_plan(actor, plan_id)
    if not opened.plan.is_being_written:
        raise WrongState(_("This plan has been sent, so nothing can be brought in."))
    if not opened.allows("plan.write"):
        raise access.Forbidden("plan.write")
    access.require_open_record(opened.child)
    check_size(len(data))
    if not data:
        raise Refused(_("The file is empty. Choose it again."))
    if told := scan(data):
        raise Refused(told)
    try:
        number = opened.plan.form_version.number
        found = read_filled(data, opened.form, version=number, upn=opened.child.upn)
    except child_process.Refused as error:
        raise Refused(str(error)) from None
    found.notes[:0] = _whose(opened, found)
    if not found.answers and not found.unplaced:
        raise Refused(
            _(
                "Nothing was found in this file. Choose the form that you filled in, and save it "
                "first."
            )
        )
    with transaction.atomic():
        file = PrivateFile.keep(
            data, child_id=opened.child.pk, name=clean_name(name), content_type=TYPES["docx"]
        )
        filled = FilledFile.objects.create(
            plan=opened.plan,
            file=file,
            found=found.to_json(),
            brought_by_id=actor.person_id,
        )
        record(
            "plan.bring_word",
            actor=actor,
            child_id=opened.child.pk,
            object_id=opened.plan.pk,
            answers=sorted(found.answers),
            unplaced=len(found.unplaced),
        )
    return filled


def _whose(opened: OpenPlan, found: Found) -> list[str]:
    """Sentences on which plan the file is of; raises ``Refused`` when it is another child's."""
    other = _(
        "This file is of another child’s PEP, so it was not kept. Open that child’s PEP and bring "
        "it in there."
    )
    if "child" in found.differs:
        raise Refused(other)
    if found.reference in ("", opened.plan.reference):
        return []
    if not Plan.objects.filter(reference=found.reference, child=opened.child).exists():
        raise Refused(other)
    return [
        _(
            "This file was made from an earlier PEP of the same child ({reference}). Look closely "
            "at what you take from it."
        ).format(reference=found.reference)
    ]
