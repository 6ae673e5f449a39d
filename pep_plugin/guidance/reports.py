"""Wagtail's report on old content: pages that nobody has read through for too long."""

import datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import CharField, DateField, OuterRef, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce, TruncDate
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST
from wagtail.admin import messages
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views.reports import ReportView
from wagtail.models import get_page_models
from wagtail.permissions import page_permission_policy

from pep_plugin.guidance.dates_column import DayColumn
from pep_plugin.guidance.mark_reviewed import mark_reviewed
from pep_plugin.guidance.review import ReviewedMixin, stale_before
from pep_plugin.library.exports import GuardedSpreadsheets
from pep_plugin.library.shelf import page_model

REPORT = "pep_review_report"


def reviewed_types() -> list[type[Any]]:
    """Every page type of the site that is reviewed: ours, and a host's own from the mixins."""
    return [model for model in get_page_models() if issubclass(model, ReviewedMixin)]


def old_pages(user: Any, before: datetime.date) -> QuerySet[Any]:
    """Live pages that the user may change, last looked at before a day; the oldest first.

    ``looked_on`` is the day of the last review or, where nobody reviewed it, of publishing.
    """
    types = reviewed_types()
    if not types:
        return page_model().objects.none()
    may_change = page_permission_policy.instances_user_has_permission_for(user, "change")
    return (
        may_change.live()
        .type(*types)
        .annotate(
            reviewed_on=_of_its_type(types, "reviewed_on", DateField()),
            reviewed_by=Coalesce(_of_its_type(types, "reviewed_by", CharField()), Value("")),
        )
        .annotate(looked_on=Coalesce("reviewed_on", TruncDate("last_published_at")))
        .filter(looked_on__lt=before)
        .order_by("looked_on", "title")
    )


def _of_its_type(types: list[type[Any]], name: str, field: Any) -> Any:
    """The field of whichever table the page has its own row in."""
    rows = [
        Subquery(model._default_manager.filter(pk=OuterRef("pk")).values(name)[:1])
        for model in types
    ]
    return Coalesce(*rows, Value(None, output_field=field), output_field=field)


class ReviewButton(Column):
    """One press says that the page was read today and is right."""

    cell_template_name = "pep_plugin/guidance/admin/review_button.html"

    def get_cell_context_data(self, instance: Any, parent_context: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_cell_context_data(instance, parent_context)
        return {**context, "page": instance, "csrf_token": parent_context.get("csrf_token")}


class ReviewReport(GuardedSpreadsheets, ReportView):
    """Pages to read again, with their reviewer."""

    permission_policy = page_permission_policy
    any_permission_required = ("add", "change", "publish")
    page_title = gettext_lazy("PEP pages to review")
    header_icon = "time"
    index_url_name = REPORT
    index_results_url_name = f"{REPORT}_results"
    export_filename = "pep-pages-to-review"
    list_export = ("title", "full_url", "looked_on", "reviewed_on", "reviewed_by")
    export_headings = {
        "full_url": gettext_lazy("Address"),
        "looked_on": gettext_lazy("Last looked at"),
        "reviewed_on": gettext_lazy("Reviewed on"),
        "reviewed_by": gettext_lazy("Reviewed by"),
    }
    columns = [
        TitleColumn("title", label=gettext_lazy("Page"), url_name="wagtailadmin_pages:edit"),
        Column("reviewed_by", label=gettext_lazy("Reviewed by")),
        DayColumn("reviewed_on", label=gettext_lazy("Reviewed on")),
        DayColumn("looked_on", label=gettext_lazy("Last looked at")),
        ReviewButton("mark", label=gettext_lazy("Read it?")),
    ]
    model = page_model()

    def get_base_queryset(self) -> QuerySet[Any]:
        """Only what this person may change."""
        return old_pages(self.request.user, stale_before())

    def get_queryset(self) -> QuerySet[Any]:
        return self.get_base_queryset()


class ReportMenuItem(MenuItem):
    """In the menu of reports, for whoever may change a page."""

    def is_shown(self, request: HttpRequest) -> bool:
        policy = page_permission_policy
        return policy.user_has_any_permission(request.user, ReviewReport.any_permission_required)


@require_POST
def mark(request: HttpRequest, page_id: int) -> HttpResponse:
    """Marks one page as reviewed today, and shows the report again."""
    base = page_model()
    page = base.objects.live().type(*reviewed_types()).filter(pk=page_id).first()
    if page is None or not page.permissions_for_user(request.user).can_edit():
        raise Http404
    try:
        mark_reviewed(page=page.specific, user=request.user)
    except PermissionDenied:
        words = _("“%(page)s” was not marked: it is locked, or you may not publish it.")
        messages.error(request, words % {"page": page.title})
    else:
        words = _("“%(page)s” is marked as reviewed today.")
        messages.success(request, words % {"page": page.title})
    return redirect(REPORT)


def menu_item() -> MenuItem:
    """For the hook ``register_reports_menu_item``."""
    return ReportMenuItem(
        ReviewReport.page_title,
        reverse(REPORT),
        name="pep-pages-to-review",
        icon_name=ReviewReport.header_icon,
        order=1310,
    )


def urls() -> list[Any]:
    """For the hook ``register_admin_urls``."""
    return [
        path("reports/pep-reviews/", ReviewReport.as_view(), name=REPORT),
        path(
            "reports/pep-reviews/results/",
            ReviewReport.as_view(results_only=True),
            name=f"{REPORT}_results",
        ),
        path("reports/pep-reviews/<int:page_id>/", mark, name="pep_mark_reviewed"),
    ]
