"""Filled in and saved in LibreOffice, which drops the tags: every answer lands all the same."""

import json
import subprocess
from pathlib import Path

import pytest

from pep_plugin.documents import word
from pep_plugin.documents.word import names, reader
from pep_plugin.sections import definitions
from tests.documents.reader import filling

SCRIPT = Path(__file__).parents[1] / "corpus" / "libreoffice.py"
PYTHON = "/usr/bin/python3"
PRIMARY = filling.everything_asked(definitions.shipped()["primary"])
PAPER = definitions.papers()["my-views-8-11"]
PLAN = {
    "meeting": {
        "actions": {
            "value": [
                {"id": "k3v9x2m4qa", "cells": {"action": {"value": "Ask for a reading buddy"}}},
                {"id": "p7w2c8n5rb", "cells": {"action": {"value": "Ring the swimming club"}}},
            ]
        }
    },
    "views": {"going_well": {"value": "Football\nMaths"}},
}


def has_uno():
    try:
        found = subprocess.run([PYTHON, "-c", "import uno"], capture_output=True, check=False)
    except OSError:
        return False
    return found.returncode == 0


pytestmark = pytest.mark.skipif(not has_uno(), reason="LibreOffice with python3-uno is not here")


def edited(folder, data, edits):
    """The bytes of a file after a person's edits in LibreOffice."""
    source, target = folder / "in.docx", folder / "out.docx"
    source.write_bytes(data)
    subprocess.run(
        [PYTHON, str(SCRIPT), str(source), str(target)],
        input=json.dumps(edits).encode(),
        check=True,
        timeout=180,
    )
    return target.read_bytes()


def at(path, row="", column=""):
    return names.bookmark(path, row, column)


@pytest.fixture(scope="module")
def blank(tmp_path_factory):
    """A blank form that somebody filled in."""
    data = edited(
        tmp_path_factory.mktemp("blank"),
        word.blank(PRIMARY, version=3),
        [
            {"do": "type", "at": at("views.going_well"), "text": "Football & <drawing>\nMaths too"},
            {"do": "type", "at": at("plan.meeting_date"), "text": "Tuesday 27th March 2012"},
            {"do": "type", "at": at("plan.next_care_review"), "text": "27.03.12"},
            {"do": "type", "at": at("care.homes_count"), "text": "3"},
            {"do": "choose", "at": at("plan.in_school_time"), "text": "No"},
            {"do": "choose", "at": at("parent.gathered"), "text": "in writing"},
            {"do": "tick", "at": at("support.access_arrangements"), "option": 1},
            {"do": "below", "at": at("views.good_at"), "text": "Kind to others\nGood with dogs"},
            {"do": "over", "at": at("views.wish"), "text": "To see my brother more"},
            {"do": "type", "at": at("meeting.actions", "new1", "action"), "text": "Ring the club"},
            {"do": "type", "at": at("meeting.actions", "new1", "by_when"), "text": "1 May 2026"},
            {
                "do": "add_row",
                "at": at("meeting.actions", "new3", "action"),
                "cells": ["Ask for a buddy", "Ngozi Okafor", "2/5/26"],
            },
            {"do": "after", "at": at("views.wish"), "text": "He would also like a pet"},
        ],
    )
    return data, reader.read(data, PRIMARY)


def test_the_tags_are_gone_and_the_form_is_known(blank):
    _data, found = blank
    assert (found.form, found.version) == ("primary", 3)
    assert "tag" not in found.how.values()


def test_what_was_typed_chosen_and_ticked_lands(blank):
    _data, found = blank
    given = {path: answer for path, answer in found.answers.items() if path != "meeting.actions"}
    second = reader.layout.options(PRIMARY.question("support.access_arrangements"))[1]
    assert given == {
        "views.going_well": {"value": "Football & <drawing>\nMaths too"},
        "views.good_at": {"value": "Kind to others\nGood with dogs"},
        "views.wish": {"value": "To see my brother more"},
        "plan.meeting_date": {"value": "2012-03-27"},
        "plan.next_care_review": {"value": "2012-03-27"},
        "care.homes_count": {"value": "3"},
        "plan.in_school_time": {"value": "no"},
        "parent.gathered": {"value": "wrote"},
        "support.access_arrangements": {"value": [second.code]},
    }


def test_rows_that_were_filled_and_added_land(blank):
    _data, found = blank
    rows = found.answers["meeting.actions"]["value"]
    assert [row["cells"] for row in rows] == [
        {"action": {"value": "Ring the club"}, "by_when": {"value": "2026-05-01"}},
        {
            "action": {"value": "Ask for a buddy"},
            "who": {"value": "Ngozi Okafor"},
            "by_when": {"value": "2026-05-02"},
        },
    ]


def test_what_was_typed_between_the_tables_is_shown(blank):
    _data, found = blank
    assert [one["text"] for one in found.unplaced] == ["He would also like a pet"]


def test_rows_of_a_plan_keep_their_names_and_a_copied_one_is_new(tmp_path):
    data = edited(
        tmp_path,
        word.filled(filling.outline(PRIMARY, PLAN)),
        [
            {
                "do": "type",
                "at": at("meeting.actions", "p7w2c8n5rb", "who"),
                "text": "Sam Reid",
            },
            {"do": "copy_row", "at": at("meeting.actions", "k3v9x2m4qa", "action")},
        ],
    )
    found = reader.read(data, PRIMARY)
    rows = {row["id"]: row["cells"] for row in found.answers["meeting.actions"]["value"]}
    assert found.answers["views.going_well"] == {"value": "Football\nMaths"}
    assert rows["p7w2c8n5rb"] == {
        "action": {"value": "Ring the swimming club"},
        "who": {"value": "Sam Reid"},
    }
    assert rows["k3v9x2m4qa"] == {"action": {"value": "Ask for a reading buddy"}}
    assert len(found.new_rows["meeting.actions"]) == 1
    assert found.notes[0] == "1 row was added to “Actions agreed” in the file."


def test_a_paper_that_was_ticked_lands(tmp_path):
    path, question = next(
        (path, question)
        for path, _section, question in PAPER.paths()
        if question.table is not None and question.table.columns[0].kind == "scale"
    )
    row, column = question.table.fixed_rows[0].code, question.table.columns[0]
    step = reader.layout.options(column)[0]
    box = names.option_bookmark(path, step.code, row, column.key)
    found = reader.read(
        edited(tmp_path, word.blank(PAPER), [{"do": "tick", "at": box, "option": 0}]), PAPER
    )
    assert found.answers == {
        path: {"value": [{"id": row, "cells": {column.key: {"value": step.code}}}]}
    }
