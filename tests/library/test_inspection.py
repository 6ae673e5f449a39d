"""A file that is to be a template is looked over; every refusal says what was found."""

import io
import zipfile

import pytest

from pep_plugin.documents import word as word_documents
from pep_plugin.documents.word import traces
from pep_plugin.library.inspection import found
from pep_plugin.sections import definitions
from tests.library.making import archive, word

#: A number that no pupil has, with the right check letter.
UPN = "H801200001001"
_P = "<w:p>{}</w:p>"


def control(tag: str, text: str, *, prompt: bool = False, title: str = "") -> str:
    sign = "<w:showingPlcHdr/>" if prompt else ""
    return _P.format(
        f'<w:sdt><w:sdtPr><w:alias w:val="{title or tag}"/><w:tag w:val="{tag}"/>{sign}</w:sdtPr>'
        f"<w:sdtContent><w:r><w:t>{text}</w:t></w:r></w:sdtContent></w:sdt>"
    )


def marked(text: str, *, style: str = "", mark: str = "q_0123456789") -> str:
    look = f'<w:rPr><w:rStyle w:val="{style}"/></w:rPr>' if style else ""
    return _P.format(
        f'<w:bookmarkStart w:id="1" w:name="{mark}"/><w:r>{look}<w:t>{text}</w:t></w:r>'
        '<w:bookmarkEnd w:id="1"/>'
    )


def look(content: bytes, name: str = "paper.docx", **options) -> str:
    return " ".join(found(io.BytesIO(content), name, **options))


@pytest.mark.parametrize("form", {**definitions.shipped(), **definitions.papers()}.values())
def test_nothing_is_said_against_a_blank_form_of_ours(form):
    assert look(word_documents.blank(form, version=1)) == ""


def test_a_plain_paper_of_the_councils_is_welcome():
    assert look(word()) == ""


def test_an_answer_in_a_control_of_ours_is_named_by_its_question():
    body = control("progress.going_well", "Maya reads well.", title="What is going well")
    told = look(word(body))
    assert "looks like a PEP that was filled in" in told
    assert "“What is going well”" in told
    assert "Maya" not in told


def test_a_prompt_is_no_answer():
    assert look(word(control("progress.going_well", "Click to enter text", prompt=True))) == ""


@pytest.mark.parametrize("text", ["She likes maths.", "☒ Yes"])
def test_an_answer_beside_a_bookmark_is_found_when_the_controls_are_lost(text):
    told = look(word(marked(text)))
    assert "looks like a PEP that was filled in" in told


@pytest.mark.parametrize(("text", "style"), [("Click", "PlaceholderText"), ("☐ Yes ☐ No", "")])
def test_prompts_and_empty_boxes_beside_a_bookmark_are_no_answers(text, style):
    assert look(word(marked(text, style=style))) == ""


def test_a_councils_own_controls_may_hold_words():
    assert look(word(control("SchoolYear", "2026 to 2027"))) == ""


@pytest.mark.parametrize("written", [UPN, UPN.lower(), "H80 1200 001001"])
def test_a_valid_upn_is_found_and_not_repeated(written):
    told = look(word(_P.format(f"<w:r><w:t>Number {written}.</w:t></w:r>")))
    assert "valid UPN" in told
    assert written not in told


def test_a_upn_that_word_cut_in_pieces_is_found():
    runs = f"<w:r><w:t>{UPN[:5]}</w:t></w:r><w:r><w:t>{UPN[5:]}</w:t></w:r>"
    assert "valid UPN" in look(word(_P.format(runs)))


def test_a_number_with_a_wrong_check_letter_is_no_upn():
    assert look(word(_P.format("<w:r><w:t>A801200001001</w:t></w:r>"))) == ""


def test_a_person_in_the_properties_is_named():
    told = look(word(creator="Jo Marsh"))
    assert "“Jo Marsh”" in told
    assert "Inspect Document" in told


@pytest.mark.parametrize(
    "creator",
    ["", "Alderbrook Council", "Alderbrook Virtual School", "Virtual School", "python-docx"],
)
def test_the_council_and_its_team_may_stand_in_the_properties(creator):
    assert look(word(creator=creator)) == ""


def test_comments_are_counted():
    assert "There is 1 comment in the file." in look(word(comment="Ask Sam about this."))


def test_tracked_changes_are_counted():
    body = _P.format('<w:ins w:id="1" w:author="A"><w:r><w:t>x</w:t></w:r></w:ins>') * 2
    assert "There are 2 tracked changes in the file." in look(word(body))


def test_deleted_text_is_still_in_the_file():
    deleted = f'<w:del w:id="1" w:author="A"><w:r><w:delText>{UPN}</w:delText></w:r></w:del>'
    assert "valid UPN" in look(word(_P.format(deleted)))


