"""The package's forms in the editor: put there the first time, merged at every upgrade.

A section that nobody changed follows the package by itself. Where a council changed it, its
changes stay live, and the upgrade waits as a draft that says what came and what is to be decided.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from django.db import transaction
from wagtail.signal_handlers import disable_reference_index_auto_update

from pep_plugin.formbuilder import conversion, drafts
from pep_plugin.formbuilder.keys import OUR_QUESTIONS
from pep_plugin.formbuilder.loading import (
    free_variant,
    load_form,
    make_live,
    make_section,
    put,
    row_for,
    shipped_of,
)
from pep_plugin.formbuilder.merging import merge
from pep_plugin.formbuilder.models import PEPForm, PEPSection
from pep_plugin.formversions.models import FormVersion
from pep_plugin.formversions.publish import FormHasProblems, publish
from pep_plugin.sections import codec, definitions, roles
from pep_plugin.sections.schema import Form, Section


@transaction.atomic
def ensure_forms(shipped: Iterable[Form] | None = None) -> list[FormVersion]:
    """Every shipped form in the editor and live; the live versions. Idempotent.

    A form whose live sections no longer go together stays as it was last published: the screen
    "Publish forms" says why.
    """
    forms = list(definitions.shipped().values() if shipped is None else shipped)
    # Questions name no page, picture or document, and looking for them takes most of the time.
    with disable_reference_index_auto_update():
        return _ensure(forms)


def _ensure(forms: list[Form]) -> list[FormVersion]:
    by_key = {form.key: form for form in forms}
    for form in forms:
        row = PEPForm.objects.filter(key=form.key).first()
        if row is None:
            row = load_form(form)
        else:
            _upgrade_sections(row, form, by_key)
            _upgrade_form(row, form)
        _ensure_our_questions(row)
    rows = PEPForm.objects.filter(key__in=[form.key for form in forms])
    return [version for version in map(_freeze, rows) if version is not None]


def _freeze(row: PEPForm) -> FormVersion | None:
    """The form as its live rows have it, or the version before where that cannot be asked."""
    sections = conversion.sections_of(row)
    hidden = frozenset().union(*map(conversion.hidden_paths, sections))
    try:
        form = conversion.to_form(row, [conversion.to_section(one) for one in sections])
        return publish(form, hidden=hidden)
    except (FormHasProblems, ValueError):
        return drafts.live_version(row.key)


def _ensure_our_questions(row: PEPForm) -> None:
    """An empty section, the first thing that an editor uses; it is asked once it asks something."""
    if row.purpose != "plan" or PEPSection.objects.filter(key=OUR_QUESTIONS, variant=row.key):
        return
    empty = Section(
        key=OUR_QUESTIONS, title="Our questions", owner_role=roles.DESIGNATED_TEACHER, pages=()
    )
    section = make_section(empty, variant=row.key)
    PEPSection.objects.filter(pk=section.pk).update(shipped=None)
    _place(row, section, at=None)


def _place(row: PEPForm, section: PEPSection, *, at: int | None) -> None:
    """Into the form and into its draft, if it has one; ``at`` None: before the signatures."""
    for one in _versions_of(row):
        placed = conversion.sections_of(one)
        where = len(placed) - (placed[-1].key == "sign_off") if at is None and placed else at or 0
        placed.insert(where, section)
        _put(row, one, placed)


def _versions_of(row: PEPForm) -> list[PEPForm]:
    """The live row, and after it the draft where they differ: the draft stays the newest."""
    return [row, drafts.newest(row)] if row.has_unpublished_changes else [row]


def _put(row: PEPForm, one: PEPForm, sections: list[PEPSection]) -> None:
    """The sections in this order, in ``one`` of the row's versions: itself, or its draft."""
    put(one, sections)
    if one is not row:
        one.save_revision()
        return
    row.save()
    if not row.has_unpublished_changes:
        make_live(row)


def _upgrade_form(row: PEPForm, form: Form) -> None:
    """The form's own words and its list of sections, in the live row and in its draft."""
    before, now = row.shipped or {}, shipped_of(form)
    if before == now:
        return
    for one in _versions_of(row):
        for name in ("title", "intro"):
            if getattr(one, name) == before.get(name):
                setattr(one, name, now[name])
        one.shipped = now
        _put(row, one, _sections_after(one, form, before.get("sections", [])))


