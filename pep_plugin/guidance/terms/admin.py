"""Terms and last days to send in Wagtail's admin. No plan and no child is to be seen there."""

from typing import Any

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin import messages
from wagtail.admin.panels import FieldPanel, FieldRowPanel, HelpPanel, ObjectList
from wagtail.admin.ui.tables import BooleanColumn
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet

from pep_plugin.guidance.dates_column import DayColumn
from pep_plugin.guidance.dates_warnings import of_terms
from pep_plugin.guidance.terms.forms import TermForm
from pep_plugin.plans.models import Plan, Term


class _TellsOfClosedDays:
    """The same warning as on the page of dates: not an error, the council may mean it."""

    request: Any

    def save_instance(self) -> Term:
        term: Term = super().save_instance()  # type: ignore[misc]
        for words in of_terms([term]):
            messages.warning(self.request, words)
        return term


class TermCreateView(_TellsOfClosedDays, generic.CreateView):
    """A new term."""


class TermEditView(_TellsOfClosedDays, generic.EditView):
    """A term's dates."""


class TermDeleteView(generic.DeleteView):
    """A term that plans belong to stays; whose they are is nobody's business here."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """The question whether to, or why not."""
        return self._refusal() or super().get(request, *args, **kwargs)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Deletes it."""
        return self._refusal() or super().post(request, *args, **kwargs)

    def _refusal(self) -> HttpResponseBase | None:
        if not Plan.objects.filter(term=self.object).exists():
            return None
        words = _("%(term)s stays: plans belong to it.") % {"term": self.object.label}
        messages.error(self.request, words)
        return redirect(reverse(self.index_url_name))


class TermViewSet(ModelViewSet):
    """The newest first. Terms are made for two years ahead by ``pep_setup``, to be checked here."""

    model = Term
    name = "pep_terms"
    url_prefix = "pep-terms"
    icon = "date"
    menu_label = _("Terms and last days to send")
    menu_order = 220
    menu_item_name = "pep-terms"
    add_view_class = TermCreateView
    edit_view_class = TermEditView
    delete_view_class = TermDeleteView
    copy_view_enabled = False
    inspect_view_enabled = False
    # The index would lead from a term to the plans of children.
    add_to_reference_index = False
    ordering = ["-starts"]
    list_display = [
        "label",
        DayColumn("starts", label=_("First day"), sort_key="starts"),
        DayColumn("ends", label=_("Last day")),
        DayColumn("last_day_to_send", label=_("Last day to send")),
        BooleanColumn("is_checked", label=_("Checked")),
    ]
    edit_handler = ObjectList(
        [
            HelpPanel(
                _(
                    "These dates stand on the public pages, and plans that are started from now "
                    "on are due on the last day to send."
                )
            ),
            FieldPanel("label"),
            FieldRowPanel([FieldPanel("starts"), FieldPanel("ends")]),
            FieldPanel("last_day_to_send"),
        ],
        base_form_class=TermForm,
    )
