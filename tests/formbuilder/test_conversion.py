"""What an editor edits is the form, whole: definition, rows and definition again are the same."""

import dataclasses
import json

import pytest
from hypothesis import HealthCheck, given, settings

from pep_plugin.formbuilder import conversion
from pep_plugin.formbuilder.blocks import COLUMN_FAMILIES, FAMILIES, lists
from pep_plugin.formbuilder.conversion.questions import in_order
from pep_plugin.formbuilder.models import PEPForm, PEPSection
from pep_plugin.sections import codec, definitions
from pep_plugin.sections.conditions import All, Answered, AnyOf, Compares, Is, Not
from tests.sections import asking
from tests.sections.asking import question, section


@pytest.fixture(autouse=True)
def no_live_forms(monkeypatch):
    """Conditions may look at any question; here is no database to ask which there are."""
    monkeypatch.setattr(lists, "_every_question", list)


def there_and_back(one):
    """Through the row's fields, and through every block's own value: as an editor's save goes."""
    row = PEPSection(key=one.key, **conversion.fields_of(one))
    for child in row.questions:
        assert child.value is not None
    return conversion.to_section(row)


def of_the_editor(form):
    row = PEPForm(
        **{
            name: getattr(form, name)
            for name in ("key", "title", "phase", "language", "purpose", "audience", "intro")
        }
    )
    return conversion.to_form(row, [there_and_back(one) for one in form.sections])


def made_valid(form):
    """What no form may hold taken out: required sums, tables in tables; and roles in their order,
    for an editor ticks them in boxes, which have one."""

    def valid(one, kinds=FAMILIES):
        table = one.table
        if table is not None:
            columns = tuple(valid(column, COLUMN_FAMILIES) for column in table.columns)
            table = dataclasses.replace(table, columns=columns)
        kind = one.kind if one.kind in kinds and (one.kind == "table") == bool(table) else "text"
        required = one.required if kind != "computed" else False
        readers = in_order(one.readers)
        return dataclasses.replace(one, kind=kind, required=required, readers=readers, table=table)

    sections = []
    for one in form.sections:
        pages = [
            dataclasses.replace(page, questions=tuple(map(valid, page.questions)))
            for page in one.pages
        ]
        sections.append(dataclasses.replace(one, pages=tuple(pages)))
    return dataclasses.replace(form, sections=tuple(sections))


@pytest.mark.parametrize("key", definitions.shipped())
def test_every_shipped_form_comes_back_unchanged(key):
    form = definitions.shipped()[key]
    assert of_the_editor(form) == form
    assert codec.digest(codec.to_json(of_the_editor(form))) == codec.digest(codec.to_json(form))


@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(asking.forms().map(made_valid))
def test_any_valid_form_comes_back_unchanged_by_way_of_json(form):
    read = codec.from_json(json.loads(codec.canonical(codec.to_json(form))))
    assert codec.to_json(of_the_editor(read)) == codec.to_json(form)


CONDITIONS = [
    Is("part.a", ("yes", "no")),
    Not(Is("part.a", ("yes",))),
    Answered("part.a"),
    Not(Answered("part.a")),
    Compares("part.a", ">=", "17"),
    All((Is("part.a", ("1",)), Answered("part.b"))),
    AnyOf((Is("part.a", ("1",)), Not(Answered("part.b")))),
    Not(All((Is("part.a", ("1",)), AnyOf((Answered("part.b"), Answered("part.c")))))),
    Not(Compares("part.a", "<", "5")),
    All((Answered("part.a"),)),
]


@pytest.mark.parametrize("condition", CONDITIONS, ids=lambda one: one.words())
def test_a_condition_that_lines_can_say_or_cannot_comes_back(condition):
    one = section(question(applies=condition, required=condition), applies=condition)
    assert there_and_back(one) == one


def test_a_question_of_a_kind_that_is_not_installed_survives_whole():
    one = section(question("thirdparty.map", limits={"zoom": [1, {"deep": True}]}, help="Where?"))
    assert there_and_back(one) == one
