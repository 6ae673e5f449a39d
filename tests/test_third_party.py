"""A council's own app brings a kind and a section along in one file, and they are everywhere."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
LABEL = "Bus pass"
ANSWER = "RB 123 456"


@pytest.fixture(scope="module")
def found() -> dict:
    """What came out of every output of such a site; it has a database of its own."""
    run = subprocess.run(
        [sys.executable, "-m", "tests.testsite.walk_third_party"],
        cwd=ROOT,
        env={
            **{k: v for k, v in os.environ.items() if k != "PEP_TEST_DATABASE"},
            "DJANGO_SETTINGS_MODULE": "tests.testsite.third_party",
            "PYTHONPATH": f"{ROOT}:{ROOT / 'sandbox'}",
        },
        capture_output=True,
        text=True,
        check=False,
    )
    lines = [line for line in run.stdout.splitlines() if line.startswith("FOUND ")]
    assert lines, run.stderr[-2000:]
    return json.loads(lines[0].removeprefix("FOUND "))


def test_the_section_is_in_the_task_list_and_its_page_asks_the_question(found):
    assert "Getting to school" in found["task list"]
    assert LABEL in found["wizard"]
    assert 'name="riverside_travel-bus_pass"' in found["wizard"]


def test_the_kind_says_what_is_wrong_and_stores_what_is_right(found):
    assert "A bus pass has two letters and six figures" in found["refused"]
    assert found["stored"] == "RB123456"


@pytest.mark.parametrize("output", ["html", "text", "json", "word", "pdf"])
def test_label_and_answer_stand_in_every_document(found, output):
    assert "Getting to school" in found[output]
    assert LABEL in found[output]
    assert ANSWER in found[output]


def test_the_blank_template_asks_it(found):
    assert LABEL in found["blank"]


def test_the_export_has_its_column(found):
    header, row, *_others = found["export"].splitlines()
    assert "riverside_travel.bus_pass" in header
    assert ANSWER in row


def test_the_form_editor_holds_it_in_the_block_of_the_kind_that_it_is_made_of(found):
    assert found["block"] == "text"
    assert found["edited"] == "riverside_bus_pass"


def test_the_page_that_explains_it_shows_this_very_app():
    page = (ROOT / "docs/how-to/add-a-kind.md").read_text("utf-8")
    [code] = re.findall(r"```python\n(.*?)```", page, flags=re.DOTALL)
    app = (ROOT / "tests/testsite/riverside/apps.py").read_text("utf-8")
    assert code == app.replace("tests.testsite.riverside", "riverside")
