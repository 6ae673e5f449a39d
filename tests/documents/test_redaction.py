"""One plan with a word of its own in every field: what a copy must not hold is found in none.

Every kind of copy as every kind of file, by its text, its metadata, its name and every part of it.
"""

import dataclasses
import io
import json
import zipfile
from functools import cache

import pytest
from pypdf import PdfReader

from pep_plugin.documents.formats import FORMATS
from pep_plugin.documents.made import document_for, file_name
from pep_plugin.documents.walk import walk
from pep_plugin.formversions.publish import publish
from pep_plugin.sections import answers as answers_of
from pep_plugin.sections import definitions, roles
from pep_plugin.sections.schema import Question
from tests.documents.scene import plain
from tests.factories import PlanFactory, SubmissionFactory, council

FORM = definitions.shipped()["primary"]
CARER, CARER_PHONE, CARER_MAIL = "Wrenfieldova", "01632 960777", "jo@wrenfieldova.example"
SCHOOL, TEACHER = "Quillhaven Primary", "Tamsinova"
#: Kinds whose answer can be any words.
_WORDS = ("text", "long_text", "person")
#: Who reads a copy.
READERS = {
    "school": {roles.DESIGNATED_TEACHER, roles.DEPUTY},
    "iro": {roles.IRO},
    "carer": {roles.CARER},
    "parent": {roles.PARENT},
    "child": {roles.CHILD},
    "my-plan": {roles.CHILD},
}
FAMILY = ("carer", "parent", "child", "my-plan")


def _mark(number: int) -> str:
    return f"Zx{number:04}qv"


@dataclasses.dataclass(frozen=True)
class Secret:
    """A word of its own, the field it stands in, and who may read that."""

    word: str
    path: str
    sensitive: bool
    readers: tuple[tuple[str, ...], ...]

    def is_kept_from(self, audience: str) -> bool:
        """By the form alone: the table of the package is what is being tried."""
        if self.sensitive and audience in FAMILY:
            return True
        return any(few and READERS[audience].isdisjoint(few) for few in self.readers)


@cache
def canary() -> tuple[dict, tuple[Secret, ...]]:
    """Answers to every question of the form, and the secrets in them."""
    given, secrets = answers_of.sample(FORM), []

    def word(path: str, question: Question, *readers: tuple[str, ...], sensitive: bool) -> str:
        secrets.append(Secret(_mark(len(secrets)), path, sensitive, readers))
        return secrets[-1].word

    for path, section, question in FORM.paths():
        lists = (section.readers, question.readers)
        answer = given[section.key].get(question.key)
        if answer is None or "value" not in answer:
            continue
        if question.kind in _WORDS and question.is_typed:
            answer["value"] = word(path, question, *lists, sensitive=question.sensitive)
        for row in answer["value"] if question.table else ():
            for column in question.table.columns:
                cell = row["cells"].get(column.key)
                if cell and column.kind in _WORDS:
                    cell["value"] = word(
                        f"{path}.{column.key}",
                        column,
                        *lists,
                        column.readers,
                        sensitive=question.sensitive or column.sensitive,
                    )
    given["contacts"]["people"]["value"][0]["cells"] |= {
        "role": {"value": "carer"},
        "name": {"value": f"Jo {CARER}"},
        "phone": {"value": CARER_PHONE},
        "email": {"value": CARER_MAIL},
    }
    given["restrictions"]["school_confidential"] = {"value": "no"}
    # Somebody wrote them into a sentence that everybody may read.
    given["progress"]["going_well"] = {
        "value": f"Reads with Mrs {CARER} at home (ring {CARER_PHONE}, or {CARER_MAIL}); "
        f"{SCHOOL} and Ms {TEACHER} are proud."
    }
    given["views"]["worries"] = {"value": _mark(9000), "readers": [roles.SOCIAL_WORKER]}
    standing = json.dumps(given)
    return given, tuple(secret for secret in secrets if secret.word in standing)


HEAD = {
    "reference": "PEP-7K2M-4QX9",
    "child": {"legal_name": "Maya Kestrel", "called": "Maya"},
    "school": {"name": SCHOOL, "urn": "900001"},
    "people": [
        {"role": roles.DESIGNATED_TEACHER, "role_label": "Teacher", "name": f"Ana {TEACHER}"},
        {"role": roles.CARER, "role_label": "Carer", "name": f"Jo {CARER}"},
    ],
    "shown": {"people.carer": f"Jo {CARER}", "enrolment.school": SCHOOL},
    "sent_at": "2026-11-24T14:32:00+00:00",
}
CONTEXT = {"phase": "primary", "kind": "termly", "year_group": "6", "first": "no"}
#: Who asks reads everything, so that only the copy itself decides.
ASKING = frozenset(roles.LABELS)


