"""The register of children: a list and a page about each, to be read."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery
from django.urls import reverse
from django.utils.html import format_html_join
from django.utils.safestring import mark_safe
from django.utils.translation import gettext_lazy as _

from pep_plugin import access
from pep_plugin.access import Actor
from pep_plugin.conf import today
from pep_plugin.people.models import Child, Enrolment
from pep_plugin.plans.models import Plan
from pep_plugin.plans.states import UNFINISHED
from pep_plugin.registers.base import Facts, Register
from pep_plugin.registers.filters import OneOf
from pep_plugin.sections.kinds.numbers import long_date
from pep_plugin.sections.roles import SOCIAL_WORKER


class StatusFilter(OneOf):
    title = _("status")
    parameter_name = "status"
    field = "status"

    def choices_given(self) -> Iterable[tuple[Any, Any]]:
        # An adopted child is in no list, so there is nothing to choose.
        return [pair for pair in Child.Status.choices if pair[0] != Child.Status.ADOPTED]


class PhaseFilter(OneOf):
    """By what the school says of the year group."""

    title = _("phase")
    parameter_name = "phase"
    YEARS = {
        "early": ("N1", "N2", "R"),
        "primary": ("1", "2", "3", "4", "5", "6"),
        "secondary": ("7", "8", "9", "10", "11"),
        "post16": ("12", "13", "14"),
    }

    def choices_given(self) -> Iterable[tuple[Any, Any]]:
        return [
            ("early", _("Early years and Reception")),
            ("primary", _("Year 1 to Year 6")),
            ("secondary", _("Year 7 to Year 11")),
            ("post16", _("After 16")),
            ("none", _("No school")),
        ]

    def chosen(self, queryset: QuerySet[Any], value: str) -> QuerySet[Any]:
        now = Enrolment.objects.current().filter(child=OuterRef("pk"), is_main=True)
        if value == "none":
            return queryset.filter(~Exists(now))
        return queryset.filter(Exists(now.filter(year_group__in=self.YEARS[value])))


class WritingFilter(OneOf):
    title = _("PEP")
    parameter_name = "pep"

    def choices_given(self) -> Iterable[tuple[Any, Any]]:
        return [("open", _("One is not finished")), ("none", _("None is open"))]

    def chosen(self, queryset: QuerySet[Any], value: str) -> QuerySet[Any]:
        is_open = Exists(Plan.objects.unfinished().filter(child=OuterRef("pk")))
        return queryset.filter(is_open if value == "open" else ~is_open)


class ChildRegister(Register):
    """Finding a child by name is a page of its own that posts: no name stands in an address."""

    model = Child
    menu_label = _("Children")
    menu_icon = "group"
    base_url_path = "pep/children"
    index_template_name = "pep_plugin/registers/children.html"
    list_display = ("names", "date_of_birth", "council_number", "school", "status", "open_plan")
    unbroken = ("open_plan",)
    list_filter = (StatusFilter, PhaseFilter, WritingFilter)
    ordering = ("last_name", "first_name")

    def in_scope(self, actor: Actor) -> QuerySet[Any]:
        now = Enrolment.objects.on(today()).filter(child=OuterRef("pk"), is_main=True)
        unfinished = Plan.objects.filter(child=OuterRef("pk")).filter(Q(state__in=UNFINISHED))
        return access.children(actor).annotate(
            school_now=Subquery(now.values("school__name")[:1]),
            plan_now=Subquery(unfinished.values("reference")[:1]),
        )

    def one(self, actor: Actor, pk: uuid.UUID) -> Child:
        """The Virtual School head also finds an adopted child's closed record, by its address."""
        return access.get_child(actor, pk)

    def child_id(self, instance: Any) -> uuid.UUID | None:
        return instance.pk

    def names(self, child: Child) -> str:
        called = f" ({child.preferred_name})" if child.preferred_name else ""
        return f"{child.legal_name}{called}"

    names.short_description = _("name")  # type: ignore[attr-defined]
    names.admin_order_field = "last_name"  # type: ignore[attr-defined]

    def school(self, child: Any) -> str:
        return str(_("Confidential")) if child.is_school_confidential else child.school_now or ""

    school.short_description = _("school")  # type: ignore[attr-defined]
    school.admin_order_field = "school_now"  # type: ignore[attr-defined]

    def open_plan(self, child: Any) -> str:
        return child.plan_now or ""

    open_plan.short_description = _("unfinished PEP")  # type: ignore[attr-defined]

    def facts(self, instance: Any) -> Facts:
        child: Child = instance
        now = child.enrolments.current().filter(is_main=True).select_related("school").first()
        workers = child.involvements.current().filter(role=SOCIAL_WORKER)
        plans = child.plans.select_related("term").order_by("-started_at")
        year = (now.year_group if now else "") or child.year_group_on(today())
        return [
            (_("Legal name"), child.legal_name),
            (_("Called"), child.called),
            (_("Date of birth"), long_date(child.date_of_birth)),
            (_("Age"), str(child.age_on(today()))),
            (_("UPN"), child.upn),
            (_("Council’s number"), child.council_number),
            (_("Status"), child.get_status_display()),
            (_("Looked after since"), long_date(child.looked_after_since)),
            (_("School"), now.school.name if now else ""),
            (
                _("The school is confidential"),
                _("Yes") if child.is_school_confidential else _("No"),
            ),
            (_("Year group"), year),
            (
                _("Social worker"),
                ", ".join(w.person.name for w in workers.select_related("person")),
            ),
            (
                _("PEPs"),
                format_html_join(
                    mark_safe("<br>"), '<a href="{}">{}</a> {}, {}', map(_plan, plans)
                ),
            ),
        ]

    def links(self, instance: Any) -> list[tuple[str, str]]:
        return [(str(_("Open the child’s page")), reverse("pep_plugin:child", args=[instance.pk]))]


def _plan(plan: Plan) -> tuple[str, str, str, str]:
    address = reverse("pep_plans_modeladmin_inspect", args=[plan.pk])
    return address, plan.reference, plan.term.label, plan.get_state_display()
