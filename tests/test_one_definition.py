"""A form is defined once: every section of every form and paper reaches every output there is.

The label appears, a sample answer comes through, a gap says "Not provided", and what a condition
hides is nowhere.
"""

import dataclasses
import io
import json
import re
from collections.abc import Callable, Iterator

import pytest

from pep_plugin.documents import json as documents_json
from pep_plugin.documents import word
from pep_plugin.documents.html import html
from pep_plugin.documents.outline import OutlineDocument, TableEntry
from pep_plugin.documents.pdf import pdf
from pep_plugin.documents.text import text
from pep_plugin.documents.walk import walk
from pep_plugin.exchange.plans.columns import Columns
from pep_plugin.sections import answers as answers_of
from pep_plugin.sections import codec, definitions, kinds
from pep_plugin.sections.answers import NOT_PROVIDED
from pep_plugin.sections.conditions import Is
from pep_plugin.sections.roles import VIRTUAL_SCHOOL
from pep_plugin.sections.schema import Form, Page, Question, Section
from tests.documents.scene import body, plain, text_of
from tests.documents.test_html import read

FORMS = {**definitions.shipped(), **definitions.papers()}


def _each_once() -> Iterator[tuple[str, str]]:
    """(form, section) keys; a section that is the same in several forms is looked at once."""
    seen: list[Section] = []
    for key, form in FORMS.items():
        for section in form.sections:
            if section not in seen:
                seen.append(section)
                yield key, section.key


SECTIONS = list(_each_once())
HEAD = {"reference": "PEP-7K2M-4QX9", "sent_at": "2026-11-24T14:32:00+00:00"}
_NEVER = Is("context.never", ("yes",))
_BESIDE = Question(key="beside", label="Zephyr asks this beside it")


def open_up(form: Form) -> Form:
    """The form with no condition at all, so that every question is asked at once."""
    return dataclasses.replace(
        form,
        sections=tuple(
            dataclasses.replace(
                section,
                applies=None,
                pages=tuple(
                    dataclasses.replace(
                        page,
                        questions=tuple(
                            dataclasses.replace(question, applies=None)
                            for question in page.questions
                        ),
                    )
                    for page in section.pages
                ),
            )
            for section in form.sections
        ),
    )


def one_section(form_key: str, section_key: str) -> Form:
    """A form of that section alone."""
    form = open_up(FORMS[form_key])
    return dataclasses.replace(form, sections=(form.section(section_key),))


def marked(section: Section) -> Section:
    """The section with a word in its title and in each label that stands nowhere else."""
    pages = tuple(
        dataclasses.replace(
            page,
            questions=tuple(
                dataclasses.replace(question, label=f"Quagmire {question.label}")
                for question in page.questions
            ),
        )
        for page in section.pages
    )
    return dataclasses.replace(section, title=f"Quagmire {section.title}", pages=pages)


def outline(form: Form, *, given: bool) -> OutlineDocument:
    answers = answers_of.sample(form) if given else {}
    return walk(form, answers, {}, HEAD, roles=VIRTUAL_SCHOOL)


def pdf_text(document: OutlineDocument) -> str:
    from pypdf import PdfReader

    pages = PdfReader(io.BytesIO(pdf(document))).pages
    foot = re.compile(r"PEP-7K2M-4QX9 · .* · Confidential|Page \d+ of \d+")
    return "\n".join(foot.sub("", page.extract_text()) for page in pages)


def json_text(document: OutlineDocument) -> str:
    """Every text of the JSON, one after the other."""

    def texts(data: object) -> Iterator[str]:
        if isinstance(data, dict):
            for value in data.values():
                yield from texts(value)
        elif isinstance(data, list):
            for value in data:
                yield from texts(value)
        elif isinstance(data, str):
            yield data

    return "\n".join(texts(json.loads(documents_json.as_json(document))))


OUTPUTS: dict[str, Callable[[OutlineDocument], str]] = {
    "html": lambda document: read(html(document)).text,
    "pdf": pdf_text,
    "word": lambda document: text_of(body(word.filled(document))),
    "text": text,
    "json": json_text,
}


def labels(section: Section) -> Iterator[str]:
    yield section.title
    for question in section.questions:
        yield question.label


def written(document: OutlineDocument) -> Iterator[str]:
    """The words of every answer of a document, cell by cell."""
    for _section, item in document.items:
        rows = item.rows if isinstance(item, TableEntry) else ()
        for said in [cell for row in rows for cell in row.cells] or [item]:
            # Word prints a box for each option, and so prints what was chosen apart.
            yield from said.text.split("; ") if said.question.kind == "choices" else [said.text]


@pytest.mark.parametrize("output", OUTPUTS)
@pytest.mark.parametrize(("form_key", "section_key"), SECTIONS)
class TestEverySectionInEveryOutput:
    def test_every_label_appears_and_every_sample_comes_through(
        self, form_key, section_key, output
    ):
        form = one_section(form_key, section_key)
        document = outline(form, given=True)
        found = plain(OUTPUTS[output](document))
        for label in labels(form.sections[0]):
            assert plain(label) in found, label
        for words in written(document):
            assert plain(words) in found, words

    def test_a_gap_says_not_provided(self, form_key, section_key, output):
        form = one_section(form_key, section_key)
        document = outline(form, given=False)
        found = plain(OUTPUTS[output](document))
        # In Word an empty box to tick says so by itself.
        only_boxes = all(question.kind == "choices" for question in form.sections[0].questions)
        assert plain("☐" if output == "word" and only_boxes else NOT_PROVIDED) in found
        for label in labels(form.sections[0]):
            assert plain(label) in found, label

    def test_a_hidden_section_is_nowhere(self, form_key, section_key, output):
        section = marked(FORMS[form_key].section(section_key))
        beside = Section(
            key="beside", title="Beside", owner_role="child", pages=(Page(questions=(_BESIDE,)),)
        )
        form = dataclasses.replace(FORMS[form_key], sections=(beside, section))
        assert "Quagmire" in OUTPUTS[output](outline(open_up(form), given=True))
        hidden = dataclasses.replace(
            form, sections=(beside, dataclasses.replace(section, applies=_NEVER))
        )
        found = OUTPUTS[output](outline(hidden, given=True))
        assert plain(_BESIDE.label) in plain(found)
        assert "Quagmire" not in found


@pytest.mark.parametrize("form_key", FORMS)
def test_every_question_has_its_columns_in_the_export_unless_it_is_sensitive(form_key):
    form = FORMS[form_key]
    header = set(Columns([form], VIRTUAL_SCHOOL).header)
    for path, _section, question in form.paths():
        suffixes = [suffix for suffix, _ in kinds.get(question.kind).export_columns(question)]
        for suffix in [""] if question.shows else suffixes:
            name = f"{path}.{suffix}" if suffix else path
            assert (name in header) is not question.sensitive, name


@pytest.mark.parametrize("form_key", FORMS)
def test_every_question_stands_in_the_blank_word_template(form_key):
    found = plain(text_of(body(word.blank(FORMS[form_key]))))
    for section in FORMS[form_key].sections:
        for label in labels(section):
            assert plain(label) in found, label


@pytest.mark.parametrize("form_key", FORMS)
def test_a_form_comes_back_from_its_json_as_it_was(form_key):
    form = FORMS[form_key]
    assert codec.from_json(json.loads(json.dumps(codec.to_json(form)))) == form
