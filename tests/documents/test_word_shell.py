"""A council's own Word file round every plan: looked over first, filled in before any answer."""

import io
import zipfile

import docx
import pytest
from django.core.management import CommandError, call_command
from docx.oxml import parse_xml
from docx.shared import Mm

from pep_plugin.conf import conf
from pep_plugin.documents import word
from pep_plugin.documents.checks import the_word_shell_can_be_used
from pep_plugin.documents.word import shell, xml
from tests.documents import scene
from tests.documents.scene import body, bookmarks, controls, outline, parts, text_of


def made(tmp_path, foot="{{ foot }}", page="", head="{{ council }}", fields=("PAGE", "NUMPAGES")):
    """A shell as a council would make it."""
    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(20)
    section.header.paragraphs[0].text = head
    paragraph = section.footer.paragraphs[0]
    paragraph.text = foot
    for name in fields:
        run = "<w:r><w:t>1</w:t></w:r>"
        field = f'<w:fldSimple {xml.NAMESPACES} w:instr=" {name} ">{run}</w:fldSimple>'
        paragraph._p.append(parse_xml(field))
    if page:
        document.add_paragraph(page)
    document.styles["Heading 1"].font.name = "Georgia"
    path = tmp_path / "shell.docx"
    document.save(path)
    return path


@pytest.fixture
def in_shell(settings, tmp_path):
    def use(**how):
        settings.PEP_PLUGIN = {
            **settings.PEP_PLUGIN,
            "COUNCIL_NAME": "Alderbrook & <Sons>",
            "WORD_SHELL": made(tmp_path, **how),
        }
        return conf.WORD_SHELL

    return use


def test_head_foot_and_styles_are_the_councils_and_the_answers_are_ours(in_shell):
    in_shell()
    data = word.filled(outline())
    found = parts(data)
    heads = "".join(text_of(part) for name, part in found.items() if "word/header" in name)
    feet = "".join(text_of(part) for name, part in found.items() if "word/footer" in name)
    assert "Alderbrook & <Sons>" in heads
    assert "PEP-7K2M-4QX9 · Draft · Full copy · Confidential" in feet
    assert docx.Document(io.BytesIO(data)).styles["Heading 1"].font.name == "Georgia"
    assert "home.phone" in controls(data)
    assert len(bookmarks(data)) > 50
    assert "{{" not in heads + feet


def test_what_stands_on_its_page_comes_first(in_shell):
    in_shell(page="Reference {{ reference }} of {{ team }}")
    words = text_of(body(word.filled(outline())))
    assert words.startswith("Reference PEP-7K2M-4QX9 of ")


def test_no_answer_is_ever_a_template(in_shell):
    in_shell()
    words = text_of(body(word.filled(outline())))
    assert scene.NAUGHTY["jinja"] in words
    assert scene.NAUGHTY["markup"] in words


def test_a_childs_name_is_no_template_either(in_shell):
    in_shell(page="{{ title }}")
    head = {**scene.HEAD, "child": {"called": "{{ 7*7 }} & <b>", "legal_name": "x"}}
    words = text_of(body(word.filled(outline(head=head))))
    assert words.startswith("{{ 7*7 }} & <b>’s Personal Education Plan")


def test_properties_that_it_brings_along_are_replaced(in_shell, tmp_path):
    path = in_shell()
    path.write_bytes(word.filled(outline(given={})))
    again = word.filled(outline())
    names = zipfile.ZipFile(io.BytesIO(again)).namelist()
    assert len(names) == len(set(names))


def test_blank_plans_stand_in_it_and_papers_for_children_do_not(in_shell):
    in_shell(page="From the council")
    from pep_plugin.sections import definitions

    assert "From the council" in text_of(body(word.blank(scene.form())))
    assert "From the council" not in text_of(body(word.blank(definitions.papers()["my-profile"])))


def test_a_shell_as_it_should_be_has_no_problem(tmp_path):
    assert shell.problems(made(tmp_path)) == []


@pytest.mark.parametrize(
    ("how", "says"),
    [
        ({"foot": "{{ refrence }} {{ foot }}"}, "{{ refrence }} is not known. Known: council"),
        ({"foot": "Page"}, "must print {{ foot }}"),
        ({"fields": ("PAGE",)}, "NUMPAGES"),
        ({"fields": ("NUMPAGES",)}, "Field, PAGE"),
        ({"head": "{{ title }}"}, "names the child"),
        ({"page": "{% if council %}"}, "cannot be read"),
        ({"page": "{{ council.__class__.__mro__ }}"}, "cannot be filled in"),
    ],
)
def test_what_is_wrong_is_said_in_a_sentence(tmp_path, how, says):
    assert any(says in sentence for sentence in shell.problems(made(tmp_path, **how)))


def test_margins_that_leave_no_room_are_a_problem(tmp_path):
    path = made(tmp_path)
    document = docx.Document(path)
    document.sections[0].left_margin = Mm(60)
    document.save(path)
    assert any("130 mm wide" in sentence for sentence in shell.problems(path))


def test_a_template_from_elsewhere_is_a_problem(tmp_path):
    path = made(tmp_path)
    document = docx.Document(path)
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate"
    document.part.relate_to("https://elsewhere.example.org/t.dotx", kind, is_external=True)
    document.save(path)
    assert any("fetches something" in sentence for sentence in shell.problems(path))


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"%PDF-1.7"])
def test_a_file_that_is_no_word_document_is_said_plainly(tmp_path, data):
    path = tmp_path / "shell.docx"
    path.write_bytes(data)
    assert len(shell.problems(path)) == 1


def test_the_command_says_what_to_mend_or_writes_a_sample(tmp_path):
    with pytest.raises(CommandError, match="NUMPAGES"):
        call_command("pep_check_shell", str(made(tmp_path, fields=())))
    out, sample = io.StringIO(), tmp_path / "sample.docx"
    call_command("pep_check_shell", str(made(tmp_path)), "-o", str(sample), stdout=out)
    assert "nothing to mend" in out.getvalue()
    assert "Maya’s Personal Education Plan" in text_of(body(sample.read_bytes()))
    with pytest.raises(CommandError):
        call_command("pep_check_shell", str(tmp_path / "none.docx"))


def test_a_check_says_what_is_wrong_with_the_shell_of_the_settings(in_shell):
    assert the_word_shell_can_be_used() == []
    in_shell(foot="nothing")
    [error] = the_word_shell_can_be_used()
    assert (error.id, "{{ foot }}" in error.msg) == ("pep_plugin.E015", True)
