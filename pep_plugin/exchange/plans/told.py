"""What each plan says: its newest submission, or what is being written when none was sent."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Any

from pep_plugin.access import Actor
from pep_plugin.exchange.limits import BATCH
from pep_plugin.formversions import cache
from pep_plugin.formversions.models import FormVersion
from pep_plugin.plans.models import Plan, Submission
from pep_plugin.plans.models.plan import PlanQuerySet
from pep_plugin.plans.reading import OpenPlan
from pep_plugin.sections.answers import Answers, Asked
from pep_plugin.sections.schema import Form


@dataclass(frozen=True, slots=True)
class Told:
    """One plan as it is told. ``number`` is the submission's, 0 for a plan in writing."""

    plan: Plan
    form: Form
    answers: Answers
    context: Mapping[str, Any]
    head: Mapping[str, Any]
    number: int = 0

    def asked(self) -> Asked:
        return Asked(self.form, self.answers, self.context)


class Telling:
    """Plans in batches, so that memory does not grow with their number."""

    def __init__(self, plans: PlanQuerySet, actor: Actor) -> None:
        self.actor = actor
        self.plans = plans.select_related("child", "term", "form_version", "previous")
        self._forms: dict[str, Form] = {}

    def forms(self) -> list[Form]:
        """Every form that one of the plans was asked, the oldest versions first."""
        sent = Submission.objects.filter(plan__in=self.plans.values("pk")).order_by()
        found: dict[tuple[str, int, str], Form] = {}
        for key, number, sha in sent.values_list(
            "plan__form_version__form_key", "plan__form_version__number", "form_sha256"
        ).distinct():
            data = sent.filter(form_sha256=sha).values_list("form_data", flat=True)[0]
            self._forms[sha] = found[(key, number, sha)] = cache.form(sha, data)
        for plan in self._one_in_writing_of_each_version():
            version = plan.form_version
            found[(version.form_key, version.number, "")] = plan.form()
        return [found[key] for key in sorted(found)]

    def live(self) -> list[Form]:
        """The forms of these plans as they are asked today."""
        keys = self.plans.order_by().values_list("form_version__form_key", flat=True).distinct()
        return [FormVersion.objects.live(key).form for key in keys]

    def _one_in_writing_of_each_version(self) -> list[Plan]:
        unsent = self.plans.filter(submissions=None)
        versions = unsent.order_by().values_list("form_version", flat=True).distinct()
        return [unsent.filter(form_version=version)[:1].get() for version in versions]

    def __iter__(self) -> Iterator[Told]:
        rest = self.plans.order_by("started_at", "pk").iterator(chunk_size=BATCH)
        while batch := list(islice(rest, BATCH)):
            newest = self._newest(batch)
            for plan in batch:
                sent = newest.get(plan.pk)
                yield self._sent(plan, sent) if sent else self._in_writing(plan)

    def _newest(self, batch: list[Plan]) -> dict[Any, Submission]:
        rows = Submission.objects.filter(plan__in=[plan.pk for plan in batch])
        # The form is the heaviest column and the same for a whole year: it is read once, by hash.
        light = rows.defer("form_data", "digests").order_by("number")
        return {row.plan_id: row for row in light}

    def _sent(self, plan: Plan, sent: Submission) -> Told:
        form = self._forms.get(sent.form_sha256)
        if form is None:
            form = self._forms[sent.form_sha256] = sent.form
        return Told(plan, form, sent.answers, sent.context, sent.head, sent.number)

    def _in_writing(self, plan: Plan) -> Told:
        opened = OpenPlan(plan, self.actor)
        return Told(plan, opened.form, opened.answers, opened.context, opened.head)
