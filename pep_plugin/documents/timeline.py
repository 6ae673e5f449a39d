"""What happened when in a child's education, as our records have it: schools and plans."""

from __future__ import annotations

import datetime

from django.utils.translation import gettext as _

from pep_plugin.conf import local
from pep_plugin.people.models import Child
from pep_plugin.plans.states import State

Line = tuple[str, str, str]


def timeline(child: Child) -> list[Line]:
    """(ISO date, what, more), oldest first."""
    found: list[tuple[datetime.date, str, str]] = []
    for enrolment in child.enrolments.select_related("school"):
        name = enrolment.school.name
        found.append((enrolment.starts, _("Started at a school or setting"), name))
        if enrolment.ends:
            found.append((enrolment.ends, _("Last day at a school or setting"), name))
    found.append((child.looked_after_since, _("Came into care"), ""))
    for plan in child.plans.exclude(state=State.WITHDRAWN).select_related("term"):
        what = f"{plan.get_kind_display()}, {plan.term.label}, {plan.reference}"
        found.append((local(plan.started_at).date(), _("A PEP was begun"), what))
        for sent in plan.submissions.all():
            found.append((local(sent.sent_at).date(), _("A PEP was sent"), what))
        if plan.state == State.SIGNED_OFF:
            found.append((local(plan.state_changed_at).date(), _("A PEP was agreed"), what))
    return [(day.isoformat(), what, more) for day, what, more in sorted(found)]
