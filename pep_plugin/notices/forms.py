"""Choosing a passphrase. The site's own rules say what a good one is."""

from typing import Any

from django import forms
from django.contrib.auth.password_validation import (
    MinimumLengthValidator,
    get_default_password_validators,
)
from django.utils.translation import gettext_lazy as _

from pep_plugin.entry.parts import Problem
from pep_plugin.entry.renderer import EntryRenderer

_BOX = {"autocomplete": "new-password", "spellcheck": "false", "autocapitalize": "none"}


class PassphraseForm(forms.Form):
    """The passphrase, twice."""

    default_renderer = EntryRenderer
    use_required_attribute = False

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
        super().__init__(*args, label_suffix="", **kwargs)
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

    def problems(self) -> list[Problem]:
        """For the summary on top of the page."""
        return [
            Problem(str(sentence), self[name].id_for_label)
            for name, sentences in self.errors.items()
            for sentence in sentences
        ]


def _least_length() -> int:
    """The one rule that people must know beforehand; the others are said when they matter."""
    for validator in get_default_password_validators():
        if isinstance(validator, MinimumLengthValidator):
            return validator.min_length
    return 0
