"""A section's answers as they once stood, out of the history that keeps every change."""

import uuid

from pep_plugin.plans.models import SectionHistory
from pep_plugin.sections.answers import Answer


def answers_at(plan_id: uuid.UUID, section: str, revision: int) -> dict[str, Answer]:
    """Question key -> answer, as a page showed them that was drawn from that revision."""
    answers: dict[str, Answer] = {}
    history = SectionHistory.objects.filter(
        plan_id=plan_id, section=section, revision__lte=revision
    )
    for changes in history.order_by("revision").values_list("changes", flat=True):
        for key, answer in changes.items():
            if answer is None:
                answers.pop(key, None)
            else:
                answers[key] = answer
    return answers
