"""The published JSON Schema knows every form that there is, and every field of one."""

import dataclasses
import json
from pathlib import Path

import jsonschema
import pytest

from pep_plugin.sections import codec, definitions, schema
from pep_plugin.sections.upgrades import SCHEMA

FILE = Path(__file__).resolve().parents[2] / "docs" / "reference" / "form.schema.json"
PUBLISHED = json.loads(FILE.read_text(encoding="utf-8"))
FORMS = {**definitions.shipped(), **definitions.papers()}


@pytest.mark.parametrize("key", FORMS)
def test_every_shipped_form_keeps_to_it(key):
    jsonschema.validate(codec.to_json(FORMS[key]), PUBLISHED)


@pytest.mark.parametrize(
    ("of", "name"),
    [
        (schema.Section, "section"),
        (schema.Page, "page"),
        (schema.Question, "question"),
        (schema.Table, "table"),
        (schema.Choice, "choice"),
    ],
)
def test_it_names_every_field_and_no_other(of, name):
    fields = {field.name for field in dataclasses.fields(of)}
    assert set(PUBLISHED["$defs"][name]["properties"]) == fields


def test_it_names_the_fields_of_a_form_and_the_schema_of_today():
    fields = {field.name for field in dataclasses.fields(schema.Form)}
    assert set(PUBLISHED["properties"]) == {"schema", *fields}
    assert PUBLISHED["properties"]["schema"]["const"] == SCHEMA


def test_a_question_without_a_label_does_not_keep_to_it():
    data = codec.to_json(definitions.shipped()["primary"])
    del data["sections"][0]["pages"][0]["questions"][0]["label"]
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(data, PUBLISHED)
