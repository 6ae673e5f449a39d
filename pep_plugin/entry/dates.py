"""A date in three boxes and the one text that it travels as."""

import re

from pep_plugin.sections.text import normalise_text

#: A date with strokes, all of it in one box or in a Word file.
_STROKES = re.compile(r"\d{1,2}/\w{1,9}/\d{2,4}")


def join_date(boxes: list[str]) -> str:
    """One text for what stands in the boxes.

    A gap before something is kept with strokes ("/2/2026"), since a date without its day must
    come back into the same boxes; "31 Feb" reads as it was typed.
    """
    parts = [" ".join(normalise_text(box).split()) for box in boxes]
    while parts and not parts[-1]:
        parts.pop()
    if all(parts):
        return " ".join(parts)
    return "/".join([*parts, *[""] * (3 - len(parts))])


def split_date(text: str) -> list[str]:
    """The three boxes for a text; more than three words stay together in the last."""
    by_stroke = [part.strip() for part in text.split("/")]
    if _STROKES.fullmatch(text) or (len(by_stroke) == 3 and join_date(by_stroke) == text):
        return by_stroke
    parts = text.split(maxsplit=2)
    return [*parts, *[""] * (3 - len(parts))]
