"""What was said, once more: an answer as it stands on the last pages before it is sent."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from pep_plugin.sections import answers as answers_of
from pep_plugin.sections.answers import Answer
from pep_plugin.voice.own_page.adults import Adult, names_of
from pep_plugin.voice.own_page.page import OwnPage
from pep_plugin.voice.own_page.pictures import picture_of, picture_of_choice
from pep_plugin.voice.own_page.screens import Screen


@dataclass(frozen=True, slots=True)
class Line:
    """One screen that holds something. ``text`` is "" where it was said before and stays hidden."""

    name: str
    title: str
    about: str
    text: str
    picture: str
    is_hidden: bool


@dataclass(frozen=True, slots=True)
class Said:
    """One answer, of one screen or several. ``can_limit``: False beside others' targets, which
    everybody at the meeting reads."""

    path: str
    title: str
    lines: tuple[Line, ...]
    can_limit: bool
    is_limited: bool
    readers: tuple[str, ...]
    reader_names: str


def everything(page: OwnPage, adults: tuple[Adult, ...] = ()) -> tuple[Said, ...]:
    """Every answer of the draft that is still asked, in the order of the screens."""
    found: dict[str, list[Screen]] = {}
    for screen in page.screens:
        if page.draft.holds(screen):
            found.setdefault(screen.path, []).append(screen)
    limited = page.draft.choices.get("readers", {})
    return tuple(
        Said(
            path,
            screens[0].question.label if len(screens) > 1 else page.title(screens[0]),
            tuple(_line(page, screen) for screen in screens),
            screens[0].is_whole,
            path in limited,
            tuple(limited.get(path, ())),
            names_of(adults, limited.get(path, [])),
        )
        for path, screens in found.items()
    )


def _line(page: OwnPage, screen: Screen) -> Line:
    hidden = page.draft.is_hidden(screen)
    picture = picture_of(screen) if page.is_young else ""
    text = "" if hidden else _text(page, screen)
    chosen = _face(page, screen)
    return Line(
        screen.name,
        page.title(screen),
        "" if screen.is_whole else screen.about,
        text,
        chosen or picture,
        hidden,
    )


def _text(page: OwnPage, screen: Screen) -> str:
    if screen.is_rows:
        rows = (page.draft.answer(screen) or {}).get("value") or []
        return "\n".join(_of_cells(screen, row["cells"]) for row in rows)
    if not screen.row:
        return answers_of.as_text(screen.question, page.draft.answer(screen))
    return _of_cells(screen, page.draft.cells(screen))


def _of_cells(screen: Screen, cells: Mapping[str, Answer]) -> str:
    """ "7: Mostly", without the columns' names: whoever said it knows them."""
    texts = [answers_of.as_text(column, cells.get(column.key)) for column in screen.columns]
    return ": ".join(text for text in texts if text)


def _face(page: OwnPage, screen: Screen) -> str:
    """The drawing of what was picked; "" where words or numbers were."""
    question = screen.columns[0] if screen.row else screen.question
    cell = page.draft.cells(screen).get(question.key) if screen.row else page.draft.answer(screen)
    value = (cell or {}).get("value")
    return picture_of_choice(question.choices, value) if isinstance(value, str) else ""
