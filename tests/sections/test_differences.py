"""What changed between two forms, told in plain words to who publishes the second one."""

import dataclasses

import pytest
from hypothesis import given, settings

from pep_plugin.sections import codec, definitions, differences
from pep_plugin.sections.conditions import All, Answered, Compares, Is, Not
from pep_plugin.sections.schema import Choice, Page, Table
from tests.sections.asking import CHOICES, form, forms, question, section


def told(old, new, **hidden):
    """What is said, without the place."""
    return [difference.sentence for difference in differences.between(old, new, **hidden)]


def of_one(**change):
    """What is said of one question that changed so."""
    old = form(section(question(key="first"), question()))
    new = form(section(question(key="first"), question(**change)))
    return told(old, new)


@pytest.mark.parametrize("shipped", definitions.shipped().values(), ids=lambda form: form.key)
def test_equal_forms_have_none(shipped):
    assert differences.between(shipped, codec.from_json(codec.to_json(shipped))) == []


def test_a_first_version():
    assert told(None, form(section(question()))) == [
        "This is the first version: 1 section, 1 questions."
    ]


def test_a_question_added_and_one_removed():
    old = form(section(question(), question(key="gone", label="Gone")))
    new = form(section(question(), question(key="fresh", label="Fresh")))
    gone, fresh = differences.between(old, new)
    assert (gone.what, gone.label) == ("removed", "Gone")
    assert (fresh.what, fresh.label) == ("added", "Fresh")
    assert fresh.sentence == "New. Asked after “The thing”."
    assert (fresh.section, fresh.question) == ("part", "fresh")


def test_a_question_hidden_is_not_called_removed_and_comes_back():
    both = form(section(question(), question(key="other")))
    one = form(section(question()))
    assert told(both, one, hidden=["part.other"]) == [
        "It is hidden, in plans that are being written as well; answers are kept."
    ]
    assert told(one, both, was_hidden=["part.other"]) == ["It is asked again."]


def test_one_question_moved_is_told_as_one_move():
    keys = "abcde"
    old = form(section(*(question(key=key, label=key.upper()) for key in keys)))
    new = form(section(*(question(key=key, label=key.upper()) for key in "acdeb")))
    [move] = differences.between(old, new)
    assert (move.label, move.sentence) == ("B", "Moved after “E”.")
    first = form(section(*(question(key=key, label=key.upper()) for key in "eabcd")))
    assert told(old, first) == ["Moved first."]


def test_sections_that_come_and_go_and_move():
    one, two, three = (section(question(), key=key, title=key.title()) for key in ("a", "b", "c"))
    assert told(form(one, two, three), form(two, three, one)) == ["Moved after “C”."]
    assert told(form(one), form(one, three)) == [
        "A new section with 1 question.",
        "New.",
    ]
    assert told(form(one, three), form(one)) == ["The section is no longer in the form."]


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"label": "A thing"}, "It was called “The thing” and is called “A thing”."),
        ({"help": "Say it."}, "It has help now: “Say it.”."),
        ({"required": True}, "It may be left empty; now it must be answered."),
        (
            {"required": Is("context.term", ("autumn",))},
            "It may be left empty; now it must be answered when “Term” is Autumn.",
        ),
        (
            {"owner_role": "social_worker"},
            "It is filled in by Social worker; it was filled in by the section’s owner.",
        ),
        (
            {"carry": "never"},
            "Next term it was: keep the answer. Now: start empty.",
        ),
        (
            {"carry": "confirm", "stale_after": 2},
            "Next term it was: keep the answer. Now: ask if it is still right, and ask again "
            "by itself after 2 terms.",
        ),
        ({"detail": True}, "It is now asked behind “Add detail”."),
        ({"sensitive": True}, "It is now marked as sensitive."),
        ({"limits": {"max_length": 50}}, "Its limits were none and are “max_length 50”."),
        (
            {"applies": Not(Answered("part.first"))},
            "It was asked always; it is asked when “The thing” is not answered.",
        ),
        (
            {"applies": All((Compares("context.age", ">=", "5"), Answered("part.gone")))},
            "It was asked always; it is asked when “Age in years” is at least 5 "
            "and “part.gone” is answered.",
        ),
        ({"kind": "long_text"}, "It was “Short text” and is “Long text”."),
        ({"shows": "child.upn"}, "The record that it shows was “none” and is “child.upn”."),
    ],
)
def test_one_thing_changed(change, sentence):
    assert sentence in of_one(**change)


