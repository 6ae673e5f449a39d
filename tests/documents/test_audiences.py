"""Who a copy is for decides what stands in it; what is left out is nowhere in the outline."""

import dataclasses
import json
import re
from pathlib import Path

import pytest

from pep_plugin.documents.audiences import AUDIENCES, LEAST
from pep_plugin.documents.json import as_json
from pep_plugin.documents.outline import LEFT_OUT
from pep_plugin.sections import roles
from tests.documents import scene
from tests.documents.scene import outline, said

SECRETS = {"home.phone": "01632 960123", "home.barred": "Rowan Thorne"}


def text(document) -> str:
    return as_json(document)


def test_the_full_copy_gives_what_the_asker_may_read():
    document = outline(roles={roles.VS_HEAD})
    assert all(secret in text(document) for secret in SECRETS.values())


def test_the_full_copy_of_a_designated_teacher_leaves_out_what_few_may_read():
    document = outline(roles={roles.DESIGNATED_TEACHER})
    assert said(document, "home.barred").text == LEFT_OUT
    assert "Rowan Thorne" not in text(document)
    assert "01632 960123" in text(document)


def test_without_roles_only_what_everybody_may_read_is_given():
    assert "Rowan Thorne" not in text(outline(roles=None))


@pytest.mark.parametrize("audience", ["carer", "parent", "child"])
def test_copies_that_leave_the_office_hold_nothing_sensitive(audience):
    document = outline(roles={roles.VS_HEAD}, audience=audience)
    for secret in SECRETS.values():
        assert secret not in text(document)


def test_a_carer_is_told_that_a_part_is_left_out():
    assert said(outline(audience="carer"), "home.phone").text == LEFT_OUT


@pytest.mark.parametrize("audience", ["parent", "child"])
def test_what_could_lead_to_a_home_leaves_no_trace_in_a_copy_for_the_family(audience):
    document = outline(audience=audience)
    assert "home.phone" not in {item.path for _section, item in document.items}
    assert "telephone" not in text(document)


def test_a_section_of_which_nothing_is_left_has_no_heading_either():
    form = scene.form()
    section = form.section("home")
    alone = dataclasses.replace(
        section, pages=(dataclasses.replace(section.pages[0], questions=(section.questions[1],)),)
    )
    document = outline(form=dataclasses.replace(form, sections=(alone,)), audience="parent")
    assert document.sections == ()
    assert [s.title for s in outline(form=dataclasses.replace(form, sections=(alone,))).sections]


def test_a_copy_for_another_gives_no_more_than_the_asker_may_read():
    asked_by_teacher = outline(roles={roles.DESIGNATED_TEACHER}, audience="iro")
    assert said(asked_by_teacher, "home.barred").state == "withheld"


def test_a_sensitive_column_is_left_out_of_each_row():
    table = said(outline(audience="carer"), "every.table")
    assert {row.cells[-1].text for row in table.rows} == {LEFT_OUT}
    assert table.rows[0].cells[0].text != LEFT_OUT


def test_a_sensitive_column_is_no_column_of_the_parent_s_copy():
    table = said(outline(audience="parent"), "every.table")
    assert [column.key for column in table.columns] == ["area", "target", "by_when"]
    assert {len(row.cells) for row in table.rows} == {3}


def test_what_is_left_out_looks_the_same_with_and_without_an_answer():
    given = scene.answers()
    del given["home"]["phone"]
    with_answer = said(outline(audience="carer"), "home.phone")
    without = said(outline(audience="carer", given=given), "home.phone")
    assert with_answer == without
    assert outline(audience="parent").sections == outline(audience="parent", given=given).sections


def test_a_link_to_rows_of_a_table_that_is_left_out_names_none():
    form = scene.form()
    pages = form.sections[0].pages
    questions = tuple(
        dataclasses.replace(q, sensitive=True) if q.key == "table" else q
        for q in pages[0].questions
    )
    section = dataclasses.replace(
        form.sections[0], pages=(dataclasses.replace(pages[0], questions=questions),)
    )
    hidden = dataclasses.replace(form, sections=(section, *form.sections[1:]))
    document = outline(form=hidden, audience="parent")
    assert said(document, "every.row_link").text == LEFT_OUT


