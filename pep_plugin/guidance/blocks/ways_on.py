"""The ways on from a page: into the wizard, and to a person."""

from typing import Any

from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.snippets.blocks import SnippetChooserBlock


class StartBlock(blocks.StructBlock):
    """The button that opens the wizard, and a line on who it is for."""

    label = blocks.CharBlock(
        max_length=60, default="Start or continue a PEP", label=_("Words on the button")
    )
    note = blocks.CharBlock(
        required=False,
        max_length=160,
        label=_("Note beside it"),
        default="For schools and social workers. You will be asked to sign in.",
    )
    address = blocks.URLBlock(
        required=False,
        label=_("Address of the private site"),
        help_text=_("Only where the wizard runs under another host name than this page."),
    )

    class Meta:
        icon = "arrow-right"
        label = _("Start button")
        description = _("Opens the wizard, where schools and social workers fill in a PEP.")
        template = "pep_plugin/guidance/start.html"

    def get_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        """``start_url`` is empty where nobody could start a plan: the button is then left out."""
        context = super().get_context(value, parent_context=parent_context)
        context["start_url"] = value.get("address") or _wizard_address()
        return context


def _wizard_address() -> str:
    try:
        return reverse("pep_plugin:home")
    except NoReverseMatch:
        return ""


class ContactBlock(blocks.StructBlock):
    """How to reach the team, from the installation's own settings."""

    heading = blocks.CharBlock(max_length=80, default="Ask the Virtual School")
    text = blocks.CharBlock(max_length=200, required=False, label=_("Text"))

    class Meta:
        icon = "mail"
        label = _("Contact")
        description = _("The team's telephone number and e-mail address, from the settings.")
        template = "pep_plugin/guidance/contact.html"


class ContactCardBlock(blocks.StructBlock):
    """One person of the team. Their card is kept in one place and stands on many pages."""

    card = SnippetChooserBlock(
        "pep_plugin.ContactCard",
        label=_("Contact card"),
        help_text=_("Change the card under PEP website, and every page that shows it changes."),
    )

    class Meta:
        icon = "user"
        label = _("Contact card")
        description = _("One person of the team, and how to reach them.")
        template = "pep_plugin/guidance/contact_card.html"
