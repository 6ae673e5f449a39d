"""Boxes that are ticked, by the program or by hand: ☒, ✓, an x in the box or before it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from pep_plugin.documents.word.reader.layout import label
from pep_plugin.sections.schema import Choice

_TICKED = frozenset("☒☑✓✔✗✘■xX")
_EMPTY = frozenset("☐□◻")
_BOX = re.compile(r"([☐☒☑✓✔✗✘□◻■])|\[([ xX✓✔]?)\]|\(([ xX✓✔]?)\)")
_HAND = ("x", "✓", "✔", "yes", "y", "[x]", "(x)")


def is_mark(text: str) -> bool:
    """Whether it is what somebody writes in a box or beside it to choose it."""
    clean = text.strip().casefold()
    return clean in _HAND or (bool(clean) and set(clean) <= _TICKED)


def is_ticked(text: str, *, by_control: bool) -> bool:
    """Of a box: what one sees in it counts; ``by_control`` where nothing is to be seen."""
    signs = set(text) & (_TICKED | _EMPTY)
    if is_mark("".join(text.split()).strip("☐□◻")):
        return True
    return by_control and not signs


def in_text(
    text: str, options: Iterable[Choice], *, has_others: bool = False
) -> tuple[dict[str, bool], str]:
    """Boxes with the words beside them: option -> whether it is ticked, and what else stands there.

    Words without any box name options too, where somebody typed over the boxes; not if there are
    others (``has_others``) that are known by their names.
    """
    by_label = {label(option.label): option.code for option in options}
    found: dict[str, bool] = {}
    other: list[str] = []
    pieces = _BOX.split(text)
    before, rest = pieces[0], pieces[1:]
    before, marked = _next_mark(before) if not is_mark(before) else ("", True)
    # Words of an option whose box is empty of any sign are words of ours.
    other += [
        line.strip()
        for line in re.split(r"\n| {4}", before)
        if line.strip() and (not (has_others or rest) or label(line) not in by_label)
    ]
    for number in range(0, len(rest), 4):
        sign, square, round_, words = rest[number : number + 4]
        ticked = sign in _TICKED if sign else bool((square or round_ or "").strip())
        words, by_hand = _next_mark(words)
        code, more = _option(words, by_label)
        if code:
            found[code] = found.get(code, False) or ticked or marked
        if more:
            other.append(more)
        marked = by_hand
    return found, "\n".join(other)


def _next_mark(words: str) -> tuple[str, bool]:
    """The words before the next box, without an x that belongs to that box."""
    head, space, last = words.rstrip().rpartition("\n")
    if not space:
        head, space, last = words.rstrip().rpartition("    ")
    return (head, True) if space and is_mark(last) else (words, False)


def _option(words: str, by_label: dict[str, str]) -> tuple[str, str]:
    """(code, what else stands there) of the words beside a box."""
    whole = label(words)
    if whole in by_label:
        return by_label[whole], ""
    first, _break, more = words.strip().partition("\n")
    if label(first) in by_label:
        return by_label[label(first)], more.strip()
    # The longest label that the words begin with: a hint or a remark follows.
    best = max((one for one in by_label if one and whole.startswith(one)), key=len, default="")
    return (by_label[best], words.strip()[len(best) :].strip()) if best else ("", words.strip())


def has_box(text: str) -> bool:
    """Whether there is a box to tick in it."""
    return any(sign in text for sign in (*_EMPTY, "☒", "☑")) or bool(
        re.search(r"[\[(][ xX✓✔]?[\])]", text)
    )
