"""Finding a child by what one has: a name, a date of birth, a number."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from pep_plugin.home.forms.base import DayField, HomeForm, TextField


class FindForm(HomeForm):
    """Posted, so that no name stands in an address. One of the three is enough."""

    name = TextField(
        label=gettext_lazy("Name"),
        help_text=gettext_lazy("First name, last name or the name the child likes, or part of it."),
        required=False,
    )
    date_of_birth = DayField(
        label=gettext_lazy("Date of birth"),
        help_text=gettext_lazy("For example, 27 3 2016."),
        required=False,
    )
    number = TextField(
        label=gettext_lazy("Reference or number"),
        help_text=gettext_lazy(
            "A PEP’s reference such as PEP-7K2M-4QX9, the council’s number, or the UPN."
        ),
        required=False,
        max_length=40,
        widget=forms.TextInput(
            {"autocomplete": "off", "spellcheck": "false", "class": "pep-width-20"}
        ),
    )

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        if not self.errors and not any(given.get(name) for name in self.fields):
            raise ValidationError({"name": _("Enter a name, a date of birth or a number.")})
        return given
