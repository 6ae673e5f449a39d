"""What a plan is asked, what is required of it, and what keeps a section from being complete."""

from pep_plugin.sections import answers
from pep_plugin.sections.conditions import Answered, Is
from pep_plugin.sections.schema import Page
from tests.sections.asking import form, question, section

MOVE = question("yes_no", "move", label="Is a move coming?", required=True)
WHERE = question("text", "where", label="Where to?", applies=Is("part.move", ("yes",)))
HOW = question(
    "text",
    "how",
    label="How?",
    applies=Answered("part.where"),
    required=Is("part.move", ("yes",)),
)
PLAN = form(
    section(MOVE, WHERE, HOW),
    section(question("text", "two"), key="later", applies=Is("context.kind", ("termly",))),
)


def asked(context=None, **given):
    typed = {key: {"value": value} for key, value in given.items()}
    return answers.Asked(PLAN, {"part": typed}, context or {})


def sentences(plan, key="part"):
    return [sentence for _question, sentence in plan.gaps(PLAN.section(key))]


def test_a_question_is_asked_when_its_condition_holds():
    assert not asked().is_asked("part.where")
    assert not asked(move="no").is_asked("part.where")
    assert asked(move="yes").is_asked("part.where")


def test_a_kept_answer_of_a_hidden_question_does_not_show_another():
    assert asked(move="yes", where="Millbrook").is_asked("part.how")
    assert not asked(move="no", where="Millbrook").is_asked("part.how")


def test_a_hidden_section_is_not_asked_and_its_questions_neither():
    assert [one.key for one in asked({"kind": "interim"}).sections()] == ["part"]
    plan = asked({"kind": "termly"})
    assert [one.key for one in plan.sections()] == ["part", "later"]
    assert plan.is_asked("later.two")
    assert asked({}).questions(PLAN.section("later")) == ()


def test_a_section_with_nothing_to_ask_is_left_out():
    hidden = form(section(question(applies=Is("context.kind", ("initial",)))))
    assert answers.Asked(hidden, {}, {"kind": "termly"}).sections() == ()


def test_a_hidden_number_does_not_count_in_what_is_worked_out():
    whole = form(
        section(
            question("yes_no", "extra"),
            question("number", "first"),
            question("number", "second", applies=Is("part.extra", ("yes",))),
            question("computed", "total", limits={"how": "sum", "of": ["first", "second"]}),
            question("text", "why", applies=Answered("part.total")),
        )
    )
    numbers = {"first": {"value": "1"}, "second": {"value": "2"}}
    shown = answers.Asked(whole, {"part": {**numbers, "extra": {"value": "yes"}}}, {})
    hidden = answers.Asked(whole, {"part": {**numbers, "extra": {"value": "no"}}}, {})
    assert shown.is_asked("part.why")
    assert not hidden.is_asked("part.why")


def test_a_question_is_required_only_while_its_condition_holds():
    assert asked(move="yes", where="Millbrook").is_required(HOW)
    assert not asked(move="no").is_required(HOW)


def test_each_missing_answer_is_one_sentence():
    assert sentences(asked()) == ["Answer “Is a move coming?”."]
    assert sentences(asked(move="yes", where="Millbrook")) == ["Answer “How?”."]
    assert sentences(asked(move="yes", where="Millbrook", how="By bus")) == []


def test_text_that_could_not_be_read_is_a_gap_even_where_nothing_is_required():
    whole = form(section(question("date")))
    plan = answers.Asked(whole, {"part": {"thing": {"typed": "31 2 2026"}}}, {})
    [(_question, sentence)] = plan.gaps(whole.sections[0])
    assert sentence.startswith("“31 2 2026” is not a date")


def test_a_reason_for_having_no_answer_is_an_answer():
    for reason in answers.NONE_REASONS:
        given = {"part": {"move": {"none": reason}}}
        plan = answers.Asked(PLAN, given, {})
        assert sentences(plan) == []


def test_an_answer_of_nobodys_choice_does_not_show_what_waits_for_a_value():
    plan = answers.Asked(PLAN, {"part": {"move": {"none": "unknown"}}}, {})
    assert not plan.is_asked("part.where")


def test_counts_leave_out_detail_and_what_is_only_shown():
    whole = form(
        section(
            question("text", "typed"),
            question("text", "more", detail=True),
            question("text", "upn", shows="child.upn"),
        )
    )
    plan = answers.Asked(whole, {"part": {"typed": {"value": "x"}}}, {})
    assert plan.counts(whole.sections[0]) == (1, 1)


def test_records_that_are_shown_are_never_gaps():
    shown = question("text", "upn", shows="child.upn")
    whole = form(section(shown, key="child", pages=(Page(questions=(shown,)),)))
    assert answers.Asked(whole, {}, {}).gaps(whole.sections[0]) == []
