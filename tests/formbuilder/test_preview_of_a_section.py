"""A draft section as the wizard draws it, in the preview frame of the admin."""

import pytest
from django.test import RequestFactory
from lxml import html as parser

from pep_plugin.formbuilder import drawing
from pep_plugin.formbuilder.preview_response import preview_response
from pep_plugin.sections import definitions
from pep_plugin.sections.conditions import Is
from pep_plugin.sections.schema import Page
from tests.documents.scene import body, plain, text_of
from tests.sections.asking import CHOICES, form, question, section

PRIMARY = definitions.shipped()["primary"]


def previewed(given, part):
    request = RequestFactory().get("/admin/")
    request.user = None
    return preview_response(request, given, part)


def words(given, part):
    main = parser.fromstring(previewed(given, part).content).xpath("//main")[0]
    return " ".join(main.text_content().split())


@pytest.mark.parametrize("part", PRIMARY.sections, ids=lambda part: part.key)
def test_every_question_of_every_shipped_section_is_on_it(part):
    found = plain(words(PRIMARY, part))
    for asked in part.questions:
        assert plain(asked.label) in found, asked.label


def test_it_has_the_controls_of_the_wizard():
    given = section(question("choice", choices=CHOICES), question("date", key="when"))
    page = parser.fromstring(previewed(form(given), given).content)
    assert len(page.xpath("//main//input[@type='radio']")) == 3
    assert page.xpath("//input[@name='part-when_0']")
    assert not page.xpath("//main//form")


def test_a_question_with_a_condition_is_shown_and_says_when_it_is_asked():
    first = question("yes_no", key="first", label="The first")
    given = section(first, question(applies=Is("part.first", ("yes",))))
    assert "Asked only when “The first” is Yes." in words(form(given), given)


def test_a_section_of_two_pages_shows_both():
    pages = (Page(questions=(question(),)), Page(questions=(question(key="b", label="Other"),)))
    given = section(pages=pages)
    found = words(form(given), given)
    assert "Page 1 of 2" in found
    assert "Page 2 of 2" in found


def test_an_empty_section_says_so():
    given = section()
    assert "asks nothing yet" in words(form(given), given)


def test_what_keeps_it_from_being_published_is_said():
    given = section(question(applies=Is("part.gone", ("yes",))))
    assert (
        "“The thing”: Its condition looks at “part.gone”, which this form does not ask."
        in words(form(given), given)
    )


def test_words_of_an_editor_are_only_words():
    given = section(question(label="<script>alert(1)</script> {{ settings }}"))
    content = previewed(form(given), given).content.decode()
    assert "<script>alert" not in content
    assert "{{ settings }}" in content


def test_the_admin_may_frame_it_and_nobody_else():
    response = previewed(form(section(question())), section(question()))
    assert "frame-ancestors 'self'" in response["Content-Security-Policy"]
    assert "form-action 'none'" in response["Content-Security-Policy"]
    assert response["X-Frame-Options"] == "SAMEORIGIN"


def test_on_paper_as_word_and_as_pdf():
    given = form(section(question(label="What would help?")))
    assert "What would help?" in text_of(body(drawing.as_word(given)))
    assert drawing.as_pdf(given).startswith(b"%PDF-")
