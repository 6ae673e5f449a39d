"""A step is a page written in the definition; its address never depends on the answers."""

import pytest

from pep_plugin.sections.schema import Page
from tests.sections.asking import form, question, section


def names(*pages):
    return [step.name for step in section(question(), pages=pages).steps()]


def page(*keys, detail=()):
    return Page(
        questions=tuple(question(key=key) for key in keys)
        + tuple(question(key=key, detail=True) for key in detail)
    )


def test_pages_are_numbered_from_the_second_on():
    assert names(page("a"), page("b"), page("c")) == ["part", "part-2", "part-3"]


def test_a_page_of_detail_is_a_screen_of_its_own_after_the_others():
    assert names(page("a"), page(detail=("x",)), page("b"), page(detail=("y",))) == [
        "part",
        "part-3",
        "part-more",
        "part-more-2",
    ]


def test_detail_among_other_questions_is_gathered_on_the_first_screen_of_detail():
    steps = section(question(), pages=(page("a", detail=("x",)), page(detail=("y",)))).steps()
    assert [(step.name, [q.key for q in step.questions], step.is_detail) for step in steps] == [
        ("part", ["a"], False),
        ("part-more", ["x"], True),
        ("part-more-2", ["y"], True),
    ]
    assert steps[1].title == "More about: the part"


def test_every_question_is_on_exactly_one_screen():
    one = section(question(), pages=(page("a", "b", detail=("x",)), page("c"), page(detail=("y",))))
    shown = [q.key for step in one.steps() for q in step.questions]
    assert sorted(shown) == sorted(q.key for q in one.questions)


def test_a_step_is_found_by_its_name():
    whole = form(section(question()))
    assert whole.step("part").section.key == "part"
    with pytest.raises(KeyError):
        whole.step("part-2")


@pytest.mark.parametrize("path", ["part.nothing", "nothing.thing", "part", ""])
def test_a_path_that_leads_nowhere_is_said(path):
    with pytest.raises(KeyError):
        form(section(question())).question(path)
