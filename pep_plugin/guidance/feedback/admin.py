"""What visitors said, for editors: to be read, ticked off and taken along."""

from typing import Any

import django_filters
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.panels import FieldPanel
from wagtail.admin.ui.tables import BooleanColumn
from wagtail.snippets.views.snippets import IndexView, SnippetViewSet

from pep_plugin.compat import WAGTAIL_8
from pep_plugin.guidance.feedback.models import ANSWERS, Feedback
from pep_plugin.guidance.feedback.policy import NobodyAdds
from pep_plugin.library.exports import GuardedSpreadsheets

DEALT_WITH = BooleanColumn("is_dealt_with", label=_("Dealt with"), sort_key="is_dealt_with")


class YesOrNo(FieldPanel):
    """Read only, in the words of the form."""

    def format_value_for_display(self, value: Any) -> str:
        """Nothing where the visitor left the question out."""
        return str(ANSWERS[value])


class FeedbackFilters(WagtailFilterSet):
    """By page, by answer, by what is still to be dealt with."""

    page_title = django_filters.AllValuesFilter(label=_("Page"))

    class Meta:
        model = Feedback
        fields = ["page_title", "is_useful", "is_dealt_with"]


class FeedbackIndex(GuardedSpreadsheets, IndexView):
    """The newest first, with an export of what is filtered."""

    export_headings = {"answer": _("Useful")}


class FeedbackViewSet(SnippetViewSet):
    """A visitor's words are read and ticked off, never changed."""

    model = Feedback
    icon = "comment"
    menu_label = _("Feedback")
    index_view_class = FeedbackIndex
    filterset_class = FeedbackFilters
    list_display = ["page_title", "answer", "words", "said_at", DEALT_WITH]
    list_export = ["said_at", "page_title", "answer", "words", "is_dealt_with"]
    export_filename = "pep-feedback"
    copy_view_enabled = False
    panels = [
        FieldPanel("page_title", read_only=True),
        YesOrNo("is_useful", read_only=True),
        FieldPanel("words", read_only=True),
        FieldPanel("said_at", read_only=True),
        FieldPanel("is_dealt_with"),
    ]

    if not WAGTAIL_8:

        @cached_property
        def permission_policy(self) -> NobodyAdds:
            return NobodyAdds(self.model)
