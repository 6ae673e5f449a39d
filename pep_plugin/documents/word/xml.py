"""WordprocessingML as text: paragraphs, runs, controls and cells.

Written as text and parsed once, because building thousands of elements one by one takes several
times as long.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import count
from xml.sax.saxutils import escape, quoteattr

from pep_plugin.documents.outline import direction

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
)
_PIECES = re.compile(r"(\t)")


class Ids:
    """Numbers for bookmarks and controls; each is used once in a document."""

    def __init__(self) -> None:
        self._numbers: Iterator[int] = count(1)

    def next(self) -> int:
        return next(self._numbers)


def value(text: str) -> str:
    """The text as the value of an attribute, with its quotation marks."""
    return quoteattr(text)


def runs(text: str, properties: str = "") -> str:
    """The text as runs: a break for each new line, a tab for each tab, every space kept.

    Lines read in one direction share a run, and a break never stands in a run of its own:
    LibreOffice moves such breaks to the front of a control.
    """
    made: list[tuple[str, str]] = []
    for number, line in enumerate(text.split("\n")):
        way = "<w:rtl/>" if direction(line) else ""
        inner = "<w:br/>" if number else ""
        inner += "".join(
            "<w:tab/>" if piece == "\t" else f'<w:t xml:space="preserve">{escape(piece)}</w:t>'
            for piece in _PIECES.split(line)
            if piece
        )
        if made and made[-1][0] == way:
            made[-1] = (way, made[-1][1] + inner)
        else:
            made.append((way, inner))
    return "".join(
        f"<w:r>{_run_properties(properties + way)}{inner}</w:r>" for way, inner in made if inner
    )


def _run_properties(properties: str) -> str:
    return f"<w:rPr>{properties}</w:rPr>" if properties else ""


def paragraph(content: str, style: str, *, before: str = "", text: str = "") -> str:
    """A paragraph. ``before``: properties that the schema wants before ``w:bidi``; ``text``: what
    decides the paragraph's direction.
    """
    bidi = "<w:bidi/>" if direction(text) else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{before}{bidi}</w:pPr>{content}</w:p>'


def says(text: str, style: str) -> str:
    """A paragraph of words of ours, or of an answer that is not to be typed into."""
    return paragraph(runs(text), style, text=text)


def bookmarked(content: str, name: str, ids: Ids) -> str:
    """The content between the two ends of a bookmark."""
    start, end = bookmark_ends(name, ids)
    return f"{start}{content}{end}"


def bookmark_ends(name: str, ids: Ids) -> tuple[str, str]:
    """The start and the end of a bookmark, for one that reaches over several paragraphs."""
    number = ids.next()
    return (
        f'<w:bookmarkStart w:id="{number}" w:name={value(name)}/>',
        f'<w:bookmarkEnd w:id="{number}"/>',
    )


def control(
    content: str, *, tag: str, title: str, kind: str, ids: Ids, is_placeholder: bool = False
) -> str:
    """A content control in a line. ``kind``: the element that says what may be typed."""
    placeholder = "<w:showingPlcHdr/>" if is_placeholder else ""
    return (
        f"<w:sdt><w:sdtPr><w:alias w:val={value(title[:64])}/><w:tag w:val={value(tag)}/>"
        f'<w:id w:val="{ids.next()}"/>{placeholder}{kind}</w:sdtPr>'
        f"<w:sdtContent>{content}</w:sdtContent></w:sdt>"
    )


def cell(content: str, width: int, *, fill: str = "", is_centred: bool = False) -> str:
    """A cell; its content is paragraphs. ``width`` in twentieths of a point; ``is_centred``: half
    way down the row rather than at its top.
    """
    shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>' if fill else ""
    place = '<w:vAlign w:val="center"/>' if is_centred else ""
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{shade}{place}</w:tcPr>{content}</w:tc>'
    )


def row(
    cells: Iterable[str], *, is_header: bool = False, is_whole: bool = True, height: int = 0
) -> str:
    """A row; a header row is said again on each page and read out as one. ``is_whole``: stays on
    one page; ``height``: the least, in twentieths of a point.
    """
    properties = "<w:cantSplit/>" if is_whole else ""
    properties += f'<w:trHeight w:val="{height}" w:hRule="atLeast"/>' if height else ""
    properties += "<w:tblHeader/>" if is_header else ""
    wrapped = f"<w:trPr>{properties}</w:trPr>" if properties else ""
    return f"<w:tr>{wrapped}{''.join(cells)}</w:tr>"


def table(
    rows: Iterable[str],
    widths: Iterable[int],
    *,
    title: str,
    line: str = "DDD7CA",
    is_boxed: bool = False,
) -> str:
    """A table with hairlines between its rows, a name for screen readers, and a header row.

    ``is_boxed``: with lines round every cell, for papers that are filled in by hand.
    """
    columns = list(widths)
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in columns)
    edge = f'w:val="single" w:sz="{8 if is_boxed else 4}" w:space="0" w:color="{line}"'
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    edges = sides if is_boxed else ("top", "bottom", "insideH")
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(columns)}" w:type="dxa"/><w:tblBorders>'
        f"{''.join(f'<w:{side} {edge}/>' for side in edges)}</w:tblBorders>"
        '<w:tblLayout w:type="fixed"/>'
        f'<w:tblCellMar><w:top w:w="70" w:type="dxa"/><w:left w:w="{110 if is_boxed else 60}" '
        'w:type="dxa"/>'
        '<w:bottom w:w="70" w:type="dxa"/><w:right w:w="140" w:type="dxa"/></w:tblCellMar>'
        '<w:tblLook w:val="00A0" w:firstRow="1" w:lastRow="0" w:firstColumn="1" '
        'w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
        f"<w:tblCaption w:val={value(title)}/></w:tblPr>"
        f"<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )
