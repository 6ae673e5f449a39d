"""The routine term as a scene: what stands in the records, and what others have filled in."""

import datetime

from django.utils import timezone

from pep_plugin.conf import today
from pep_plugin.people.models import Attendance, Enrolment
from pep_plugin.plans.actions import start_plan
from pep_plugin.plans.facts import project
from pep_plugin.plans.models import Plan, SectionAnswers, Submission, Term
from pep_plugin.plans.reading import open_plan
from pep_plugin.plans.terms import ensure_terms, term_for
from tests.factories import (
    InvolvementFactory,
    PersonFactory,
    PlanFactory,
    SubmissionFactory,
    born_for_year,
    live_primary,
)
from tests.sections.routine import Routine


def begin(scene):
    """Maya in Year 4: last term's PEP agreed, this term's just begun. ``scene.plan`` is it."""
    live_primary()
    ensure_terms()
    scene.child.date_of_birth = born_for_year(4)
    scene.child.save()
    Enrolment.objects.filter(child=scene.child).update(year_group="4")
    InvolvementFactory(child=scene.child, person=PersonFactory(name="Joyce Adeyemi"), carer=True)
    this = term_for(today())
    last = Term.objects.filter(starts__lt=this.starts).order_by("-starts").first()
    first = PlanFactory(child=scene.child, state="signed_off", term=last, sent_at=None)
    sent = SubmissionFactory(plan=first, answers=_answers(scene, last))
    Plan.objects.filter(pk=first.pk).update(sent_at=timezone.now())
    project(Submission.objects.get(pk=sent.pk))
    for year, term in (
        (this.academic_year, this.key),
        (this.academic_year, ""),
        (this.academic_year - 1, ""),
    ):
        Attendance.objects.create(
            child=scene.child,
            academic_year=year,
            term=term,
            possible=112,
            attended=108,
            authorised=4,
        )
    scene.__dict__["plan"] = start_plan(actor=scene.actor("designated_teacher"), child=scene.child)
    return scene


def _answers(scene, term):
    """Everything that was sent last term, each answer of a person on a day of it."""
    given = Routine("primary").given()
    day = (term.starts + datetime.timedelta(days=30)).isoformat()
    for answers in given.values():
        for answer in answers.values():
            answer.update(by=str(scene.designated_teacher.pk), at=f"{day}T10:00:00+00:00")
    return given


def others_have_done_theirs(scene):
    """The child, the carer and the social worker, and what of it came from last term."""
    opened = open_plan(scene.actor("vs_head"), scene.plan.pk)
    for section in opened.form.sections:
        mine = [
            question.key
            for question in section.questions
            if (question.owner_role or section.owner_role) == "designated_teacher"
        ]
        given = Routine("primary").given()[section.key]
        row, _made = SectionAnswers.objects.get_or_create(plan=scene.plan, section=section.key)
        if section.owner_role != "designated_teacher":
            row.data = {key: one for key, one in {**row.data, **given}.items() if key not in mine}
            row.save()
