"""Questions that open to their answers, without a script."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from pep_plugin.library.mixins import RICH_TEXT


class QuestionBlock(blocks.StructBlock):
    """A question that opens to its answer."""

    question = blocks.CharBlock(max_length=120, label=_("Question"))
    answer = blocks.RichTextBlock(features=RICH_TEXT, label=_("Answer"))

    class Meta:
        icon = "help"
        label = _("Question and answer")
        template = "pep_plugin/guidance/question.html"


class FaqBlock(blocks.StructBlock):
    """A group of questions. Each has an address of its own on the page."""

    heading = blocks.CharBlock(max_length=80, required=False, label=_("Heading"))
    questions = blocks.ListBlock(
        blocks.StructBlock(
            [
                ("question", blocks.CharBlock(max_length=120, label=_("Question"))),
                ("answer", blocks.RichTextBlock(features=RICH_TEXT, label=_("Answer"))),
            ]
        ),
        label=_("Questions"),
    )

    class Meta:
        icon = "help"
        label = _("Questions and answers")
        template = "pep_plugin/guidance/faq.html"
