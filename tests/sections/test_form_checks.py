"""Each thing that keeps a form from being published, by a form that has it."""

import pytest

from pep_plugin.sections import definitions, form_checks
from pep_plugin.sections.conditions import All, Answered, Compares, Is, Not
from pep_plugin.sections.schema import Choice, Form, Page, Table
from tests.sections.asking import form, question, section


def table(*columns, **more):
    return Table(columns=columns, **more)


def problems_of(*questions, **more):
    return form_checks.problems(form(section(*questions, **more)))


def one_problem(*questions, **more):
    [sentence] = problems_of(*questions, **more)
    return sentence


@pytest.mark.parametrize("shipped", definitions.shipped().values(), ids=lambda form: form.key)
def test_a_shipped_form_has_none(shipped):
    assert form_checks.problems(shipped) == []


def test_a_small_form_has_none():
    assert problems_of(question()) == []


def test_a_form_without_sections():
    assert form_checks.problems(form()) == ["The form has no sections."]


def test_a_section_without_questions():
    assert problems_of() == ["Section “part” asks nothing."]


def test_a_section_without_a_title():
    assert one_problem(question(), title=" ") == "Section “part” has no title."


def test_a_key_used_twice_in_a_section():
    assert one_problem(question(), question()) == "Section “part” uses the key “thing” 2 times."


def test_a_section_key_used_twice():
    sentences = form_checks.problems(form(section(question()), section(question())))
    assert "The form uses the key “part” 2 times." in sentences


@pytest.mark.parametrize("key", ["Thing", "1st", "a-b", "", "ż", "a b", "a" * 61, "_a", "{{x}}"])
def test_a_key_that_is_not_well_formed(key):
    assert "must begin with a small letter" in problems_of(question(key=key))[0]


def test_two_screens_with_one_address():
    pages = (Page(questions=(question(),)), Page(questions=(question(key="two"),)))
    sentences = form_checks.problems(
        Form(
            key="small",
            title="A small form",
            phase="primary",
            sections=(
                section(question(), pages=pages),
                # Not a well-formed key either: that is what keeps addresses apart.
                section(question(key="other"), key="part-2"),
            ),
        )
    )
    assert "Two screens would have the address “part-2”." in sentences


@pytest.mark.parametrize(
    ("asked", "sentence"),
    [
        (question("mood"), "There is no kind of question called “mood”."),
        (question(label="  "), "The question has no label."),
        (question(carry="maybe"), "Next term can “carry”, “confirm” or “never”, not “maybe”."),
        (question(stale_after=-1), "“Asked again after” cannot be less than 0 terms."),
        (question(shows="child.shoe_size"), "There is no record called “child.shoe_size”."),
        (
            question(shows="child.upn", required=True),
            "What is shown or worked out cannot be required.",
        ),
        (question("choice", choices="moods"), "There is no code list called “moods”."),
        (question("choice"), "There is nothing to choose from."),
        (
            question("choice", choices=(Choice("a", "A"), Choice("a", "B"))),
            "Two options have the code “a”.",
        ),
        (question("identifier"), "There is no kind of number called “None”."),
        (question(owner_role="head"), "There is no role called “head”."),
        (question(readers=("everyone",)), "There is no role called “everyone”."),
        (
            question("number", limits={"min": 5, "max": 4}),
            "The least, 5, is more than the most, 4.",
        ),
        (question("number", limits={"max": "many"}), "A limit is a number, not “many”."),
        (question("table"), "The table has no columns."),
        (question("text", table=table(question())), "Only a table has columns."),
        (question("text", feeds="targets"), "Only a table can feed facts."),
        (
            question("table", table=table(question()), feeds="moods"),
            "There is no fact table called “moods”.",
        ),
        (
            question("row_link", limits={"table": "part.nothing"}),
            "It links to rows of “part.nothing”, which is not a table of this form.",
        ),
        (
            question("row_link", limits={"table": "part.thing"}),
            "It links to rows of “part.thing”, which is not a table of this form.",
        ),
    ],
)
def test_a_question_that_cannot_be(asked, sentence):
    assert one_problem(asked) == f"part.thing: {sentence}"


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        (table(question(), question()), "The table uses the key “thing” 2 times."),
        (table(question(), core=("gone",)), "The core column “gone” is missing."),
        (table(question(), rows="some"), "Rows are free, fixed or from another table, not “some”."),
        (table(question(), min_rows=4, max_rows=3), "At least 4 and at most 3 rows cannot be."),
        (table(question(), max_rows=0), "At least 0 and at most 0 rows cannot be."),
        (table(question(), rows="fixed"), "The table has fixed rows, and none is named."),
        (
            table(question(), rows="fixed", fixed_rows=(Choice("x", "X"), Choice("x", "Y"))),
            "The table’s rows uses the key “x” 2 times.",
        ),
        (
            table(question(), rows="from_table", source="part.gone"),
            "Its rows come from “part.gone”, which is not a table of this form.",
        ),
        (
            table(question("mood")),
            "column “thing”: There is no kind of question called “mood”.",
        ),
        (
            table(question(applies=Answered("context.kind"))),
            "column “thing”: A column has no conditions.",
        ),
        (
            table(question(required=Answered("context.kind"))),
            "column “thing”: A column has no conditions.",
        ),
        (
            table(question("row_link", limits={"table": "x.y"})),
            "column “thing”: It links to rows of “x.y”, which is not a table of this form.",
        ),
        (
            table(question(shows="child.upn")),
            "column “thing”: A column neither shows a record nor feeds facts by itself.",
        ),
    ],
)
def test_a_table_that_cannot_be(rows, sentence):
    assert one_problem(question("table", table=rows)) == f"part.thing: {sentence}"


