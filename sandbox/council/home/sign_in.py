"""Signing in with the e-mail address that people know, or with a username."""

from typing import Any

from django import forms
from django.contrib.auth import get_user_model
from django.contrib.auth.backends import ModelBackend
from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.forms import AuthenticationForm, PasswordResetForm, SetPasswordForm
from django.http import HttpRequest


class EmailOrUsernameBackend(ModelBackend):
    """Django's own backend, which also knows a person by an e-mail address that only they have."""

    def authenticate(
        self,
        request: HttpRequest | None,
        username: str | None = None,
        password: str | None = None,
        **kwargs: Any,
    ) -> AbstractBaseUser | None:
        """Two accounts with one address are nobody: the passphrase must not choose between them."""
        if username and "@" in username:
            users = get_user_model()._default_manager.filter(email__iexact=username.strip())
            names = list(users.values_list(users.model.USERNAME_FIELD, flat=True)[:2])
            if len(names) == 1:
                username = names[0]
        return super().authenticate(request, username=username, password=password, **kwargs)


class SignInForm(AuthenticationForm):
    """One sentence for every failure: it does not tell a stranger which accounts exist."""

    error_messages = {
        "invalid_login": (
            "We do not know that e-mail address or username with that passphrase. "
            "Check both and try again."
        ),
        "inactive": "This account is closed. Ask the Virtual School if you need it.",
    }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["username"].label = "E-mail address or username"
        self.fields["username"].error_messages["required"] = (
            "Enter your e-mail address or username."
        )
        self.fields["username"].widget.attrs.update(autocapitalize="none", spellcheck="false")
        # Focus is not moved by itself: a screen reader would skip everything before the box.
        self.fields["username"].widget.attrs.pop("autofocus", None)
        self.fields["password"].label = "Passphrase"
        self.fields["password"].error_messages["required"] = "Enter your passphrase."


class ForgottenForm(PasswordResetForm):
    """Asks for the address that the link goes to."""

    email = forms.EmailField(
        label="E-mail address",
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "email", "spellcheck": "false"}),
        error_messages={
            "required": "Enter your e-mail address.",
            "invalid": "Enter an e-mail address in the right form, such as name@example.org.",
        },
    )


class NewPassphraseForm(SetPasswordForm):
    """Two boxes for the new passphrase, in the site's own words."""

    error_messages = {"password_mismatch": "The two passphrases are not the same. Type both again."}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        first, second = self.fields["new_password1"], self.fields["new_password2"]
        first.label, second.label = "New passphrase", "New passphrase again"
        first.help_text = "At least 12 characters. Three or four words that you remember are best."
        first.error_messages["required"] = "Enter a new passphrase."
        second.error_messages["required"] = "Enter the new passphrase again."
