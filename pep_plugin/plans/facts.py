"""Facts: rows of tables that feed reports and next term, projected from a submission."""

from typing import Any

from pep_plugin.plans.models import Fact, Submission
from pep_plugin.plans.models.fact import fact_id
from pep_plugin.sections import kinds
from pep_plugin.sections.answers import cell_value
from pep_plugin.sections.kinds.tables import TableKind


def project(submission: Submission) -> list[Fact]:
    """Upsert the facts of a plan from a submission; what it no longer holds is marked dropped.

    Never deletes: what people did about a fact afterwards points at it.
    """
    found: list[Fact] = []
    for path, section, question in submission.form.paths():
        kind = kinds.get(question.kind)
        if not question.feeds or question.table is None or not isinstance(kind, TableKind):
            continue
        answer = submission.answers.get(section.key, {}).get(question.key, {})
        for order, (row_id, _label, cells) in enumerate(kind.rows(answer.get("value"), question)):
            data: dict[str, Any] = {
                column.key: value
                for column in question.table.columns
                if (value := cell_value(column, cells)) is not None
            }
            if not data:
                continue
            found.append(
                Fact(
                    id=fact_id(submission.plan_id, path, row_id),
                    plan_id=submission.plan_id,
                    submission=submission,
                    table=question.feeds,
                    path=path,
                    row_id=row_id,
                    order=order,
                    data=data,
                    is_dropped=False,
                )
            )
    Fact.objects.bulk_create(
        found,
        update_conflicts=True,
        unique_fields=["id"],
        update_fields=["submission", "order", "data", "is_dropped", "path"],
    )
    Fact.objects.filter(plan_id=submission.plan_id).exclude(
        pk__in=[fact.pk for fact in found]
    ).update(is_dropped=True)
    return found
