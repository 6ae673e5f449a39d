"""An upgrade of the package meets what a council changed: neither side loses a word."""

import dataclasses

import pytest

from pep_plugin.formbuilder import conversion, drafts
from pep_plugin.formbuilder.models import PEPForm, PEPSection
from pep_plugin.formbuilder.shipped import ensure_forms
from pep_plugin.formversions.models import FormVersion
from pep_plugin.sections import definitions
from pep_plugin.sections.schema import Form, Page
from tests.sections.asking import question, section

pytestmark = pytest.mark.django_db

A = question(key="a", label="What helps?")
B = question(key="b", label="What else?", help="Two lines.")
MINE = question(key="local_mine", label="Which bus?")


def form(*questions, key="first", title="First", more=()) -> Form:
    helping = section(*questions, key="helping", title="Helping")
    return Form(key=key, title=title, phase="", sections=(helping, *more))


def council_writes(*questions) -> PEPSection:
    """What the council has made of the section, live."""
    row = PEPSection.objects.get(key="helping")
    kept = dataclasses.replace(conversion.to_section(row), pages=(Page(questions=questions),))
    for name, value in conversion.fields_of(kept).items():
        setattr(row, name, value)
    row.save()
    row.save_revision().publish(skip_permission_checks=True)
    return row


def drafted() -> PEPSection:
    return drafts.newest(PEPSection.objects.get(key="helping"))


def keys(row) -> list[str]:
    return [one.key for one in conversion.to_section(row).questions]


def test_the_first_time_every_shipped_form_is_in_the_editor_and_live_as_it_was_written():
    versions = ensure_forms()
    shipped = definitions.shipped()
    assert {version.form_key: version.form for version in versions} == shipped
    assert PEPForm.objects.count() == len(shipped)


def test_doing_it_again_changes_nothing():
    ensure_forms()
    before = list(FormVersion.objects.values_list("pk", flat=True))
    rows = list(PEPSection.objects.order_by("pk").values_list("pk", "latest_revision"))
    ensure_forms()
    assert list(FormVersion.objects.values_list("pk", flat=True)) == before
    assert list(PEPSection.objects.order_by("pk").values_list("pk", "latest_revision")) == rows


def test_each_form_has_an_empty_section_of_the_councils_own_that_nobody_is_asked():
    (version,) = ensure_forms([form(A)])
    assert PEPSection.objects.filter(key="local", variant="first").exists()
    assert [one.key for one in version.form.sections] == ["helping"]


def test_forms_share_the_sections_that_they_have_in_common():
    ensure_forms([form(A), form(A, key="second", title="Second")])
    assert PEPSection.objects.filter(key="helping").count() == 1


def test_a_section_that_nobody_changed_follows_by_itself():
    ensure_forms([form(A)])
    (version,) = ensure_forms([form(A, B)])
    assert [path for path, _section, _question in version.form.paths()] == [
        "helping.a",
        "helping.b",
    ]
    assert not PEPSection.objects.get(key="helping").has_unpublished_changes


def test_a_councils_change_stays_live_and_the_upgrade_waits_as_a_draft():
    ensure_forms([form(A, B)])
    council_writes(dataclasses.replace(A, label="What helps you?"), B, MINE)
    ensure_forms([form(A, dataclasses.replace(B, help="Three lines."), question(key="c"))])
    assert keys(PEPSection.objects.get(key="helping")) == ["a", "b", "local_mine"]
    assert keys(drafted()) == ["a", "b", "c", "local_mine"] or keys(drafted()) == [
        *("a", "b", "local_mine", "c")
    ]
    merged = conversion.to_section(drafted())
    assert merged.question("a").label == "What helps you?"
    assert merged.question("b").help == "Three lines."


def test_the_draft_says_what_was_kept_what_came_and_what_is_to_be_decided():
    ensure_forms([form(A, B)])
    council_writes(dataclasses.replace(A, label="Ours?"), B, MINE)
    ensure_forms([form(dataclasses.replace(A, label="Theirs?"), B, question(key="c", label="New"))])
    told = PEPSection.objects.get(key="helping").upgrade
    assert told["kept"] == ["“Which bus?”: your own question stays."]
    assert told["came"] == ["“New”: a new question."]
    assert told["decide"] == [
        "“Ours?”: label. Yours stands (“Ours?”); the package now has another (“Theirs?”)."
    ]
    assert conversion.to_section(drafted()).question("a").label == "Ours?"


