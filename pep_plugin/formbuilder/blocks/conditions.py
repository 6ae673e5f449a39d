"""When a question is asked, or required: lines to choose from, joined by all or any."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from pep_plugin.formbuilder.blocks.hidden import HiddenBlock
from pep_plugin.formbuilder.blocks.lists import HOW, JOINED, question_choices
from pep_plugin.sections.conditions import COMPARISONS


class LineBlock(blocks.StructBlock):
    """One line: the answer to this question is that."""

    path = blocks.ChoiceBlock(choices=question_choices, label=_("Question"))
    how = blocks.ChoiceBlock(choices=HOW, default="is", label=_("How"))
    answers = blocks.ListBlock(
        blocks.CharBlock(max_length=120, label=_("Answer")),
        default=[],
        label=_("Answers"),
        help_text=_("Codes of options, or “yes” and “no”. Any of them counts."),
    )
    number = blocks.CharBlock(required=False, max_length=20, label=_("Number"))

    class Meta:
        icon = "decisions"
        label = _("Line")
        label_format = "{path}"

    def clean(self, value: Any) -> Any:
        """A comparison needs its number, and “is” its answers."""
        cleaned = super().clean(value)
        how = cleaned["how"]
        if how in ("is", "is_not") and not list(cleaned["answers"]):
            message = ValidationError(_t("Add the answer that it is compared with."))
            raise blocks.StructBlockValidationError({"answers": message})
        if how in COMPARISONS and not _is_number(cleaned["number"]):
            message = ValidationError(_t("Enter the number that it is compared with."))
            raise blocks.StructBlockValidationError({"number": message})
        return cleaned


def _is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True


class ConditionBlock(blocks.StructBlock):
    """Lines, or, where lines cannot say it, the condition as it was shipped."""

    joined = blocks.ChoiceBlock(choices=JOINED, default="all", label=_("When"))
    lines = blocks.ListBlock(LineBlock(), default=[], label=_("Lines"))
    further = HiddenBlock()

    class Meta:
        icon = "decisions"
        label = _("Condition")


class ConditionsBlock(blocks.StreamBlock):
    """No condition, or one."""

    condition = ConditionBlock()

    class Meta:
        max_num = 1
        required = False
