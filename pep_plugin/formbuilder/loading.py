"""Putting a form into the editor: its sections as rows, shared ones once."""

from __future__ import annotations

from typing import Any

from django.db import transaction

from pep_plugin.formbuilder import conversion
from pep_plugin.formbuilder.models import PEPForm, PEPFormSection, PEPSection
from pep_plugin.sections import codec
from pep_plugin.sections.schema import Form, Section


@transaction.atomic
def load_form(form: Form) -> PEPForm:
    """A form that is not in the editor yet, as if it had been made and published there.

    A section that stands there already, word for word, is shared; one of the same key with other
    words gets a variant named after the form. Raises ``IntegrityError`` for a form that is there.
    """
    row = PEPForm(
        key=form.key,
        title=form.title,
        phase=form.phase,
        language=form.language,
        purpose=form.purpose,
        audience=form.audience,
        intro=form.intro,
        type_size=form.type_size,
        shipped=shipped_of(form),
    )
    row.placed = [
        PEPFormSection(section=_section(section, form.key), sort_order=number)
        for number, section in enumerate(form.sections)
    ]
    row.save()
    make_live(row)
    return row


def shipped_of(form: Form) -> dict[str, Any]:
    """What an upgrade will compare the form with; its sections remember themselves."""
    return {
        "title": form.title,
        "intro": form.intro,
        "sections": [section.key for section in form.sections],
    }


def _section(section: Section, form_key: str) -> PEPSection:
    same_key = list(PEPSection.objects.filter(key=section.key).order_by("pk"))
    for row in same_key:
        if conversion.to_section(row) == section:
            return row
    return make_section(section, variant=form_key if same_key else "")


def make_section(section: Section, *, variant: str, live: bool = True) -> PEPSection:
    """A new row. ``live``: published at once, as what plans are asked already is."""
    row = PEPSection(
        key=section.key,
        variant=variant,
        shipped=codec.section_to_json(section),
        live=live,
        **conversion.fields_of(section),
    )
    row.save()
    if live:
        make_live(row)
    return row


def make_live(row: Any) -> None:
    """The row as it stands becomes its newest and its live revision."""
    row.save_revision(changed=False).publish(skip_permission_checks=True)
