"""What a guidance page is built of. Every block says something without a picture or a script."""

from typing import Any

from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from pep_plugin.guidance.dates import year_at_a_glance
from pep_plugin.library.blocks import DownloadsBlock
from pep_plugin.library.mixins import RICH_TEXT

TONES = [
    ("brand", _("Plain")),
    ("warm", _("Warm")),
    ("child", _("The child's voice")),
    ("wait", _("Take care")),
]


class StartBlock(blocks.StructBlock):
    """The button that opens the wizard, and a line on who it is for."""

    label = blocks.CharBlock(max_length=60, default="Start or continue a PEP")
    note = blocks.CharBlock(
        required=False,
        max_length=160,
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


class PersonBlock(blocks.StructBlock):
    """One person at the table, and why they are there."""

    who = blocks.CharBlock(max_length=80, label=_("Who"))
    part = blocks.CharBlock(max_length=200, required=False, label=_("Their part"))


class AttendsBlock(blocks.StructBlock):
    """Who comes to the meeting."""

    heading = blocks.CharBlock(max_length=80, default="Who comes to the meeting")
    intro = blocks.TextBlock(required=False, rows=2, label=_("Introduction"))
    people = blocks.ListBlock(PersonBlock(), label=_("People"))

    class Meta:
        icon = "group"
        label = _("Who attends")
        template = "pep_plugin/guidance/attends.html"


class IncludesBlock(blocks.StructBlock):
    """What the plan includes, as a list of short lines."""

    heading = blocks.CharBlock(max_length=80, default="What the plan includes")
    intro = blocks.TextBlock(required=False, rows=2, label=_("Introduction"))
    items = blocks.ListBlock(blocks.CharBlock(max_length=160), label=_("Lines"))

    class Meta:
        icon = "list-ul"
        label = _("What the PEP includes")
        template = "pep_plugin/guidance/includes.html"


class StepsBlock(blocks.StructBlock):
    """What happens, in order."""

    heading = blocks.CharBlock(max_length=80, label=_("Heading"))
    steps = blocks.ListBlock(
        blocks.StructBlock(
            [
                ("title", blocks.CharBlock(max_length=80, label=_("Title"))),
                ("text", blocks.TextBlock(required=False, rows=2, label=_("Text"))),
            ]
        ),
        label=_("Steps"),
    )

    class Meta:
        icon = "list-ol"
        label = _("Steps")
        template = "pep_plugin/guidance/steps.html"


class CalloutBlock(blocks.StructBlock):
    """A few words that must not be missed."""

    heading = blocks.CharBlock(max_length=80, required=False, label=_("Heading"))
    text = blocks.RichTextBlock(features=["bold", "link"], label=_("Text"))
    tone = blocks.ChoiceBlock(choices=TONES, default="brand", label=_("Tone"))

    class Meta:
        icon = "help"
        label = _("Callout")
        template = "pep_plugin/guidance/callout.html"


class QuestionBlock(blocks.StructBlock):
    """A question that opens to its answer."""

    question = blocks.CharBlock(max_length=120, label=_("Question"))
    answer = blocks.RichTextBlock(features=RICH_TEXT, label=_("Answer"))

    class Meta:
        icon = "help"
        label = _("Question and answer")
        template = "pep_plugin/guidance/question.html"


class DatesBlock(blocks.StructBlock):
    """The terms of this academic year with their last days to send, read from the terms."""

    heading = blocks.CharBlock(max_length=80, default="The year at a glance")
    note = blocks.CharBlock(
        max_length=160,
        required=False,
        default="Each PEP reaches the Virtual School by these dates",
    )

    class Meta:
        icon = "date"
        label = _("Dates of the year")
        template = "pep_plugin/guidance/dates.html"

    def get_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        """``terms`` is empty where none is entered: the page then says whom to ask."""
        context = super().get_context(value, parent_context=parent_context)
        context["terms"] = year_at_a_glance()
        return context


class ContactBlock(blocks.StructBlock):
    """How to reach the team, from the installation's own settings."""

    heading = blocks.CharBlock(max_length=80, default="Ask the Virtual School")
    text = blocks.CharBlock(max_length=200, required=False, label=_("Text"))

    class Meta:
        icon = "mail"
        label = _("Contact")
        template = "pep_plugin/guidance/contact.html"


class GuidanceBlocks(blocks.StreamBlock):
    """Everything that may stand on a guidance page."""

    text = blocks.StructBlock(
        [
            ("heading", blocks.CharBlock(max_length=80, required=False, label=_("Heading"))),
            ("text", blocks.RichTextBlock(features=RICH_TEXT, label=_("Text"))),
        ],
        icon="pilcrow",
        label=_("Text"),
        template="pep_plugin/guidance/text.html",
    )
    start = StartBlock()
    attends = AttendsBlock()
    includes = IncludesBlock()
    steps = StepsBlock()
    callout = CalloutBlock()
    dates = DatesBlock()
    downloads = DownloadsBlock()
    question = QuestionBlock()
    contact = ContactBlock()
