"""Kinds of question as content controls; found along a kind's classes, so a third party's kind
that is made of one of ours is written like that one.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from pep_plugin.documents.outline import Said
from pep_plugin.documents.word import prompts, xml
from pep_plugin.sections import kinds
from pep_plugin.sections.answers import NONE_REASONS
from pep_plugin.sections.kinds import choose, files, numbers, tables
from pep_plugin.sections.kinds.base import Kind
from pep_plugin.sections.schema import Choice, Question

_ONE_LINE = "<w:text/>"
# Not a text control with several lines: LibreOffice puts all its line breaks at the front.
_LINES = "<w:richText/>"
_SHORT = 8
_PLACEHOLDER = '<w:rStyle w:val="PlaceholderText"/>'


@dataclass(frozen=True, slots=True)
class Place:
    """Where a control stands: its tag, and what it says while it is empty ("" for its own).

    ``is_optional``: it says so there, where somebody is about to write.
    """

    tag: str
    ids: xml.Ids
    empty: str = ""
    is_optional: bool = False


Control = Callable[[Said, Place], str]


def write(said: Said, place: Place) -> str:
    """The control of an answer, with the answer in it."""
    return writer_of(kinds.get(said.question.kind))(said, place)


def writer_of(kind: Kind) -> Control:
    """What writes a kind, or the nearest kind that it is made of."""
    return next(CONTROLS[known] for known in type(kind).__mro__ if known in CONTROLS)


def _is_empty(said: Said) -> bool:
    return said.state == "not_provided"


def _control(said: Said, place: Place, kind: str, prompt: str) -> str:
    empty = _is_empty(said)
    text = place.empty or prompt if empty else said.text
    text += " (optional)" if empty and place.is_optional else ""
    return xml.control(
        xml.runs(text, _PLACEHOLDER if empty else ""),
        tag=place.tag,
        title=said.label,
        kind=kind,
        ids=place.ids,
        is_placeholder=empty,
    )


def text(said: Said, place: Place) -> str:
    kind = _LINES if said.question.kind == "long_text" or "\n" in said.text else _ONE_LINE
    return _control(said, place, kind, prompts.TEXT)


def lines(said: Said, place: Place) -> str:
    """A control that takes as many lines as one likes, and pictures."""
    return _control(said, place, _LINES, prompts.TEXT)


def number(said: Said, place: Place) -> str:
    return _control(said, place, _ONE_LINE, prompts.NUMBER)


def time(said: Said, place: Place) -> str:
    return _control(said, place, _ONE_LINE, prompts.TIME)


def row_link(said: Said, place: Place) -> str:
    return _control(said, place, _LINES, prompts.ROWS)


def date(said: Said, place: Place) -> str:
    day = f' w:fullDate="{said.value}T00:00:00Z"' if said.value else ""
    kind = (
        f'<w:date{day}><w:dateFormat w:val="d MMMM yyyy"/><w:lid w:val="en-GB"/>'
        '<w:storeMappedDataAs w:val="dateTime"/><w:calendar w:val="gregorian"/></w:date>'
    )
    return _control(said, place, kind, prompts.DATE)


def drop_down(said: Said, place: Place) -> str:
    """One of the options, or one of the reasons for having no answer."""
    listed = [(choice.code, choice.label) for choice in options(said.question)]
    listed += [(f"none:{key}", label) for key, label in NONE_REASONS.items()]
    items = "".join(
        f"<w:listItem w:displayText={xml.value(label)} w:value={xml.value(code)}/>"
        for code, label in listed
    )
    kind = f"<w:dropDownList>{items}</w:dropDownList>"
    return _control(said, place, kind, prompts.LIST)


def check_boxes(said: Said, place: Place) -> str:
    """A box for each option, in one control that holds them all; other words stand as they are."""
    if said.state not in ("answered", "not_provided"):
        return text(said, place)
    chosen = set(said.value or ())
    lines = [
        _box(choice.label, f"{place.tag}={choice.code}", choice.code in chosen, place.ids)
        for choice in options(said.question)
    ]
    known = {choice.code for choice in options(said.question)}
    lines += [
        _box(str(code), f"{place.tag}={code}", True, place.ids)
        for code in said.value or ()
        if code not in known
    ]
    # A long list is set like words in a paragraph, or it would fill a page.
    between = "<w:r><w:br/></w:r>" if len(lines) <= _SHORT else xml.runs("    ")
    return xml.control(
        between.join(lines),
        tag=place.tag,
        title=said.label,
        kind="<w:richText/>",
        ids=place.ids,
    )


def _box(label: str, tag: str, is_chosen: bool, ids: xml.Ids) -> str:
    # The box stays with the first word of its label.
    return tick(label, tag, is_chosen, ids) + xml.runs(f"\N{NO-BREAK SPACE}{label}")


def tick(title: str, tag: str, is_chosen: bool, ids: xml.Ids) -> str:
    """One box to tick, without words beside it."""
    state = (
        f'<w14:checkbox><w14:checked w14:val="{int(is_chosen)}"/>'
        '<w14:checkedState w14:val="2612" w14:font="MS Gothic"/>'
        '<w14:uncheckedState w14:val="2610" w14:font="MS Gothic"/></w14:checkbox>'
    )
    sign = "☒" if is_chosen else "☐"
    glyph = (
        '<w:r><w:rPr><w:rFonts w:ascii="MS Gothic" w:eastAsia="MS Gothic" w:hAnsi="MS Gothic" '
        f'w:hint="eastAsia"/></w:rPr><w:t>{sign}</w:t></w:r>'
    )
    return xml.control(glyph, tag=tag[:64], title=title, kind=state, ids=ids)


def worked_out(said: Said, place: Place) -> str:
    """Nobody types it: words, and no control."""
    if _is_empty(said):
        return xml.runs(place.empty or prompts.WORKED_OUT, _PLACEHOLDER)
    return xml.runs(said.text)


def added(said: Said, place: Place) -> str:
    """Files are no words: their names, or where to send them."""
    if _is_empty(said):
        return xml.runs(place.empty or prompts.FILES, _PLACEHOLDER)
    return xml.runs(said.text)


def rows(said: Said, place: Place) -> str:
    raise TypeError("A table is written row by row, by the controls of its columns.")


def options(question: Question) -> tuple[Choice, ...]:
    """The options of a question that has any, from itself or from its code list."""
    kind = kinds.get(question.kind)
    return kind.choices(question) if isinstance(kind, choose.OneChoice) else ()


def says_optional(question: Question) -> bool:
    """Whether its control can say that it is optional: boxes and files have no words of ours."""
    writer = writer_of(kinds.get(question.kind))
    return writer not in (check_boxes, rows, worked_out, added)


#: The kind's class -> what writes it. A test holds that every registered kind is found here.
CONTROLS: dict[type[Kind], Control] = {
    Kind: text,
    numbers.Date: date,
    numbers.Time: time,
    numbers.Number: number,
    numbers.Computed: worked_out,
    files.Files: added,
    choose.OneChoice: drop_down,
    choose.ManyChoices: check_boxes,
    tables.RowLink: row_link,
    tables.TableKind: rows,
}
