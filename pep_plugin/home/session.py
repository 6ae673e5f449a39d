"""How long somebody stays signed in, as the server knows it; nothing of ours is kept for that."""

from __future__ import annotations

import datetime
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone


def seconds_left(request: HttpRequest) -> int:
    """Until the session ends, if nothing more is asked of the site.

    Where each request begins the time anew, it has just begun. Else the session's own row says it;
    where a host keeps sessions elsewhere, it counts from the last signing in.
    """
    session: Any = request.session
    whole = int(session.get_expiry_age())
    if settings.SESSION_SAVE_EVERY_REQUEST or session.modified:
        return whole
    ends = _ends_at(session)
    if ends is None:
        begun = getattr(request.user, "last_login", None)
        ends = begun + datetime.timedelta(seconds=whole) if begun else None
    if ends is None:
        return whole
    return max(0, min(whole, int((ends - timezone.now()).total_seconds())))


def _ends_at(session: Any) -> datetime.datetime | None:
    """From the table of sessions, where they are in one; one query."""
    model = getattr(session, "model", None)
    if model is None:
        return None
    rows = model.objects.filter(session_key=session.session_key)
    ends: datetime.datetime | None = rows.values_list("expire_date", flat=True).first()
    return ends
