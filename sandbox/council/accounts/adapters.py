"""What the council decides about accounts, where allauth asks."""

import base64
import hashlib
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from cryptography.fernet import Fernet
from django.conf import settings
from django.http import HttpRequest

from pep_plugin.access.accounts import by_own_hand

_UNKNOWN = (
    "We do not know that e-mail address or username with that passphrase. Check both and try again."
)


class AccountAdapter(DefaultAccountAdapter):
    """Nobody signs up: people are invited. One sentence for every failure tells nothing."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "email_password_mismatch": _UNKNOWN,
        "username_password_mismatch": _UNKNOWN,
        "enter_current_password": "That is not your passphrase now. Type it again.",
        "incorrect_password": "That is not your passphrase. Type it again.",
        "too_many_login_attempts": (
            "There were too many attempts. Wait five minutes, then try again."
        ),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def set_password(self, user: Any, password: str) -> None:
        """By now the owner has shown that it is theirs: by the old passphrase, or by a link."""
        super().set_password(by_own_hand(user), password)

    def add_message(self, *args: Any, **kwargs: Any) -> None:
        """No "Signed in as Ngozi": it would lie in the session until the next page shows it."""

    def post_login(self, request: HttpRequest, user: Any, **kwargs: Any) -> Any:
        """The session says how somebody signed in, and not under which name."""
        response = super().post_login(request, user, **kwargs)
        methods = request.session.get("account_authentication_methods", [])
        request.session["account_authentication_methods"] = [
            {key: value for key, value in each.items() if key not in ("email", "username")}
            for each in methods
        ]
        return response


class SecondStepAdapter(DefaultMFAAdapter):
    """Codes of an authenticator app. Whoever reads the database cannot make any."""

    error_messages = {
        **DefaultMFAAdapter.error_messages,
        "incorrect_code": "That code is not right. Wait for the next one and type that.",
    }

    def encrypt(self, text: str) -> str:
        return _lock().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        return _lock().decrypt(encrypted_text.encode()).decode()

    def can_delete_authenticator(self, authenticator: Any) -> bool:
        return not settings.SECOND_STEP_REQUIRED


def _lock() -> Fernet:
    key = hashlib.sha256(f"second step {settings.SECRET_KEY}".encode()).digest()
    return Fernet(base64.urlsafe_b64encode(key))
