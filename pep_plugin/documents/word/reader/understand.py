"""What stands in each place -> answers, by the kinds of the form's questions. Strings only: safe
in the site's own process, where a council's kinds and code lists are known.
"""

from __future__ import annotations

import hashlib
import re
from typing import Any

from pep_plugin.documents.word.reader import loosely
from pep_plugin.documents.word.reader.found import Found
from pep_plugin.documents.word.reader.identity import spelled
from pep_plugin.documents.word.reader.layout import options, plain
from pep_plugin.sections import answers as answers_of
from pep_plugin.sections import kinds
from pep_plugin.sections.answers import NONE_REASONS, Answer
from pep_plugin.sections.kinds import choose, files, numbers, tables
from pep_plugin.sections.schema import Form, Question, Table
from pep_plugin.sections.text import normalise_text

Raw = dict[str, Any]
_ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"
#: A row that went out empty: "new1", "new2".
_NEW = re.compile(r"new\d{1,3}")
_REASONS = {plain(words): key for key, words in NONE_REASONS.items()}
_NUMBERS = re.compile(r"\d{1,3}")


def understand(raw: Raw, form: Form) -> Found:
    """The answers in what :func:`~.extract.extract` found."""
    return _Understanding(raw, form).found


class _Understanding:
    def __init__(self, raw: Raw, form: Form) -> None:
        self.raw = raw
        said = raw["identity"]
        self.found = Found(
            form=said["form"] or (form.key if said["mark"] == spelled(form.key) else said["mark"]),
            version=said["version"],
            reference=said["reference"],
            unplaced=list(raw["unplaced"]),
            comments=list(raw["comments"]),
            how=dict(raw["how"]),
        )
        #: path -> ids of its rows with something in them, in order.
        self._rows: dict[str, list[str]] = {}
        links: list[tuple[str, Question]] = []
        for path, _section, question in form.paths():
            if question.table is not None:
                self._table(path, question, question.table)
            elif question.kind == "row_link":
                links.append((path, question))
            else:
                self._field(path, question)
        for path, question in links:
            self._field(path, question)
        self._link_cells(form)
        self._notes(form)

    def _field(self, path: str, question: Question) -> None:
        content = self.raw["fields"].get(path)
        if content is None:
            return
        if question.shows:
            self._shown(path, question, content["text"])
            return
        is_file = isinstance(kinds.get(question.kind), files.Files)
        if not question.is_typed or (is_file and self.found.how.get(path) != "tag"):
            # What is printed there is ours: a number worked out, the names of files.
            self.found.how.pop(path, None)
            return
        answer = self._answer(question, content, question.label)
        if answer is not None:
            self.found.answers[path] = answer

    def _shown(self, path: str, question: Question, text: str) -> None:
        self.found.how.pop(path, None)
        if not text.strip():
            return
        self.found.shown[path] = normalise_text(text).strip()
        if question.shows == "child.upn":
            self.found.upn = re.sub(r"[\s-]", "", text).upper()

    # -- one answer -----------------------------------------------------------------------------

    def _answer(self, question: Question, content: Raw, near: str) -> Answer | None:
        text = str(content.get("text") or "")
        if content.get("ticks") is not None:
            answer, left = _ticked(question, content["ticks"], text)
            if left:
                self.found.unplaced.append({"text": left, "near": near})
            return answer
        if not normalise_text(text).strip():
            return None
        if (chosen := loosely.option(question, text)) is not None:
            takes_many = kinds.get(question.kind).takes_many
            return {"value": [chosen] if takes_many else chosen}
        if plain(text) in _REASONS:
            return {"none": _REASONS[plain(text)]}
        if question.kind == "row_link":
            return self._links(question, text)
        return _read(question, text, content)

    def _links(self, question: Question, text: str) -> Answer | None:
        """Rows of another table: by their names, or by their numbers in the file."""
        rows = self._rows.get(str(question.limits.get("table", "")), [])
        ids: list[str] = []
        for line in normalise_text(text).split("\n"):
            name = line.partition(":")[0]
            for number in _NUMBERS.findall(name):
                if not 0 < int(number) <= len(rows):
                    return {"typed": normalise_text(text)}
                ids.append(rows[int(number) - 1])
            if line.strip() and not _NUMBERS.search(name):
                return {"typed": normalise_text(text)}
        return {"value": list(dict.fromkeys(ids))} if ids else None

    # -- tables ---------------------------------------------------------------------------------

    def _table(self, path: str, question: Question, table: Table) -> None:
        given = self.raw["tables"].get(path)
        if given is None:
            text = str((self.raw["fields"].get(path) or {}).get("text") or "")
            if plain(text) in _REASONS:
                self.found.answers[path] = {"none": _REASONS[plain(text)]}
            return
        self.found.columns[path] = [one for one in given["columns"] if _is_asked(table, one)]
        value, new = [], []
        used: set[str] = set()
        for row in given["rows"]:
            cells = self._cells(question, table, row["cells"])
            waits = any(
                key in row["cells"]
                for key in (one.key for one in table.columns if one.kind == "row_link")
            )
            if not tables.has_content(cells) and not waits and table.rows != "fixed":
                continue
            row_id = row["id"]
            if not row_id or _NEW.fullmatch(row_id):
                row_id = _minted(path, row["cells"], used)
                new.append(row_id)
            used.add(row_id)
            if cells or waits:
                value.append(
                    {"id": row_id, "cells": cells, **({"_raw": row["cells"]} if waits else {})}
                )
        if value:
            self.found.answers[path] = {"value": value}
        if new:
            self.found.new_rows[path] = new
        self._rows[path] = [row["id"] for row in value]

    def _cells(self, question: Question, table: Table, given: Raw) -> dict[str, Answer]:
        cells = {}
        for column in table.columns:
            if column.key in given and column.is_typed and column.kind != "row_link":
                answer = self._answer(
                    column, given[column.key], f"{question.label}: {column.label}"
                )
                if answer is not None:
                    cells[column.key] = answer
        return cells

    def _link_cells(self, form: Form) -> None:
        """Cells that name rows of other tables, now that those are known."""
        for path, _section, question in form.paths():
            if question.table is None or path not in self.found.answers:
                continue
            rows = self.found.answers[path].get("value") or []
            for row in rows:
                raw = row.pop("_raw", None)
                for column in question.table.columns if raw else ():
                    if column.kind == "row_link" and column.key in raw:
                        answer = self._answer(column, raw[column.key], column.label)
                        if answer is not None:
                            row["cells"][column.key] = answer
                            row["cells"] = {
                                one.key: row["cells"][one.key]
                                for one in question.table.columns
                                if one.key in row["cells"]
                            }

    # -- sentences ------------------------------------------------------------------------------

    def _notes(self, form: Form) -> None:
        notes = self.found.notes
        for path, ids in self.found.new_rows.items():
            label = form.question(path).label
            rows = "1 row was" if len(ids) == 1 else f"{len(ids)} rows were"
            notes.append(f"{rows} added to “{label}” in the file.")
        for path in self.raw["pictures"]:
            notes.append(
                f"There is a picture at “{form.question(path).label}”. Pictures are not read from "
                "Word: add it as a file."
            )
        if self.found.comments:
            count = len(self.found.comments)
            notes.append(f"The file has {'a comment' if count == 1 else f'{count} comments'}.")
        if self.found.unplaced:
            notes.append("Some words stand in the file where nothing was asked. Nothing is lost.")


