"""What changed in one question, or in one column of a table: sentences for who publishes it."""

from __future__ import annotations

from collections.abc import Iterator

from pep_plugin.sections import kinds, plain_words
from pep_plugin.sections.schema import Choice, Form, Question, Section, Table

#: (what, sentence).
Told = tuple[str, str]
_SHORT = 160
_OTHERS = {
    "feeds": "What figures are made of it",
    "shows": "The record that it shows",
    "proposes": "The record that it is filled from",
    "picture": "The drawing beside it on paper",
}


def of(before: Question, now: Question, old: Form, new: Form) -> Iterator[Told]:
    """Every change of a question that stands in both forms."""
    if before.label != now.label:
        yield "label", f"It was called “{before.label}” and is called “{now.label}”."
    if before.kind != now.kind:
        yield "kind", f"It was {_kind(before)} and is {_kind(now)}."
    if before.help != now.help:
        yield "help", text("help", before, now, "help")
    if before.required != now.required:
        was = plain_words.required(before.required, old)
        yield "required", f"It {was}; now it {plain_words.required(now.required, new)}."
    yield from people(before, now)
    if before.applies != now.applies:
        yield "applies", applies(before, now, old, new)
    if before.detail != now.detail:
        where = "behind “Add detail”" if now.detail else "on the section’s own screen"
        yield "detail", f"It is now asked {where}."
    if (before.carry, before.stale_after) != (now.carry, now.stale_after):
        was, is_now = plain_words.next_term(before), plain_words.next_term(now)
        yield "carry", f"Next term it was: {was}. Now: {is_now}."
    if before.choices != now.choices:
        yield from _options("option", before.choices, now.choices)
    if dict(before.limits) != dict(now.limits):
        yield "limits", f"Its limits were {_limits(before)} and are {_limits(now)}."
    if before.sensitive != now.sensitive:
        yield "sensitive", f"It is {'now' if now.sensitive else 'no longer'} marked as sensitive."
    for name, words in _OTHERS.items():
        was, is_now = getattr(before, name), getattr(now, name)
        if was != is_now:
            yield name, f"{words} was “{was or 'none'}” and is “{is_now or 'none'}”."
    if before.table != now.table:
        yield from _table(before.table, now.table, old, new)


def _kind(question: Question) -> str:
    return f"“{kinds.get(question.kind).label or question.kind}”"


def _limits(question: Question) -> str:
    given = ", ".join(f"{name} {value}" for name, value in sorted(question.limits.items()))
    return f"“{given}”" if given else "none"


def text(name: str, before: Question | Section, now: Question | Section, field: str) -> str:
    """How a longer text changed: added, taken away, or both texts."""
    was, is_now = _short(getattr(before, field)), _short(getattr(now, field))
    if not was:
        return f"It has {name} now: “{is_now}”."
    if not is_now:
        return f"It has no {name} any more; it was “{was}”."
    if was == is_now:
        return f"Its {name} is another, after the first {_SHORT} characters."
    return f"Its {name} was “{was}” and is “{is_now}”."


def _short(given: str) -> str:
    return given if len(given) <= _SHORT else f"{given[:_SHORT].rstrip()} ..."


def people(before: Question | Section, now: Question | Section) -> Iterator[Told]:
    """Who fills it in, and whether more or fewer people may read it."""
    if before.owner_role != now.owner_role:
        was, is_now = _owner(before), _owner(now)
        yield "owner", f"It is filled in by {is_now}; it was filled in by {was}."
    if isinstance(before, Section) and isinstance(now, Section) and before.also != now.also:
        was, is_now = plain_words.people(before.also), plain_words.people(now.also)
        yield (
            "also",
            (
                f"Beside its owner it may be filled in by {is_now if now.also else 'nobody'}; "
                f"it was {was if before.also else 'nobody'}."
            ),
        )
    if before.readers != now.readers:
        yield from _readers(before.readers, now.readers)


def _owner(given: Question | Section) -> str:
    return plain_words.people([given.owner_role]) if given.owner_role else "the section’s owner"


