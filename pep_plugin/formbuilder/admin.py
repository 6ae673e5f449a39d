"""Forms and their sections in the Wagtail admin: one section is edited at a time."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, HelpPanel, InlinePanel, MultiFieldPanel
from wagtail.admin.ui.tables import Column
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from pep_plugin.formbuilder.hooks import ImportFormMenuItem, PublishFormsMenuItem, hook_in
from pep_plugin.formbuilder.models import PEPForm, PEPSection
from pep_plugin.formbuilder.permission import DraftsOnly
from pep_plugin.formbuilder.upgrade_panel import UpgradePanel
from pep_plugin.sections import roles


def _people(label: Any, help_text: Any) -> forms.MultipleChoiceField:
    return forms.MultipleChoiceField(
        choices=list(roles.LABELS.items()),
        required=False,
        label=label,
        help_text=help_text,
        widget=forms.CheckboxSelectMultiple,
    )


def _forms_of(section: PEPSection) -> str:
    """The forms that ask it, by their keys."""
    keys = section.places.values_list("form__key", flat=True).order_by("form__key")
    return ", ".join(key.replace("-", " ") for key in keys)


class SectionForm(WagtailAdminModelForm):
    """A section, with the people of it as boxes to tick."""

    also = _people(
        _("Who may write in it too"), _("Beside whoever fills it in, and the Virtual School.")
    )
    readers = _people(_("Who may read it"), _("None chosen: everybody who may see the plan."))


class SectionViewSet(SnippetViewSet):
    """A section and its questions. What is seldom changed stands last and closed."""

    model = PEPSection
    # Wagtail 7.4 asks here; 8.0 was told when the app got ready.
    permission_policy = DraftsOnly(PEPSection)
    icon = "list-ul"
    menu_label = _("Sections")
    add_to_admin_menu = False
    copy_view_enabled = False
    list_display = ["__str__", Column("forms", label=_("Forms"), accessor=_forms_of), "owner_role"]
    list_export: list[str] = []
    search_fields = ["title", "key"]
    panels = [
        UpgradePanel(),
        FieldPanel("title"),
        FieldPanel("intro"),
        FieldPanel("questions"),
        MultiFieldPanel(
            [
                FieldPanel("owner_role"),
                FieldPanel("also"),
                FieldPanel("readers"),
                FieldPanel("applies"),
            ],
            heading=_("Who fills it in, who reads it, when it is asked"),
            classname="collapsed",
        ),
        MultiFieldPanel(
            [
                HelpPanel(_("Chosen when the section is made, and kept for good.")),
                FieldPanel("key"),
                FieldPanel("variant"),
            ],
            heading=_("Key"),
            classname="collapsed",
        ),
    ]

    def get_edit_handler(self) -> Any:
        """Wagtail's, with our form beneath."""
        handler = super().get_edit_handler()
        handler.base_form_class = SectionForm
        return handler


class FormViewSet(SnippetViewSet):
    """A form: its title and its sections, in order."""

    model = PEPForm
    permission_policy = DraftsOnly(PEPForm)
    icon = "form"
    menu_label = _("Forms")
    add_to_admin_menu = False
    copy_view_enabled = False
    list_display = ["__str__", "phase"]
    list_export: list[str] = []
    panels = [
        FieldPanel("title"),
        FieldPanel("intro"),
        InlinePanel("placed", heading=_("Sections"), label=_("Section")),
        MultiFieldPanel(
            [
                HelpPanel(_("Chosen when the form is made, and kept for good.")),
                FieldPanel("key"),
                FieldPanel("phase"),
                FieldPanel("language"),
            ],
            heading=_("Key and phase"),
            classname="collapsed",
        ),
    ]


class FormEditor(SnippetViewSetGroup):
    """One entry of the menu: sections, forms, and the way to publish them."""

    items = (SectionViewSet, FormViewSet)
    menu_label = _("PEP forms")
    menu_icon = "form"
    menu_name = "pep-forms"
    menu_order = 240

    def get_submenu_items(self) -> list[Any]:
        """Publishing is shown to who may do it, though they edit nothing."""
        return [*super().get_submenu_items(), PublishFormsMenuItem(), ImportFormMenuItem()]


def register() -> None:
    """Called once, from the one file in which Wagtail looks for hooks."""
    register_snippet(FormEditor)
    hook_in()
