"""The form that a plan in flight is asked: its pinned version under the live one's mercies."""

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from pep_plugin.formversions.models import FormVersion
from pep_plugin.formversions.readers import Readers, both
from pep_plugin.sections.conditions import Is
from pep_plugin.sections.schema import Form, Question, Section, Table

#: A condition that never holds: the answer of a hidden question stays, and is not asked.
_NEVER = Is("context.never", ("yes",))


def effective(pinned: FormVersion, live: FormVersion) -> Form:
    """The pinned form with the live one's help, hidden questions, better words, fewer readers.

    Used while a plan is being written; sending freezes it. The pinned form itself when it is live.
    """
    if pinned.pk == live.pk or (pinned.sha256 == live.sha256 and not live.hidden):
        return pinned.form
    last = tuple((path, tuple(readers)) for path, readers in sorted(live.last_readers.items()))
    return _overlay(
        _Key(pinned.form), _Key(live.form), frozenset(live.hidden), frozenset(live.reworded), last
    )


class _Key:
    """Hashes a cached form by identity and keeps it alive, so that an id is never reused.

    Forms are frozen data but hold mappings, so identity is the cheap sound key.
    """

    def __init__(self, form: Form) -> None:
        self.form = form

    def __hash__(self) -> int:
        return id(self.form)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Key) and self.form is other.form


@dataclass(frozen=True)
class _Live:
    """What the live version says of the questions of an older one."""

    sections: Mapping[str, Section]
    questions: Mapping[str, Question]
    hidden: frozenset[str]
    reworded: frozenset[str]
    last_readers: Mapping[str, Readers]


@lru_cache(maxsize=64)
def _overlay(
    pinned: _Key,
    live: _Key,
    hidden: frozenset[str],
    reworded: frozenset[str],
    last_readers: tuple[tuple[str, Readers], ...],
) -> Form:
    newer = _Live(
        {section.key: section for section in live.form.sections},
        {path: question for path, _section, question in live.form.paths()},
        hidden,
        reworded,
        dict(last_readers),
    )
    sections = tuple(_section(section, newer) for section in pinned.form.sections)
    return dataclasses.replace(pinned.form, sections=sections)


def _section(old: Section, live: _Live) -> Section:
    new = live.sections.get(old.key)
    pages = tuple(
        dataclasses.replace(
            page,
            questions=tuple(
                _question(f"{old.key}.{question.key}", question, live)
                for question in page.questions
            ),
        )
        for page in old.pages
    )
    if new is None:
        return dataclasses.replace(old, pages=pages)
    return dataclasses.replace(
        old,
        pages=pages,
        intro=new.intro,
        title=new.title if old.key in live.reworded else old.title,
        readers=both(old.readers, new.readers),
    )


def _question(path: str, old: Question, live: _Live) -> Question:
    new = live.questions.get(path)
    if new is None:
        # Hidden or deleted since, and its answers are there: who last might read them holds.
        readers = both(old.readers, live.last_readers.get(path, ()))
        applies = _NEVER if path in live.hidden else old.applies
        return dataclasses.replace(old, readers=readers, applies=applies)
    return dataclasses.replace(
        old,
        help=new.help,
        applies=_NEVER if path in live.hidden else old.applies,
        label=new.label if path in live.reworded else old.label,
        readers=both(old.readers, new.readers),
        sensitive=old.sensitive or new.sensitive,
        table=_table(path, old.table, new.table, live),
    )


def _table(path: str, old: Table | None, new: Table | None, live: _Live) -> Table | None:
    """Columns get better help and fewer readers too; which there are stays as it was."""
    if old is None or new is None:
        return old
    newer = {column.key: column for column in new.columns}
    columns = tuple(
        _column(path, column, newer[column.key], live) if column.key in newer else column
        for column in old.columns
    )
    return dataclasses.replace(old, columns=columns)


def _column(path: str, old: Question, new: Question, live: _Live) -> Question:
    return dataclasses.replace(
        old,
        help=new.help,
        label=new.label if f"{path}.{old.key}" in live.reworded else old.label,
        readers=both(old.readers, new.readers),
        sensitive=old.sensitive or new.sensitive,
    )
