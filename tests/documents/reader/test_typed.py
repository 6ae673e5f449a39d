"""What people type where a form wants a date, a number, a box or one of its options."""

import pytest

from pep_plugin.documents.word import names, reader
from pep_plugin.sections import definitions
from tests.documents.reader.writing import (
    FORM,
    cell,
    control,
    file,
    p,
    read,
    row,
    run,
    table,
    value,
)


@pytest.mark.parametrize(
    "text",
    [
        "27/3/2012",
        "27 March 2012",
        "27.03.12",
        "27-03-2012",
        "27–03–2012",
        "Tuesday 27th March 2012",
        "Tues. 27 Mar. 2012",
        "27th of March 2012",
        "27 March 2012 (Tuesday)",
        "March 27, 2012",
        "2012-03-27",
        "27\N{NO-BREAK SPACE}March\N{NO-BREAK SPACE}2012",
        "2 7 / 0 3 / 2 0 1 2",
        "2 7 | 0 3 | 2 0 1 2",
        "27032012",
        "270312",
        "27 \\ 3 \\ 2012",
        "  27/3/2012. ",
    ],
)
def test_a_date_is_read_in_the_ways_in_which_people_write_it(text):
    assert value(p(control(run(text), "every.date")), "every.date") == "2012-03-27"


@pytest.mark.parametrize(
    "text", ["31 Feb", "31/2/2012", "next Tuesday", "3/2012", "27/3/2012 or later"]
)
def test_what_is_no_date_is_kept_as_it_was_typed(text):
    assert read(p(control(run(text), "every.date"))).answers["every.date"] == {"typed": text}


def test_a_date_in_boxes_of_a_small_table_is_read():
    boxes = table(row(*(cell(p(run(figure))) for figure in "27032012")))
    assert value(control(boxes, "every.date"), "every.date") == "2012-03-27"


def test_a_day_that_was_picked_counts_where_the_words_are_american():
    picked = '<w:date w:fullDate="2012-03-04T00:00:00Z"><w:dateFormat w:val="M/d/yyyy"/></w:date>'
    assert value(p(control(run("3/4/2012"), "every.date", picked)), "every.date") == "2012-03-04"


def test_words_that_were_typed_over_a_picked_day_count():
    picked = '<w:date w:fullDate="2012-03-04T00:00:00Z"/>'
    body = p(control(run("27 March 2012"), "every.date", picked))
    assert value(body, "every.date") == "2012-03-27"


@pytest.mark.parametrize(
    ("kind", "text", "stored"),
    [
        ("number", " 1,250 ", "1250"),
        ("number", "95 %", "95"),
        ("number", "95 per cent", "95"),
        ("money", "£ 1,234.50", "1234.50"),
        ("money", "250 pounds", "250.00"),
        ("time", "2.30 pm", "14:30"),
        ("time", "14h30", "14:30"),
        ("time", "1430", "14:30"),
        ("time", "2 p.m.", "14:00"),
        ("yes_no", "YES", "yes"),
        ("yes_no", "n", "no"),
        ("choice", "alpha", "a"),
        ("choice", "Beta, with a comma.", "b"),
        ("choice", "beta", "b"),
        ("choices", "Gamma, Alpha", ["a", "c"]),
        ("choices", "• gamma", ["c"]),
        ("identifier", "r2011 0001 8042", "R201100018042"),
        ("person", "Ngozi Okafor", "Ngozi Okafor"),
    ],
)
def test_numbers_times_and_options_are_read_as_they_are_meant(kind, text, stored):
    path = f"every.{kind}"
    assert value(p(control(run(text), path)), path) == stored


@pytest.mark.parametrize(
    ("kind", "text"),
    [("number", "a few"), ("money", "1,5"), ("time", "half past two"), ("choice", "a lot")],
)
def test_what_cannot_be_read_is_kept(kind, text):
    path = f"every.{kind}"
    assert read(p(control(run(text), path))).answers == {path: {"typed": text}}


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("Not known yet", "unknown"),
        ("does not apply.", "not_applicable"),
        ("Prefers not to say", "not_said"),
    ],
)
def test_a_reason_for_no_answer_is_a_reason(words, reason):
    assert read(p(control(run(words.rstrip(".")), "every.text"))).answers == {
        "every.text": {"none": reason}
    }


def box(tag, sign, checked):
    kind = f'<w14:checkbox><w14:checked w14:val="{checked}"/></w14:checkbox>'
    return control(run(sign), tag, kind)


@pytest.mark.parametrize(
    ("sign", "checked", "is_ticked"),
    [
        ("☒", 1, True),
        ("☐", 0, False),
        ("☑", 0, True),
        ("x", 0, True),
        ("X", 0, True),
        ("✓", 0, True),
        ("☐", 1, True),
        ("", 1, True),
        ("", 0, False),
    ],
)
def test_a_box_is_ticked_by_the_program_or_by_hand(sign, checked, is_ticked):
    inner = box("every.choices=a", sign, checked) + run("\N{NO-BREAK SPACE}Alpha")
    found = value(p(control(inner, "every.choices")), "every.choices")
    assert found == (["a"] if is_ticked else None)


