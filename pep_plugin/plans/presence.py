"""Who has which section open, as far as their pages last said. Information, never a lock."""

from __future__ import annotations

import datetime
import uuid

from django.utils import timezone

from pep_plugin.plans.models import Presence

#: How long a page that has said nothing more still counts; pages say it every half minute.
COUNTS_FOR = datetime.timedelta(seconds=90)


def editing(plan_id: uuid.UUID, person_id: uuid.UUID | None) -> dict[str, tuple[str, ...]]:
    """Section key -> names of the others who have it open now; one query."""
    since = timezone.now() - COUNTS_FOR
    rows = (
        Presence.objects.filter(plan=plan_id, seen_at__gte=since)
        .exclude(person=person_id)
        .order_by("section", "person__name")
        .values_list("section", "person__name")
    )
    found: dict[str, list[str]] = {}
    for section, name in rows:
        found.setdefault(section, []).append(name)
    return {section: tuple(names) for section, names in found.items()}
