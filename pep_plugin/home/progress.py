"""How far the plans on one page of a list are: whose sections are still to do."""

import uuid
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from pep_plugin.conf import local
from pep_plugin.formversions.effective import effective
from pep_plugin.formversions.models import FormVersion
from pep_plugin.people.models import Enrolment
from pep_plugin.plans import head as heads
from pep_plugin.plans.models import Plan, SectionAnswers
from pep_plugin.sections import roles as role_keys
from pep_plugin.sections.answers import Answer, Asked


@dataclass(frozen=True, slots=True)
class Progress:
    """``mine``: how many sections are the asker's; ``to_do``: of these, how many lack something.

    ``waiting_for``: role keys of others whose sections lack something, in form order.
    """

    mine: int
    to_do: int
    waiting_for: tuple[str, ...]


def owned(post_roles: Collection[str]) -> frozenset[str]:
    """Role keys whose sections are somebody's own: their posts, and those they stand in for."""
    return role_keys.with_those_stood_in_for(post_roles)


def progress_of(
    plans: Sequence[Plan],
    enrolments: Mapping[uuid.UUID, Enrolment],
    mine: Collection[str],
) -> dict[uuid.UUID, Progress]:
    """Plan id -> progress. Four queries, however many plans there are."""
    if not plans:
        return {}
    answers: dict[uuid.UUID, dict[str, dict[str, Answer]]] = {plan.pk: {} for plan in plans}
    rows = SectionAnswers.objects.filter(plan__in=answers)
    for plan_id, section, data in rows.values_list("plan_id", "section", "data"):
        answers[plan_id][section] = data
    versions = FormVersion.objects.in_bulk({plan.form_version_id for plan in plans})
    form_keys = {version.form_key for version in versions.values()}
    newest = FormVersion.objects.newest().filter(form_key__in=form_keys)
    live = {version.form_key: version for version in newest}
    found = {}
    for plan in plans:
        version = versions[plan.form_version_id]
        # The version is shared: reading it for every plan would read the whole form every time.
        plan.form_version = version
        context = heads.context(plan, enrolments.get(plan.child_id), local(plan.started_at).date())
        form = effective(version, live[version.form_key])
        found[plan.pk] = _progress(Asked(form, answers[plan.pk], context), mine)
    return found


def _progress(asked: Asked, mine: Collection[str]) -> Progress:
    own = to_do = 0
    waiting: dict[str, None] = {}
    for section in asked.sections():
        is_mine = section.owner_role in mine
        own += is_mine
        if asked.gaps(section):
            to_do += is_mine
            if not is_mine:
                waiting[section.owner_role] = None
    return Progress(own, to_do, tuple(waiting))
