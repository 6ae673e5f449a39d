"""Controls of more than one part, and choices that never drop what they do not know."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from pep_plugin.entry.dates import join_date, split_date


class _KeepsUnknown:
    """Draws a value that is not among the choices as one more choice, so that saving keeps it."""

    def optgroups(self, name: str, value: list[str], attrs: Any = None) -> list[Any]:
        groups = super().optgroups(name, value, attrs)  # type: ignore[misc]
        known = {str(code) for code, _label in self.choices}  # type: ignore[attr-defined]
        for text in value:
            if text and text not in known:
                label = _("“%(text)s”, as it was written") % {"text": text}
                option = self.create_option(  # type: ignore[attr-defined]
                    name, text, label, True, len(groups), attrs=attrs
                )
                groups.append((None, [option], len(groups)))
        return groups


class Radios(_KeepsUnknown, forms.RadioSelect):
    template_name = "pep_plugin/entry/widgets/choices.html"


class Checkboxes(_KeepsUnknown, forms.CheckboxSelectMultiple):
    template_name = "pep_plugin/entry/widgets/choices.html"


class Dropdown(_KeepsUnknown, forms.Select):
    pass


class DateBoxes(forms.MultiWidget):
    """Day, month, year. What stands in the boxes travels as one text, and comes back unchanged."""

    template_name = "pep_plugin/entry/widgets/date.html"
    use_fieldset = True

    def __init__(self) -> None:
        box = {"inputmode": "numeric", "autocomplete": "off"}
        super().__init__([forms.TextInput(box) for _part in range(3)])

    def decompress(self, value: str | None) -> list[str]:
        return split_date(value or "")

    def value_from_datadict(self, data: Mapping[str, Any], files: Any, name: str) -> Any:
        """The one text, not the list of boxes."""
        return join_date([data.get(f"{name}_{part}") or "" for part in range(3)])

    def get_context(self, name: str, value: Any, attrs: Any) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        parts = zip(
            context["widget"]["subwidgets"],
            ((_("Day"), 2), (_("Month"), 2), (_("Year"), 4)),
            strict=True,
        )
        for part, (label, width) in parts:
            part["label"], part["width"] = label, width
        return context
