"""Rows that ask a lot have pages of their own; their section's screen lists them."""

import pytest

from tests.factories import council, live_primary
from tests.wizard.conftest import Browser

AREA, TARGET, FROM_TO = "area", "target", "from_to"


@pytest.fixture
def scene(db):
    live_primary()
    return council()


@pytest.fixture
def teacher(scene):
    return Browser(scene, "designated_teacher")


def go(person, response):
    """Follow a redirect as a browser does, so that the next press is of the new page."""
    assert response.status_code == 302, response.content.decode()[:2000]
    person.path = response.url.partition("#")[0]
    person.page = person.client.get(person.path)
    assert person.page.status_code == 200, person.path
    return person


def add(person):
    """Press "Add a target" on the list."""
    person.open("step", "targets")
    button = next(
        v for v in buttons(person) if v.startswith("row:targets:") and v[12:] not in ids(person)
    )
    return go(person, person.press(f"go={button}"))


def buttons(person):
    from lxml import html

    found = html.fromstring(person.text).xpath("//main//button[@name='go']/@value")
    return [str(value) for value in found]


def ids(person):
    return [row["id"] for row in person.answer("targets", "targets") or []]


def cells(person, **changes):
    name = next(n for n in person.fields() if n.endswith("-target")).removesuffix("-target")
    return {f"{name}-{key}": value for key, value in changes.items()}


WHOLE = {
    "area": "reading",
    "target": "I can read a whole chapter to my carer.",
    "from_to": "From 20 words a minute now to 40.",
    "who_does_what": "Ms Okafor hears me read every day because the test showed it.",
    "by_when_0": "12",
    "by_when_1": "2",
    "by_when_2": "2027",
}


def test_a_target_is_added_on_a_page_of_its_own_and_then_listed(teacher):
    add(teacher)
    assert "<h1>Target 1</h1>" in teacher.text
    go(teacher, teacher.press(**cells(teacher, **WHOLE)))
    assert teacher.path.startswith(teacher.address("step", "targets"))
    assert "1 of 3 targets so far." in teacher.words
    assert "I can read a whole chapter to my carer." in teacher.words
    (row,) = teacher.answer("targets", "targets")
    assert set(row["cells"]) == {"area", "target", "from_to", "who_does_what", "by_when"}
