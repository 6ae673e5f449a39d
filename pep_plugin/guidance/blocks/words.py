"""Words in several tones: plain text, a callout, the law with its source."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from pep_plugin.library.mixins import RICH_TEXT

TONES = [
    ("brand", _("Plain")),
    ("warm", _("Warm")),
    ("child", _("The child's voice")),
    ("wait", _("Take care")),
]


class TextBlock(blocks.StructBlock):
    """Words under a heading."""

    heading = blocks.CharBlock(
        max_length=80,
        required=False,
        label=_("Heading"),
        help_text=_("Goes into the table of contents of a long page."),
    )
    text = blocks.RichTextBlock(features=RICH_TEXT, label=_("Text"))

    class Meta:
        icon = "pilcrow"
        label = _("Text")
        description = _("Words under a heading.")
        template = "pep_plugin/guidance/text.html"


class CalloutBlock(blocks.StructBlock):
    """A few words that must not be missed."""

    heading = blocks.CharBlock(max_length=80, required=False, label=_("Heading"))
    text = blocks.RichTextBlock(features=["bold", "link"], label=_("Text"))
    tone = blocks.ChoiceBlock(choices=TONES, default="brand", label=_("Tone"))

    class Meta:
        icon = "warning"
        label = _("Callout")
        description = _("A few words that must not be missed. One or two on a page are enough.")
        template = "pep_plugin/guidance/callout.html"


class StatutoryBlock(blocks.StructBlock):
    """What the law or the guidance asks, in our words, with the place where it stands."""

    text = blocks.RichTextBlock(features=["bold", "link"], label=_("What it asks"))
    source = blocks.CharBlock(
        max_length=200,
        label=_("Source"),
        help_text=_("For example: Children Act 1989, section 22(3A)."),
    )
    address = blocks.URLBlock(required=False, label=_("Address of the source"))
    checked_on = blocks.DateBlock(
        required=False,
        label=_("Checked on"),
        help_text=_("When somebody last read the source itself."),
    )

    class Meta:
        icon = "openquote"
        label = _("Statutory note")
        description = _("What the law asks, in your words, with the place where it stands.")
        template = "pep_plugin/guidance/statutory.html"