def test_more_and_fewer_readers_are_told_apart():
    def change(before, now):
        return [
            (difference.what, difference.sentence.partition(".")[0])
            for difference in differences.between(
                form(section(question(readers=before))), form(section(question(readers=now)))
            )
        ]

    assert change((), ("iro",)) == [
        ("readers_narrower", "Fewer people may read it: only Independent reviewing officer")
    ]
    assert change(("iro",), ()) == [
        ("readers_wider", "More people may read it: everyone who may see the plan")
    ]
    assert change(("iro", "carer"), ("iro",)) == [
        ("readers_narrower", "Fewer people may read it: no longer Carer")
    ]
    assert change(("iro",), ("carer",)) == [
        ("readers_wider", "More people may read it: Carer"),
        ("readers_narrower", "Fewer people may read it: no longer Independent reviewing officer"),
    ]


def test_options():
    old = form(section(question("choice", choices=CHOICES)))
    changed = (Choice("c", "Plum"), Choice("a", "Red apple"), Choice("d", "Fig"))
    assert told(old, form(section(question("choice", choices=changed)))) == [
        "New option: Fig.",
        "Option taken away: Pear, ripe.",
        "The option “Apple” is called “Red apple”.",
        "The options stand in another order.",
    ]
    assert told(old, form(section(question("choice", choices="sen_status")))) == [
        "One chose from 3 options of its own; now from the list “sen_status”."
    ]


def test_columns_of_a_table():
    def of(*columns, **more):
        return form(section(question("table", table=Table(columns=columns, **more))))

    old = of(question(key="a", label="Aim"), question(key="b", label="By when"))
    new = of(question(key="a", label="Goal"), question(key="c", label="Cost"), max_rows=5)
    assert told(old, new) == [
        "The column “By when” is gone.",
        "Column “Goal”: it was called “Aim” and is called “Goal”.",
        "A new column: “Cost”.",
        "It had 0 to 50 rows; now 0 to 5.",
    ]


def test_a_section_told_in_its_own_name():
    old = form(section(question()))
    new = form(section(question(), title="The other part", owner_role="social_worker"))
    assert told(old, new) == [
        "The section was called “The part” and is called “The other part”.",
        "It is filled in by Social worker; it was filled in by Designated teacher.",
    ]
    again = section(question(), pages=(Page(questions=(question(),), title="Screen"),))
    assert told(old, form(again)) == [
        "The section’s screens are divided or introduced differently."
    ]


def test_the_questions_that_are_called_otherwise():
    old = form(section(question(), question(key="same")))
    new = form(section(question(label="A thing"), question(key="same"), question(key="new")))
    assert differences.relabelled(old, new) == {"part.thing": ("The thing", "A thing")}
    assert differences.relabelled(None, new) == {}


@settings(max_examples=40, deadline=None)
@given(forms(), forms())
def test_any_two_forms_that_differ_have_a_difference(one, other):
    assert bool(differences.between(one, other)) == (one != other)


@settings(max_examples=40, deadline=None)
@given(forms())
def test_one_field_changed_is_never_silent(given_form):
    first = given_form.sections[0]
    asked = first.questions[0]
    for field in ("picture", "feeds", "proposes", "help"):
        changed = dataclasses.replace(asked, **{field: getattr(asked, field) + "x"})
        pages = (Page(questions=(changed, *first.pages[0].questions[1:])),)
        sections = (dataclasses.replace(first, pages=pages), *given_form.sections[1:])
        assert differences.between(given_form, dataclasses.replace(given_form, sections=sections))
