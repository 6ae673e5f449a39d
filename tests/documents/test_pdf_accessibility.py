"""A PDF that a screen reader can read: PDF/UA-1, by a checker and by what we know must be there."""

import io
from collections.abc import Iterator

import page
import pytest
from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject

from pep_plugin.documents.audiences import AUDIENCES
from pep_plugin.documents.pdf import for_the_record, pdf
from pep_plugin.documents.walk import walk
from pep_plugin.sections import answers as answers_of
from pep_plugin.sections import definitions
from tests.documents.scene import HEAD, STAFF, outline


@pytest.fixture(scope="module")
def printed() -> bytes:
    return pdf(outline())


@pytest.fixture(scope="module")
def root(printed) -> DictionaryObject:
    return PdfReader(io.BytesIO(printed)).trailer["/Root"]


def structure(node: object) -> Iterator[DictionaryObject]:
    """Every element of the structure tree, in reading order."""
    if isinstance(node, IndirectObject):
        node = node.get_object()
    if isinstance(node, ArrayObject):
        for child in node:
            yield from structure(child)
    elif isinstance(node, DictionaryObject):
        if "/S" in node:
            yield node
        if "/K" in node:
            yield from structure(node["/K"])


def test_a_checker_finds_nothing_against_pdf_ua(printed):
    report = page.validate_pdf_bytes(printed, profile="ua1")
    assert [(failure.rule_id, failure.message) for failure in report.failures] == []
    assert report.is_compliant


def of_form(key: str, audience: str = "full") -> bytes:
    form = definitions.shipped()[key]
    return pdf(walk(form, answers_of.sample(form), {}, HEAD, roles=STAFF, audience=audience))


@pytest.mark.parametrize("key", [key for key in definitions.shipped() if key != "primary"])
def test_a_checker_finds_nothing_against_the_plan_of_any_form(key):
    report = page.validate_pdf_bytes(of_form(key), profile="ua1")
    assert [(failure.rule_id, failure.message) for failure in report.failures] == []


@pytest.mark.parametrize("audience", AUDIENCES)
def test_a_checker_finds_nothing_against_the_copy_for_anybody(audience):
    printed = of_form("primary", audience)
    report = page.validate_pdf_bytes(printed, profile="ua1")
    assert [(failure.rule_id, failure.message) for failure in report.failures] == []
    root = PdfReader(io.BytesIO(printed)).trailer["/Root"]
    assert root["/Lang"] == "en-GB"
    assert [str(node["/S"]) for node in structure(root["/StructTreeRoot"])].count("/H1") == 1


def test_the_copy_for_the_case_record_is_pdf_a():
    form = definitions.shipped()["primary"]
    document = walk(form, answers_of.sample(form), {}, HEAD, roles=STAFF)
    report = page.validate_pdf_bytes(for_the_record(document), profile="2a")
    assert [(failure.rule_id, failure.message) for failure in report.failures] == []
    assert report.is_compliant


def test_it_says_that_it_is_pdf_ua_1(root):
    assert b"pdfuaid:part" in root["/Metadata"].get_data()


def test_it_is_tagged_and_says_its_language_and_its_title(root):
    assert root["/MarkInfo"]["/Marked"].value is True
    assert root["/Lang"] == "en-GB"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]


def test_headings_and_tables_are_tagged_as_such(root):
    tags = [str(node["/S"]) for node in structure(root["/StructTreeRoot"])]
    assert tags.count("/H1") == 1
    assert tags.count("/H2") == len(outline().sections)
    assert {"/Table", "/TR", "/TH", "/TD"} <= set(tags)


def test_every_cell_of_a_table_names_the_headings_that_speak_for_it(root):
    nodes = list(structure(root["/StructTreeRoot"]))
    headings = {str(node["/ID"]) for node in nodes if node["/S"] == "/TH"}
    cells = [node for node in nodes if node["/S"] == "/TD"]
    assert cells
    for cell in cells:
        named = {str(name) for name in cell["/A"]["/Headers"]}
        assert named
        assert named <= headings
