"""Wagtail's report on the library: what is broken, what nobody fetches, downloads by month."""

from typing import Any

import django_filters
from django.db.models import QuerySet
from django.urls import path, reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views.reports import ReportView
from wagtail.permission_policies import ModelPermissionPolicy

from pep_plugin.documents.sheets import guard
from pep_plugin.library.health import downloads, months, problems, unused
from pep_plugin.library.models import Template

MONTHS = 6
MAY = ("add", "change", "publish")
POLICY = ModelPermissionPolicy(Template)


class TemplateFilters(WagtailFilterSet):
    """What to look at."""

    show = django_filters.ChoiceFilter(
        label=_("Show"),
        empty_label=_("All templates"),
        method="choose",
        choices=[
            ("broken", _("Broken")),
            ("unused-3", _("No download in 3 months")),
            ("unused-6", _("No download in 6 months")),
            ("unused-12", _("No download in 12 months")),
        ],
    )

    class Meta:
        model = Template
        fields = ["phase", "audience"]

    def choose(self, queryset: QuerySet[Template], name: str, value: str) -> QuerySet[Template]:
        """Broken ones, or those that nobody fetched for so many months."""
        what, _dash, number = value.partition("-")
        keys = set(problems()) if what == "broken" else unused(int(number))
        return queryset.filter(pk__in=keys)


class TemplateReport(ReportView):
    """Every template with what is wrong with it and its downloads of the last six months."""

    model = Template
    permission_policy = POLICY
    any_permission_required = MAY
    page_title = _("PEP templates")
    header_icon = "doc-full"
    filterset_class = TemplateFilters
    index_url_name = "pep_template_report"
    index_results_url_name = "pep_template_report_results"
    default_ordering = "title"
    export_filename = "pep-templates"

    def get_queryset(self) -> QuerySet[Template]:
        return Template.objects.order_by("title", "pk")

    @cached_property
    def months(self) -> list[Any]:
        """The months of the columns, newest first."""
        return months(MONTHS)

    @cached_property
    def columns(self) -> list[Column]:
        return [
            TitleColumn(
                "title",
                label=_("Template"),
                url_name="wagtailsnippets_pep_plugin_template:edit",
            ),
            Column("pep_problem", label=_("What is wrong")),
            *[Column(f"pep_{month:%Y_%m}", label=f"{month:%b %Y}") for month in self.months],
        ]

    @cached_property
    def list_export(self) -> list[str]:
        return ["title", "slug", "pep_problem", *[f"pep_{month:%Y_%m}" for month in self.months]]

    @cached_property
    def export_headings(self) -> dict[str, Any]:
        told = {f"pep_{month:%Y_%m}": f"{month:%Y-%m}" for month in self.months}
        names = {"title": _("Template"), "slug": _("Address"), "pep_problem": _("What is wrong")}
        return {**names, **told}

    def decorate_paginated_queryset(self, object_list: Any) -> Any:
        """Adds the problem and the numbers to the templates of one page."""
        templates = list(object_list)
        told, counted = problems(), downloads(templates, self.months[-1])
        for template in templates:
            template.pep_problem = told.get(template.pk) or ("" if template.live else _("Draft."))
            for month in self.months:
                setattr(template, f"pep_{month:%Y_%m}", counted[template.pk][month])
        return templates

    def to_row_dict(self, item: Template) -> dict[str, Any]:
        """No title runs as a formula in the program that opens the sheet."""
        row = super().to_row_dict(item)
        return {
            key: value if isinstance(value, int) else guard(value) for key, value in row.items()
        }


class ReportMenuItem(MenuItem):
    """In the menu of reports, for whoever keeps templates."""

    def is_shown(self, request: Any) -> bool:
        return POLICY.user_has_any_permission(request.user, MAY)


def menu_item() -> MenuItem:
    """For the hook ``register_reports_menu_item``."""
    return ReportMenuItem(
        TemplateReport.page_title,
        reverse("pep_template_report"),
        name="pep-templates",
        icon_name=TemplateReport.header_icon,
        order=1300,
    )


def urls() -> list[Any]:
    """For the hook ``register_admin_urls``."""
    return [
        path("reports/pep-templates/", TemplateReport.as_view(), name="pep_template_report"),
        path(
            "reports/pep-templates/results/",
            TemplateReport.as_view(results_only=True),
            name="pep_template_report_results",
        ),
    ]
