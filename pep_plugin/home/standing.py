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

#: Whoever sends a plan is promised that it comes to the top of the list when it is sent back.
_SENT_BACK_FIRST = Case(When(standing=RETURNED, then=0), default=1)

#: Twenty working days in days of the calendar, for sorting only: bank holidays are left out.
ABOUT = datetime.timedelta(days=FIRST_PLAN_WORKING_DAYS // 5 * 7)


@dataclass(frozen=True, slots=True)
class Tab:
    """One way to look at the list: its key in the address, its words, and which children.

    ``standings``: all who stand so; ``late``: of those who stand so, whoever is late.
    ``is_figure``: shown large above the list instead of as a tab.
    """

    key: str
    label: str | Promise
    standings: frozenset[str] = frozenset()
    late: frozenset[str] = frozenset()
    is_figure: bool = False

    def which(self, day: datetime.date) -> Q:
        """The condition on children that :func:`with_standing` annotated."""
        return Q(standing__in=self.standings) | Q(standing__in=self.late, by_day__lt=day)


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
                # The next term's, begun early: this term asks for nothing any more.
                When(
                    agreed,
                    unfinished__state=State.DRAFT,
                    unfinished__term__starts__gt=term.starts,
                    then=Value(AGREED),
                ),
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
        .order_by(_SENT_BACK_FIRST, "by_day", "last_name", "first_name", "pk")
    )


_WRITING = frozenset({RETURNED, OVERDUE, DRAFT})
_OPEN = _WRITING | {MISSING}
_EVERY = _OPEN | {SUBMITTED, AGREED}


def tabs(*, is_virtual_school: bool) -> tuple[Tab, ...]:
    """The tabs of the list, the first of which is shown first."""
    review, agreed = frozenset({SUBMITTED}), frozenset({AGREED})
    if is_virtual_school:
        return (
            Tab("now", _("Needs you first"), review, late=_OPEN),
            Tab("review", _("To review"), review, is_figure=True),
            Tab("late", _("Overdue"), late=_OPEN, is_figure=True),
            Tab("missing", _("No PEP yet this term"), frozenset({MISSING}), is_figure=True),
            Tab("writing", _("Being written"), _WRITING),
            Tab("agreed", _("Agreed this term"), agreed, is_figure=True),
            Tab("all", _("Everyone"), _EVERY),
        )
    return (
        Tab("now", _("Not sent yet"), _OPEN),
        Tab("sent", _("With the Virtual School"), review),
        Tab("agreed", _("Agreed this term"), agreed),
        Tab("all", _("Everyone"), _EVERY),
    )


def counts(children: ChildQuerySet, every: tuple[Tab, ...], day: datetime.date) -> dict[str, int]:
    """Tab key -> how many children it has. One query works out each child's standing once."""
    rows = (
        children.order_by()
        .values("standing")  # type: ignore[misc]
        .annotate(count=Count("pk"), late=Count("pk", filter=Q(by_day__lt=day)))
    )
    found = {row["standing"]: (row["count"], row["late"]) for row in rows}
    return {
        tab.key: sum(found.get(one, (0, 0))[0] for one in tab.standings)
        + sum(found.get(one, (0, 0))[1] for one in tab.late - tab.standings)
        for tab in every
    }
