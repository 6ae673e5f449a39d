"""What a PEP form may not lose: the heads that the law asks for, and the tables of the figures."""

import dataclasses

import pytest

from pep_plugin.sections import definitions, duties, fact_tables
from tests.sections.asking import form, question, section

PRIMARY = definitions.shipped()["primary"]


def without(form, *paths):
    """The form without these questions, and without sections that then ask nothing."""
    sections = []
    for part in form.sections:
        pages = [
            dataclasses.replace(
                page,
                questions=tuple(q for q in page.questions if f"{part.key}.{q.key}" not in paths),
            )
            for page in part.pages
        ]
        pages = [page for page in pages if page.questions]
        if pages:
            sections.append(dataclasses.replace(part, pages=tuple(pages)))
    return dataclasses.replace(form, sections=tuple(sections))


@pytest.mark.parametrize("shipped", definitions.shipped().values(), ids=lambda form: form.key)
def test_a_shipped_form_loses_nothing(shipped):
    assert duties.problems(shipped, shipped) == []


def test_a_head_of_the_law_that_nothing_asks():
    changed = without(PRIMARY, "progress.to_improve")
    [problem] = duties.problems(changed, PRIMARY)
    assert problem.sentence == (
        "The law asks for this, and no question does: Areas for improvement."
    )


def test_the_table_that_figures_are_made_of():
    changed = without(PRIMARY, "premium.lines")
    [problem] = [p for p in duties.problems(changed, PRIMARY) if "figures" in p.sentence]
    label = PRIMARY.question("premium.lines").label
    assert problem.sentence == (
        f"“{label}” is gone or hidden, and figures about pupil premium plus are made of it."
    )


def test_a_table_of_figures_that_was_never_there_is_not_missed():
    small = without(PRIMARY, "premium.lines")
    assert not any("figures" in problem.sentence for problem in duties.problems(small, small))


def test_a_paper_of_the_library_owes_the_law_nothing():
    paper = dataclasses.replace(form(section(question())), purpose="template")
    assert duties.problems(paper, None) == []


def test_every_table_of_facts_has_a_name_in_words():
    assert set(duties.FACTS) == set(fact_tables.CORE)


def test_a_plan_that_is_a_file_holds_the_heads_of_the_law_in_it():
    kept = definitions.shipped()["kept-as-file"]
    assert duties.problems(kept, None) == []
    without_the_file = without(kept, "kept.file")
    assert len(duties.problems(without_the_file, None)) > 5
