"""Through the XML of a document, once, from its first element to its last."""

from __future__ import annotations

import re
from collections.abc import Callable

from lxml import etree

from pep_plugin.documents.word.reader.numbering import Numbering
from pep_plugin.documents.word.reader.properties import ON, PROPERTIES, W
from pep_plugin.documents.word.reader.tokens import (
    BREAK,
    CELL,
    END_CELL,
    END_PARAGRAPH,
    END_ROW,
    HIDDEN,
    IN_PROMPT,
    PARAGRAPH,
    PICTURE,
    PROMPT_STYLE,
    ROW,
    WORDS,
    Beside,
    Cell,
    Control,
    Document,
    Mark,
    Paragraph,
    Range,
    Row,
    Table,
)

_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_COMPATIBLE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_VAL = f"{W}val"
#: Ticked and empty boxes in the fonts of signs, and what they look like elsewhere.
_SIGNS = {
    **dict.fromkeys(("fe", "fd", "54", "53", "52", "51"), "☒"),
    **dict.fromkeys(("a8", "6f", "a3", "2a"), "☐"),
    **dict.fromkeys(("fc", "50"), "✓"),
    **dict.fromkeys(("b7", "a7"), "•"),
}
_MOST_SPAN = 1000

#: Marks of a list that is made by a paragraph's style.
_LIST_STYLES = re.compile(r"List(Bullet|Number)\d?$", re.I)


