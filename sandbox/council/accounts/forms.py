"""allauth's forms in the site's own words."""

from typing import Any

from allauth.account import forms as account
from allauth.mfa.base import forms as second_step
from allauth.mfa.totp import forms as totp
from django import forms
from django.core.exceptions import ValidationError

from pep_plugin.access.accounts import accounts_with

_RULES = "At least 12 characters. Three or four words that you remember are best."
_MISMATCH = "The two passphrases are not the same. Type both again."
_PLACEHOLDER = "placeholder"


def _say(field: forms.Field, label: str, *, ask: str, hint: str = "") -> None:
    """Label, hint and what is asked for when it is empty. A placeholder is no label."""
    field.label, field.help_text = label, hint
    field.error_messages["required"] = ask
    field.widget.attrs.pop(_PLACEHOLDER, None)
    # Focus is not moved by itself: a screen reader would skip everything before the box.
    field.widget.attrs.pop("autofocus", None)


class SignInForm(account.LoginForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        login, password = self.fields["login"], self.fields["password"]
        _say(login, "E-mail address or username", ask="Enter your e-mail address or username.")
        login.widget.attrs.update(
            autocomplete="username", autocapitalize="none", spellcheck="false"
        )
        _say(password, "Passphrase", ask="Enter your passphrase.")


class ForgottenForm(account.ResetPasswordForm):
    """Asks for the address that the link goes to."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        email = self.fields["email"]
        _say(email, "E-mail address", ask="Enter your e-mail address.")
        email.error_messages["invalid"] = (
            "Enter an e-mail address in the right form, such as name@example.org."
        )
        email.widget.attrs.update(spellcheck="false")

    def clean_email(self) -> str:
        """As at sign-in: capitals do not matter."""
        self.users = list(accounts_with(self.cleaned_data["email"]).filter(is_active=True))
        return self.cleaned_data["email"]


class _TwoBoxes:
    """Two boxes for a new passphrase."""

    fields: dict[str, forms.Field]

    def _label_both(self) -> None:
        first, second = self.fields["password1"], self.fields["password2"]
        _say(first, "New passphrase", ask="Enter a new passphrase.", hint=_RULES)
        _say(second, "New passphrase again", ask="Enter the new passphrase again.")

    def add_error(self, field: Any, error: Any) -> None:
        """allauth finds only one thing wrong with the second box: that it is not the first."""
        is_mismatch = field == "password2" and not isinstance(error, ValidationError)
        said = _MISMATCH if is_mismatch else error
        super().add_error(field, said)  # type: ignore[misc]


class NewPassphraseForm(_TwoBoxes, account.ResetPasswordKeyForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._label_both()


class ChangePassphraseForm(_TwoBoxes, account.ChangePasswordForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _say(self.fields["oldpassword"], "Your passphrase now", ask="Enter your passphrase.")
        self._label_both()


class AskAgainForm(account.ReauthenticateForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _say(self.fields["password"], "Passphrase", ask="Enter your passphrase.")


def _code(field: forms.Field, label: str) -> None:
    _say(field, label, ask="Enter the code.")
    field.widget.attrs.update(inputmode="numeric", autocomplete="one-time-code")


class CodeForm(second_step.AuthenticateForm):
    """After the passphrase: a code of the app, or one of those kept on paper."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _code(self.fields["code"], "Code")
        self.fields["code"].help_text = "Six digits from your app, or one of your spare codes."


class AskCodeAgainForm(second_step.ReauthenticateForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _code(self.fields["code"], "Code")


class SetUpAppForm(totp.ActivateTOTPForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _code(self.fields["code"], "The code that the app shows now")
