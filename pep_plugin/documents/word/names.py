"""What things are called inside a Word document: tags, bookmarks, and the form they belong to.

A tag says where an answer belongs (``care.legal_status``, ``targets.targets#k3v9x2m4qa.area``).
A bookmark says the same in at most 40 letters, figures and underscores, so it is short and made
from the address alone: the same question has the same bookmark in every version of a form.
"""

from __future__ import annotations

import hashlib
import re

from pep_plugin.sections.schema import Form

#: Word refuses longer tags and titles.
TAG_LENGTH = 64
_PLAIN_ROW = re.compile(r"[0-9a-z]{1,16}")


def _short(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:10]


def address(path: str, row_id: str = "", column: str = "") -> str:
    """``section.question``, or ``section.question#row.column`` for a cell."""
    return f"{path}#{row_id}.{column}" if row_id else path


def tag(path: str, row_id: str = "", column: str = "") -> str:
    """The address, or its bookmark where the address is longer than a tag may be."""
    full = address(path, row_id, column)
    return full if len(full) <= TAG_LENGTH else bookmark(path, row_id, column)


def bookmark(path: str, row_id: str = "", column: str = "") -> str:
    """``q_...`` for a question, ``c_..._ROW`` for a cell."""
    if not row_id:
        return f"q_{_short(path)}"
    return f"c_{_short(f'{path}.{column}')}_{_row(row_id)}"


def option_tag(path: str, code: str, row_id: str = "", column: str = "") -> str:
    """``section.question=code``, of the box that stands for one option."""
    full = f"{address(path, row_id, column)}={code}"
    return full if len(full) <= TAG_LENGTH else option_bookmark(path, code, row_id, column)


def option_bookmark(path: str, code: str, row_id: str = "", column: str = "") -> str:
    """``o_...`` for the box of one option, where each stands in a cell of its own."""
    return f"o_{_short(f'{address(path, row_id, column)}={code}')}"


def row_bookmark(path: str, row_id: str) -> str:
    """``r_..._ROW``: the row's id for life, and which table it is in."""
    return f"r_{_short(path)}_{_row(row_id)}"


def _row(row_id: str) -> str:
    """The id itself; a fixed row's code, which a council may choose freely, by its hash."""
    return row_id if _PLAIN_ROW.fullmatch(row_id) else f"x{_short(row_id)}"


def form_bookmark(form_key: str, version: int) -> str:
    """The form and its version, for when the document's properties are lost."""
    return f"form_{re.sub(r'[^a-z0-9]', '_', form_key)[:26]}_v{version}"


def addresses(form: Form) -> dict[str, str]:
    """Bookmark -> path for a form's questions, and for its columns without their row.

    ``c_...`` stands for ``section.question.column``. Raises :class:`ValueError` should two
    addresses ever share a bookmark.
    """
    found: dict[str, str] = {}
    for path, _section, question in form.paths():
        pairs = [(bookmark(path), path)]
        for column in question.table.columns if question.table else ():
            full = f"{path}.{column.key}"
            pairs.append((f"c_{_short(full)}", full))
        for name, where in pairs:
            if name in found:
                raise ValueError(f"{where} and {found[name]} have the same bookmark.")
            found[name] = where
    return found