class Walk:
    """Adds stories to a document. ``hidden``: styles of letters that cannot be seen."""

    def __init__(
        self, document: Document, numbering: Numbering, hidden: frozenset[str] = frozenset()
    ) -> None:
        self.document = document
        self.numbering = numbering
        self.hidden = hidden
        self._tokens = document.tokens
        self._flags = 0
        self._prompts = 0
        #: How many rows and cells that were deleted we are in.
        self._dropped = 0
        self._paragraphs: list[Paragraph] = []
        self._controls: list[Control] = []
        self._cells: list[Cell] = []
        self._rows: list[Row] = []
        self._tables: list[Table] = []
        self._open_marks: dict[str, list[Mark]] = {}
        self._open_comments: dict[str, Beside] = {}
        #: For each field that is open, whether its result is being read.
        self._fields: list[bool] = []
        self._skip: Callable[[], None] = lambda: None

    def story(self, root: etree._Element) -> Range:
        """Read a part: the body, a header, a footnote."""
        story = Range(len(self._tokens))
        walker = etree.iterwalk(root, events=("start", "end"), tag=_WATCHED)
        self._skip = walker.skip_subtree
        self._open_marks.clear()
        self._fields.clear()
        starts, ends = _STARTS, _ENDS
        for event, element in walker:
            acts = (starts if event == "start" else ends).get(element.tag)
            if acts is not None:
                acts(self, element)
        self._close_all()
        story.end = len(self._tokens)
        self.document.stories.append(story)
        return story

    def _close_all(self) -> None:
        end = len(self._tokens)
        for marks in self._open_marks.values():
            for mark in marks:
                # It never ends: all that is known is where it stands.
                mark.end = mark.start
        for beside in self._open_comments.values():
            beside.end = beside.start
        for cell in self._cells:
            cell.paragraphs = (cell.paragraphs[0], len(self.document.paragraphs))
        for one in (*self._paragraphs, *self._controls, *self._cells, *self._rows, *self._tables):
            one.end = end
        self._paragraphs.clear()
        self._controls.clear()
        self._cells.clear()
        self._rows.clear()
        self._tables.clear()
        self._flags = self._prompts = self._dropped = 0

    def _add(self, kind: int, text: str = "") -> None:
        if self._dropped:
            return
        flags = self._flags | (IN_PROMPT if self._prompts else 0)
        self._tokens.append((kind, text, flags))

    # -- words ----------------------------------------------------------------------------------

    def _run(self, _element: etree._Element) -> None:
        self._flags = 0

    def _vanish(self, element: etree._Element) -> None:
        if element.get(_VAL) in ON:
            self._flags |= HIDDEN

    def _run_style(self, element: etree._Element) -> None:
        style = element.get(_VAL, "")
        if style == "PlaceholderText":
            self._flags |= PROMPT_STYLE
        elif style in self.hidden:
            self._flags |= HIDDEN

    def _words(self, element: etree._Element) -> None:
        if self._fields and not self._fields[-1]:
            return
        text = element.text or ""
        if element.get(_XML_SPACE) != "preserve":
            text = text.strip(" \t\r\n")
        if "\n" in text or "\r" in text:
            text = re.sub("[\r\n]+", " ", text)
        if text:
            self._add(WORDS, text)

    def _tab(self, _element: etree._Element) -> None:
        self._add(WORDS, "\t")

    def _break(self, element: etree._Element) -> None:
        if element.get(f"{W}type") not in ("page", "column"):
            self._add(BREAK, "\n")

    def _hyphen(self, _element: etree._Element) -> None:
        self._add(WORDS, "\N{NON-BREAKING HYPHEN}")

    def _sign(self, element: etree._Element) -> None:
        code = element.get(f"{W}char", "")
        font = element.get(f"{W}font", "")
        if "ding" in font.lower() or "symbol" in font.lower():
            self._add(WORDS, _SIGNS.get(code[-2:].lower(), ""))
            return
        try:
            self._add(WORDS, chr(int(code, 16)))
        except (ValueError, OverflowError):
            return

    def _picture(self, _element: etree._Element) -> None:
        self.document.has_picture = True
        self._add(PICTURE)

    # -- fields, as Word made forms of before there were controls -------------------------------

    def _field(self, element: etree._Element) -> None:
        kind = element.get(f"{W}fldCharType")
        if kind == "begin":
            self._fields.append(False)
            self._old_control(element.find(f"{W}ffData"))
        elif kind == "separate" and self._fields:
            self._fields[-1] = True
        elif kind == "end" and self._fields:
            self._fields.pop()

    def _old_control(self, data: etree._Element | None) -> None:
        if data is None:
            return
        box, options = data.find(f"{W}checkBox"), data.find(f"{W}ddList")
        if box is not None:
            state = box.find(f"{W}checked")
            state = box.find(f"{W}default") if state is None else state
            is_ticked = state is not None and state.get(_VAL) in ON
            self._add(WORDS, "☒" if is_ticked else "☐")
        elif options is not None:
            chosen = options.find(f"{W}result")
            listed = options.findall(f"{W}listEntry")
            number = _number(chosen, 0)
            if chosen is not None and number < len(listed):
                self._add(WORDS, listed[number].get(_VAL, ""))

    # -- paragraphs -----------------------------------------------------------------------------

    def _paragraph(self, _element: etree._Element) -> None:
        paragraph = Paragraph(len(self._tokens))
        self._add(PARAGRAPH)
        if not self._dropped:
            self.document.paragraphs.append(paragraph)
        self._paragraphs.append(paragraph)

    def _style(self, element: etree._Element) -> None:
        if self._paragraphs:
            paragraph = self._paragraphs[-1]
            paragraph.style = element.get(_VAL, "")
            if paragraph.style.startswith("List"):
                paragraph.sign = self.numbering.sign(None, paragraph.style)

    def _listed(self, element: etree._Element) -> None:
        if self._paragraphs:
            paragraph = self._paragraphs[-1]
            paragraph.sign = self.numbering.sign(element, paragraph.style)

    def _deleted(self, element: etree._Element) -> None:
        """Words that are gone; or the mark at a paragraph's end, or a row, of which it is said."""
        parent = element.getparent()
        said_of = parent.tag if parent is not None else ""
        if said_of == f"{W}rPr":
            if self._paragraphs:
                self._paragraphs[-1].goes_on = True
        elif said_of == f"{W}trPr":
            self._drop_row()
        else:
            self._skip()

    def _end_paragraph(self, _element: etree._Element) -> None:
        paragraph = self._paragraphs.pop()
        self._add(END_PARAGRAPH, "+" if paragraph.goes_on else "")
        paragraph.end = len(self._tokens)

    # -- tables ---------------------------------------------------------------------------------

    def _table(self, _element: etree._Element) -> None:
        table = Table(len(self._tokens), cell=self._cells[-1] if self._cells else None)
        self.document.tables.append(table)
        self._tables.append(table)

    def _end_table(self, _element: etree._Element) -> None:
        self._tables.pop().end = len(self._tokens)

    def _row(self, _element: etree._Element) -> None:
        row = Row(len(self._tokens), table=self._tables[-1] if self._tables else None)
        if row.table is not None:
            row.table.rows.append(row)
        self._rows.append(row)
        self._add(ROW)

    def _before(self, element: etree._Element) -> None:
        if self._rows:
            self._rows[-1].next_column = _number(element, 0)

    def _drop_row(self) -> None:
        row = self._rows[-1] if self._rows else None
        if row is not None and not row.is_dropped:
            row.is_dropped = True
            self._dropped += 1
            if row.table is not None:
                row.table.rows.remove(row)

    def _end_row(self, _element: etree._Element) -> None:
        row = self._rows.pop()
        self._dropped -= row.is_dropped
        self._add(END_ROW)
        row.end = len(self._tokens)

    def _cell(self, _element: etree._Element) -> None:
        row = self._rows[-1] if self._rows else None
        cell = Cell(len(self._tokens), row=row)
        cell.paragraphs = (len(self.document.paragraphs), 0)
        if row is not None:
            cell.column = row.next_column
            row.next_column += 1
            row.cells.append(cell)
        self._cells.append(cell)
        self._add(CELL)

    def _span(self, element: etree._Element) -> None:
        if self._cells:
            cell = self._cells[-1]
            cell.span = _number(element, 1)
            if cell.row is not None:
                cell.row.next_column = cell.column + cell.span

    def _drop_cell(self, _element: etree._Element) -> None:
        cell = self._cells[-1] if self._cells else None
        if cell is not None and not cell.is_dropped:
            cell.is_dropped = True
            self._dropped += 1

    def _end_cell(self, _element: etree._Element) -> None:
        cell = self._cells.pop()
        self._dropped -= cell.is_dropped
        self._add(END_CELL)
        cell.end = len(self._tokens)
        cell.paragraphs = (cell.paragraphs[0], len(self.document.paragraphs))

    # -- controls and bookmarks -----------------------------------------------------------------

    def _control(self, _element: etree._Element) -> None:
        control = Control(len(self._tokens))
        if not self._dropped:
            self.document.controls.append(control)
        self._controls.append(control)

    def _prompt(self, element: etree._Element) -> None:
        if self._controls and element.get(_VAL) in ON and not self._controls[-1].is_prompt:
            self._controls[-1].is_prompt = True
            self._prompts += 1

    def _end_control(self, _element: etree._Element) -> None:
        control = self._controls.pop()
        self._prompts -= control.is_prompt
        control.end = len(self._tokens)
        if control.kind == "box" and control.is_ticked:
            self._draw_tick(control)

    def _draw_tick(self, control: Control) -> None:
        """Some programs set the state of a box and leave the sign in it as it was."""
        for number in range(control.start, control.end):
            kind, text, flags = self._tokens[number]
            if kind == WORDS and "☐" in text:
                self._tokens[number] = (kind, text.replace("☐", "☒"), flags)

    def _mark(self, element: etree._Element) -> None:
        mark = Mark(len(self._tokens), name=element.get(f"{W}name", ""))
        if not self._dropped:
            self.document.marks.append(mark)
        self._open_marks.setdefault(element.get(f"{W}id", ""), []).append(mark)

    def _end_mark(self, element: etree._Element) -> None:
        opened = self._open_marks.get(element.get(f"{W}id", ""))
        if opened:
            opened.pop().end = len(self._tokens)

    # -- what hangs beside ----------------------------------------------------------------------

    def _comment(self, element: etree._Element) -> None:
        number = element.get(f"{W}id", "")
        beside = Beside(len(self._tokens), kind="comment", number=number)
        self._open_comments[number] = beside
        self.document.beside.append(beside)

    def _end_comment(self, element: etree._Element) -> None:
        beside = self._open_comments.pop(element.get(f"{W}id", ""), None)
        if beside is not None:
            beside.end = len(self._tokens)

    def _reference(self, element: etree._Element) -> None:
        kind = element.tag.removeprefix(W).removesuffix("Reference")
        number = element.get(f"{W}id", "")
        known = any(one.kind == kind and one.number == number for one in self.document.beside)
        if not known:
            here = len(self._tokens)
            self.document.beside.append(Beside(here, here, kind, number))

    # -- what is not read -----------------------------------------------------------------------

    def _leave_out(self, _element: etree._Element) -> None:
        self._skip()

    def _fallback(self, element: etree._Element) -> None:
        """The same once more, for programs that do not know the first."""
        if element.getprevious() is not None:
            self._skip()


