"""Conditions look back, never forward, and never betray an answer to those who may not read it.

Who is asked a question can tell what the answer was that showed it: so the readers of that answer
must be all who may read the question.
"""

from __future__ import annotations

from collections.abc import Iterator

from pep_plugin.sections import conditions, records
from pep_plugin.sections.conditions import Condition
from pep_plugin.sections.schema import Form, Question

#: None stands for everyone who may see the plan.
Readers = frozenset[str] | None


class Places:
    """Walks a form in its order and knows what has been asked so far, and what is still to come."""

    def __init__(self, form: Form) -> None:
        self.labels = {path: question.label for path, _section, question in form.paths()}
        self.waits_for = {path: set(_paths(question)) for path, _s, question in form.paths()}
        self.earlier: dict[str, Readers] = {}

    def named(self, path: str) -> str:
        """The question's label where the form has it: editors know labels, not keys."""
        return f"“{self.labels.get(path) or path}”"


def problems(form: Form) -> Iterator[tuple[str, str, str]]:
    """(section key, question key or "", sentence) of each condition that cannot stand."""
    places = Places(form)
    for section in form.sections:
        everyone = _readers(section.readers)
        if section.applies is not None:
            for sentence in _condition(places, section.key, section.applies, everyone):
                yield section.key, "", f"Section “{section.key}”: {sentence}"
        for question in section.questions:
            path = f"{section.key}.{question.key}"
            readers = _both(everyone, _readers(question.readers))
            for condition in _own(question):
                for sentence in _condition(places, path, condition, readers):
                    yield section.key, question.key, sentence
            places.earlier[path] = readers


def _own(question: Question) -> Iterator[Condition]:
    for condition in (question.applies, question.required):
        if condition is not None and not isinstance(condition, bool):
            yield condition


def _paths(question: Question) -> Iterator[str]:
    for condition in _own(question):
        yield from condition.paths()


def _condition(places: Places, place: str, condition: Condition, readers: Readers) -> Iterator[str]:
    for path in dict.fromkeys(condition.paths()):
        if path.startswith("context."):
            if path.removeprefix("context.") not in records.CONTEXT:
                yield f"A plan knows nothing called “{path}”."
        elif path not in places.earlier:
            yield _too_early(places, place, path)
        elif not _covers(places.earlier[path], readers):
            yield (
                f"Its condition would betray {places.named(path)} to people who may not read that."
            )
    for part in conditions.leaves(condition):
        if isinstance(part, conditions.Compares) and part.how not in conditions.COMPARISONS:
            yield f"Numbers cannot be compared by “{part.how}”."


def _too_early(places: Places, place: str, path: str) -> str:
    if path not in places.labels:
        return f"Its condition looks at “{path}”, which this form does not ask."
    if path == place:
        return "Its condition looks at its own answer."
    if _leads_to(places.waits_for, path, place):
        return f"Its condition and that of {places.named(path)} wait for each other."
    return f"Its condition looks at {places.named(path)}, which is asked only after it."


def _leads_to(waits_for: dict[str, set[str]], start: str, goal: str) -> bool:
    """Whether a question waits for another, directly or by way of questions between them."""
    seen: set[str] = set()
    open_ends = [start]
    while open_ends:
        path = open_ends.pop()
        if path == goal:
            return True
        if path not in seen:
            seen.add(path)
            open_ends += waits_for.get(path, ())
    return False


def _readers(names: tuple[str, ...]) -> Readers:
    return frozenset(names) if names else None


def _both(left: Readers, right: Readers) -> Readers:
    if left is None or right is None:
        return right if left is None else left
    return left & right


def _covers(source: Readers, target: Readers) -> bool:
    return source is None or (target is not None and target <= source)
