"""What the pages of this room ask: a passphrase, and whom to ask for a part of a plan."""

import uuid
from collections.abc import Sequence
from typing import Any

from django import forms
from django.contrib.auth.password_validation import (
    MinimumLengthValidator,
    get_default_password_validators,
)
from django.core.exceptions import NON_FIELD_ERRORS
from django.utils.translation import gettext_lazy as _

from pep_plugin.entry.parts import Problem
from pep_plugin.entry.renderer import EntryRenderer
from pep_plugin.entry.widgets import Radios
from pep_plugin.people.models import Person

#: The choice that leads to the boxes for somebody who is not in the list.
SOMEBODY_ELSE = "else"
_BOX = {"autocomplete": "new-password", "spellcheck": "false", "autocapitalize": "none"}


class _Form(forms.Form):
    """Drawn by our own templates. The browser checks nothing: the page says what is wrong."""

    default_renderer = EntryRenderer
    use_required_attribute = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)

    def problems(self) -> list[Problem]:
        """For the summary on top of the page, in the form's order."""
        found = []
        for name, sentences in self.errors.items():
            target = "" if name == NON_FIELD_ERRORS else self[name].auto_id
            if target and isinstance(self.fields[name].widget, forms.RadioSelect):
                target = f"{target}_0"
            found += [Problem(str(sentence), target) for sentence in sentences]
        return found


class PassphraseForm(_Form):
    """The passphrase, twice. The site's own rules say what a good one is."""

    passphrase = forms.CharField(
        label=_("Passphrase"),
        strip=False,
        max_length=4096,
        help_text=_("Three or four words that you remember are best."),
        widget=forms.PasswordInput(_BOX),
        error_messages={"required": _("Choose a passphrase.")},
    )
    again = forms.CharField(
        label=_("The same passphrase again"),
        strip=False,
        max_length=4096,
        widget=forms.PasswordInput(_BOX),
        error_messages={"required": _("Type the passphrase again.")},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        least = _least_length()
        if least:
            self.fields["passphrase"].help_text = _(
                "At least {least} characters. Three or four words that you remember are best."
            ).format(least=least)

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        first, second = given.get("passphrase"), given.get("again")
        if first and second and first != second:
            self.add_error("again", _("The two passphrases are not the same. Type both again."))
        return given


class SomebodyForm(_Form):
    """Whom to ask: one of the people around the child, or anybody by name and address."""

    person = forms.ChoiceField(
        label=_("Whom do you ask?"),
        widget=Radios(),
        required=False,
        error_messages={"invalid_choice": _("Choose somebody from the list, or somebody else.")},
    )
    name = forms.CharField(
        label=_("Name"),
        max_length=200,
        required=False,
        widget=forms.TextInput({"autocomplete": "off", "spellcheck": "false"}),
    )
    email = forms.EmailField(
        label=_("Work e-mail address"),
        required=False,
        widget=forms.EmailInput({"autocomplete": "off", "spellcheck": "false"}),
        error_messages={
            "invalid": _("Enter an e-mail address in the right form, such as name@example.org.")
        },
    )

    def __init__(self, *args: Any, people: Sequence[Person], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not people:
            del self.fields["person"]
            return
        self.fields["person"].choices = [  # type: ignore[attr-defined]
            *((str(person.pk), f"{person.name}, {person.email}") for person in people),
            (SOMEBODY_ELSE, _("Somebody else")),
        ]

    @property
    def chosen(self) -> uuid.UUID | None:
        """Who was chosen from the list; None for somebody by name and address."""
        person = self.cleaned_data.get("person") or SOMEBODY_ELSE
        return None if person == SOMEBODY_ELSE else uuid.UUID(person)

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if "person" in self.fields and "person" not in self.errors:
            if not given.get("person") and not given.get("name") and not given.get("email"):
                self.add_error("person", _("Choose whom you ask."))
                return given
            if given.get("person") not in ("", SOMEBODY_ELSE):
                return given
        if not given.get("name"):
            self.add_error("name", _("Enter their name."))
        if not given.get("email") and "email" not in self.errors:
            self.add_error("email", _("Enter their e-mail address."))
        return given


def _least_length() -> int:
    """The one rule that people must know beforehand; the others are said when they matter."""
    for validator in get_default_password_validators():
        if isinstance(validator, MinimumLengthValidator):
            return validator.min_length
    return 0
