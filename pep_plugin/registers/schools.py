"""The register of schools: looked up by the Virtual School, kept right by its administrators."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.models import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, ObjectList
from wagtail_modeladmin.helpers import DjangoORMSearchHandler

from pep_plugin import access
from pep_plugin.access import Actor
from pep_plugin.people.models import School
from pep_plugin.registers.actions.change_school import change_school
from pep_plugin.registers.asking import actor_of_user
from pep_plugin.registers.base import Facts, Register
from pep_plugin.registers.filters import OneOf
from pep_plugin.sections.kinds.numbers import long_date
from pep_plugin.sections.text import normalise_text


class OpenFilter(OneOf):
    title = _("open or closed")
    parameter_name = "open"
    field = "is_open"

    def choices_given(self) -> Iterable[tuple[Any, Any]]:
        return [(True, _("Open")), (False, _("Closed"))]


class PhaseFilter(OneOf):
    title = _("phase")
    parameter_name = "phase"
    field = "phase_name"

    def choices_given(self) -> Iterable[tuple[Any, Any]]:
        phases = School.objects.exclude(phase_name="").order_by("phase_name")
        return [(name, name) for name in phases.values_list("phase_name", flat=True).distinct()]


class OverriddenFilter(OneOf):
    title = _("whether we changed it")
    parameter_name = "ours"

    def choices_given(self) -> Iterable[tuple[Any, Any]]:
        return [("yes", _("Yes")), ("no", _("No"))]

    def chosen(self, queryset: QuerySet[Any], value: str) -> QuerySet[Any]:
        return queryset.exclude(overrides={}) if value == "yes" else queryset.filter(overrides={})


class SchoolSearch(DjangoORMSearchHandler):
    """By every word of a name, town, postcode or URN. A school's name may stand in an address."""

    def search_queryset(self, queryset: Any, search_term: str, **kwargs: Any) -> Any:
        words = normalise_text(search_term)
        return queryset.matching(words) if words.strip() else queryset

    @property
    def show_search_form(self) -> bool:
        return True


class SchoolForm(WagtailAdminModelForm):
    """Saves through the action, which notes what is the council's own."""

    given_back = forms.MultipleChoiceField(
        label=_("Take the national register’s words again"),
        help_text=_("From the next import on, for the fields that are ticked."),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        own = self.instance.overrides
        if own:
            labels = [(name, self.fields[name].label) for name in own if name in self.fields]
            self.fields["given_back"].choices = labels
        else:
            del self.fields["given_back"]
        # The URN is the key of every import; a school that has one keeps it.
        if self.instance.urn and not self.instance._state.adding:
            self.fields["urn"].disabled = True

    def clean_urn(self) -> str | None:
        urn = self.cleaned_data.get("urn")
        if urn and not re.fullmatch(r"\d{6}", urn):
            raise ValidationError(_("The school’s URN has 6 figures, like 123456."))
        return urn or None

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        low, high = data.get("low_age"), data.get("high_age")
        if low is not None and high is not None and low > high:
            self.add_error("high_age", _("The highest age cannot be below the lowest."))
        return data

    def save(self, commit: bool = True) -> School:
        return change_school(
            actor=actor_of_user(self.for_user),
            school=super().save(commit=False),
            changed=[name for name in self.changed_data if name != "given_back"],
            given_back=self.cleaned_data.get("given_back", ()),
        )


class SchoolRegister(Register):
    model = School
    menu_label = _("Schools")
    menu_icon = "home"
    base_url_path = "pep/schools"
    actions = ("index", "inspect", "create", "edit")
    change_verb = "school.change"
    list_display = ("name", "town", "urn", "phase_name", "state")
    list_filter = (OpenFilter, PhaseFilter, OverriddenFilter)
    search_handler_class = SchoolSearch
    ordering = ("-is_open", "name")
    edit_handler = ObjectList(
        [
            MultiFieldPanel([FieldPanel("name"), FieldPanel("urn"), FieldPanel("is_open")]),
            MultiFieldPanel(
                [FieldPanel("street"), FieldPanel("town"), FieldPanel("postcode")],
                heading=_("Where it is"),
            ),
            MultiFieldPanel(
                [FieldPanel("la_code"), FieldPanel("la_name")], heading=_("Local authority")
            ),
            MultiFieldPanel(
                [
                    FieldPanel("type_name"),
                    FieldPanel("phase_name"),
                    FieldPanel("low_age"),
                    FieldPanel("high_age"),
                    FieldPanel("opened_on"),
                    FieldPanel("closed_on"),
                ],
                heading=_("What it is"),
            ),
            MultiFieldPanel(
                [FieldPanel("head_name"), FieldPanel("telephone"), FieldPanel("website")],
                heading=_("Whom to reach"),
            ),
            FieldPanel("given_back"),
        ],
        base_form_class=SchoolForm,
    )

    def in_scope(self, actor: Actor) -> QuerySet[Any]:
        """Every school, for whoever may look at registers."""
        may = access.allows(actor.post_roles, "register.view")
        return School.objects.all() if may else School.objects.none()

    def state(self, school: School) -> str:
        return str(_("Open") if school.is_open else _("Closed"))

    state.short_description = _("open or closed")  # type: ignore[attr-defined]
    state.admin_order_field = "is_open"  # type: ignore[attr-defined]

    def facts(self, instance: Any) -> Facts:
        school: School = instance
        fields = School._meta.concrete_fields
        own = [str(field.verbose_name) for field in fields if field.name in school.overrides]
        ages = (school.low_age, school.high_age)
        return [
            (_("Name"), school.name),
            (_("URN"), school.urn),
            (_("UKPRN"), school.ukprn),
            (_("Address"), ", ".join(filter(None, (school.street, school.town, school.postcode)))),
            (_("Local authority"), school.la_name),
            (_("Type"), school.type_name),
            (_("Phase"), school.phase_name),
            (_("Ages"), " to ".join(str(age) for age in ages if age is not None)),
            (_("Open"), _("Yes") if school.is_open else _("No")),
            (_("Opened on"), long_date(school.opened_on) if school.opened_on else ""),
            (_("Closed on"), long_date(school.closed_on) if school.closed_on else ""),
            (_("Head"), school.head_name),
            (_("Telephone"), school.telephone),
            (_("Website"), school.website),
            (_("Changed by us"), ", ".join(own)),
        ]