def _is_asked(table: Table, key: str) -> bool:
    return any(column.key == key and column.is_typed for column in table.columns)


def _ticked(question: Question, ticks: dict[str, bool], text: str) -> tuple[Answer | None, str]:
    """The answer of boxes, and words beside them that name no option."""
    order = [choice.code for choice in options(question)]
    codes = [code for code in order if ticks.get(code)]
    codes += [code for code, on in ticks.items() if on and code not in order]
    left = []
    for line in re.split(r"[\n;]", text):
        code = loosely.option(question, line) if line.strip() else None
        if code is not None and not codes:
            codes.append(code)
        elif line.strip() and code is None:
            left.append(line.strip())
    words = "\n".join(left)
    if kinds.get(question.kind).takes_many:
        if codes:
            return {"value": codes}, words
        return (_only_words(words), "") if words else (None, "")
    if len(codes) == 1:
        return {"value": codes[0]}, words
    if len(codes) > 1:
        labels = {choice.code: choice.label for choice in options(question)}
        return {"typed": "; ".join(labels.get(code, code) for code in codes)}, words
    return (_only_words(words), "") if words else (None, "")


def _only_words(words: str) -> Answer:
    reason = _REASONS.get(plain(words))
    return {"none": reason} if reason else {"typed": words}


def _read(question: Question, text: str, content: Raw) -> Answer | None:
    clean = normalise_text(text)
    kind = kinds.get(question.kind)
    day = str(content.get("day") or "")
    if isinstance(kind, choose.ManyChoices):
        return _many(question, clean)
    if isinstance(kind, choose.OneChoice) and content.get("code"):
        code = str(content["code"])
        if code.startswith("none:"):
            return {"none": code.removeprefix("none:")}
        return {"value": code}
    if isinstance(kind, numbers.Date) and day:
        known = loosely.picked(question, clean, day)
        if known:
            return {"value": known}
    try:
        value = loosely.parse(question, clean)
    except kinds.Unreadable:
        return {"typed": clean}
    return None if value is None else {"value": value}


def _many(question: Question, text: str) -> Answer | None:
    """Options that were typed one after the other, kept apart by lines, semicolons or commas."""
    for separator in (r"[\n;]", r"[\n;,]"):
        parts = [one.strip(" •-") for one in re.split(separator, text) if one.strip(" •-")]
        codes = [loosely.option(question, one) for one in parts]
        if codes and None not in codes:
            order = [choice.code for choice in options(question)]
            return {"value": [code for code in order if code in codes]}
    return answers_of.read(question, text)


def _minted(path: str, cells: Raw, used: set[str]) -> str:
    """The id of a new row: of what stands in it, so that a file read twice has the same rows."""
    number = 0
    while True:
        words = repr((path, sorted((key, str(one)) for key, one in cells.items()), number))
        digest = hashlib.sha256(words.encode("utf-8", "surrogatepass")).digest()
        made = "".join(_ALPHABET[byte % 32] for byte in digest[:10])
        if made not in used:
            return made
        number += 1
