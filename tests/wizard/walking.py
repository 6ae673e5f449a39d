"""A routine term walked on the real screens: what somebody has to type, and on how many pages.

Whoever walks goes down "Still missing" on the page that checks, opens each place that is theirs,
and fills in only what the page asks for when Continue is pressed.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from lxml import html as parser

from pep_plugin.sections.answers import awaits_confirmation
from tests.wizard.conftest import Browser

#: Of every figure that is asked for, a small one.
_NUMBER = "10"


@dataclass
class Walk:
    """What it came to. ``answers``: one line for each control or question that was asked."""

    answers: list[str] = field(default_factory=list)
    long: int = 0
    pages: list[str] = field(default_factory=list)


def walk(person: Browser) -> Walk:
    """Fill in everything of theirs that is missing, from the first page to the last check."""
    done = Walk()
    if person.open("changed").status_code == 200 and "still right" in person.text:
        done.pages.append("changed")
        person.press()
    for _turn in range(60):
        person.open("check")
        place = _first_place(person)
        if place is None:
            break
        _page(person, place, done)
    done.pages.append("check")
    return done


def _first_place(person: Browser) -> str | None:
    """The first line of "Still missing" that leads to a question of their own."""
    form = person.opened().form
    for link in parser.fromstring(person.text).xpath("//*[contains(@class, 'pep-missing')]//a"):
        address = str(link.get("href"))
        section = form.step(_step_name(address)).section
        question = section.question(urlsplit(address).fragment.removeprefix("q-"))
        if (question.owner_role or section.owner_role) == person.role:
            return address
    return None


def _step_name(address: str) -> str:
    return urlsplit(address).path.partition("/fill-in/")[2].partition("/")[0]


def _page(person: Browser, address: str, done: Walk) -> None:
    """One page of a section: fill in what Continue misses, and go on."""
    _open(person, address)
    _count_page(person, done)
    done.answers += _asked_by_itself(person)
    response = person.press()
    if response.status_code == 200:
        if _rows_are_missing(person):
            _add_row(person, done)
            return
        fill_in_what_is_missing(person, done)


def fill_in_what_is_missing(person: Browser, done: Walk, targets: list[str] | None = None) -> None:
    """Answer what the summary of the page leads to, and go on; each line of it is one answer."""
    changes: dict[str, Any] = {}
    for target in targets or _problems(person):
        done.answers.append(target)
        done.long += _fill(person, target, changes)
    response = person.press(**changes)
    assert response.status_code == 302, "\n".join(_sentences(person)) or person.words[:3000]


def _add_row(person: Browser, done: Walk) -> None:
    """A row with a page of its own: opened by the button of its list, filled in, kept."""
    button = parser.fromstring(person.text).xpath(
        "//main//button[@name='go'][contains(@id, '-add')]/@value"
    )[0]
    response = person.press(f"go={button}")
    _open(person, response.url)
    _count_page(person, done)
    fill_in_what_is_missing(person, done, _empty(person))


def _open(person: Browser, address: str) -> None:
    person.path = address.partition("#")[0]
    person.page = person.client.get(person.path)
    assert person.page.status_code == 200, person.path


def _count_page(person: Browser, done: Walk) -> None:
    path = urlsplit(person.path).path
    if path not in done.pages:
        done.pages.append(path)


def _asked_by_itself(person: Browser) -> list[str]:
    """Required questions of the page whose last answer is too old to be confirmed with the rest.

    Going on confirms them: each is read and answered, so each counts.
    """
    opened = person.opened()
    step = opened.form.step(_step_name(person.path))
    held = opened.answers.get(step.section.key, {})
    return [
        f"{step.section.key}.{question.key}"
        for question in step.questions
        if awaits_confirmation(held.get(question.key))
        and held[question.key].get("stale")
        and opened.asked.is_asked(f"{step.section.key}.{question.key}")
        and opened.asked.is_required(question)
    ]


def _problems(person: Browser) -> list[str]:
    """Ids of the controls that the summary leads to."""
    found = parser.fromstring(person.text).xpath(
        "//*[contains(@class, 'pep-error-summary')]//a/@href"
    )
    return [str(link).removeprefix("#") for link in found]


def _sentences(person: Browser) -> list[str]:
    found = parser.fromstring(person.text).xpath("//*[contains(@class, 'pep-error-summary')]//a")
    return [link.text_content() for link in found]


def _rows_are_missing(person: Browser) -> bool:
    return any("Add at least" in sentence for sentence in _sentences(person))


def _empty(person: Browser) -> list[str]:
    """First controls of the questions of an empty row, which nothing has judged yet."""
    root = parser.fromstring(person.text)
    questions = root.xpath(
        "//main//form//*[contains(@class, 'pep-question')]"
        "[not(.//*[contains(@class, 'pep-optional')])]"
    )
    found = []
    for question in questions:
        controls = question.xpath(".//textarea | .//select | .//input[not(@type='hidden')]")
        if controls and controls[0].get("id"):
            found.append(str(controls[0].get("id")))
    return found


def _fill(person: Browser, target: str, changes: dict[str, Any]) -> int:
    """Put something into the control of this id; 1 where it is a long text."""
    [control] = parser.fromstring(person.text).xpath(f"//*[@id='{target}']")
    name = str(control.get("name"))
    if control.tag == "textarea":
        changes[name] = "What we see every day, in a sentence or two."
        return 1
    if control.tag == "select":
        changes[name] = next(v for v in control.xpath("option/@value") if v)
    elif control.get("type") in ("radio", "checkbox"):
        changes[name] = str(control.get("value"))
    elif target.endswith("_0"):
        stem = name.removesuffix("_0")
        changes.update({f"{stem}_0": "12", f"{stem}_1": "3", f"{stem}_2": "2027"})
    elif control.get("inputmode") == "decimal":
        changes[name] = _NUMBER
    else:
        changes[name] = "A few plain words"
    return 0