def _readers(before: tuple[str, ...], now: tuple[str, ...]) -> Iterator[Told]:
    """An empty tuple is everyone, so emptying it widens and filling it narrows."""
    more = () if not before else tuple(role for role in now if role not in before)
    fewer = () if not now else tuple(role for role in before if role not in now)
    if before and not now:
        yield "readers_wider", f"More people may read it: {plain_words.people(now)}.{_LATER}"
    elif more:
        yield "readers_wider", f"More people may read it: {plain_words.people(more)}.{_LATER}"
    if now and not before:
        yield "readers_narrower", f"Fewer people may read it: only {plain_words.people(now)}.{_NOW}"
    elif fewer:
        words = plain_words.people(fewer)
        yield "readers_narrower", f"Fewer people may read it: no longer {words}.{_NOW}"
    if set(before) == set(now):
        yield "readers", "The people who may read it are named in another order."


_LATER = " This counts for answers that are typed from now on."
_NOW = " This counts at once, for answers that exist too."


def applies(before: Question | Section, now: Question | Section, old: Form, new: Form) -> str:
    was, is_now = (
        f"when {plain_words.condition(one.applies, form)}" if one.applies else "always"
        for one, form in ((before, old), (now, new))
    )
    return f"It was asked {was}; it is asked {is_now}."


def _options(
    name: str, before: tuple[Choice, ...] | str, now: tuple[Choice, ...] | str
) -> Iterator[Told]:
    if isinstance(before, str) or isinstance(now, str):
        listed, listed_now = (
            f"the list “{one}”" if isinstance(one, str) else f"{len(one)} options of its own"
            for one in (before, now)
        )
        yield "options", f"One chose from {listed}; now from {listed_now}."
        return
    was_called = {choice.code: choice for choice in before}
    is_called = {choice.code: choice for choice in now}
    added = [choice.label for choice in now if choice.code not in was_called]
    gone = [choice.label for choice in before if choice.code not in is_called]
    if added:
        yield "options", f"New {name}{_s(added)}: {', '.join(added)}."
    if gone:
        yield "options", f"{name.capitalize()}{_s(gone)} taken away: {', '.join(gone)}."
    for code, choice in is_called.items():
        was = was_called.get(code)
        if was is not None and was.label != choice.label:
            yield "options", f"The {name} “{was.label}” is called “{choice.label}”."
        elif was is not None and was != choice:
            yield "options", f"The {name} “{choice.label}” has another hint."
    order = [code for code in was_called if code in is_called]
    if order != [code for code in is_called if code in was_called]:
        yield "options", f"The {name}s stand in another order."


def _s(found: list[str]) -> str:
    return "s" if len(found) != 1 else ""


def _table(before: Table | None, now: Table | None, old: Form, new: Form) -> Iterator[Told]:
    if before is None or now is None:
        yield "table", "It is a table now." if before is None else "It is no table any more."
        return
    yield from _columns(before, now, old, new)
    if before.fixed_rows != now.fixed_rows:
        yield from (
            ("rows", words) for _w, words in _options("row", before.fixed_rows, now.fixed_rows)
        )
    if (before.min_rows, before.max_rows) != (now.min_rows, now.max_rows):
        yield (
            "rows",
            f"It had {before.min_rows} to {before.max_rows} rows; "
            f"now {now.min_rows} to {now.max_rows}.",
        )
    for name in ("rows", "source", "row_name", "core"):
        if getattr(before, name) != getattr(now, name):
            yield "rows", f"How its rows are made changed ({name.replace('_', ' ')})."


def _columns(before: Table, now: Table, old: Form, new: Form) -> Iterator[Told]:
    was = {column.key: column for column in before.columns}
    is_now = {column.key: column for column in now.columns}
    for key, column in was.items():
        if key not in is_now:
            yield "columns", f"The column “{column.label}” is gone."
    for key, column in is_now.items():
        if key not in was:
            yield "columns", f"A new column: “{column.label}”."
            continue
        for _what, sentence in of(was[key], column, old, new):
            yield "columns", f"Column “{column.label}”: {sentence[:1].lower()}{sentence[1:]}"
    order = [key for key in was if key in is_now]
    if order != [key for key in is_now if key in was]:
        yield "columns", "The columns stand in another order."
