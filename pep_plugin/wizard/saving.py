"""A page's answers to the plan, each from the revision it was drawn from."""

from collections.abc import Mapping
from dataclasses import dataclass

from pep_plugin.plans.actions import save_answers
from pep_plugin.plans.merge import Conflict
from pep_plugin.plans.reading import OpenPlan
from pep_plugin.sections.answers import Answer


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a page. ``revision``: of the section, now that it is saved."""

    revision: int
    changed: tuple[str, ...]
    conflicts: tuple[Conflict, ...]
    hidden: tuple[str, ...]


def save_page(
    opened: OpenPlan,
    section: str,
    posted: Mapping[str, Answer | None],
    bases: Mapping[str, int],
    *,
    source: str = "wizard",
    confirms: bool = False,
) -> Outcome:
    """Save the answers; those that autosave has moved on have a later base than the rest.

    ``confirms``: somebody looked at the whole page and went on, so what came from the last plan
    and was left as it is, is still right.

    Raises what ``save_answers`` raises.
    """
    revision = opened.revisions.get(section, 0)
    changed: list[str] = []
    conflicts: list[Conflict] = []
    hidden: list[str] = []
    for base in sorted({bases[key] for key in posted}):
        saved = save_answers(
            actor=opened.actor,
            plan_id=opened.plan.pk,
            section=section,
            posted={key: answer for key, answer in posted.items() if bases[key] == base},
            base_revision=base,
            source=source,
            opened=opened,
            confirmed=posted.keys() if confirms else (),
        )
        revision = saved.revision
        changed += saved.changed
        conflicts += saved.conflicts
        hidden += saved.hidden
    return Outcome(revision, tuple(changed), tuple(conflicts), tuple(hidden))
