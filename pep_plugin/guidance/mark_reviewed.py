"""Somebody read a page and found it right: the day and the name go onto it."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction

from pep_plugin.conf import today


@transaction.atomic
def mark_reviewed(*, page: Any, user: Any) -> None:
    """Marks a live page, and the draft on it if there is one, which stays a draft.

    Raises :class:`PermissionDenied` where the user may not publish, or somebody else holds a lock.
    """
    may = page.permissions_for_user(user)
    if not (may.can_edit() and may.can_publish()) or may.page_locked():
        raise PermissionDenied
    draft = page.get_latest_revision_as_object() if page.has_unpublished_changes else None
    _sign(page, user)
    if draft is None:
        page.save_revision(user=user, log_action=True).publish(user=user)
        return
    page.save()
    _sign(draft, user)
    draft.save_revision(user=user, log_action=True)


def _sign(page: Any, user: Any) -> None:
    page.reviewed_on = today()
    page.reviewed_by = (user.get_full_name() or user.get_username())[:120]
