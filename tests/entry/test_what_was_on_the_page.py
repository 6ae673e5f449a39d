"""An empty box and a box that was not there are told apart, and each answer has its own base."""

from django.utils.datastructures import MultiValueDict

from pep_plugin.sections.conditions import Is
from pep_plugin.sections.schema import Choice, Question
from tests.entry.pages import draw, one_page, posted, sent

FIRST = Question(key="first", label="First", kind="yes_no")
SECOND = Question(key="second", label="Second", applies=Is("part.first", ("yes",)))
MANY = Question(
    key="many", label="Many", kind="choices", choices=(Choice("a", "A"), Choice("b", "B"))
)


def test_unticking_every_box_takes_the_answer_away():
    page = posted(one_page(MANY), {"many": {"value": ["a"]}}, changes={"part-many": []})
    assert page.collect() == {"many": None}


def test_a_question_that_was_not_on_the_page_is_not_touched():
    form = one_page(FIRST, MANY)
    data = MultiValueDict({"part__asked": ["first@3"], "part-first": ["yes"]})
    page = draw(form, {"many": {"value": ["a"]}}, data=data)
    assert page.collect() == {"first": {"value": "yes"}}


def test_a_page_without_its_marks_gives_what_is_in_it_and_takes_nothing_away():
    page = draw(one_page(FIRST, MANY), {"many": {"value": ["a"]}}, data={"part-first": "yes"})
    assert page.collect() == {"first": {"value": "yes"}}
    assert page.bases()["first"] == 0


def test_a_question_carries_the_revision_it_was_drawn_from():
    page = draw(one_page(FIRST), revisions={"part": 7})
    assert sent(page)["part__asked"] == "first@7"
    again = draw(one_page(FIRST), revisions={"part": 9}, data=sent(page))
    assert again.bases() == {"first": 7}


def test_a_mark_that_was_tampered_with_counts_as_the_very_first_revision():
    for mark in ("first@-1", "first@x", "first@٣", "first@"):
        page = draw(one_page(FIRST), data={"part__asked": mark, "part-first": "no"})
        assert page.bases() == {"first": 0}


def test_a_question_that_nobody_asked_is_dropped():
    page = draw(one_page(FIRST), data={"part__asked": ["first@0", "evil@0"], "part-evil": "x"})
    assert set(page.collect()) == {"first"}


def test_a_question_of_other_readers_is_neither_drawn_nor_read():
    form = one_page(FIRST, Question(key="secret", label="Secret"))

    def may_read(section, question):
        return question.key != "secret"

    page = draw(form, {"secret": {"value": "canary"}}, may_read=may_read)
    assert "canary" not in str(page)
    assert "Secret" not in str(page)
    forged = draw(form, data={"part__asked": "secret@0", "part-secret": "x"}, may_read=may_read)
    assert forged.collect() == {}


def test_an_answer_brings_a_question_onto_the_page():
    page = posted(one_page(FIRST, SECOND), changes={"part-first": "yes"})
    assert page.newly_asked()
    assert not posted(one_page(FIRST, SECOND), changes={"part-first": "no"}).newly_asked()


def test_a_question_that_was_hidden_since_is_still_given_to_be_kept():
    form = one_page(FIRST, SECOND)
    page = draw(form, {"first": {"value": "yes"}}, data=None)
    data = sent(page, **{"part-second": "typed while it stood there"})
    late = draw(form, {"first": {"value": "no"}}, data=data)
    assert late.collect()["second"] == {"value": "typed while it stood there"}


def test_a_record_is_shown_and_cannot_be_typed():
    form = one_page(Question(key="upn", label="UPN", shows="child.upn"))
    page = draw(form, shown={"child.upn": "R201100018042"})
    assert "R201100018042" in str(page)
    assert draw(form, data={"part__asked": "upn@0", "part-upn": "x"}).collect() == {}


def test_without_marks_a_question_is_not_mistaken_for_one_whose_name_begins_the_same():
    form = one_page(Question(key="first", label="1"), Question(key="first_language", label="2"))
    page = draw(form, {"first": {"value": "kept"}}, data={"part-first_language": "Welsh"})
    assert page.collect() == {"first_language": {"value": "Welsh"}}
