"""A form travels as one file; what arrives is a draft, or refused with the reason."""

import json

import pytest

from pep_plugin.formbuilder import exchange
from pep_plugin.formbuilder.models import PEPForm, PEPSection
from pep_plugin.formversions.models import FormVersion
from pep_plugin.sections import codec
from tests.formbuilder.conftest import ONE, SHARED, paper
from tests.sections.asking import question

pytestmark = pytest.mark.django_db

FORM = paper("third", ONE, SHARED)


def as_file(data) -> bytes:
    return json.dumps(data).encode()


def told(content: bytes) -> str:
    with pytest.raises(exchange.Refused) as refused:
        exchange.read(content)
    return str(refused.value)


def test_a_form_comes_back_from_its_file_unchanged(forms):
    offered = exchange.read(exchange.export(forms["first"]))
    assert offered.form == offered.here
    assert offered.differences == []


def test_a_file_says_what_it_would_change(forms):
    data = json.loads(exchange.export(forms["first"]))
    data["sections"][0]["pages"][0]["questions"][0]["label"] = "What helps most?"
    (change,) = exchange.read(as_file(data)).differences
    assert "What helps most?" in change.sentence


def test_what_arrives_is_a_draft_and_the_live_form_is_untouched(forms, editor):
    data = json.loads(exchange.export(forms["first"]))
    data["sections"][0]["title"] = "Another title"
    versions = FormVersion.objects.count()
    exchange.take(exchange.read(as_file(data)).form, user=editor)
    row = PEPSection.objects.get(key="one")
    assert row.title == "First"
    assert row.get_latest_revision_as_object().title == "Another title"
    assert FormVersion.objects.count() == versions


def test_a_form_that_is_new_here_is_a_draft_too(editor):
    row = exchange.take(exchange.read(as_file(codec.to_json(FORM))).form, user=editor)
    assert not PEPForm.objects.get(pk=row.pk).live
    assert exchange.read(exchange.export(row)).form == FORM


def test_a_file_that_is_cut_off_is_refused():
    assert "cut off" in told(as_file(codec.to_json(FORM))[:200])


def test_a_file_of_a_newer_schema_is_refused():
    assert "newer version" in told(as_file({**codec.to_json(FORM), "schema": 99}))


def test_a_file_of_fifty_megabytes_is_refused():
    assert "5 MB" in told(b" " * (50 * 1024 * 1024))


@pytest.mark.parametrize(
    "data",
    [
        [],
        "form",
        {"schema": 1},
        {"schema": 1, "sections": [1]},
        {"schema": "1", "sections": []},
        {**codec.to_json(FORM), "title": 5},
        {**codec.to_json(FORM), "purpose": "spell"},
        {**codec.to_json(FORM), "surprise": True},
    ],
)
def test_what_is_not_a_form_is_refused(data):
    assert "does not hold a form" in told(as_file(data))


def test_json_nested_beyond_reason_is_refused():
    assert "cut off" in told(b"[" * 200_000)


@pytest.mark.parametrize(
    ("label", "key", "sentence"),
    [
        ("x" * 10_000, "a", "10,000 characters"),
        ("What?", "x" * 10_000, "at most 60"),
        ("What?", "🙂", "must begin with a small letter"),
        ("What?", "{{ key }}", "must begin with a small letter"),
        ("What?", "<script>", "must begin with a small letter"),
    ],
)
def test_the_problems_of_its_form_are_listed(label, key, sentence):
    form = paper("bad", SHARED)
    data = codec.to_json(form)
    data["sections"][0]["pages"][0]["questions"] = [{"key": key, "label": label}]
    assert sentence in told(as_file(data))


def test_labels_with_marks_of_templates_and_pages_are_only_text(editor):
    label = "{{ 7 }} <script>alert(1)</script> 🙂"
    data = codec.to_json(paper("odd", SHARED))
    data["sections"][0]["pages"][0]["questions"] = [{"key": "odd", "label": label}]
    form = exchange.read(as_file(data)).form
    row = exchange.take(form, user=editor)
    assert exchange.read(exchange.export(row)).form.question("both.odd").label == label


def test_a_condition_on_a_question_that_is_not_there_is_refused():
    data = codec.to_json(paper("lost", SHARED))
    data["sections"][0]["applies"] = {"answered": "gone.question"}
    assert "gone.question" in told(as_file(data))


def test_conditions_in_a_circle_are_refused():
    data = codec.to_json(paper("round", SHARED))
    asked = [codec.question_to_json(question(key=key)) for key in ("a", "b")]
    asked[0]["applies"], asked[1]["applies"] = {"answered": "both.b"}, {"answered": "both.a"}
    data["sections"][0]["pages"][0]["questions"] = asked
    assert "wait for each other" in told(as_file(data))
