"""What every form of this room shares: our renderer, normalised text, dates in three boxes."""

import datetime
from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError

from pep_plugin.entry.renderer import EntryRenderer
from pep_plugin.entry.widgets import DateBoxes
from pep_plugin.sections import kinds
from pep_plugin.sections.schema import Question
from pep_plugin.sections.text import normalise_text

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise


class HomeForm(forms.Form):
    """Drawn by our own templates. The browser checks nothing: the page says what is wrong."""

    default_renderer = EntryRenderer
    use_required_attribute = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)

    def problems(self) -> list[tuple[str, str]]:
        """(id of the first control, sentence) of everything that is wrong, in the form's order."""
        found = []
        for name, sentences in self.errors.items():
            target = "" if name == NON_FIELD_ERRORS else self[name].auto_id
            if target and isinstance(
                self.fields[name].widget, forms.MultiWidget | forms.RadioSelect
            ):
                target = f"{target}_0"
            found += [(target, str(sentence)) for sentence in sentences]
        return found


class TextField(forms.CharField):
    """One line of text without what no output can hold."""

    def __init__(
        self, *, ask: "str | _StrPromise" = "", max_length: int = 200, **kwargs: Any
    ) -> None:
        kwargs.setdefault("widget", forms.TextInput({"autocomplete": "off", "spellcheck": "false"}))
        super().__init__(max_length=max_length, **kwargs)
        if ask:
            self.error_messages["required"] = ask

    def to_python(self, value: Any) -> str:
        return " ".join(normalise_text(str(value)).split()) if value else ""


class DayField(forms.Field):
    """A date in three boxes. What was typed stays in the boxes, readable or not."""

    widget = DateBoxes

    def __init__(self, *, ask: "str | _StrPromise" = "", **kwargs: Any) -> None:
        super().__init__(**kwargs)
        if ask:
            self.error_messages["required"] = ask

    def to_python(self, value: Any) -> datetime.date | None:
        question = Question(key="day", label=str(self.label or ""), kind="date")
        kind = kinds.get("date")
        try:
            iso = kind.parse(normalise_text(str(value or "")), question)
        except kinds.Unreadable as error:
            raise ValidationError(str(error)) from None
        if iso is None:
            return None
        for sentence in kind.errors(iso, question):
            raise ValidationError(sentence)
        return datetime.date.fromisoformat(iso)
