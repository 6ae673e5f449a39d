"""One form as one JSON file, so that councils can share forms. A file makes drafts and no more."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from pep_plugin.formbuilder import conversion, drafts
from pep_plugin.formbuilder.loading import free_variant, make_section, put, standing
from pep_plugin.formbuilder.models import PEPForm, PEPSection
from pep_plugin.formbuilder.shipped import write
from pep_plugin.sections import codec, differences, form_checks
from pep_plugin.sections.differences import Difference
from pep_plugin.sections.schema import Form, Section
from pep_plugin.sections.upgrades import SCHEMA

LARGEST = 5 * 1024 * 1024
#: More sentences than anybody reads before they mend the file.
_MOST_PROBLEMS = 30


class Refused(ValueError):
    """The file makes no draft; ``sentences`` say why."""

    def __init__(self, *sentences: str) -> None:
        super().__init__(" ".join(sentences))
        self.sentences = sentences


@dataclass(frozen=True)
class Offered:
    """A file that was read, beside the form of the same key that is here."""

    form: Form
    here: Form | None

    @property
    def differences(self) -> list[Difference]:
        return differences.between(self.here, self.form)


def export(row: PEPForm) -> bytes:
    """The form's newest draft. Raises :class:`ValueError` for one that cannot be read."""
    text = json.dumps(codec.to_json(_drafted(row)), ensure_ascii=False, indent=2, sort_keys=True)
    return f"{text}\n".encode()


def _drafted(row: PEPForm) -> Form:
    drafted = drafts.newest(row)
    sections = [drafts.newest(section) for section in conversion.sections_of(drafted)]
    return conversion.to_form(drafted, [conversion.to_section(one) for one in sections])


def read(content: bytes) -> Offered:
    """The form in a file. Raises :class:`Refused`."""
    if len(content) > LARGEST:
        raise Refused(_("The file is larger than 5 MB. No form is."))
    form = _form(_object(content))
    found = form_checks.problems(form)
    if found:
        raise Refused(*found[:_MOST_PROBLEMS])
    row = PEPForm.objects.filter(key=form.key).first()
    return Offered(form, _drafted(row) if row else None)


def _object(content: bytes) -> dict[str, Any]:
    try:
        data = json.loads(content.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise Refused(_("This is not a text file in UTF-8.")) from None
    except (ValueError, RecursionError):
        raise Refused(_("The file is cut off, or is not JSON. Fetch it again.")) from None
    if not isinstance(data, dict) or not isinstance(data.get("sections"), list):
        raise Refused(_("This file does not hold a form."))
    return data


def _form(data: dict[str, Any]) -> Form:
    """Typed before it is read: what a stranger's file says is text until it is known."""
    number = data.get("schema")
    if not isinstance(number, int) or isinstance(number, bool) or number < 1:
        raise Refused(_("This file does not hold a form: it names no schema."))
    if number > SCHEMA:
        raise Refused(
            _("The form was written by a newer version of pep_plugin. Upgrade this one first.")
        )
    try:
        form = codec.from_json(data)
        _fits(form)
        return form
    except (TypeError, ValueError, KeyError, AttributeError, RecursionError) as error:
        raise Refused(_("This file does not hold a form that can be read.")) from error


def _fits(form: Form) -> None:
    """Raises :class:`ValueError` where a value is of another sort than the schema's."""
    json.dumps(codec.to_json(form))
    texts = [form.key, form.title, form.phase, form.language, form.audience, form.intro]
    for section in form.sections:
        texts += [section.key, section.title, section.intro, section.owner_role, section.picture]
    for _path, _section, question in form.paths():
        for one in (question, *(question.table.columns if question.table else ())):
            texts += [one.key, one.label, one.kind, one.help, one.carry, one.feeds, one.shows]
            texts += [one.owner_role, one.proposes, one.picture]
            dict(one.limits)
    if not all(isinstance(text, str) for text in texts):
        raise ValueError("A text is no text.")
    if form.purpose not in ("plan", "template"):
        raise ValueError("A form has another purpose.")


@transaction.atomic
def take(form: Form, *, user: Any) -> PEPForm:
    """Drafts of the form and its sections; what is live stays as it is until somebody publishes."""
    row = PEPForm.objects.filter(key=form.key).first()
    is_new = row is None
    if row is None:
        row = PEPForm(
            key=form.key,
            title=form.title,
            phase=form.phase,
            language=form.language,
            purpose=form.purpose,
            audience=form.audience,
            intro=form.intro,
            type_size=form.type_size,
            live=False,
        )
        row.save()
    drafted = row if is_new else drafts.newest(row)
    drafted.title, drafted.intro = form.title, form.intro
    here = {section.key: section for section in conversion.sections_of(drafted)}
    put(drafted, [_section(one, here.get(one.key), form.key, user) for one in form.sections])
    drafted.save_revision(user=user)
    return row


def _section(section: Section, row: PEPSection | None, form_key: str, user: Any) -> PEPSection:
    if row is None:
        return _found_or_made(section, form_key, user)
    drafted = drafts.newest(row)
    if conversion.to_section(drafted) != section:
        write(drafted, section, conversion.raw_of(drafted.questions))
        drafted.save_revision(user=user)
    return row


def _found_or_made(section: Section, form_key: str, user: Any) -> PEPSection:
    """A section that stands here word for word is shared; any other is a draft of its own."""
    row = standing(section)
    if row is not None:
        return row
    row = make_section(section, variant=free_variant(section.key, form_key), live=False)
    PEPSection.objects.filter(pk=row.pk).update(shipped=None)
    row.shipped = None
    row.save_revision(user=user)
    return row
