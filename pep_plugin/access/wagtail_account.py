"""A passphrase that somebody changes on their own page in the Wagtail admin is their own change."""

from typing import Any

from django.http import HttpRequest

from pep_plugin.access.accounts import by_own_hand


def own_account_page(request: HttpRequest, user: Any, profile: Any) -> None:
    """Wagtail asks for panels of that page before it saves what was typed there; we add none."""
    if request.method == "POST":
        by_own_hand(user)
