"""A public-only installation: guidance and templates answer, and no private address does."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="module")
def found() -> dict:
    """What a walk round such a site found; it has a database of its own."""
    run = subprocess.run(
        [sys.executable, "-m", "tests.testsite.walk_public_only"],
        cwd=ROOT,
        env={
            **{k: v for k, v in os.environ.items() if k != "PEP_TEST_DATABASE"},
            "DJANGO_SETTINGS_MODULE": "tests.testsite.public_only",
            "PYTHONPATH": f"{ROOT}:{ROOT / 'sandbox'}",
        },
        capture_output=True,
        text=True,
        check=False,
    )
    lines = [line for line in run.stdout.splitlines() if line.startswith("FOUND ")]
    assert lines, run.stderr[-2000:]
    return json.loads(lines[0].removeprefix("FOUND "))


def test_no_private_address_answers(found):
    assert len(found["private"]) > 20
    assert set(found["private"].values()) == {404}
    assert set(found["private_posts"].values()) == {404}
    assert not found["has_home"]


def test_there_is_no_register_and_no_menu(found):
    assert found["register"] == 404
    assert not found["menu"]
    assert found["names"] == []


def test_guidance_and_templates_answer(found):
    assert found["guidance"] == 200
    assert found["template"] == 200
