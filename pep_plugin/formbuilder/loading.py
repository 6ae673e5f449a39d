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
    put(row, [row_for(section, form.key) for section in form.sections])
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


def row_for(section: Section, form_key: str) -> PEPSection:
    """The row of a section that comes into a form: shared where it stands word for word."""
    return standing(section) or make_section(section, variant=free_variant(section.key, form_key))


def standing(section: Section) -> PEPSection | None:
    """The live row that says the same, word for word."""
    rows = PEPSection.objects.filter(key=section.key).order_by("pk")
    return next((row for row in rows if conversion.to_section(row) == section), None)


def free_variant(key: str, wanted: str) -> str:
    """None for the first section of a key, then the name wanted, then that with a number."""
    taken = set(PEPSection.objects.filter(key=key).values_list("variant", flat=True))
    if not taken:
        return ""
    names = [wanted, *(f"{wanted}-{number}" for number in range(2, len(taken) + 3))]
    return next(name for name in names if name not in taken)


def put(form: PEPForm, sections: list[PEPSection]) -> None:
    """The sections in this order, in the form or in a draft of it; not saved. Places are kept."""
    own = {place.section_id: place for place in form.placed.all()}
    places = [own.get(section.pk) or PEPFormSection(section=section) for section in sections]
    for number, place in enumerate(places):
        place.sort_order = number
    form.placed = places


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