def test_a_table_in_a_table():
    inner = question("table", table=table(question()))
    assert (
        "part.thing: column “thing”: A table cannot stand in a table; "
        "link the rows of a second one instead."
        in problems_of(question("table", table=table(inner)))
    )


def test_columns_that_cannot_add_up():
    asked = question("table", limits={"adds_up": ["thing"]}, table=table(question()))
    assert (
        one_problem(asked) == "part.thing: “thing” is not a column of numbers, and cannot add up."
    )


def test_a_fact_table_without_one_of_its_columns():
    columns = (question(key="action"), question(key="who"))
    assert (
        one_problem(question("table", feeds="actions", table=table(*columns)))
        == "part.thing: The column “by_when” is needed for facts (actions)."
    )


BANDS = "It needs bands: the least number of each and its words, from low to high."


@pytest.mark.parametrize(
    ("limits", "sentence"),
    [
        (
            {"how": "mean", "of": ["a"]},
            "A value is worked out as percent, sum, band, missed, all, not “mean”.",
        ),
        (
            {"how": "percent", "of": ["a"]},
            "It must name what it is worked out from (two numbers for a per cent).",
        ),
        ({"how": "sum", "of": ["gone"]}, "“gone” is not a number that stands before it."),
        ({"how": "sum", "of": ["words"]}, "“words” is not a number that stands before it."),
        ({"how": "sum", "of": ["after"]}, "“after” is not a number that stands before it."),
        (
            {"how": "sum", "of": ["rows.x.gone"]},
            "“rows.x.gone” is not a number that stands before it.",
        ),
        ({"how": "sum", "of": ["rows.y.n"]}, "“rows.y.n” is not a number that stands before it."),
        ({"how": "band", "of": ["a"]}, BANDS),
        ({"how": "band", "of": ["a"], "bands": [["low", "Low"]]}, BANDS),
        ({"how": "band", "of": ["a"], "bands": [["9", "High"], ["0", "Low"]]}, BANDS),
        ({"how": "missed", "of": ["a", "a"], "bands": 7}, BANDS),
        (
            {"how": "all", "value": "2", "of": ["rows"]},
            "“rows” is not an answer that stands before it.",
        ),
    ],
)
def test_a_number_that_cannot_be_worked_out(limits, sentence):
    rows = Table(columns=(question("number", "n"),), rows="fixed", fixed_rows=(Choice("x", "X"),))
    assert (
        one_problem(
            question("number", "a"),
            question("text", "words"),
            question("table", "rows", table=rows),
            question("computed", limits=limits),
            question("number", "after"),
        )
        == f"part.thing: {sentence}"
    )


