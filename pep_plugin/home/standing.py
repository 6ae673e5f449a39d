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

from pep_plugin.people.models import Child, Enrolment, Involvement, Post
from pep_plugin.people.models.child import ChildQuerySet
from pep_plugin.plans.clock import FIRST_PLAN_WORKING_DAYS
from pep_plugin.plans.models import Plan, Term
from pep_plugin.plans.states import UNFINISHED, State
from pep_plugin.sections.roles import DESIGNATED_TEACHER, SOCIAL_WORKER

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
    ``nobody``: also those for whom nobody is social worker or designated teacher.
    ``is_figure``: shown large above the list instead of as a tab.
    """

    key: str
    label: str | Promise
    standings: frozenset[str] = frozenset()
    late: frozenset[str] = frozenset()
    nobody: bool = False
    is_figure: bool = False

    def which(self, day: datetime.date) -> Q:
        """The condition on children that :func:`with_standing` annotated."""
        stand = Q(standing__in=self.standings) | Q(standing__in=self.late, by_day__lt=day)
        return stand | NOBODY if self.nobody else stand

    def count_in(self, standing: str, group: "Group") -> int:
        """How many of those who stand so belong to the tab."""
        if standing in self.standings:
            return group.all
        if standing in self.late:
            return group.late_or_nobody if self.nobody else group.late
        return group.nobody if self.nobody else 0


@dataclass(frozen=True, slots=True)
class Group:
    """How many stand in one way, how many of them are late, lack somebody, or either."""

    all: int
    late: int
    nobody: int = 0
    late_or_nobody: int = 0


#: A child for whom nobody fills a role without which no PEP comes about.
NOBODY = Q(no_worker=True) | Q(no_teacher=True)


def with_nobody(children: ChildQuerySet, day: datetime.date) -> ChildQuerySet:
    """With ``no_worker`` and ``no_teacher``: whether those roles are empty on the day."""
    worker = Involvement.objects.on(day).filter(child=OuterRef("pk"), role=SOCIAL_WORKER)
    teacher = Post.objects.on(day).filter(school=OuterRef("school"), role=DESIGNATED_TEACHER)
    taught = Enrolment.objects.on(day).filter(child=OuterRef("pk"), is_main=True)
    return children.annotate(
        no_worker=~Exists(worker), no_teacher=~Exists(taught.filter(Exists(teacher)))
    )


def review_first(children: ChildQuerySet, day: datetime.date) -> ChildQuerySet:
    """The Virtual School's queue: what was sent, then what is overdue, then the rest, by date."""
    queue = Case(
        When(standing=SUBMITTED, then=0),
        When(standing__in=_OPEN, by_day__lt=day, then=1),
        default=2,
    )
    # Whoever has waited longest is read first.
    sent = Case(When(standing=SUBMITTED, then=F("unfinished__sent_at")))
    return children.order_by(queue, sent, "by_day", "last_name", "first_name", "pk")  # type: ignore[misc]


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
            Tab("now", _("Needs you first"), review, late=_OPEN, nobody=True),
            Tab("review", _("To review"), review, is_figure=True),
            Tab("late", _("Overdue"), late=_OPEN, is_figure=True),
            Tab("missing", _("No PEP yet this term"), frozenset({MISSING}), is_figure=True),
            Tab("nobody", _("Nobody in a role"), nobody=True, is_figure=True),
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
    late = Q(by_day__lt=day)
    asked = {"all": Count("pk"), "late": Count("pk", filter=late)}
    if any(tab.nobody for tab in every):
        asked["nobody"] = Count("pk", filter=NOBODY)
        asked["late_or_nobody"] = Count("pk", filter=late | NOBODY)
    rows = children.order_by().values("standing").annotate(**asked)  # type: ignore[misc]
    groups = {row.pop("standing"): Group(**row) for row in rows}
    return {
        tab.key: sum(tab.count_in(standing, group) for standing, group in groups.items())
        for tab in every
    }
