"""Keys of new questions and options: made once from the words, never changed with them."""

from __future__ import annotations

from typing import Any

from django.utils.text import slugify

from pep_plugin.sections.form_checks import KEY_LENGTH

#: What a council adds to a shipped section carries this, so that no upgrade takes its key.
OWN = "local_"
#: The key of the section "Our questions", whose questions need no prefix.
OUR_QUESTIONS = "local"
_ROOM = 4


def fill_in(questions: Any, section_key: str) -> None:
    """Give a key to every question, column, row and option of a stream that has none.

    A block that was copied brings its key along: the copy gets one of its own.
    """
    prefix = "" if section_key == OUR_QUESTIONS else OWN
    taken: set[str] = set()
    for child in questions:
        if child.block_type != "new_page":
            _give(child.value, prefix, taken)
            _inside(child.value)


def _inside(value: Any) -> None:
    table = value.get("table")
    if table:
        columns: set[str] = set()
        for column in table["columns"]:
            _give(column.value, OWN, columns)
            _options(column.value.get("choices"))
        _options(table["fixed_rows"])
    _options(value.get("choices"))


def _options(options: Any) -> None:
    taken: set[str] = set()
    for option in options or ():
        _give(option, "", taken, name="code")


def _give(value: Any, prefix: str, taken: set[str], *, name: str = "key") -> None:
    key = value.get(name) or ""
    if not key or key in taken:
        key = _free(prefix + _slug(str(value.get("label") or "")), taken)
        value[name] = key
    taken.add(key)


def _slug(words: str) -> str:
    slug = slugify(words).replace("-", "_").strip("_")
    return slug if slug[:1].isalpha() else f"q_{slug}".strip("_")


def _free(wanted: str, taken: set[str]) -> str:
    wanted = wanted[: KEY_LENGTH - _ROOM].rstrip("_")
    key, number = wanted, 2
    while key in taken:
        key, number = f"{wanted}_{number}", number + 1
    return key