def outline(audience: str, *, confidential: bool = False):
    return walk(
        FORM,
        canary()[0],
        CONTEXT,
        HEAD,
        roles=ASKING,
        audience=audience,
        is_school_confidential=confidential,
    )


def everything_in(data: bytes, format: str) -> str:
    """All that a reader, or somebody with tools, gets out of a file; without spaces."""
    if format in ("pdf", "pdfa"):
        reader = PdfReader(io.BytesIO(data))
        pages = [page.extract_text() for page in reader.pages]
        hidden = [
            str(reader.metadata),
            reader.xmp_metadata and str(reader.xmp_metadata.stream.get_data()),
        ]
        return plain("".join(filter(None, (*pages, *hidden))))
    if format == "word":
        archive = zipfile.ZipFile(io.BytesIO(data))
        return plain(
            "".join(n + archive.read(n).decode("utf-8", "replace") for n in archive.namelist())
        )
    return plain(data.decode())


def found(words: list[str], audience: str, format: str, **how) -> list[str]:
    made = outline(audience, **how)
    text = everything_in(FORMATS[format].write(made), format) + file_name(made, format)
    return [word for word in words if plain(word) in text]


def cases():
    for audience in READERS:
        for format in FORMATS:
            if format != "pdfa" or audience == "parent":
                yield audience, format


def test_there_is_something_to_be_kept_from_everybody():
    secrets = canary()[1]
    assert len(secrets) > 150
    for audience in FAMILY:
        assert sum(secret.is_kept_from(audience) for secret in secrets) > 8, audience


@pytest.mark.parametrize("format", FORMATS)
def test_the_full_copy_holds_every_word(format):
    if format == "pdfa":
        pytest.skip("the same pages as the PDF")
    made = outline("full")
    asked = {item.path for _section, item in made.items}
    words = [s.word for s in canary()[1] if ".".join(s.path.split(".")[:2]) in asked]
    missing = set(words) - set(found(words, "full", format))
    assert len(words) > 120
    assert missing == set()


@pytest.mark.parametrize(("audience", "format"), cases())
def test_what_is_kept_from_the_reader_is_nowhere_in_the_file(audience, format):
    kept = [s.word for s in canary()[1] if s.is_kept_from(audience)]
    if audience not in ("child", "my-plan"):
        kept.append(_mark(9000))
    assert found(kept, audience, format) == []


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("audience", ["parent", "child"])
def test_the_carer_cannot_be_found_by_the_parents_or_the_childs_copy(audience, format):
    if format == "pdfa" and audience == "child":
        pytest.skip("the same pages as the PDF")
    assert found([CARER, CARER_PHONE, "wrenfieldova.example"], audience, format) == []


@pytest.mark.parametrize("format", ["pdf", "word", "json", "text", "html"])
@pytest.mark.parametrize("audience", FAMILY)
def test_a_confidential_school_cannot_be_found_by_a_copy_for_the_family(audience, format):
    words = ["Quillhaven", TEACHER]
    assert found(words, audience, format, confidential=True) == []


def test_no_name_stands_in_a_files_name():
    for audience in READERS:
        for format in FORMATS:
            name = file_name(outline(audience), format)
            assert name.startswith("PEP-7K2M-4QX9")
            assert "Maya" not in name


@pytest.mark.parametrize("format", ["text", "word"])
def test_a_flag_that_changed_is_in_force_for_a_document_that_was_made_already(db, format):
    scene = council()
    plan = PlanFactory(child=scene.child, state="signed_off", form_version=publish(FORM))
    sent = SubmissionFactory(plan=plan, head=HEAD, answers=canary()[0], context=CONTEXT)
    before = document_for(sent, ASKING, audience="parent", format=format)
    assert "Quillhaven" in everything_in(before.read(), format)

    scene.child.is_school_confidential = True
    scene.child.save()
    sent = type(sent).objects.get(pk=sent.pk)
    after = document_for(sent, ASKING, audience="parent", format=format)
    assert after != before
    for word in ("Quillhaven", TEACHER):
        assert word not in everything_in(after.read(), format)
