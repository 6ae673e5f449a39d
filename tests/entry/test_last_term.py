"""Last term's words stand beside the question, and can be started from."""

from pep_plugin.sections.schema import Question
from tests.entry.pages import draw, one_page, sent

FORM = one_page(Question(key="well", label="What is going well?", kind="long_text"))
PREVIOUS = {"part": {"well": {"value": "Loves explaining how things work.", "by": "me"}}}


def test_last_terms_words_are_shown_with_who_wrote_them():
    assert "Last term you wrote:" in str(draw(FORM, previous=PREVIOUS, person="me"))
    assert "Last term’s PEP said:" in str(draw(FORM, previous=PREVIOUS, person="somebody else"))


def test_they_are_not_repeated_where_they_already_stand():
    carried = {"well": {"value": "Loves explaining how things work.", "source": "submission:1"}}
    html = str(draw(FORM, carried, previous=PREVIOUS))
    assert "PEP said" not in html
    assert "From last term’s PEP." in html


def test_they_can_be_started_from_without_a_script():
    page = draw(FORM, data=sent(draw(FORM, previous=PREVIOUS)), previous=PREVIOUS)
    assert page.use_last("well")
    assert page.collect() == {"well": {"value": "Loves explaining how things work."}}
    assert "autofocus" in str(page)
    assert not page.use_last("nothing")
