"""Signing in with the e-mail address that people know, or with a username."""

from allauth.account.auth_backends import AuthenticationBackend
from django.contrib.auth.base_user import AbstractBaseUser

from pep_plugin.access.accounts import accounts_with


class EmailOrUsernameBackend(AuthenticationBackend):
    """allauth's own, but for addresses: capitals do not matter, and one address is one account.

    Where two accounts share an address, the passphrase must not choose between them.
    """

    def _authenticate_by_email(self, email: str, password: str) -> AbstractBaseUser | None:
        found = list(accounts_with(email)[:2])
        return self._check_password(found[0], password) if len(found) == 1 else None
