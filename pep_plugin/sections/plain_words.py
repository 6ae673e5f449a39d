"""Conditions, readers and rules of a question in the words of its editor: labels, not keys."""

from __future__ import annotations

from collections.abc import Collection

from pep_plugin.sections import codelists, kinds, records, roles
from pep_plugin.sections.conditions import All, Answered, AnyOf, Compares, Condition, Is, Not
from pep_plugin.sections.kinds.choose import OneChoice
from pep_plugin.sections.schema import Form, Question

NEXT_TERM = {
    "carry": "keep the answer",
    "confirm": "ask if it is still right",
    "never": "start empty",
}
#: Values that the context gives without a code list.
_CONTEXT_WORDS = {"yes": "Yes", "no": "No", "R": "Reception"}
_COMPARED = {"<": "is less than", "<=": "is at most", ">": "is more than", ">=": "is at least"}


def condition(given: Condition | None, form: Form) -> str:
    """``“Legal status” is Section 20 or Section 31``; "always" for no condition."""
    match given:
        case None:
            return "always"
        case All(parts):
            return " and ".join(_bracketed(part, form, AnyOf) for part in parts)
        case AnyOf(parts):
            return " or ".join(_bracketed(part, form, All) for part in parts)
        case Is(path, values):
            return f"{subject(path, form)} is {_values(path, values, form)}"
        case Answered(path):
            return f"{subject(path, form)} is answered"
        case Compares(path, how, number):
            return f"{subject(path, form)} {_COMPARED.get(how, how)} {number}"
        case Not(Is(path, values)):
            return f"{subject(path, form)} is not {_values(path, values, form)}"
        case Not(Answered(path)):
            return f"{subject(path, form)} is not answered"
        case Not(part):
            return f"not ({condition(part, form)})"


def _bracketed(part: Condition, form: Form, other: type[All] | type[AnyOf]) -> str:
    """In brackets where "and" stands within "or", or the other way round."""
    words = condition(part, form)
    return f"({words})" if isinstance(part, other) else words


def subject(path: str, form: Form) -> str:
    """What a condition looks at: a question's label, or a thing that the plan itself knows."""
    if path.startswith("context."):
        return f"“{records.CONTEXT.get(path.removeprefix('context.'), path)}”"
    question = _question(path, form)
    return f"“{question.label}”" if question else f"“{path}”"


def _values(path: str, values: Collection[str], form: Form) -> str:
    labels = _labels(path, form)
    *others, last = [labels.get(value, value) for value in values] or [""]
    return f"{', '.join(others)} or {last}" if others else last


def _labels(path: str, form: Form) -> dict[str, str]:
    """Code -> label of what the subject can be; empty where it is free text or a number."""
    if path.startswith("context."):
        name = records.CONTEXT_LISTS.get(path.removeprefix("context."), "")
        known = codelists.get(name) if name else ()
        return {**_CONTEXT_WORDS, **{choice.code: choice.label for choice in known}}
    question = _question(path, form)
    kind = kinds.get(question.kind) if question else None
    if question is None or not isinstance(kind, OneChoice):
        return {}
    return {choice.code: choice.label for choice in kind.choices(question)}


def _question(path: str, form: Form) -> Question | None:
    try:
        return form.question(path)
    except KeyError:
        return None


def required(given: bool | Condition, form: Form) -> str:
    if isinstance(given, bool):
        return "must be answered" if given else "may be left empty"
    return f"must be answered when {condition(given, form)}"


def people(names: Collection[str]) -> str:
    """Role keys as people; everyone who may see the plan when nobody is named."""
    if not names:
        return "everyone who may see the plan"
    return ", ".join(roles.LABELS.get(name, name) for name in names)


def next_term(question: Question) -> str:
    words = NEXT_TERM.get(question.carry, question.carry)
    if question.stale_after and question.carry != "never":
        terms = f"{question.stale_after} term{'s' if question.stale_after != 1 else ''}"
        words += f", and ask again by itself after {terms}"
    return words
