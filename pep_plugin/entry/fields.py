"""The control of each kind of question. Looked up along the kind's MRO, so that a third party's
kind that subclasses one of ours inherits its control.

A field never rejects anything: it hands on what was typed, and ``answers.read`` makes the answer.
"""

from collections.abc import Callable
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from pep_plugin.entry.widgets import Checkboxes, DateBoxes, Dropdown, Radios
from pep_plugin.sections import kinds
from pep_plugin.sections.answers import Answer
from pep_plugin.sections.kinds import Kind, Raw, choose, files, identifiers, numbers, tables, texts
from pep_plugin.sections.schema import Question
from pep_plugin.sections.text import normalise_text

#: Up to so many options are all shown; more go into a list that opens.
MOST_RADIOS = 8
#: Keeps a pasted book out of one box; what a kind allows is far below and is said in words.
MOST_TYPED = 200_000

#: (row id, the row's words) of the rows that a row link may name.
RowChoices = list[tuple[str, str]]


class TypedField(forms.Field):
    """What was typed, as it was typed."""

    def __init__(self, widget: forms.Widget) -> None:
        super().__init__(required=False, widget=widget)

    def clean(self, value: Any) -> Raw:
        """The raw answer; nothing is ever refused here."""
        if isinstance(value, list | tuple):
            return [text for part in value if (text := normalise_text(str(part)))]
        return "" if value is None else str(value)


Adapter = Callable[[Question, RowChoices], TypedField | None]


def _box(width: int = 0, **attrs: str) -> Adapter:
    """A text box; ``width`` is how many characters it looks made for."""
    given = {"autocomplete": "off", "maxlength": str(MOST_TYPED), **attrs}
    if width:
        given["class"] = f"pep-width-{width}"
    return lambda question, rows: TypedField(forms.TextInput(given))


def _long(question: Question, rows: RowChoices) -> TypedField:
    return TypedField(forms.Textarea({"rows": 5, "maxlength": str(MOST_TYPED)}))


def _date(question: Question, rows: RowChoices) -> TypedField:
    return TypedField(DateBoxes())


def _pairs(question: Question) -> list[tuple[str, str]]:
    kind = kinds.get(question.kind)
    assert isinstance(kind, choose.OneChoice)  # noqa: S101 - the adapters below are for these only
    return [(choice.code, choice.label) for choice in kind.choices(question)]


def _inline(question: Question, rows: RowChoices) -> TypedField:
    return TypedField(Radios({"layout": "inline"}, choices=_pairs(question)))


def _scale(question: Question, rows: RowChoices) -> TypedField:
    return TypedField(Radios({"layout": "scale"}, choices=_pairs(question)))


def _one(question: Question, rows: RowChoices) -> TypedField:
    pairs = _pairs(question)
    if len(pairs) <= MOST_RADIOS:
        return TypedField(Radios(choices=pairs))
    return TypedField(Dropdown(choices=[("", _("Choose")), *pairs]))


def _many(question: Question, rows: RowChoices) -> TypedField:
    pairs = _pairs(question)
    layout = {"layout": "two"} if len(pairs) > MOST_RADIOS else {}
    return TypedField(Checkboxes(layout, choices=pairs))


def _rows(question: Question, rows: RowChoices) -> TypedField:
    return TypedField(Checkboxes(choices=rows))


def _none(question: Question, rows: RowChoices) -> None:
    """Nothing to type: the page shows it, or draws it row by row."""


ADAPTERS: dict[type[Kind], Adapter] = {
    texts.ShortText: _box(),
    texts.LongText: _long,
    texts.PersonName: _box(20),
    texts.SchoolName: _box(),
    numbers.Date: _date,
    numbers.Time: _box(6),
    numbers.Number: _box(6, inputmode="decimal"),
    numbers.Money: _box(10, inputmode="decimal"),
    numbers.Computed: _none,
    choose.YesNo: _inline,
    choose.OneChoice: _one,
    choose.ManyChoices: _many,
    choose.Scale: _scale,
    identifiers.Identifier: _box(20, spellcheck="false", autocapitalize="characters"),
    # Added on a page of their own: an upload in the middle of a page of text would risk the text.
    files.Files: _none,
    tables.RowLink: _rows,
    tables.TableKind: _none,
    # A third party's kind that stands alone is typed as text ...
    Kind: _box(),
    # ... and one that is no longer installed is shown as text, and stays as it is.
    kinds.UnknownKind: _none,
}


def field_for(question: Question, rows: RowChoices) -> TypedField | None:
    """The field in which the question is typed; ``None`` for what is only shown, and for tables.

    Raises :class:`KeyError` for a kind that none of ours is an ancestor of.
    """
    for ancestor in type(kinds.get(question.kind)).__mro__:
        if ancestor in ADAPTERS:
            return ADAPTERS[ancestor](question, rows)
    raise KeyError(question.kind)


def raw_of(question: Question, answer: Answer | None) -> Raw:
    """What to put back into the control for an answer: its value, or the text as it was typed."""
    kind = kinds.get(question.kind)
    empty: Raw = [] if kind.takes_many else ""
    if not answer:
        return empty
    if "typed" in answer:
        text = str(answer["typed"])
        return text.split("; ") if kind.takes_many else text
    if answer.get("value") is None:
        return empty
    return kind.raw(answer["value"], question)