def test_a_condition_on_what_is_not_asked_at_all():
    assert (
        one_problem(question(applies=Is("part.gone", ("x",))))
        == "part.thing: Its condition looks at “part.gone”, which this form does not ask."
    )


def test_a_condition_that_points_forwards():
    first = question(key="first", applies=Not(Answered("part.thing")))
    assert one_problem(first, question()) == (
        "part.first: Its condition looks at “The thing”, which is asked only after it."
    )


def test_a_condition_on_itself():
    assert one_problem(question(applies=Answered("part.thing"))) == (
        "part.thing: Its condition looks at its own answer."
    )


def test_conditions_that_go_round_in_a_circle():
    first = question(key="first", label="The first", applies=Answered("part.third"))
    second = question(key="second", label="The second", applies=Answered("part.first"))
    third = question(key="third", label="The third", applies=Answered("part.second"))
    assert one_problem(first, second, third) == (
        "part.first: Its condition and that of “The third” wait for each other."
    )


def test_a_required_condition_is_looked_at_too():
    assert "“part.gone”" in one_problem(question(required=Answered("part.gone")))


def test_a_section_whose_condition_points_into_itself():
    assert one_problem(question(), applies=Answered("part.thing")) == (
        "Section “part”: Its condition looks at “The thing”, which is asked only after it."
    )


def test_a_condition_on_what_no_plan_knows():
    assert (
        one_problem(question(applies=Is("context.weather", ("fine",))))
        == "part.thing: A plan knows nothing called “context.weather”."
    )


def test_a_comparison_that_does_not_exist():
    compares = All((Compares("context.age", "≈", "4"),))
    assert (
        one_problem(question(applies=compares)) == "part.thing: Numbers cannot be compared by “≈”."
    )


def test_a_condition_that_would_betray_a_restricted_answer():
    secret = question(key="secret", label="The secret", readers=("iro", "social_worker"))
    shown = question(applies=Is("part.secret", ("yes",)))
    assert (
        one_problem(secret, shown)
        == "part.thing: Its condition would betray “The secret” to people who may not read that."
    )


def test_a_condition_is_right_where_the_same_people_read_both():
    secret = question(key="secret", readers=("iro", "social_worker"))
    shown = question(readers=("iro",), applies=Is("part.secret", ("yes",)))
    assert problems_of(secret, shown) == []


def test_readers_of_the_section_and_of_the_question_both_count():
    told = question(key="secret", label="The secret", readers=("iro", "carer"))
    secret = section(told, readers=("iro",), key="one")
    wide = section(question(readers=("carer",), applies=Answered("one.secret")), key="two")
    assert "would betray “The secret”" in " ".join(form_checks.problems(form(secret, wide)))
    narrow = section(question(readers=("iro",), applies=Answered("one.secret")), key="two")
    assert form_checks.problems(form(secret, narrow)) == []


def test_unknown_roles_of_a_section():
    assert one_problem(question(), owner_role="head") == (
        "Section “part”: There is no role called “head”."
    )
    assert "“aunt”" in one_problem(question(), also=("aunt",))
    assert "“uncle”" in one_problem(question(), readers=("uncle",))


def test_a_label_and_titles_that_are_too_long():
    [sentence] = problems_of(question(label="x" * 10_000))
    assert sentence == "part.thing: The label has 10,000 characters; at most 300 are shown."
    [sentence] = problems_of(question(), title="é" * 201)
    assert sentence == "The title has 201 characters; at most 200 are shown."


def test_a_label_of_any_characters_is_only_text():
    assert problems_of(question(label="🦦 {{ settings }} <script>alert(1)</script>")) == []


def test_each_problem_knows_its_place():
    told = form_checks.located(form(section(question(label=""), question(key="no"), title="")))
    assert [(problem.section, problem.question) for problem in told] == [
        ("part", ""),
        ("part", "thing"),
    ]
    assert form_checks.located(form())[0].section == ""
