"""What a guidance page is built of. Every block says something without a picture or a script."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from pep_plugin.guidance.blocks.meeting import AttendsBlock, IncludesBlock, StepsBlock
from pep_plugin.guidance.blocks.questions import FaqBlock, QuestionBlock
from pep_plugin.guidance.blocks.ways_on import ContactBlock, ContactCardBlock, StartBlock
from pep_plugin.guidance.blocks.words import CalloutBlock, StatutoryBlock, TextBlock
from pep_plugin.guidance.blocks.year import DatesBlock, TimelineBlock
from pep_plugin.library.blocks import DownloadsBlock, RelatedBlock

__all__ = ["GuidanceBlocks"]

_WORDS = _("Words")
_PLAN = _("The plan and the meeting")
_PEOPLE = _("People and dates")
_WAYS = _("Downloads and ways on")


class GuidanceBlocks(blocks.StreamBlock):
    """Everything that may stand on a guidance page."""

    text = TextBlock(group=_WORDS)
    callout = CalloutBlock(group=_WORDS)
    statutory = StatutoryBlock(group=_WORDS)
    question = QuestionBlock(group=_WORDS)
    faq = FaqBlock(group=_WORDS)
    attends = AttendsBlock(group=_PLAN)
    includes = IncludesBlock(group=_PLAN)
    steps = StepsBlock(group=_PLAN)
    dates = DatesBlock(group=_PEOPLE)
    timeline = TimelineBlock(group=_PEOPLE)
    contact = ContactBlock(group=_PEOPLE)
    contact_card = ContactCardBlock(group=_PEOPLE)
    start = StartBlock(group=_WAYS)
    downloads = DownloadsBlock(group=_WAYS)
    related = RelatedBlock(group=_WAYS)
