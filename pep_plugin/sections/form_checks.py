"""What keeps a form from being published: sentences for its editor, each naming the place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pep_plugin.sections import condition_checks
from pep_plugin.sections.question_checks import KEY_LENGTH, keys, of_question, unknown_roles
from pep_plugin.sections.schema import Form, Section

__all__ = ["KEY_LENGTH", "Problem", "located", "problems"]

#: As long as the column of a published version that holds it.
TITLE_LENGTH = 200


@dataclass(frozen=True, slots=True)
class Problem:
    """One sentence and where it belongs: keys, "" where it is of the form or section as a whole."""

    section: str
    question: str
    sentence: str

    def __str__(self) -> str:
        """The sentence for a reader who has no link to the place: a question's path before it."""
        place = f"{self.section}.{self.question}: " if self.question else ""
        return f"{place}{self.sentence}"


def problems(form: Form) -> list[str]:
    """Every problem of the form in words; none means that it may be published."""
    return [str(problem) for problem in located(form)]


def located(form: Form) -> list[Problem]:
    """Every problem of the form with its place: the form, its sections, its questions."""
    found = [Problem("", "", sentence) for sentence in _form(form)]
    for section in form.sections:
        found += [Problem(section.key, "", sentence) for sentence in _section(section)]
    for _path, section, question in form.paths():
        sentences = of_question(form, section, question)
        found += [Problem(section.key, question.key, sentence) for sentence in sentences]
    found += [Problem(*place) for place in condition_checks.problems(form)]
    return found + [Problem("", "", sentence) for sentence in _steps(form)]


def _form(form: Form) -> Iterator[str]:
    yield from keys("The form", [section.key for section in form.sections])
    if not form.sections:
        yield "The form has no sections."
    if not form.title.strip():
        yield "The form has no title."
    if len(form.title) > TITLE_LENGTH:
        yield f"The title has {len(form.title):,} characters; at most {TITLE_LENGTH} are shown."


def _section(section: Section) -> Iterator[str]:
    yield from keys(f"Section “{section.key}”", [q.key for q in section.questions])
    if not section.questions:
        yield f"Section “{section.key}” asks nothing."
    if not section.title.strip():
        yield f"Section “{section.key}” has no title."
    if len(section.title) > TITLE_LENGTH:
        yield f"The title has {len(section.title):,} characters; at most {TITLE_LENGTH} are shown."
    for sentence in unknown_roles((section.owner_role, *section.also, *section.readers)):
        yield f"Section “{section.key}”: {sentence}"


def _steps(form: Form) -> Iterator[str]:
    names = [step.name for step in form.steps()]
    for name in dict.fromkeys(names):
        if names.count(name) > 1:
            yield f"Two screens would have the address “{name}”."