def _sections_after(one: PEPForm, form: Form, had: list[str]) -> list[PEPSection]:
    """What the form is made of now. A council's order stays; what it took out stays out."""
    has = [section.key for section in form.sections]
    gone = [key for key in had if key not in has]
    placed = [
        row for row in conversion.sections_of(one) if row.key not in gone or not _is_untouched(row)
    ]
    keys = [row.key for row in placed]
    for section in form.sections:
        if section.key in keys or section.key in had:
            continue
        placed.insert(_behind(section.key, has, keys), row_for(section, form.key))
        keys = [row.key for row in placed]
    order = {key: number for number, key in enumerate(has)}
    if [key for key in keys if key in had and key in has] == [key for key in had if key in keys]:
        placed.sort(key=lambda row: order.get(row.key, len(order)))
    return placed


def _behind(key: str, order: list[str], placed: list[str]) -> int:
    for earlier in reversed(order[: order.index(key)]):
        if earlier in placed:
            return placed.index(earlier) + 1
    return 0


def _upgrade_sections(row: PEPForm, form: Form, forms: dict[str, Form]) -> None:
    for placed in conversion.sections_of(row):
        section = next((one for one in form.sections if one.key == placed.key), None)
        if section is None or placed.shipped is None:
            continue
        if placed.shipped != codec.section_to_json(section):
            _upgrade(_own(row, placed, section, forms), section)


def _own(row: PEPForm, placed: PEPSection, section: Section, forms: dict[str, Form]) -> PEPSection:
    """The row that this form's wording goes into: one of its own where another form that shares
    the section is to ask something else from now on."""
    others = [
        one
        for place in placed.places.select_related("form").exclude(form=row)
        for one in (forms[place.form.key].sections if place.form.key in forms else ())
        if one.key == placed.key
    ]
    if all(other == section for other in others):
        return placed
    own = _copy(placed, row.key)
    for one in _versions_of(row):
        sections = [own if part.pk == placed.pk else part for part in conversion.sections_of(one)]
        _put(row, one, sections)
    return own


def _copy(placed: PEPSection, variant: str) -> PEPSection:
    """The section for one form alone, with its draft."""
    free = free_variant(placed.key, variant)
    drafted = drafts.newest(placed) if placed.has_unpublished_changes else None
    own = PEPSection.objects.get(pk=placed.pk)
    for one in filter(None, (own, drafted)):
        one.variant = free
    own.pk = None
    own._state.adding = True
    own.latest_revision = own.live_revision = None
    own.save()
    make_live(own)
    if drafted is not None:
        drafted.pk = own.pk
        drafted.save_revision()
        own.refresh_from_db()
    return own


def _is_untouched(row: PEPSection) -> bool:
    """Whether it stands as the package last brought it, and nobody is drafting."""
    return (
        row.shipped is not None
        and not row.has_unpublished_changes
        and not conversion.hidden_paths(row)
        and codec.section_to_json(conversion.to_section(row)) == row.shipped
    )


def _upgrade(row: PEPSection, now: Section) -> None:
    """A section follows, or gets a draft with both sides' changes."""
    shipped = codec.section_to_json(now)
    if _is_untouched(row):
        write(row, now, conversion.raw_of(row.questions))
        row.shipped, row.upgrade = shipped, None
        row.save()
        make_live(row)
        return
    drafted = drafts.newest(row)
    before = codec.section_from_json(row.shipped or {})
    merged, notes = merge(before, now, conversion.to_section(drafted))
    row.shipped, row.upgrade = shipped, notes.as_json()
    PEPSection.objects.filter(pk=row.pk).update(shipped=shipped, upgrade=row.upgrade)
    write(drafted, merged, conversion.raw_of(drafted.questions))
    drafted.shipped, drafted.upgrade = shipped, row.upgrade
    drafted.save_revision()


def write(row: PEPSection, section: Section, were: list[dict[str, Any]]) -> None:
    """The section's values in the row; blocks keep their ids, and hidden questions stay hidden."""
    values = conversion.fields_of(section)
    known = {block["value"].get("key"): block for block in were if block["type"] != "new_page"}
    raw = json.loads(values["questions"])
    for block in raw:
        old = known.get(block["value"].get("key"))
        if old is None or block["type"] == "new_page":
            continue
        block["id"] = old.get("id") or block["id"]
        if (old["value"].get("more") or {}).get("hidden") and "hidden" in block["value"]["more"]:
            block["value"]["more"]["hidden"] = True
    values["questions"] = json.dumps(raw)
    for name, value in values.items():
        setattr(row, name, value)