def _number(element: etree._Element | None, usual: int) -> int:
    try:
        return min(max(int(element.get(_VAL, "")), usual), _MOST_SPAN)  # type: ignore[union-attr]
    except (AttributeError, ValueError):
        return usual


def _of_control(
    reads: Callable[[Control, etree._Element], None],
) -> Callable[[Walk, etree._Element], None]:
    def read(walk: Walk, element: etree._Element) -> None:
        if walk._controls:
            reads(walk._controls[-1], element)

    return read


#: Nothing in these is read: what was before a change, places of tabs, how a word is spoken.
_LEFT_OUT = (
    *("moveFrom", "rt", "tabs", "ffData", "sectPr", "pPrChange", "rPrChange", "tblPrChange"),
    *("trPrChange", "tcPrChange", "numPrChange"),
)
_STARTS: dict[str, Callable[[Walk, etree._Element], None]] = {
    **{f"{W}{name}": Walk._leave_out for name in _LEFT_OUT},
    **{name: _of_control(reads) for name, reads in PROPERTIES.items()},
    f"{W}showingPlcHdr": Walk._prompt,
    f"{W}del": Walk._deleted,
    f"{W}r": Walk._run,
    f"{W}rStyle": Walk._run_style,
    f"{W}vanish": Walk._vanish,
    f"{W}t": Walk._words,
    f"{_MATH}t": Walk._words,
    f"{W}tab": Walk._tab,
    f"{W}ptab": Walk._tab,
    f"{W}br": Walk._break,
    f"{W}cr": Walk._break,
    f"{W}noBreakHyphen": Walk._hyphen,
    f"{W}sym": Walk._sign,
    f"{W}drawing": Walk._picture,
    f"{W}pict": Walk._picture,
    f"{W}fldChar": Walk._field,
    f"{W}p": Walk._paragraph,
    f"{W}pStyle": Walk._style,
    f"{W}numPr": Walk._listed,
    f"{W}tbl": Walk._table,
    f"{W}tr": Walk._row,
    f"{W}gridBefore": Walk._before,
    f"{W}tc": Walk._cell,
    f"{W}gridSpan": Walk._span,
    f"{W}cellDel": Walk._drop_cell,
    f"{W}sdt": Walk._control,
    f"{W}bookmarkStart": Walk._mark,
    f"{W}bookmarkEnd": Walk._end_mark,
    f"{W}commentRangeStart": Walk._comment,
    f"{W}commentRangeEnd": Walk._end_comment,
    f"{W}commentReference": Walk._reference,
    f"{W}footnoteReference": Walk._reference,
    f"{W}endnoteReference": Walk._reference,
    f"{_COMPATIBLE}Fallback": Walk._fallback,
}
_ENDS: dict[str, Callable[[Walk, etree._Element], None]] = {
    f"{W}p": Walk._end_paragraph,
    f"{W}tbl": Walk._end_table,
    f"{W}tr": Walk._end_row,
    f"{W}tc": Walk._end_cell,
    f"{W}sdt": Walk._end_control,
}
_WATCHED = tuple(_STARTS)
