"""Where each child's PEP stands this term, worked out by the database: lists are paged."""

import datetime
from dataclasses import dataclass

from django.db.models import (
    Case,
    CharField,
    Count,
    DateField,
    Exists,
    ExpressionWrapper,
    F,
    FilteredRelation,
    OuterRef,
    Q,
    Value,
    When,
)
from django.db.models.functions import Cast, Coalesce
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from pep_plugin.people.models import Child
from pep_plugin.people.models.child import ChildQuerySet
from pep_plugin.plans.clock import FIRST_PLAN_WORKING_DAYS
from pep_plugin.plans.models import Plan, Term
from pep_plugin.plans.states import UNFINISHED, State

RETURNED, OVERDUE, DRAFT, SUBMITTED = "returned", "overdue", "draft", "submitted"
MISSING, AGREED = "missing", "agreed"

#: Twenty working days in days of the calendar, for sorting only: bank holidays are left out.
ABOUT = datetime.timedelta(days=FIRST_PLAN_WORKING_DAYS // 5 * 7)


@dataclass(frozen=True, slots=True)
class Tab:
    """One way to look at the list: its key in the address, its words, and which children.

    ``is_figure``: shown large above the list instead of as a tab.
    """

    key: str
    label: str | Promise
    which: Q
    is_figure: bool = False


def with_standing(children: ChildQuerySet, *, term: Term, day: datetime.date) -> ChildQuerySet:
    """Children in care, or with an unfinished plan; with ``standing`` and ``by_day``.

    ``by_day`` is the due date of the unfinished plan, else the day by which one is needed.
    """
    plans = Plan.objects.filter(child=OuterRef("pk"))
    never = ~Exists(plans.exclude(state=State.WITHDRAWN))
    agreed = Exists(plans.filter(state=State.SIGNED_OFF, term=term))
    first_due = Cast(
        ExpressionWrapper(F("looked_after_since") + ABOUT, output_field=DateField()), DateField()
    )
    needed_by = Case(
        When(never, then=first_due),
        default=Value(term.last_day_to_send),
        output_field=DateField(),
    )
    return (
        children.annotate(
            unfinished=FilteredRelation("plans", condition=Q(plans__state__in=UNFINISHED))
        )
        .filter(Q(status=Child.Status.LOOKED_AFTER) | Q(unfinished__isnull=False))
        .annotate(
            by_day=Coalesce("unfinished__due_on", needed_by),
            standing=Case(
                When(unfinished__state=State.RETURNED, then=Value(RETURNED)),
                When(unfinished__state=State.SUBMITTED, then=Value(SUBMITTED)),
                When(
                    unfinished__state=State.DRAFT, unfinished__due_on__lt=day, then=Value(OVERDUE)
                ),
                When(unfinished__state=State.DRAFT, then=Value(DRAFT)),
                When(agreed, then=Value(AGREED)),
                default=Value(MISSING),
                output_field=CharField(),
            ),
        )
        .order_by("by_day", "last_name", "first_name", "pk")
    )


def _late(day: datetime.date) -> Q:
    return Q(standing__in=(RETURNED, DRAFT, OVERDUE, MISSING), by_day__lt=day)


def tabs(*, is_virtual_school: bool, only_reads: bool, day: datetime.date) -> tuple[Tab, ...]:
    """The tabs of the list, the first of which is shown first."""
    if is_virtual_school:
        return (
            Tab("now", _("Needs you first"), Q(standing=SUBMITTED) | _late(day)),
            Tab("review", _("To review"), Q(standing=SUBMITTED), is_figure=True),
            Tab("late", _("Overdue"), _late(day), is_figure=True),
            Tab("missing", _("No PEP yet this term"), Q(standing=MISSING), is_figure=True),
            Tab("writing", _("Being written"), Q(standing__in=(DRAFT, OVERDUE, RETURNED))),
            Tab("agreed", _("Agreed this term"), Q(standing=AGREED), is_figure=True),
            Tab("all", _("Everyone"), Q()),
        )
    now = Q(standing__in=(RETURNED, OVERDUE, DRAFT, MISSING))
    return (
        Tab("now", _("Not sent yet") if only_reads else _("Needs you now"), now),
        Tab("sent", _("With the Virtual School"), Q(standing=SUBMITTED)),
        Tab("agreed", _("Agreed this term"), Q(standing=AGREED)),
        Tab("all", _("Everyone"), Q()),
    )


def counts(children: ChildQuerySet, every: tuple[Tab, ...]) -> dict[str, int]:
    """How many children each tab has; one query."""
    found: dict[str, int] = children.order_by().aggregate(
        **{tab.key: Count("pk", filter=tab.which) for tab in every if tab.which},
        all=Count("pk"),
    )
    return found
