"""What changed between two forms, in plain words: for whoever publishes the second one.

Questions are the same when their path is (``section.question``); labels may change freely.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

from pep_plugin.sections import question_differences
from pep_plugin.sections.schema import Form, Question, Section

#: Of a section, what is told in sentences of their own.
_TOLD = frozenset({"key", "title", "intro", "owner_role", "also", "readers", "applies", "pages"})


@dataclass(frozen=True, slots=True)
class Difference:
    """One change. ``what`` is its name for programs; ``question`` is "" for a section's own.

    ``label``: of the question, or of the section, as it is now called (or was, when it is gone).
    """

    section: str
    question: str
    label: str
    what: str
    sentence: str


def between(
    old: Form | None,
    new: Form,
    *,
    was_hidden: Collection[str] = (),
    hidden: Collection[str] = (),
) -> list[Difference]:
    """Every change from ``old`` to ``new``, in the order of the new form; none when they are equal.

    ``was_hidden`` and ``hidden``: paths that each leaves out without having lost them.
    """
    if old is None:
        count = sum(len(section.questions) for section in new.sections)
        sections = f"{len(new.sections)} section{'s' if len(new.sections) != 1 else ''}"
        sentence = f"This is the first version: {sections}, {count} questions."
        return [Difference("", "", new.title, "first", sentence)]
    return [*_form(old, new), *_sections(old, new, was_hidden, hidden)]


def relabelled(old: Form | None, new: Form) -> dict[str, tuple[str, str]]:
    """Path -> (label before, label now) of the questions whose label changed."""
    before = {path: question.label for path, _section, question in old.paths()} if old else {}
    return {
        path: (before[path], question.label)
        for path, _section, question in new.paths()
        if path in before and before[path] != question.label
    }


def _form(old: Form, new: Form) -> Iterator[Difference]:
    def tell(what: str, sentence: str) -> Difference:
        return Difference("", "", new.title, what, sentence)

    if old.title != new.title:
        yield tell("title", f"The title was “{old.title}” and is “{new.title}”.")
    if old.intro != new.intro:
        yield tell("intro", "The words on how to use it are others.")
    for name in ("key", "phase", "language", "purpose", "audience"):
        before, now = getattr(old, name), getattr(new, name)
        if before != now:
            yield tell(name, f"Its {name} was “{before}” and is “{now}”.")


def _sections(
    old: Form, new: Form, was_hidden: Collection[str], hidden: Collection[str]
) -> Iterator[Difference]:
    before = {section.key: section for section in old.sections}
    now = {section.key: section for section in new.sections}
    for section in old.sections:
        if section.key not in now:
            yield _whole(section, "removed", "The section is no longer in the form.")
    moves = moved(list(before), list(now))
    titles = {section.key: section.title for section in new.sections}
    for section in new.sections:
        if section.key not in before:
            count = len(section.questions)
            words = f"A new section with {count} question{'s' if count != 1 else ''}."
            yield _whole(section, "added", words)
            for question in section.questions:
                yield Difference(section.key, question.key, question.label, "added", "New.")
            continue
        if section.key in moves:
            yield _whole(section, "moved", _where(moves[section.key], titles))
        yield from _section(old, new, before[section.key], section)
        yield from _questions(old, new, before[section.key], section, was_hidden, hidden)


def _whole(section: Section, what: str, sentence: str) -> Difference:
    return Difference(section.key, "", section.title, what, sentence)


def _section(old: Form, new: Form, before: Section, now: Section) -> Iterator[Difference]:
    if before.title != now.title:
        words = f"The section was called “{before.title}” and is called “{now.title}”."
        yield _whole(now, "title", words)
    if before.intro != now.intro:
        yield _whole(now, "intro", question_differences.text("introduction", before, now, "intro"))
    for what, sentence in question_differences.people(before, now):
        yield _whole(now, what, sentence)
    if before.applies != now.applies:
        yield _whole(now, "applies", question_differences.applies(before, now, old, new))
    same = _same(before, now)
    if _screens(before, same) != _screens(now, same):
        yield _whole(now, "pages", "The section’s screens are divided or introduced differently.")
    yield from (
        _whole(now, name, f"Another setting of it changed: {name}.")
        for name in other_fields(before, now, _TOLD)
    )


def _same(before: Section, now: Section) -> set[str]:
    """Keys that both have and that did not move: the others are told one by one."""
    was, is_now = ([question.key for question in section.questions] for section in (before, now))
    return {key for key in is_now if key in was} - set(moved(was, is_now))


def _screens(section: Section, same: Collection[str]) -> list[tuple[str, str, int]]:
    """Title, introduction and size of each screen, as far as it holds what did not change."""
    return [
        (page.title, page.intro, sum(question.key in same for question in page.questions))
        for page in section.pages
        if not page.questions or any(question.key in same for question in page.questions)
    ]


def _questions(
    old: Form,
    new: Form,
    before: Section,
    now: Section,
    was_hidden: Collection[str],
    hidden: Collection[str],
) -> Iterator[Difference]:
    was = {question.key: question for question in before.questions}
    is_now = {question.key: question for question in now.questions}

    def tell(question: Question, what: str, sentence: str) -> Difference:
        return Difference(now.key, question.key, question.label, what, sentence)

    for question in before.questions:
        if question.key not in is_now:
            yield tell(question, *_gone(f"{now.key}.{question.key}" in hidden))
    moves = moved(list(was), list(is_now))
    labels = {key: question.label for key, question in is_now.items()}
    for at, question in enumerate(now.questions):
        if question.key not in was:
            is_back = f"{now.key}.{question.key}" in was_hidden
            place = _where(now.questions[at - 1].key if at else "", labels, "Asked")
            yield tell(
                question, *(("shown", "It is asked again.") if is_back else ("added", place))
            )
            continue
        if question.key in moves:
            yield tell(question, "moved", _where(moves[question.key], labels))
        for what, sentence in question_differences.of(was[question.key], question, old, new):
            yield tell(question, what, sentence)


def _gone(is_hidden: bool) -> tuple[str, str]:
    if is_hidden:
        return "hidden", "It is hidden, in plans that are being written as well; answers are kept."
    return "removed", "It is gone from new plans; plans that are being written keep it."


def moved(before: Sequence[str], now: Sequence[str]) -> dict[str, str]:
    """Key -> the key it now stands after ("" at the beginning) of as few keys as explain it.

    What was added or removed moves nothing.
    """
    was = [key for key in before if key in now]
    stands = [key for key in now if key in before]
    matcher = SequenceMatcher(None, was, stands, autojunk=False)
    still = {key for block in matcher.get_matching_blocks() for key in was[block.a :][: block.size]}
    return {
        key: now[at - 1] if at else ""
        for at, key in enumerate(now)
        if key in stands and key not in still
    }


def _where(after: str, labels: dict[str, str], verb: str = "Moved") -> str:
    new = "New. " if verb == "Asked" else ""
    return f"{new}{verb} after “{labels[after]}”." if after else f"{new}{verb} first."


def other_fields(before: Any, now: Any, told: Collection[str]) -> Iterator[str]:
    """Names of the fields that differ and have no sentence of their own."""
    for item in dataclasses.fields(before):
        if item.name not in told and getattr(before, item.name) != getattr(now, item.name):
            yield item.name
