"""Labels, hints and errors belong to their controls, whatever form templates a host has."""

from django.test import override_settings
from lxml import html as parser

from pep_plugin.sections.schema import Choice, Question
from tests.entry.pages import draw, one_page

QUESTIONS = (
    Question(key="short", label="Short", help="A hint.", required=True),
    Question(key="long", label="Long", kind="long_text"),
    Question(key="on", label="On", kind="date", required=True),
    Question(key="one", label="One", kind="choice", choices=(Choice("a", "A"), Choice("b", "B"))),
    Question(key="cost", label="Cost", kind="money", required=True),
)


def page():
    drawn = draw(one_page(*QUESTIONS))
    drawn.check()
    return drawn, parser.fromstring(f"<main>{drawn}</main>")


def test_every_control_has_a_label_or_a_legend():
    _drawn, root = page()
    for control in root.xpath("//input[not(@type='hidden')] | //textarea | //select"):
        assert root.xpath(f"//label[@for='{control.get('id')}']"), control.get("name")
    assert len(root.xpath("//fieldset/legend")) == 2


def test_every_line_of_the_summary_leads_to_a_control_that_can_have_the_focus():
    drawn, root = page()
    assert len(drawn.problems) == 3
    for problem in drawn.problems:
        (control,) = root.xpath(f"//*[@id='{problem.control_id}']")
        assert control.tag in ("input", "textarea", "select")


def test_every_description_that_is_named_is_there():
    _drawn, root = page()
    named = root.xpath("//@aria-describedby")
    assert named
    for ids in named:
        for one in ids.split():
            assert root.xpath(f"//*[@id='{one}']"), one


def test_ids_are_unique():
    _drawn, root = page()
    ids = root.xpath("//@id")
    assert len(ids) == len(set(ids))


def test_only_what_is_optional_says_so():
    _drawn, root = page()
    optional = [
        label.text_content()
        for label in root.xpath("//label | //legend")
        if "(optional)" in label.text_content()
    ]
    assert optional == ["Long (optional)", "One (optional)"]


@override_settings(FORM_RENDERER="django.forms.renderers.Jinja2")
def test_a_host_with_another_form_renderer_changes_nothing():
    assert "<textarea" in str(draw(one_page(*QUESTIONS)))
