"""Any answers to a form, and what of them stands in a Word document of the plan."""

import datetime
from typing import Any

from hypothesis import strategies as st

from pep_plugin.documents.outline import OutlineDocument
from pep_plugin.documents.walk import walk
from pep_plugin.documents.word.reader import Layout
from pep_plugin.documents.word.reader.layout import options, plain
from pep_plugin.sections import answers as answers_of
from pep_plugin.sections import kinds, roles
from pep_plugin.sections.answers import NONE_REASONS
from pep_plugin.sections.kinds.tables import has_content
from pep_plugin.sections.schema import Form, Question
from tests.documents.scene import CONTEXT, HEAD

CHARACTERS = st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"])
WORDS = st.one_of(
    st.text(CHARACTERS, min_size=1, max_size=40),
    st.lists(st.text(CHARACTERS, min_size=1, max_size=12), min_size=1, max_size=4).map("\n".join),
    st.sampled_from(
        ["Loves maths & <chips>", "☒ is how she signs", "{{ 7*7 }}", "a\tb", "• one\n• two", "yes"]
    ),
)
REASONS = st.sampled_from(sorted(NONE_REASONS)).map(lambda key: {"none": key})
ROW_IDS = st.text("0123456789abcdefghjkmnpqrstvwxyz", min_size=10, max_size=10)


def typed(question: Question, form: Form) -> st.SearchStrategy[dict[str, Any] | None]:
    """Any answer that a person can give to a question that is no table."""
    kind = question.kind
    if listed := options(question):
        codes = [choice.code for choice in listed]
        if kinds.get(kind).takes_many:
            some = st.lists(st.sampled_from(codes), min_size=1, unique=True)
            return some.map(lambda chosen: {"value": [code for code in codes if code in chosen]})
        chosen = st.sampled_from(codes).map(lambda code: {"value": code})
        # An option may have the very words of a reason, and then it is the option.
        labels = {choice.label for choice in listed}
        return chosen if labels & set(NONE_REASONS.values()) else st.one_of(REASONS, chosen)
    made = {
        "date": st.dates(datetime.date(1900, 1, 1), datetime.date(2199, 12, 31)).map(
            lambda day: f"{day.day} {day.month} {day.year}"
        ),
        "time": st.times().map(lambda time: f"{time:%H:%M}"),
        "number": st.decimals(0, 10**9, places=2).map(str),
        "money": st.decimals(0, 10**9, places=2).map(str),
        "identifier": st.sampled_from(["R201100018042", "1234567899", "900001"]),
    }
    text = st.one_of(made[kind], st.just("31 Feb")) if kind in made else WORDS
    return st.one_of(REASONS, text.map(lambda words: answers_of.read(question, words)))


def of_table(question: Question, form: Form) -> st.SearchStrategy[dict[str, Any] | None]:
    """Rows with something in each."""
    table = question.table
    assert table is not None
    columns = [
        one for one in table.columns if one.is_typed and one.kind not in ("file", "row_link")
    ]
    cells = st.fixed_dictionaries({}, optional={one.key: typed(one, form) for one in columns}).map(
        lambda row: {key: cell for key, cell in row.items() if cell}
    )
    full = cells.filter(has_content)
    if table.rows == "fixed":
        codes = [row.code for row in table.fixed_rows]
        some = st.dictionaries(st.sampled_from(codes), full, min_size=1)
        rows = some.map(
            lambda found: [{"id": code, "cells": found[code]} for code in codes if code in found]
        )
    else:
        most = min(3, table.max_rows)
        rows = st.dictionaries(ROW_IDS, full, min_size=1, max_size=most).map(
            lambda found: [{"id": row_id, "cells": row} for row_id, row in found.items()]
        )
    return rows.map(lambda value: {"value": value})


@st.composite
def answers(draw: st.DrawFn, form: Form, most: int = 12) -> dict[str, dict[str, Any]]:
    """Answers to some of the questions of a form that are typed."""
    asked = [
        (section.key, question)
        for _path, section, question in form.paths()
        if question.is_typed and question.kind not in ("file", "row_link")
    ]
    chosen = draw(st.lists(st.sampled_from(asked), min_size=1, max_size=most, unique_by=id))
    given: dict[str, dict[str, Any]] = {}
    for section, question in chosen:
        make = of_table if question.table is not None else typed
        answer = draw(make(question, form))
        if answer is not None and not looks_like_ours(answer, question, form):
            given.setdefault(section, {})[question.key] = answer
    return given


def looks_like_ours(answer: dict[str, Any], question: Question, form: Form) -> bool:
    """Whether somebody typed, word for word, what the document says where there is no answer."""
    layout = Layout(form)
    cells = [cell for _id, _label, _column, cell in answers_of.cells(question, answer)]
    for one in [answer, *cells]:
        words = one.get("value", one.get("typed"))
        if isinstance(words, str) and (
            layout.is_prompt(words) or plain(words) in map(plain, NONE_REASONS.values())
        ):
            return True
    return False


def everything_asked(form: Form) -> Form:
    """The form without conditions, so that whatever is answered is printed too."""
    import dataclasses

    sections = tuple(
        dataclasses.replace(
            section,
            applies=None,
            pages=tuple(
                dataclasses.replace(
                    page,
                    questions=tuple(
                        dataclasses.replace(question, applies=None) for question in page.questions
                    ),
                )
                for page in section.pages
            ),
        )
        for section in form.sections
    )
    return dataclasses.replace(form, sections=sections)


def outline(form: Form, given: dict[str, dict[str, Any]]) -> OutlineDocument:
    return walk(form, given, CONTEXT, HEAD, roles=roles.VIRTUAL_SCHOOL)


def flat(given: dict[str, dict[str, Any]]) -> dict[str, Any]:
    """By path, each with the parts that a document shows."""
    return {
        f"{section}.{key}": {
            name: answer[name] for name in ("value", "none", "typed") if name in answer
        }
        for section, own in given.items()
        for key, answer in own.items()
    }
