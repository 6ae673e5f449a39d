"""Whether an account is as its owner left it. Whoever may change users could set its password."""

from typing import Any

from django.utils.crypto import constant_time_compare, salted_hmac

from pep_plugin.conf import conf


def mark_of(user: Any) -> str:
    """A hash over what lets somebody in as this user: the password's hash and the address."""
    known = f"{user.password}\n{user.email.strip().lower()}"
    return salted_hmac("pep_plugin.accounts", known, algorithm="sha256").hexdigest()


def is_as_left(user: Any, mark: str) -> bool:
    """Whether nobody else changed the account since ``mark`` was taken; "" is not taken yet."""
    if not conf.SUSPEND_CHANGED_ACCOUNTS or not mark:
        return True
    return constant_time_compare(mark, mark_of(user))