@pytest.mark.parametrize(
    ("content", "name", "sentence"),
    [
        (b"MZ\x90\x00" + b"\0" * 90, "form.docx", "This is a program"),
        (b"MZ\x90\x00", "form.pdf", "This is a program"),
        (b"%PDF-1.7", "form.docx", "The file's name says that it is Word, and its content is not."),
        (b"", "form.docx", "The file is empty."),
        (b"PK\x03\x04 broken", "form.docx", "damaged"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "form.docx", "has a password"),
        (b"PK\x03\x04", "form.docm", "holds macros"),
        (b"PK\x03\x04", "all.zip", "ends in “.zip”"),
        (b"text with \0 in it", "form.txt", "its content is not"),
        (b"%PDF-1.7 /Encrypt 5 0 R", "form.pdf", "has a password"),
        (b"%PDF-1.7\n" + b"0" * 10_485_760, "form.pdf", "larger than 10 MB"),
    ],
)
def test_a_file_that_is_not_what_it_says_is_refused(content, name, sentence):
    assert sentence in look(content, name)


def test_macros_under_another_name_are_found():
    assert "macros" in look(word(more={"word/vbaProject.bin": b"x"}))


def test_entities_are_not_opened():
    bomb = b'<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'
    assert look(word(more={"word/header1.xml": bomb})) != ""


# -- other kinds --------------------------------------------------------------------------------

CONTENT_TYPES = {"[Content_Types].xml": "<Types/>"}
MANIFEST = {"META-INF/manifest.xml": "<manifest/>"}


def test_a_spreadsheet_is_read_cheaply():
    sheet = archive(
        {
            **CONTENT_TYPES,
            "xl/sharedStrings.xml": f"<sst><si><t>{UPN}</t></si></sst>",
            "xl/comments1.xml": "<comments><comment ref='A1'/></comments>",
        }
    )
    told = look(sheet, "list.xlsx")
    assert "valid UPN" in told
    assert "1 comment" in told


def test_an_opendocument_is_read_cheaply():
    text = archive(
        {
            **MANIFEST,
            "content.xml": (
                f"<o><text:p>{UPN[:4]}<text:span>{UPN[4:]}</text:span></text:p>"
                "<office:annotation office:name='1'/><text:changed-region/></o>"
            ),
            "meta.xml": "<m><dc:creator>Jo Marsh</dc:creator></m>",
        }
    )
    told = look(text, "form.odt")
    for part in ("valid UPN", "“Jo Marsh”", "1 comment", "1 tracked change"):
        assert part in told


def test_a_pdf_is_read_where_its_text_stands_plainly():
    import zlib

    stream = zlib.compress(f"BT [({UPN[:6]})-20({UPN[6:]})] TJ ET".encode())
    told = look(
        b"%PDF-1.7\n1 0 obj stream\n" + stream + b"\nendstream /Author (Jo Marsh)", "form.pdf"
    )
    assert "valid UPN" in told
    assert "“Jo Marsh”" in told


# -- the council's other documents --------------------------------------------------------------


def test_elsewhere_on_the_site_only_a_child_and_a_disguise_are_refused():
    elsewhere = {"for_library": False}
    assert look(word(creator="Jo Marsh", comment="Ask Sam."), **elsewhere) == ""
    assert look(b"PK\x03\x04 anything", "all.zip", **elsewhere) == ""
    assert look(b"%PDF-1.7\n" + b"0" * 10_485_760, "map.pdf", **elsewhere) == ""
    assert "program" in look(b"MZ\x90", "map.pdf", **elsewhere)
    assert "valid UPN" in look(word(_P.format(f"<w:r><w:t>{UPN}</w:t></w:r>")), **elsewhere)
    assert "filled in" in look(word(control("care.views", "I like art.")), **elsewhere)


def test_answers_whose_controls_lost_their_titles_are_told_without_empty_names(monkeypatch):
    nameless = traces.Traces(answers=["", ""])
    monkeypatch.setattr(traces, "read", lambda file: nameless)
    told = look(word())
    assert "there are answers in it" in told
    assert "“”" not in told


def test_a_blank_form_saved_by_another_program_that_forgets_what_a_prompt_is_stays_welcome():
    blank = io.BytesIO(word_documents.blank(definitions.shipped()["primary"], version=1))
    saved = io.BytesIO()
    with zipfile.ZipFile(blank) as before, zipfile.ZipFile(saved, "w") as after:
        for entry in before.infolist():
            data = before.read(entry)
            if entry.filename == "word/document.xml":
                data = data.replace(b"<w:showingPlcHdr/>", b"")
                data = data.replace(b'<w:rStyle w:val="PlaceholderText"/>', b"")
                assert b"PlaceholderText" not in data
            after.writestr(entry, data)
    assert look(saved.getvalue()) == ""
