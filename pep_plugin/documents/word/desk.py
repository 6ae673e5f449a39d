"""What every part of a paper is made with: its pictures, its look, its numbers, its tables."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pep_plugin.documents.word import xml
from pep_plugin.documents.word.look import Dress
from pep_plugin.documents.word.pictures import Pictures
from pep_plugin.sections.schema import Question

_MILLIMETRE = 56.7
#: Word knows no higher row than a page.
_MOST = 230


@dataclass(frozen=True, slots=True)
class Desk:
    """``ids``: numbers of bookmarks and controls, each used once in the document."""

    pictures: Pictures
    dress: Dress
    ids: xml.Ids

    def heads(self, labels: Sequence[str], widths: Sequence[int], *, centres: bool = False) -> str:
        """The header row. ``centres``: every heading but the first."""
        centre = '<w:jc w:val="center"/>'
        return xml.row(
            (
                xml.cell(
                    xml.paragraph(
                        xml.runs(label), "PEPHead", before=centre if centres and number else ""
                    ),
                    width,
                    fill=self.dress.soft,
                )
                for number, (label, width) in enumerate(zip(labels, widths, strict=True))
            ),
            is_header=True,
        )

    def boxed(self, rows: Sequence[str], widths: Sequence[int], title: str) -> str:
        return xml.table(rows, widths, title=title, line=self.dress.line, is_boxed=True)


def height(question: Question, usual: float) -> int:
    """The least height of an answer, in twentieths of a point, from millimetres."""
    return round(min(max(number_of(question, "room", usual), 0), _MOST) * _MILLIMETRE)


def number_of(question: Question, name: str, usual: float) -> float:
    """A number in ``limits``; what is none counts as not there."""
    found = question.limits.get(name)
    return found if isinstance(found, int | float) and not isinstance(found, bool) else usual
