"""Rows are added and taken away without a script and without being judged; ids last for life."""

import dataclasses

from pep_plugin.entry.around import Around
from pep_plugin.entry.forms import PageForm
from pep_plugin.sections.schema import Choice, Form, Page, Question, Section, Table
from tests.entry.pages import draw, one_page, posted, sent

COLUMNS = (
    Question(key="words", label="The target", required=True),
    Question(key="by_when", label="By when", kind="date"),
)


def table(**extra):
    given = {"columns": COLUMNS, "row_name": "target", **extra.pop("table", {})}
    return one_page(
        Question(key="goals", label="Goals", kind="table", table=Table(**given), **extra)
    )


def row(row_id, words, **extra):
    return {"id": row_id, "cells": {"words": {"value": words}}, **extra}


STORED = {"goals": {"value": [row("aaaaaaaaaa", "Read"), row("bbbbbbbbbb", "Swim", from_row="cc")]}}


def test_an_empty_table_is_drawn_with_one_row_that_has_an_id():
    data = sent(draw(table()))
    (row_id,) = data.getlist("part-goals-rows")
    assert len(row_id) == 10
    assert f"part-goals-{row_id}-words" in data


def test_what_is_typed_into_it_becomes_a_row_of_that_id():
    page = draw(table())
    data = sent(page)
    row_id = data["part-goals-rows"]
    data[f"part-goals-{row_id}-words"] = "Read a chapter"
    assert draw(table(), data=data).collect() == {
        "goals": {"value": [row(row_id, "Read a chapter")]}
    }


def test_rows_come_back_as_they_were_with_all_that_belongs_to_them():
    assert posted(table(), STORED).collect() == STORED


def test_adding_a_row_keeps_what_is_typed_judges_nothing_and_puts_the_focus_there():
    page = draw(table(required=True))
    data = sent(page)
    old = data["part-goals-rows"]
    data[f"part-goals-{old}-by_when_0"] = "31"
    bound = draw(table(required=True), data=data)
    assert bound.add_row("goals")
    html = str(bound)
    ids = sent(bound).getlist("part-goals-rows")
    assert ids[0] == old
    assert len(ids) == 2
    assert sent(bound)[f"part-goals-{old}-by_when_0"] == "31"
    assert "Error:" not in html
    assert html.count("autofocus") == 1
    assert html.index("autofocus") > html.index(ids[1])


def test_removing_a_row_takes_it_off_the_page_and_then_out_of_the_answer():
    bound = draw(table(), STORED, data=sent(draw(table(), STORED)))
    assert bound.remove_row("goals", "aaaaaaaaaa") == "Target 1"
    again = draw(table(), STORED, data=sent(bound))
    assert [kept["id"] for kept in again.collect()["goals"]["value"]] == ["bbbbbbbbbb"]


def test_removing_what_is_not_there_changes_nothing():
    bound = draw(table(), STORED, data=sent(draw(table(), STORED)))
    assert bound.remove_row("goals", "zzzzzzzzzz") == ""
    assert bound.remove_row("nothing", "aaaaaaaaaa") == ""
    assert not bound.add_row("nothing")
    assert len(bound.collect()["goals"]["value"]) == 2


def test_removing_every_row_leaves_no_answer():
    data = sent(draw(table(), STORED), **{"part-goals-rows": []})
    assert draw(table(), STORED, data=data).collect() == {"goals": None}


def test_a_row_id_that_no_page_of_ours_would_mint_is_not_a_row():
    data = sent(draw(table()), **{"part-goals-rows": ["<script>", "a" * 21, ""]})
    assert draw(table(), data=data).collect() == {"goals": None}


def test_no_more_rows_than_the_table_may_have():
    form = table(table={"max_rows": 2})
    bound = draw(form, STORED, data=sent(draw(form, STORED)))
    assert not bound.add_row("goals")
    assert 'name="add"' not in str(bound)


def test_cells_of_other_readers_are_not_drawn_and_stay():
    page = draw(table(), STORED, may_read_column=lambda section, column: column.key != "words")
    assert "Read" not in str(page)
    again = draw(
        table(),
        STORED,
        data=sent(page),
        may_read_column=lambda section, column: column.key != "words",
    )
    assert again.collect() == STORED


def test_fixed_rows_are_always_there_and_cannot_be_removed():
    form = table(
        table={"rows": "fixed", "fixed_rows": (Choice("now", "Now"), Choice("then", "Then"))}
    )
    page = draw(form)
    assert "Now" in str(page)
    assert 'name="remove"' not in str(page)
    data = sent(page, **{"part-goals-then-words": "Better"})
    assert draw(form, data=data).collect() == {"goals": {"value": [row("then", "Better")]}}


def test_a_fixed_row_that_the_form_no_longer_has_keeps_its_answer():
    form = table(table={"rows": "fixed", "fixed_rows": (Choice("now", "Now"),)})
    stored = {"goals": {"value": [row("gone", "Old words")]}}
    assert posted(form, stored).collect() == stored


def test_a_worked_out_column_is_shown():
    columns = (
        Question(key="possible", label="Possible", kind="number"),
        Question(key="attended", label="Attended", kind="number"),
        Question(
            key="percent",
            label="Attendance",
            kind="computed",
            limits={"how": "percent", "of": ["attended", "possible"]},
        ),
    )
    form = table(table={"columns": columns, "rows": "fixed", "fixed_rows": (Choice("now", "Now"),)})
    cells = {"possible": {"value": "200"}, "attended": {"value": "191"}}
    assert "95.5%" in str(draw(form, {"goals": {"value": [{"id": "now", "cells": cells}]}}))


def two_tables(first, second):
    return Form(
        key="two",
        title="Two",
        phase="primary",
        sections=tuple(
            Section(
                key=key,
                title=key,
                owner_role="designated_teacher",
                pages=(
                    Page(questions=(Question(key="rows", label="Rows", kind="table", table=made),)),
                ),
            )
            for key, made in (("one", first), ("two", second))
        ),
    )


FREE = Table(columns=COLUMNS, row_name="target")
VIEW = (Question(key="view", label="How did it go?"),)


def test_rows_that_follow_another_table_bear_its_words_and_its_ids():
    form = two_tables(FREE, Table(columns=VIEW, rows="from_table", source="one.rows"))
    others = {"one": {"rows": STORED["goals"]}}
    page = draw(form, step="two", others=others)
    assert "Swim" in str(page)
    data = sent(page, **{"two-rows-bbbbbbbbbb-view": "Well"})
    found = draw(form, step="two", others=others, data=data).collect()
    assert found == {
        "rows": {"value": [{"id": "bbbbbbbbbb", "cells": {"view": {"value": "Well"}}}]}
    }


def test_a_table_that_stands_before_its_source_looks_back_at_last_term():
    form = two_tables(Table(columns=VIEW, rows="from_table", source="two.rows"), FREE)
    page = PageForm(
        step=form.step("one"),
        around=Around(form, {}, {}, previous={"two": {"rows": STORED["goals"]}}),
        initial={},
    )
    assert "Swim" in str(page)


def test_a_table_with_nothing_to_follow_does_not_stand_in_the_way():
    form = two_tables(FREE, Table(columns=VIEW, rows="from_table", source="one.rows"))
    required = form.question("two.rows")
    page = draw(one_page(required))
    assert "There is nothing to fill in here." in str(page)
    page = posted(
        one_page(
            Question(key="rows", label="Rows", kind="table", table=required.table, required=True)
        ),
        changes={"part-rows__none": "not_applicable:"},
    )
    assert page.is_valid()


def test_rows_of_another_table_can_be_chosen():
    link = Question(key="for", label="For", kind="row_link", limits={"table": "one.rows"})
    form = two_tables(FREE, Table(columns=(link,), row_name="action"))
    others = {"one": {"rows": STORED["goals"]}}
    page = draw(form, step="two", others=others)
    assert "Swim" in str(page)
    data = sent(page)
    row_id = data["two-rows-rows"]
    data.setlist(f"two-rows-{row_id}-for", ["bbbbbbbbbb", "aaaaaaaaaa"])
    found = draw(form, step="two", others=others, data=data).collect()["rows"]["value"]
    assert found[0]["cells"]["for"] == {"value": ["bbbbbbbbbb", "aaaaaaaaaa"]}


def test_what_is_wrong_in_a_cell_is_named_with_its_row_and_linked_to_it():
    stored = {
        "goals": {
            "value": [
                {"id": "aaaaaaaaaa", "cells": {"by_when": {"typed": "31 2 2026"}}},
            ]
        }
    }
    page = draw(table(required=True, table={"min_rows": 2}), stored)
    assert not page.check()
    assert [(p.control_id, p.sentence) for p in page.problems] == [
        ("id_part-goals-aaaaaaaaaa-words", "Add at least 2 targets. There is 1."),
        ("id_part-goals-aaaaaaaaaa-words", "Target 1, The target: Answer “The target”."),
        (
            "id_part-goals-aaaaaaaaaa-by_when_0",
            "Target 1, By when: “31 2 2026” is not a date in the calendar. "
            "Check the day and month.",
        ),
    ]
    assert 'id="id_part-goals-aaaaaaaaaa-by_when_0"' in str(page)


def test_many_optional_columns_stand_behind_a_line_that_opens():
    columns = (COLUMNS[0], *(Question(key=f"c{n}", label=f"Column {n}") for n in range(9)))
    form = table(table={"columns": columns})
    assert "More about this target (optional)" in str(draw(form))
    stored = {"goals": {"value": [{"id": "aaaaaaaaaa", "cells": {"c5": {"value": "x"}}}]}}
    assert '<details class="pep-details" open>' in str(draw(form, stored))


def test_what_the_followed_row_says_is_shown_and_kept_and_not_typed_again():
    columns = (Question(key="said", label="Last time", proposes="goals.words"), *VIEW)
    followed = Question(key="rows", label="Rows", kind="table", table=FREE, feeds="goals")
    form = two_tables(Table(columns=columns, rows="from_table", source="two.rows"), FREE)
    form = dataclasses.replace(
        form,
        sections=(
            form.sections[0],
            dataclasses.replace(form.sections[1], pages=(Page(questions=(followed,)),)),
        ),
    )
    previous = {"two": {"rows": STORED["goals"]}}
    page = draw(form, step="one", previous=previous)
    assert not any(name.endswith("-said") for name in sent(page))
    data = sent(page, **{"one-rows-bbbbbbbbbb-view": "Well"})
    found = draw(form, step="one", previous=previous, data=data).collect()["rows"]["value"]
    assert found == [
        {"id": "bbbbbbbbbb", "cells": {"said": {"value": "Swim"}, "view": {"value": "Well"}}}
    ]


def test_thousands_of_forged_rows_are_not_drawn():
    table = Table(columns=(Question(key="x", label="X"),), max_rows=12)
    question = Question(key="t", label="T", kind="table", table=table)
    rows = [f"row{number}" for number in range(9_000)]
    form = draw(one_page(question), data={"part__asked": "t@0", "part-t-rows": rows})
    assert len(form.parts[0].rows) < 300