def test_a_question_that_the_council_took_out_stays_out():
    ensure_forms([form(A, B)])
    council_writes(A)
    ensure_forms([form(A, B, question(key="c"))])
    assert keys(drafted()) == ["a", "c"]


def test_a_changed_question_that_the_package_took_out_stays_and_is_to_be_decided():
    ensure_forms([form(A, B)])
    council_writes(A, dataclasses.replace(B, label="Ours"))
    ensure_forms([form(A)])
    assert keys(drafted()) == ["a", "b"]
    assert "It stays." in PEPSection.objects.get(key="helping").upgrade["decide"][0]


def test_the_councils_order_stays_when_the_package_only_adds():
    ensure_forms([form(A, B)])
    council_writes(B, A)
    ensure_forms([form(A, B, question(key="c"))])
    assert keys(drafted()) == ["b", "c", "a"]


def test_a_hidden_question_stays_hidden_and_unasked():
    ensure_forms([form(A, B)])
    row = PEPSection.objects.get(key="helping")
    row.questions[1].value["more"]["hidden"] = True
    row.save()
    row.save_revision().publish(skip_permission_checks=True)
    (version,) = ensure_forms([form(A, dataclasses.replace(B, help="Three lines."))])
    assert version.hidden == ["helping.b"]
    assert conversion.hidden_paths(drafted()) == {"helping.b"}


def test_a_draft_that_somebody_is_writing_is_merged_and_not_overwritten():
    ensure_forms([form(A)])
    row = PEPSection.objects.get(key="helping")
    row.title = "Helping a lot"
    row.save_revision()
    ensure_forms([form(A, B)])
    assert drafted().title == "Helping a lot"
    assert keys(drafted()) == ["a", "b"]


def test_a_new_section_stands_where_the_package_puts_it():
    ensure_forms([form(A)])
    more = section(question(key="n"), key="new", title="New")
    (version,) = ensure_forms([form(A, more=(more,))])
    assert [one.key for one in version.form.sections] == ["helping", "new"]


def test_a_form_that_the_council_named_otherwise_keeps_its_name():
    ensure_forms([form(A)])
    PEPForm.objects.update(title="Ours")
    (version,) = ensure_forms([form(A, title="Second name", more=(section(key="new"),))])
    assert version.title == "Ours"


def test_an_editor_reads_in_the_section_what_the_upgrade_did(editor, signed_in):
    ensure_forms([form(A, B)])
    row = council_writes(A, B, MINE)
    ensure_forms([form(A, B, question(key="c", label="New"))])
    page = signed_in(editor).get(f"/admin/snippets/pep_plugin/pepsection/edit/{row.pk}/")
    assert "“New”: a new question." in page.content.decode()


def test_a_draft_of_the_form_survives_an_upgrade_of_its_title_and_sections():
    ensure_forms([form(A)])
    row = PEPForm.objects.get(key="first")
    draft = drafts.newest(row)
    draft.intro = "Our own words"
    draft.save_revision()
    before = row.revisions.count()
    more = (section(B, key="more", title="More"),)
    for _ in range(2):
        ensure_forms([form(A, title="The first", more=more)])
    row.refresh_from_db()
    draft = drafts.newest(row)
    assert (row.title, row.intro) == ("The first", "")
    assert (draft.title, draft.intro) == ("The first", "Our own words")
    for one in (row, draft):
        assert [part.key for part in conversion.sections_of(one)] == ["helping", "more", "local"]
    assert row.revisions.count() == before + 1


@pytest.mark.parametrize("is_drafted", [False, True])
def test_forms_part_where_the_package_asks_one_of_them_something_else(is_drafted):
    second = {"key": "second", "title": "Second"}
    ensure_forms([form(A), form(A, **second)])
    if is_drafted:
        draft = drafted()
        draft.intro = "Drafted"
        draft.save_revision()
    for _ in range(2):
        versions = ensure_forms([form(A), form(A, B, **second)])
    rows = PEPSection.objects.filter(key="helping").order_by("pk")
    assert [row.variant for row in rows] == ["", "second"]
    assert [drafts.newest(row).intro for row in rows] == ["Drafted" if is_drafted else ""] * 2
    assert keys(drafts.newest(rows[0])) == ["a"]
    assert keys(drafts.newest(rows[1])) == ["a", "b"]
    if not is_drafted:
        assert [version.number for version in versions] == [1, 2]
