"""Which screens there are for this person now, and what comes before and after each."""

from pep_plugin.plans.reading import OpenPlan
from pep_plugin.sections.answers import Asked
from pep_plugin.sections.schema import Question, Section, Step


def questions_of(opened: OpenPlan, asked: Asked, step: Step) -> list[Question]:
    """The step's questions that are asked and that this person may read."""
    section = step.section
    return [
        question
        for question in step.questions
        if asked.is_asked(f"{section.key}.{question.key}") and opened.may_read(section, question)
    ]


def steps_of(opened: OpenPlan, asked: Asked, section: Section) -> list[Step]:
    """The section's screens that have something on them; pages all hidden are passed over."""
    if not asked.is_asked(section.key):
        return []
    return [step for step in section.steps() if questions_of(opened, asked, step)]


def neighbours(steps: list[Step], name: str) -> tuple[Step | None, Step | None]:
    """The screens before and after; "Add detail" pages lead back to the task list."""
    order = [step for step in steps if not step.is_detail]
    names = [step.name for step in order]
    if name not in names:
        return None, None
    at = names.index(name)
    return (order[at - 1] if at else None), (order[at + 1] if at + 1 < len(order) else None)
