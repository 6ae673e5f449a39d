"""The form that a plan in flight is asked: its pinned version under the live one's mercies."""

import dataclasses
from functools import lru_cache

from pep_plugin.formversions.models import FormVersion
from pep_plugin.sections.conditions import Is
from pep_plugin.sections.schema import Form, Question, Section

#: A condition that never holds: the answer of a hidden question stays, and is not asked.
_NEVER = Is("context.never", ("yes",))


def _readers(pinned: tuple[str, ...], live: tuple[str, ...]) -> tuple[str, ...]:
    """Both must allow it; an empty list means everyone, so it never widens the other."""
    if not pinned or not live:
        return pinned or live
    # Nobody in common must not read as everyone.
    return tuple(role for role in pinned if role in live) or ("nobody",)


def effective(pinned: FormVersion, live: FormVersion) -> Form:
    """The pinned form with the live one's help, hidden questions, better words, fewer readers.

    Used while a plan is being written; sending freezes it. The pinned form itself when it is live.
    """
    if pinned.sha256 == live.sha256 and not live.hidden:
        return pinned.form
    return _overlay(pinned.form, live.form, frozenset(live.hidden), frozenset(live.reworded))


# Keyed by value: forms are frozen data, but hold mappings, so identity is the cheap sound key.
def _overlay(pinned: Form, live: Form, hidden: frozenset[str], reworded: frozenset[str]) -> Form:
    return _overlay_by_id(_Key(pinned), _Key(live), hidden, reworded)


class _Key:
    """Hashes a cached form by identity and keeps it alive, so that an id is never reused."""

    def __init__(self, form: Form) -> None:
        self.form = form

    def __hash__(self) -> int:
        return id(self.form)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Key) and self.form is other.form


@lru_cache(maxsize=64)
def _overlay_by_id(
    pinned: _Key, live: _Key, hidden: frozenset[str], reworded: frozenset[str]
) -> Form:
    newer = {path: (section, question) for path, section, question in live.form.paths()}

    def question(section: Section, old: Question) -> Question:
        path = f"{section.key}.{old.key}"
        if path in hidden:
            return dataclasses.replace(old, applies=_NEVER)
        if path not in newer:
            return old
        new = newer[path][1]
        return dataclasses.replace(
            old,
            help=new.help,
            label=new.label if path in reworded else old.label,
            readers=_readers(old.readers, new.readers),
            sensitive=old.sensitive or new.sensitive,
        )

    live_sections = {section.key: section for section in live.form.sections}
    sections = tuple(
        dataclasses.replace(
            section,
            intro=live_sections[section.key].intro
            if section.key in live_sections
            else section.intro,
            readers=_readers(
                section.readers,
                live_sections[section.key].readers if section.key in live_sections else (),
            ),
            pages=tuple(
                dataclasses.replace(
                    page, questions=tuple(question(section, old) for old in page.questions)
                )
                for page in section.pages
            ),
        )
        for section in pinned.form.sections
    )
    return dataclasses.replace(pinned.form, sections=sections)
