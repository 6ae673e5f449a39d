"""What publishing would do, worked out from drafts and live versions."""

import dataclasses

import pytest

from pep_plugin.formbuilder.reviewing import Draft, DraftSection, Review, bundles
from pep_plugin.formbuilder.telling import grouped, since
from pep_plugin.formversions.publish import publish
from pep_plugin.sections.schema import Form
from tests.sections.asking import form, question, section

pytestmark = pytest.mark.django_db


def draft(given: Form, *, number=1, hidden=(), changed=(), by=()):
    """A draft whose sections have ids by their place; ``changed``: ids of those that changed."""
    return Draft(
        id=number,
        form=given,
        hidden=frozenset(hidden),
        sections=tuple(
            DraftSection(
                id=at,
                key=part.key,
                title=part.title,
                is_changed=at in changed,
                drafted_by=frozenset(by if at in changed else ()),
            )
            for at, part in enumerate(given.sections)
        ),
    )


def paper(*sections, key="small"):
    """A form that owes the law nothing."""
    return dataclasses.replace(form(*sections), key=key, purpose="template")


def live(given):
    return publish(given)


def test_a_draft_that_is_live_already_has_not_changed():
    given = paper(section(question()))
    review = Review(draft(given), live(given))
    assert not review.is_changed
    assert bundles([review]) == []


def test_a_new_question_is_a_change_without_a_question_about_its_label():
    version = live(paper(section(question())))
    review = Review(draft(paper(section(question(), question(key="new")))), version)
    assert [one.what for one in review.differences] == ["added"]
    assert review.new_labels == []
    assert review.problems == []


def test_a_hidden_question_is_left_out_of_what_is_asked_and_told_as_hidden():
    given = paper(section(question(), question(key="other")))
    review = Review(draft(given, hidden=["part.other"]), live(given))
    assert [path for path, _s, _q in review.asked.paths()] == ["part.thing"]
    assert [one.what for one in review.differences] == ["hidden"]


def test_a_condition_on_a_question_that_is_hidden_is_a_problem():
    from pep_plugin.sections.conditions import Answered

    given = paper(section(question(), question(key="b", applies=Answered("part.thing"))))
    review = Review(draft(given, hidden=["part.thing"]), None)
    assert [problem.question for problem in review.problems] == ["b"]


def test_a_form_without_sections_is_refused():
    [problem] = Review(draft(paper()), None).problems
    assert problem.sentence == "The form has no sections."


def test_a_plan_s_form_owes_the_law_its_heads():
    sentences = [p.sentence for p in Review(draft(form(section(question()))), None).problems]
    assert any("The law asks for this" in sentence for sentence in sentences)


def test_each_new_label_is_asked_about_once():
    one, two = (paper(section(question()), key=key) for key in ("one", "two"))
    better = section(question(label="Better"))
    reviews = [
        Review(draft(paper(better, key=key), number=at, changed=[0]), live(before))
        for at, (key, before) in enumerate([("one", one), ("two", two)])
    ]
    [bundle] = bundles(reviews)
    assert [label.path for label in bundle.new_labels] == ["part.thing"]
    assert bundle.name == "one,two"


def test_forms_that_share_no_changed_section_go_apart():
    old = paper(section(question()), key="one"), paper(section(question()), key="two")
    new = [paper(section(question(help="Say it.")), key=one.key) for one in old]
    reviews = [Review(draft(given), live(before)) for given, before in zip(new, old, strict=True)]
    assert [bundle.name for bundle in bundles(reviews)] == ["one", "two"]


def test_a_form_that_shares_with_two_others_brings_all_three_together():
    def review(key, *changed):
        given = paper(section(question(), key="a"), section(question(), key="b"), key=key)
        return Review(draft(given, changed=changed), None)

    [bundle] = bundles([review("one", 0), review("two", 1), review("three", 0, 1)])
    assert {review.draft.key for review in bundle.reviews} == {"one", "two", "three"}


def test_the_mark_changes_with_the_draft_and_with_the_live_version():
    first = paper(section(question()))
    better = paper(section(question(help="Say it.")))
    version = live(first)
    marks = {
        Review(draft(better), version).mark,
        Review(draft(first), version).mark,
        Review(draft(better, hidden=["part.thing"]), version).mark,
        Review(draft(better), live(dataclasses.replace(first, title="Another"))).mark,
    }
    assert len(marks) == 4
    assert Review(draft(better), version).mark == Review(draft(better), version).mark


def test_who_drafted_is_everybody_who_changed_a_part_of_it():
    given = paper(section(question()))
    [bundle] = bundles([Review(draft(given, changed=[0], by=[7, 9]), None)])
    assert bundle.everyone_who_drafted == {7, 9}


def test_changes_are_listed_by_section_and_question():
    old = paper(section(question(), question(key="b", label="B")), section(question(), key="two"))
    new = paper(
        section(question(help="Say it.", required=True), question(key="b", label="B", help="So.")),
        section(question(), key="two", title="The second part"),
    )
    groups = grouped(Review(draft(new), live(old)))
    assert [group.title for group in groups] == ["The part", "The second part"]
    assert [change.label for change in groups[0].changes] == ["The thing", "B"]
    assert len(groups[0].changes[0].sentences) == 2
    assert groups[0].changes[0].reaches_plans
    assert groups[1].changes[0].label == ""


def test_what_was_published_meanwhile_is_told():
    live(paper(section(question())))
    live(paper(section(question(), question(key="new", label="New one"))))
    told = since("small:1,gone:0,bad")
    assert told[0] == "A small form, version 2 was published."
    assert told[1] == "New one: New. Asked after “The thing”."
    assert since("small:2") == []
    assert since("small:99999999999999") == since("small:0")
