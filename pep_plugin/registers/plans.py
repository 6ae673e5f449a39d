"""The register of plans: by state, term, phase and kind, to be read."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from pep_plugin.access import Actor
from pep_plugin.conf import local
from pep_plugin.formversions.models import FormVersion
from pep_plugin.plans.models import Plan, Term
from pep_plugin.plans.states import Kind, State
from pep_plugin.registers.base import Facts, Register
from pep_plugin.registers.filters import OneOf
from pep_plugin.sections.kinds.numbers import long_date


class StateFilter(OneOf):
    title = _("state")
    parameter_name = "state"
    field = "state"

    def choices_given(self) -> Iterable[tuple[Any, Any]]:
        return State.choices


class TermFilter(OneOf):
    title = _("term")
    parameter_name = "term"
    field = "term"

    def choices_given(self) -> Iterable[tuple[Any, Any]]:
        return [(term.pk, term.label) for term in Term.objects.order_by("-starts")[:18]]


class PhaseFilter(OneOf):
    title = _("phase")
    parameter_name = "phase"
    field = "form_version__form_key"

    def choices_given(self) -> Iterable[tuple[Any, Any]]:
        newest = FormVersion.objects.filter(purpose="plan").order_by("form_key", "number")
        return dict(newest.values_list("form_key", "title")).items()


class KindFilter(OneOf):
    title = _("kind")
    parameter_name = "kind"
    field = "kind"

    def choices_given(self) -> Iterable[tuple[Any, Any]]:
        return Kind.choices


class PlanRegister(Register):
    model = Plan
    menu_label = _("PEPs")
    menu_icon = "doc-full"
    base_url_path = "pep/plans"
    list_display = ("reference", "of", "term", "kind", "state", "due_on", "sent")
    unbroken = ("reference", "state")
    list_filter = (StateFilter, TermFilter, PhaseFilter, KindFilter)
    list_select_related = ("child", "term")
    ordering = ("-started_at",)

    def in_scope(self, actor: Actor) -> QuerySet[Any]:
        return Plan.objects.visible_to(actor)

    def child_id(self, instance: Any) -> uuid.UUID | None:
        return instance.child_id

    def of(self, plan: Plan) -> str:
        return plan.child.legal_name

    of.short_description = _("child")  # type: ignore[attr-defined]
    of.admin_order_field = "child__last_name"  # type: ignore[attr-defined]

    def sent(self, plan: Plan) -> str:
        return long_date(local(plan.sent_at).date()) if plan.sent_at else ""

    sent.short_description = _("sent on")  # type: ignore[attr-defined]
    sent.admin_order_field = "sent_at"  # type: ignore[attr-defined]

    def facts(self, instance: Any) -> Facts:
        plan: Plan = instance
        return [
            (_("Reference"), plan.reference),
            (_("Child"), plan.child.legal_name),
            (_("Kind"), plan.get_kind_display()),
            (_("Term"), plan.term.label),
            (_("Form"), str(plan.form_version)),
            (_("State"), plan.get_state_display()),
            (_("Begun on"), long_date(local(plan.started_at).date())),
            (_("Begun by"), plan.started_by.name if plan.started_by else ""),
            (_("Due on"), long_date(plan.due_on) if plan.due_on else ""),
            (_("Overdue"), _("Yes") if plan.is_overdue else _("No")),
            (_("Sent on"), self.sent(plan)),
            (_("Times sent"), str(plan.submissions.count())),
        ]

    def links(self, instance: Any) -> list[tuple[str, str]]:
        return [(str(_("Open the PEP")), reverse("pep_plugin:plan", args=[instance.pk]))]
