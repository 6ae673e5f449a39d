"""Which of the children that somebody may know of fit what they typed."""

import datetime

from django.db.models import Q

from pep_plugin import access
from pep_plugin.access import Actor
from pep_plugin.people.models.child import ChildQuerySet
from pep_plugin.plans.models import Plan
from pep_plugin.plans.references import read_reference


def find_children(
    actor: Actor, *, name: str = "", date_of_birth: datetime.date | None = None, number: str = ""
) -> ChildQuerySet:
    """Children of the actor's for whom everything that was given is true."""
    found = access.children(actor)
    for word in name.split()[:6]:
        found = found.filter(
            Q(first_name__icontains=word)
            | Q(last_name__icontains=word)
            | Q(preferred_name__icontains=word)
        )
    if date_of_birth:
        found = found.filter(date_of_birth=date_of_birth)
    if number:
        known = Q(council_number__iexact=number) | Q(upn__iexact=number) | Q(uln=number)
        if reference := read_reference(number):
            known |= Q(pk__in=Plan.objects.filter(reference=reference).values("child"))
        found = found.filter(known)
    return found.order_by("last_name", "first_name", "date_of_birth")
