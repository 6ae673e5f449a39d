"""The words of a telling, as the child sent them."""

from __future__ import annotations

from dataclasses import dataclass

from pep_plugin.entry.around import row_words
from pep_plugin.plans.models import SectionHistory
from pep_plugin.sections import answers as answers_of
from pep_plugin.sections.answers import Answer
from pep_plugin.sections.schema import Form, Question
from pep_plugin.voice.models import Telling


@dataclass(frozen=True, slots=True)
class Words:
    """One question and what the child said to it. ``lines``: (label, text); a table has several."""

    path: str
    label: str
    lines: tuple[tuple[str, str], ...]


def words_of(telling: Telling) -> list[Words]:
    """In the order of the form. What was taken out of the record since says so.

    They are read from the history of what was sent: a colleague who has changed the answer in the
    meantime must not have changed what the child told. Whom the child named as readers does not
    matter here: the words are for whoever opens them.
    """
    form = telling.plan.form()
    sent = _sent(telling)
    found = []
    for path, _section, question in form.paths():
        if path in telling.paths and path in sent:
            lines = tuple(_lines(question, sent[path]))
            if lines:
                found.append(Words(path, question.label, lines))
    return found


def labels_of(form: Form, paths: list[str]) -> list[str]:
    """The questions' labels in the form's order, for where no words may stand."""
    return [question.label for path, _section, question in form.paths() if path in paths]


def _sent(telling: Telling) -> dict[str, Answer]:
    """Path -> the newest answer from the child's page, not younger than this telling."""
    found: dict[str, Answer] = {}
    saved = SectionHistory.objects.filter(
        plan=telling.plan_id,
        section__in={path.partition(".")[0] for path in telling.paths},
        source=SectionHistory.Source.VOICE,
        at__lte=telling.sent_at,
    )
    for section, changes in saved.order_by("revision").values_list("section", "changes"):
        found |= {f"{section}.{key}": answer for key, answer in changes.items() if answer}
    return found


def _lines(question: Question, answer: Answer) -> list[tuple[str, str]]:
    if question.table is None:
        text = answers_of.as_text(question, answer)
        return [("", text)] if text else []
    own = {column.key for column in question.table.columns if column.owner_role}
    about = {row["id"]: row_words(question, row["cells"]) for row in answer.get("value") or ()}
    return [
        (
            f"{about.get(row_id) or label}: {column.label}",
            answers_of.cell_text(column, {column.key: cell}),
        )
        for row_id, label, column, cell in answers_of.cells(question, answer)
        if not own or column.key in own
    ]