@pytest.mark.parametrize(
    "text", ["☒ Alpha\n☐ Beta, with a comma\n☑ Gamma", "[x] Alpha [ ] Beta, with a comma (x) Gamma"]
)
def test_boxes_are_read_by_the_words_beside_them(text):
    lines = "<w:r><w:br/></w:r>".join(run(line) for line in text.split("\n"))
    assert value(p(control(lines, "every.choices")), "every.choices") == ["a", "c"]


def test_words_beside_boxes_are_shown():
    lines = run("☒ Alpha") + "<w:r><w:br/></w:r>" + run("☐ Gamma") + "<w:r><w:br/></w:r>"
    found = read(p(control(lines + run("and chess"), "every.choices")))
    assert found.answers == {"every.choices": {"value": ["a"]}}
    assert found.unplaced == [{"text": "and chess", "near": "A question of the kind choices"}]


def test_an_x_beside_the_box_of_a_paper_ticks_it():
    form = definitions.papers()["my-views-8-11"]
    path, question = next(
        (path, question)
        for path, _section, question in form.paths()
        if question.table is None and reader.layout.options(question) and question.kind != "scale"
    )
    first = reader.layout.options(question)[0]
    tag = names.option_tag(path, first.code)
    body = table(
        row(cell(p(run(question.label))), cell(p(run("x"), box(tag, "☐", 0), run(first.label))))
    )
    found = reader.read(file(body), form)
    stored = [first.code] if question.kind == "choices" else first.code
    assert found.answers == {path: {"value": stored}}


def test_words_beside_an_empty_control_are_its_answer():
    body = table(
        row(
            cell(p(run("A question of the kind date"))),
            cell(
                p(control(run("Click to enter a date"), "every.date", prompt=True), run("1/5/26"))
            ),
        )
    )
    assert value(body, "every.date") == "2026-05-01"


def test_words_beside_a_control_that_has_an_answer_of_one_line_are_shown():
    body = table(
        row(
            cell(p(run("A question of the kind date"))),
            cell(p(control(run("1/5/26"), "every.date")), p(run("or a week later"))),
        )
    )
    found = read(body)
    assert found.answers == {"every.date": {"value": "2026-05-01"}}
    assert found.unplaced == [{"text": "or a week later", "near": "A question of the kind date"}]


def test_a_longer_answer_goes_on_below_its_control():
    body = table(row(cell(p(control(run("One"), "every.long_text")), p(run("Two")))))
    assert value(body, "every.long_text") == "One\nTwo"


def test_what_was_typed_between_is_shown_with_what_stands_above():
    body = p(run("Every kind")) + p(run("Please ring me first.")) + p(run("Ngozi"))
    found = read(body)
    assert found.answers == {}
    assert found.unplaced == [{"text": "Please ring me first.\nNgozi", "near": "Every kind"}]
    assert found.notes == ["Some words stand in the file where nothing was asked. Nothing is lost."]


def test_thousands_of_paragraphs_are_shown_together():
    body = "".join(
        p(run(f"Thought {number}")) + p(run("Every kind" if number % 2 else "Home"))
        for number in range(1_000)
    )
    found = read(body)
    assert len(found.unplaced) == 201
    assert found.unplaced[-1]["text"].endswith("Thought 999")


def test_the_number_of_a_row_links_it():
    rows = table(
        row(cell(p(control(run("Read"), "every.table#k3v9x2m4qa.target")))),
        row(cell(p(control(run("Swim"), "every.table#p7w2c8n5rb.target")))),
    )
    found = read(rows + p(control(run("1 and 2"), "every.row_link")))
    assert found.answers["every.row_link"] == {"value": ["k3v9x2m4qa", "p7w2c8n5rb"]}
    found = read(rows + p(control(run("Target 2: Swim"), "every.row_link")))
    assert found.answers["every.row_link"] == {"value": ["p7w2c8n5rb"]}
    found = read(rows + p(control(run("the third one"), "every.row_link")))
    assert found.answers["every.row_link"] == {"typed": "the third one"}


def test_a_row_that_was_copied_is_new_and_the_same_file_gives_the_same_rows():
    one = row(cell(p(control(run("Read"), "every.table#k3v9x2m4qa.target"))))
    data = file(table(one, one.replace("Read", "Read more")))
    found, again = reader.read(data, FORM), reader.read(data, FORM)
    ids = [one["id"] for one in found.answers["every.table"]["value"]]
    assert ids[0] == "k3v9x2m4qa"
    assert found.new_rows == {"every.table": ids[1:]}
    assert found.answers == again.answers


def test_a_picture_in_an_answer_is_said():
    body = p(control(run("Look") + "<w:r><w:drawing/></w:r>", "every.long_text"))
    found = read(body)
    assert "There is a picture at “A question of the kind long_text”." in found.notes[0]
