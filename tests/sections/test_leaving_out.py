"""A form without some of its questions."""

from pep_plugin.sections.leaving_out import without
from pep_plugin.sections.schema import Page
from tests.sections.asking import form, question, section


def test_nothing_to_leave_out_is_the_very_form():
    given = form(section(question()))
    assert without(given, ()) is given
    assert without(given, ["part.gone"]) == given


def test_a_question_goes_and_its_neighbours_stay():
    left = without(form(section(question(), question(key="other"))), ["part.thing"])
    assert [path for path, _section, _question in left.paths()] == ["part.other"]


def test_a_page_and_a_section_that_were_emptied_go_too():
    pages = (Page(questions=(question(),)), Page(questions=(question(key="other"),)))
    [left] = without(form(section(pages=pages)), ["part.thing"]).sections
    assert len(left.pages) == 1
    assert without(form(section(question())), ["part.thing"]).sections == ()
