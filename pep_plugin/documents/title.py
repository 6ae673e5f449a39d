"""The title block: what plan this is, of whom, who takes part, and when it was sent."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterator, Mapping
from typing import Any

from django.utils.translation import gettext as _

from pep_plugin.conf import local
from pep_plugin.documents.outline import Fact
from pep_plugin.sections.kinds.numbers import long_date
from pep_plugin.sections.roles import LABELS

#: As it stands in ``Submission.head``.
Head = Mapping[str, Any]


def title(head: Head) -> str:
    """ "Maya’s Personal Education Plan"."""
    child = head.get("child") or {}
    called = child.get("called") or child.get("legal_name")
    if not called:
        return _("Personal Education Plan")
    return _("%(name)s’s Personal Education Plan") % {"name": called}


def facts(head: Head, *, with_school: bool) -> Iterator[Fact]:
    school = (head.get("school") or {}).get("name", "") if with_school else ""
    for label, text in (
        (_("Name"), (head.get("child") or {}).get("legal_name", "")),
        (_("School or setting"), school),
        (_("Year group"), str(head.get("year_group") or "")),
        (_("Kind of PEP"), head.get("kind_label", "")),
        (_("Term"), head.get("term_label", "")),
        (_("Last day to send"), printed_day(head.get("due"))),
        (_("Sent"), printed_day(head.get("sent_at"))),
        (_("Reference"), head.get("reference", "")),
    ):
        if text:
            yield Fact(label, text)


def version(head: Head) -> str:
    """ "Version 2" for what was sent the second time; "Draft" while it is being written."""
    if not head.get("sent_at"):
        return _("Draft")
    return _("Version %(number)s") % {"number": head.get("number") or 1}


def people(head: Head, left_out: Collection[str]) -> Iterator[Fact]:
    """(role, name) of everybody but those whose role is left out."""
    for person in head.get("people") or ():
        if person["role"] not in left_out:
            yield Fact(person.get("role_label") or LABELS[person["role"]], person["name"])


def owner(head: Head, role: str, left_out: Collection[str]) -> str:
    """ "Social worker: Sam Reid", or the role alone."""
    label = LABELS.get(role, role)
    everybody = () if role in left_out else head.get("people") or ()
    names = [person["name"] for person in everybody if person["role"] == role]
    return f"{label}: {', '.join(names)}" if names else label


def printed_day(iso: str | None) -> str:
    """ "24 November 2026" for an ISO date or moment, in the council's own zone; words stay."""
    try:
        moment = datetime.datetime.fromisoformat((iso or "").replace("Z", "+00:00"))
    except ValueError:
        return iso or ""
    return long_date((local(moment) if moment.tzinfo else moment).date())
