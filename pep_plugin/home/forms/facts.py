"""The four facts with which a child is added."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from pep_plugin.home.forms.base import DayField, TextField
from pep_plugin.home.forms.school import SchoolForm
from pep_plugin.people.models import Person

_NAME = forms.TextInput({"autocomplete": "off", "spellcheck": "false", "class": "pep-width-20"})


class FactsForm(SchoolForm):
    """Name, date of birth, date looked after, school if any."""

    first_name = TextField(
        label=_("First name"), ask=_("Enter the child’s first name."), max_length=100, widget=_NAME
    )
    last_name = TextField(
        label=_("Last name"), ask=_("Enter the child’s last name."), max_length=100, widget=_NAME
    )
    preferred_name = TextField(
        label=_("Name the child likes to be called"),
        help_text=_("Only if it is another than the first name."),
        required=False,
        max_length=100,
        widget=_NAME,
    )
    date_of_birth = DayField(
        label=_("Date of birth"),
        help_text=_("For example, 27 3 2016."),
        ask=_("Enter the date of birth."),
    )
    looked_after_since = DayField(
        label=_("Looked after since"),
        help_text=_("The day on which the child came into care. For example, 9 11 2026."),
        ask=_("Enter the day on which the child came into care."),
    )
    social_worker = forms.ModelChoiceField(
        Person.objects.none(),
        label=_("Social worker"),
        required=False,
        empty_label=_("Choose"),
        widget=forms.Select({"class": "pep-width-20"}),
    )
    duplicate_confirmed = forms.BooleanField(
        label=_("I have checked: this is a different child"), required=False
    )

    field_order = (
        "first_name",
        "last_name",
        "preferred_name",
        "date_of_birth",
        "looked_after_since",
        "school_words",
        "school",
        "social_worker",
        "duplicate_confirmed",
    )

    def __init__(self, *args: Any, social_workers: Any = None, **kwargs: Any) -> None:
        """``social_workers``: whom to choose from; None where it is the one who adds the child."""
        super().__init__(*args, **kwargs)
        if social_workers is None:
            del self.fields["social_worker"]
        else:
            self.fields["social_worker"].queryset = social_workers  # type: ignore[attr-defined]
