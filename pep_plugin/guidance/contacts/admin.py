"""Contact cards in Wagtail's admin."""

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.snippets.views.snippets import SnippetViewSet

from pep_plugin.guidance.contacts.models import ContactCard
from pep_plugin.library.sorting import PHASES


class ContactCardForm(WagtailAdminModelForm):
    """Phases as boxes to tick; none ticked means every phase."""

    phases = forms.MultipleChoiceField(
        choices=PHASES,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        label=_("Phases"),
        help_text=_("Leave all empty for every phase."),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial["phases"] = self.instance.phase_keys

    def clean_phases(self) -> str:
        return ",".join(self.cleaned_data["phases"])


ContactCard.base_form_class = ContactCardForm


class ContactCardViewSet(SnippetViewSet):
    """A list in the order of the public page."""

    model = ContactCard
    icon = "user"
    menu_label = _("Contact cards")
    list_display = ["name", "job_title", "telephone", "email"]
    list_export: list[str] = []
    search_fields = ["name", "job_title"]
    copy_view_enabled = False
