"""Who may read and who may write an answer, by its section, its question and itself."""

from collections.abc import Collection, Iterable

from pep_plugin.sections.answers import Answer
from pep_plugin.sections.roles import VIRTUAL_SCHOOL
from pep_plugin.sections.schema import Form, Question, Section


def may_read(roles: Collection[str], readers: Iterable[Collection[str]]) -> bool:
    """Every list of readers must allow it; an empty list allows whoever may see the plan."""
    return all(not allowed or not set(allowed).isdisjoint(roles) for allowed in readers)


def readable(
    roles: Collection[str], section: Section, question: Question, answer: Answer | None
) -> bool:
    """Whether an answer may be read: section, question, when it was typed, and its own readers."""
    own = answer or {}
    return may_read(
        roles,
        (section.readers, question.readers, own.get("readers_then", ()), own.get("readers", ())),
    )


def may_write(roles: Collection[str], section: Section) -> bool:
    """The owner, those named beside, and the Virtual School, which fills in where nobody is."""
    writers = {section.owner_role, *section.also} | VIRTUAL_SCHOOL
    return not writers.isdisjoint(roles) and may_read(roles, (section.readers,))


def owns(roles: Collection[str], section: Section, question: Question) -> bool:
    """Whether a question, or a table's column, is asked of one of these roles itself.

    Somebody on a link writes what is asked of them and nothing beside it.
    """
    return (question.owner_role or section.owner_role) in roles


def person_key(person_id: object) -> str:
    """How one person stands among an answer's own readers, beside role keys."""
    return f"person:{person_id}"


def readers_now(form: Form, path: str) -> list[str]:
    """The readers in force for a question, as they are stored beside an answer when it is typed."""
    section = form.section(path.partition(".")[0])
    question = form.question(path)
    if section.readers and question.readers:
        return [role for role in question.readers if role in section.readers] or ["nobody"]
    return list(question.readers or section.readers)
