"""Terms, plans, what is being typed, and what was sent."""

from pep_plugin.plans.models.attachment import Attachment
from pep_plugin.plans.models.fact import Fact
from pep_plugin.plans.models.plan import Plan, Term
from pep_plugin.plans.models.removal import RemovalRequest
from pep_plugin.plans.models.saved import SectionAnswers, SectionHistory
from pep_plugin.plans.models.submission import Submission
from pep_plugin.plans.models.together import Ask, Presence

__all__ = [
    "Ask",
    "Attachment",
    "Fact",
    "Plan",
    "Presence",
    "RemovalRequest",
    "SectionAnswers",
    "SectionHistory",
    "Submission",
    "Term",
]
