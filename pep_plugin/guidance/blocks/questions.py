"""Questions that open to their answers, without a script."""

from typing import Any

from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from pep_plugin.library.mixins import RICH_TEXT


def asked(value: Any) -> list[str]:
    """The questions of a block, in order: of a single one, or of a group."""
    group = value.get("questions")
    found = [one.get("question") for one in group] if group is not None else [value["question"]]
    return [str(question or "") for question in found]


def with_anchors(value: Any, parent_context: Any) -> list[tuple[str, Any]]:
    """Each question with its address, which the page made unlike any other on it."""
    placed = (parent_context or {}).get("one")
    anchors = getattr(placed, "anchors", ()) or [f"q-{slugify(words)}" for words in asked(value)]
    ones = value["questions"] if value.get("questions") is not None else [value]
    return [(anchor, one) for anchor, one in zip(anchors, ones, strict=False) if one["question"]]


class QuestionBlock(blocks.StructBlock):
    """A question that opens to its answer."""

    question = blocks.CharBlock(max_length=120, label=_("Question"))
    answer = blocks.RichTextBlock(features=RICH_TEXT, label=_("Answer"))

    def get_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        """``questions``: this one, with its address."""
        context = super().get_context(value, parent_context=parent_context)
        context["questions"] = with_anchors(value, parent_context)
        return context

    class Meta:
        icon = "help"
        label = _("Question and answer")
        description = _("One question that opens when somebody clicks it.")
        template = "pep_plugin/guidance/question.html"


class FaqBlock(blocks.StructBlock):
    """A group of questions. Each has an address of its own on the page."""

    heading = blocks.CharBlock(max_length=80, required=False, label=_("Heading"))
    questions = blocks.ListBlock(
        blocks.StructBlock(
            [
                (
                    "question",
                    blocks.CharBlock(
                        max_length=120,
                        label=_("Question"),
                        help_text=_("As somebody would ask it, with a question mark."),
                    ),
                ),
                ("answer", blocks.RichTextBlock(features=RICH_TEXT, label=_("Answer"))),
            ]
        ),
        max_num=40,
        label=_("Questions"),
    )

    def is_empty(self, value: Any) -> bool:
        """A heading without a question under it is left out."""
        return not any(asked(value))

    def get_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        """``questions``: those that say something, each with its address."""
        context = super().get_context(value, parent_context=parent_context)
        context["questions"] = with_anchors(value, parent_context)
        return context

    class Meta:
        icon = "list-ul"
        label = _("Questions and answers")
        description = _("A group of questions under one heading; each can be linked to.")
        template = "pep_plugin/guidance/faq.html"
