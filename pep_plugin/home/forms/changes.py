"""What changes around a child: social worker, school, carer, adoption."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from pep_plugin.conf import today
from pep_plugin.entry.widgets import Radios
from pep_plugin.home.forms.base import DayField, HomeForm, TextField
from pep_plugin.home.forms.school import SchoolForm
from pep_plugin.people.models import Person
from pep_plugin.sections import roles as role_keys

_DAY = _("For example, 9 11 2026.")


def day_as_typed() -> str:
    """Today, as it stands in the three boxes."""
    day = today()
    return f"{day.day} {day.month} {day.year}"


class HandOverForm(HomeForm):
    """Who is the child's social worker, and from when."""

    to = forms.ModelChoiceField(
        Person.objects.none(),
        label=_("New social worker"),
        empty_label=_("Choose"),
        widget=forms.Select({"class": "pep-width-20"}),
        error_messages={"required": _("Choose the new social worker.")},
    )
    starts = DayField(label=_("From"), help_text=_DAY, ask=_("Enter the first day."))

    def __init__(self, *args: Any, social_workers: QuerySet[Person], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["to"].queryset = social_workers  # type: ignore[attr-defined]
        self.fields["starts"].initial = day_as_typed()


class MoveForm(SchoolForm):
    """Which school, and from when."""

    school_is_needed = True
    offers_none = False
    offers_not_listed = False

    starts = DayField(label=_("First day there"), help_text=_DAY, ask=_("Enter the first day."))
    field_order = ("school_words", "school", "starts")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["starts"].initial = day_as_typed()


class InvolveForm(HomeForm):
    """Somebody who is there for the child; they need no account."""

    role = forms.ChoiceField(
        label=_("Their role"),
        widget=Radios(),
        choices=[
            (role, role_keys.LABELS[role])
            for role in (
                role_keys.CARER,
                role_keys.IRO,
                role_keys.PARENT,
                role_keys.PROFESSIONAL,
            )
        ],
        error_messages={"required": _("Choose their role.")},
    )
    name = TextField(label=_("Name"), ask=_("Enter their name."))
    email = forms.EmailField(
        label=_("E-mail address"),
        required=False,
        help_text=_("An address of their own, not one that the family shares."),
        widget=forms.EmailInput({"autocomplete": "off", "spellcheck": "false"}),
        error_messages={
            "invalid": _("Enter an e-mail address in the right form, such as name@example.org.")
        },
    )
    starts = DayField(label=_("From"), help_text=_DAY, ask=_("Enter the first day."))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["starts"].initial = day_as_typed()


class AdoptedForm(HomeForm):
    """The day, and a tick that it is meant."""

    on = DayField(label=_("Date of the adoption order"), help_text=_DAY, ask=_("Enter the date."))
    is_sure = forms.BooleanField(
        label=_("I understand that nobody but the Virtual School head can open the record again"),
        error_messages={"required": _("Tick the box to show that this is meant.")},
    )