def test_what_is_worked_out_from_something_left_out_is_left_out():
    form = scene.form()
    pages = form.sections[0].pages
    questions = tuple(
        dataclasses.replace(q, sensitive=True) if q.key == "number_part" else q
        for q in pages[0].questions
    )
    section = dataclasses.replace(
        form.sections[0], pages=(dataclasses.replace(pages[0], questions=questions),)
    )
    hidden = dataclasses.replace(form, sections=(section,))
    assert said(outline(form=hidden, audience="carer"), "every.computed").text == LEFT_OUT
    paths = [item.path for _section, item in outline(form=hidden, audience="parent").items]
    assert "every.computed" not in paths


def test_a_parent_s_copy_does_not_name_the_carer():
    assert "Jo Hart" not in text(outline(audience="parent"))
    assert "Jo Hart" in text(outline(audience="school"))


@pytest.mark.parametrize("audience", ["carer", "parent", "child"])
def test_a_confidential_school_is_named_in_no_copy_that_leaves_the_office(audience):
    given = scene.answers()
    given["every"]["person"] = {"value": "Somebody else"}
    copy = text(outline(audience=audience, given=given, is_school_confidential=True))
    for word in ("Harrow Lane", "Okafor"):
        assert word not in copy
        assert word in text(outline(audience="school", is_school_confidential=True))
    document = outline(audience=audience, is_school_confidential=True)
    assert "every.school" not in {item.path for _section, item in document.items}


def test_the_plan_itself_may_say_that_the_school_is_confidential():
    given = {**scene.answers(), "restrictions": {"school_confidential": {"value": "yes"}}}
    given["every"]["person"] = {"value": "Somebody else"}
    assert "Harrow Lane" not in text(outline(audience="parent", given=given))
    assert "Harrow Lane" in text(outline(audience="full", given=given))


def test_the_readers_of_today_count_beside_those_of_then():
    form = scene.form()
    section = form.section("home")
    narrowed = tuple(
        dataclasses.replace(q, readers=(roles.SOCIAL_WORKER,)) if q.key == "phone" else q
        for q in section.questions
    )
    live = dataclasses.replace(
        form,
        sections=(
            dataclasses.replace(
                section, pages=(dataclasses.replace(section.pages[0], questions=narrowed),)
            ),
        ),
    )
    assert said(outline(live=live), "home.phone").state == "withheld"


def test_the_child_s_own_choice_of_readers_counts():
    given = scene.answers()
    given["words"]["emoji"]["readers"] = [roles.SOCIAL_WORKER]
    assert said(outline(given=given, roles={roles.VS_HEAD}), "words.emoji").state == "withheld"
    assert said(outline(given=given, roles={roles.SOCIAL_WORKER}), "words.emoji").is_given


def test_the_least_copy_gives_no_answer_that_another_adult_s_copy_leaves_out():
    least = {part for part in outline(audience=LEAST).parts() if part.partition(":")[1] == ""}
    for audience in set(AUDIENCES) - {"child", "my-plan"}:
        assert least <= set(outline(audience=audience).parts())


def test_an_unknown_audience_is_an_error():
    with pytest.raises(KeyError):
        outline(audience="everybody")


def test_the_parts_of_two_copies_differ_when_one_leaves_something_out():
    full, parent = outline(), outline(audience="parent")
    assert full.parts_digest() != parent.parts_digest()
    assert full.parts_digest() == outline().parts_digest()
    assert "home.phone" in full.parts()
    assert "home.phone" not in parent.parts()


def test_json_says_for_whom_the_copy_is():
    assert json.loads(as_json(outline(audience="parent")))["audience"] == "parent"


def test_the_docs_say_what_each_copy_holds():
    text = Path(__file__).parents[2].joinpath("docs/reference/copies.md").read_text("utf-8")
    rows = re.findall(r"^\| `([\w-]+)` \| (.+) \|$", text, flags=re.MULTILINE)
    written = {}
    for key, cells in rows:
        *treatments, names = cells.split(" | ")
        written[key] = (*treatments, frozenset(re.findall(r"`(\w+)`", names)))
    assert written == {
        key: (
            one.policy.sensitive,
            one.policy.readers,
            one.policy.chosen,
            one.policy.school,
            one.people_left_out,
        )
        for key, one in AUDIENCES.items()
    }
