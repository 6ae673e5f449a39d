"""What somebody on a link adds to a table: the cells that are asked of them, and nothing beside."""

from __future__ import annotations

import copy

from pep_plugin import access
from pep_plugin.plans.reading import OpenPlan
from pep_plugin.sections.answers import Answer
from pep_plugin.sections.schema import Question, Section


def own_part(
    opened: OpenPlan,
    section: Section,
    question: Question,
    stored: Answer | None,
    posted: Answer | None,
) -> Answer | None:
    """The answer to save: what stands, with this person's own cells put in.

    A question that is theirs as a whole is taken as it is. In a table of others only the rows that
    stand there keep their cells; no row is added and none is taken away.
    """
    if question.table is None or access.owns(opened.roles, section, question):
        return posted
    columns = opened.own_columns(section, question)
    sent = {row["id"]: row["cells"] for row in (posted or {}).get("value") or []}
    kept = copy.deepcopy(stored)
    for row in (kept or {}).get("value") or []:
        for key in columns & sent.get(row["id"], {}).keys():
            row["cells"][key] = sent[row["id"]][key]
    return kept
