"""What is wrong with a question or a column: sentences, each about one thing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation

from pep_plugin.sections import codelists, fact_tables, kinds, records, roles
from pep_plugin.sections.kinds import identifiers, numbers
from pep_plugin.sections.kinds.base import UnknownKind
from pep_plugin.sections.kinds.choose import OneChoice, Scale, YesNo
from pep_plugin.sections.kinds.tables import RowLink, TableKind
from pep_plugin.sections.schema import Form, Question, Section, Table

_KEY = re.compile(r"[a-z][a-z0-9_]*")
#: Keys become parts of file headings, addresses and Word tags, which hold 64 characters.
KEY_LENGTH = 60
#: A label is also the heading of a column, a line of a list and the title of a control in Word.
LABEL_LENGTH = 300
CARRY = ("carry", "confirm", "never")
#: How a value is worked out, and from how many others; 0: from any number of them.
HOW_COMPUTED = {"percent": 2, "sum": 0, "band": 1, "missed": 2, "all": 0}


def keys(place: str, given: list[str]) -> Iterator[str]:
    for key in dict.fromkeys(given):
        if given.count(key) > 1:
            yield f"{place} uses the key “{key}” {given.count(key)} times."
        if not _KEY.fullmatch(key) or len(key) > KEY_LENGTH:
            yield (
                f"{place}: the key “{key[:KEY_LENGTH]}” must begin with a small letter and hold "
                f"only small letters, figures and _, at most {KEY_LENGTH}."
            )


def unknown_roles(names: tuple[str, ...]) -> Iterator[str]:
    for name in names:
        if name not in roles.LABELS:
            yield f"There is no role called “{name}”."


def of_question(form: Form, section: Section, question: Question) -> Iterator[str]:
    yield from _one(question)
    if question.shows and question.shows not in records.SHOWN:
        yield f"There is no record called “{question.shows}”."
    if question.feeds:
        yield from _feeds(question)
    if isinstance(kinds.get(question.kind), TableKind):
        yield from _table(form, question)
    elif question.table is not None:
        yield "Only a table has columns."
    if question.kind == "computed":
        yield from _computed(question, section.questions)
    if question.kind == "row_link":
        yield from _row_link(form, question)


def _one(question: Question) -> Iterator[str]:
    """What is wrong with a question or a column taken by itself."""
    kind = kinds.get(question.kind)
    if isinstance(kind, UnknownKind):
        yield f"There is no kind of question called “{question.kind}”."
    if not question.label.strip():
        yield "The question has no label."
    if len(question.label) > LABEL_LENGTH:
        yield f"The label has {len(question.label):,} characters; at most {LABEL_LENGTH} are shown."
    if question.carry not in CARRY:
        yield f"Next term can “carry”, “confirm” or “never”, not “{question.carry}”."
    if question.stale_after < 0:
        yield "“Asked again after” cannot be less than 0 terms."
    if question.required and not question.is_typed:
        yield "What is shown or worked out cannot be required."
    if isinstance(kind, OneChoice):
        yield from _choices(kind, question)
    if question.kind == "identifier":
        scheme = question.limits.get("scheme")
        if scheme not in identifiers.SCHEMES:
            yield f"There is no kind of number called “{scheme}”."
    yield from unknown_roles((*question.readers, *filter(None, [question.owner_role])))
    yield from _limits(question)


def _limits(question: Question) -> Iterator[str]:
    low, high = (question.limits.get(name) for name in ("min", "max"))
    for limit in (low, high):
        if limit is not None and not isinstance(limit, int | float):
            yield f"A limit is a number, not “{limit}”."
            return
    if low is not None and high is not None and low > high:
        yield f"The least, {low}, is more than the most, {high}."


def _choices(kind: OneChoice, question: Question) -> Iterator[str]:
    if isinstance(question.choices, str) and question.choices not in codelists.names():
        yield f"There is no code list called “{question.choices}”."
        return
    if isinstance(kind, YesNo) or (isinstance(kind, Scale) and not question.choices):
        return
    codes = [choice.code for choice in kind.choices(question)]
    if not codes:
        yield "There is nothing to choose from."
    for code in dict.fromkeys(codes):
        if codes.count(code) > 1:
            yield f"Two options have the code “{code}”."


def _feeds(question: Question) -> Iterator[str]:
    core = fact_tables.CORE.get(question.feeds)
    if core is None:
        yield f"There is no fact table called “{question.feeds}”."
    elif question.table is None:
        yield "Only a table can feed facts."
    else:
        present = [column.key for column in question.table.columns]
        for key in core:
            if key not in present:
                yield f"The column “{key}” is needed for facts ({question.feeds})."


def _table(form: Form, question: Question) -> Iterator[str]:
    table = question.table
    if table is None or not table.columns:
        yield "The table has no columns."
        return
    yield from keys("The table", [column.key for column in table.columns])
    yield from _rows(form, table)
    for key in question.limits.get("adds_up") or ():
        if not _is_number(key, table.columns):
            yield f"“{key}” is not a column of numbers, and cannot add up."
    for key in table.core:
        if key not in [column.key for column in table.columns]:
            yield f"The core column “{key}” is missing."
    for column in table.columns:
        for sentence in _column(form, table, column):
            yield f"column “{column.key}”: {sentence}"


def _rows(form: Form, table: Table) -> Iterator[str]:
    if table.rows not in ("free", "fixed", "from_table"):
        yield f"Rows are free, fixed or from another table, not “{table.rows}”."
    if table.min_rows < 0 or table.max_rows < max(1, table.min_rows):
        yield f"At least {table.min_rows} and at most {table.max_rows} rows cannot be."
    if table.rows == "fixed":
        if not table.fixed_rows:
            yield "The table has fixed rows, and none is named."
        yield from keys("The table’s rows", [row.code for row in table.fixed_rows])
    if table.rows == "from_table" and not _is_table(form, table.source):
        yield f"Its rows come from “{table.source}”, which is not a table of this form."


def _column(form: Form, table: Table, column: Question) -> Iterator[str]:
    yield from _one(column)
    if isinstance(kinds.get(column.kind), TableKind) or column.table is not None:
        yield "A table cannot stand in a table; link the rows of a second one instead."
    # A row is asked as a whole: a column that comes and goes would leave holes in the print.
    if column.applies is not None or not isinstance(column.required, bool):
        yield "A column has no conditions."
    if column.feeds or column.shows:
        yield "A column neither shows a record nor feeds facts by itself."
    if column.kind == "computed":
        yield from _computed(column, table.columns)
    if column.kind == "row_link":
        yield from _row_link(form, column)


def _computed(question: Question, beside: tuple[Question, ...]) -> Iterator[str]:
    how, of = question.limits.get("how"), question.limits.get("of") or ()
    if how not in HOW_COMPUTED:
        yield f"A value is worked out as {', '.join(HOW_COMPUTED)}, not “{how}”."
        return
    if not of or HOW_COMPUTED[how] not in (0, len(of)):
        yield "It must name what it is worked out from (two numbers for a per cent)."
    if how in ("band", "missed") and not _are_bands(question.limits.get("bands")):
        yield "It needs bands: the least number of each and its words, from low to high."
    earlier = beside[: [one.key for one in beside].index(question.key)]
    for name in of:
        found = _named(name, earlier)
        if how == "all" and (found is None or found.table is not None):
            yield f"“{name}” is not an answer that stands before it."
        elif how != "all" and not _is_number(name, earlier):
            yield f"“{name}” is not a number that stands before it."


def _are_bands(bands: object) -> bool:
    """Whether these are (least, words) pairs that rise."""
    try:
        leasts = [Decimal(least) for least, words in bands if words]  # type: ignore[attr-defined]
    except (TypeError, ValueError, InvalidOperation):
        return False
    return bool(leasts) and leasts == sorted(set(leasts))


def _is_number(name: str, earlier: tuple[Question, ...]) -> bool:
    """Whether ``key``, or ``table.row.column`` of a table with fixed rows, is a number."""
    found = _named(name, earlier)
    return found is not None and isinstance(kinds.get(found.kind), numbers.Number)


def _named(name: str, earlier: tuple[Question, ...]) -> Question | None:
    """The question ``key``, or the column of ``table.row.column`` of a table with fixed rows."""
    key, *rest = name.split(".")
    question = next((one for one in earlier if one.key == key), None)
    if question is None or not rest:
        return question
    table = question.table
    if table is None or table.rows != "fixed" or len(rest) != 2:
        return None
    if rest[0] not in [row.code for row in table.fixed_rows]:
        return None
    return next((one for one in table.columns if one.key == rest[1]), None)


def _is_table(form: Form, path: str) -> bool:
    try:
        return form.question(path).table is not None
    except KeyError:
        return False


def _row_link(form: Form, question: Question) -> Iterator[str]:
    path = str(question.limits.get("table", ""))
    if not isinstance(kinds.get(question.kind), RowLink) or not _is_table(form, path):
        yield f"It links to rows of “{path}”, which is not a table of this form."
