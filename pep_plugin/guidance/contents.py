"""The table of contents of a page: an address for each heading, and a list where they are many."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.text import slugify

from pep_plugin.guidance.blocks.questions import asked

#: A page with fewer headings is seen at a glance.
FEWEST = 4
#: Ids that the page itself uses.
_TAKEN = (
    *("main", "content", "related", "contents", "cards", "last-days", "next-year", "other-dates"),
    *("feedback", "useful-yes", "useful-no", "words", "words-hint", "website", "phase", "area"),
)
_QUESTIONS = ("question", "faq")
#: A heading inside a coloured note or a card is said in passing, and leads nowhere by itself.
_IN_PASSING = ("callout", "contact_card")


@dataclass(frozen=True, slots=True)
class Placed:
    """A block with the address of its heading; both are "" for a block without one.

    ``anchors``: the addresses of its questions, in order.
    """

    block: Any
    anchor: str
    heading: str
    anchors: tuple[str, ...] = ()


def placed(body: Iterable[Any]) -> list[Placed]:
    """Every block of a page that says something. Equal headings get addresses of their own."""
    taken = set(_TAKEN)
    found = []
    for block in body:
        if getattr(block.block, "is_empty", lambda _value: False)(block.value):
            continue
        heading = _heading(block)
        anchor = _free(slugify(heading)[:60] or "part", taken) if heading else ""
        found.append(Placed(block, anchor, heading, _anchors(block, taken)))
    return found


def contents(blocks: list[Placed]) -> list[Placed]:
    """The blocks that a table of contents names; none on a short page."""
    headed = [one for one in blocks if one.heading]
    return headed if len(headed) >= FEWEST else []


def _heading(block: Any) -> str:
    value = block.value
    if block.block_type in _IN_PASSING or not hasattr(value, "get"):
        return ""
    return str(value.get("heading") or "").strip()


def _anchors(block: Any, taken: set[str]) -> tuple[str, ...]:
    if block.block_type not in _QUESTIONS:
        return ()
    return tuple(_free(f"q-{slugify(words)[:60]}", taken) for words in asked(block.value))


def _free(wanted: str, taken: set[str]) -> str:
    anchor, number = wanted, 2
    while anchor in taken:
        anchor, number = f"{wanted}-{number}", number + 1
    taken.add(anchor)
    return anchor
