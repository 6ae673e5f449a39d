"""What became of each child's PEPs: the real actions, done on the days on which they were done."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, replace

from pep_plugin.access import Actor
from pep_plugin.access.actions.mark_adopted import mark_adopted
from pep_plugin.conf import local, today
from pep_plugin.management.fictional import staff, travel
from pep_plugin.management.fictional.answers import section_answers
from pep_plugin.management.fictional.children import Portrait
from pep_plugin.management.fictional.identity import chance, reference
from pep_plugin.management.fictional.scene import Scene
from pep_plugin.management.fictional.words import AGREED, RETURNED
from pep_plugin.people.models import Child, Enrolment, Involvement, Person
from pep_plugin.plans import tokens
from pep_plugin.plans.actions import (
    agree_plan,
    return_plan,
    save_answers,
    send_plan,
    start_plan,
    withdraw_plan,
)
from pep_plugin.plans.models import Plan, Term
from pep_plugin.plans.owners import owners_of
from pep_plugin.plans.reading import OpenPlan, open_plan
from pep_plugin.plans.terms import term_for
from pep_plugin.sections import roles
from pep_plugin.sections.answers import Answer, Asked
from pep_plugin.sections.schema import Section

#: The order in which people fill in a plan; an unfinished one has the first of these.
ORDER = (
    "plan", "care", "child", "contacts", "restrictions", "education_work", "views", "school",
    "attendance", "support", "carer", "last_targets", "progress", "health_wellbeing", "parent",
    "beyond_class", "transition", "careers", "money", "pathway", "targets", "premium", "meeting",
    "sign_off",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Around:
    """Who acts for one child."""

    portrait: Portrait
    child: Child
    worker: Person
    teacher: Person
    adviser: Person
    head: Person

    def writer(self, section: Section) -> Actor:
        """Social care writes its own sections, the school all others."""
        is_care = section.owner_role in (roles.SOCIAL_WORKER, roles.CARER)
        return Actor.for_person(self.worker if is_care else self.teacher)


def play(around: Around) -> None:
    """Everything that has happened to the child's plans until today."""
    portrait = around.portrait
    term = term_for(today())
    earlier = Term.objects.filter(starts__lt=term.starts).order_by("-starts")[: portrait.past]
    late = portrait.stands == "late"
    for number, past in enumerate(reversed(earlier)):
        is_last = number == portrait.past - 1
        _past_term(around, past, is_first=number == 0, is_left_unfinished=late and is_last)
    kind, _space, much = portrait.stands.partition(" ")
    stage = STAGES.get(kind)
    if stage is not None:
        stage(around, term, much)


def _past_term(around: Around, term: Term, *, is_first: bool, is_left_unfinished: bool) -> None:
    """A first one follows on coming into care, when that was in this term."""
    came = around.child.looked_after_since
    is_new = is_first and term.starts <= came <= term.ends
    begun = (
        came + datetime.timedelta(days=4) if is_new else term.starts + datetime.timedelta(days=9)
    )
    meeting = begun + datetime.timedelta(days=14 if is_new else 41)
    around = replace(around, teacher=_teacher_on(begun, around))
    plan = _begin(around, term, begun, kind="initial" if is_new else "termly")
    _fill(around, plan, meeting, share=55 if is_left_unfinished else 100)
    if not is_left_unfinished:
        _send(around, plan, meeting + datetime.timedelta(days=3))
        _agree(around, plan, meeting + datetime.timedelta(days=11))


def _teacher_on(day: datetime.date, around: Around) -> Person:
    """Who led at the school of that day: some have moved up from a primary school since."""
    with travel.on(day, 9, 20):
        then = Enrolment.objects.current().filter(child=around.child, is_main=True)
        school = then.values_list("school__name", flat=True).first()
    if school is None or school == around.portrait.school:
        return around.teacher
    return Person.objects.get(name=staff.teacher_of(school))


def _days_ago(term: Term, days: int) -> datetime.date:
    """So many days ago, but within the term when it has begun."""
    day = today() - datetime.timedelta(days=days)
    return max(day, term.starts) if term.starts <= today() else day


def _begin(around: Around, term: Term, day: datetime.date, kind: str | None = None) -> Plan:
    with travel.on(day, 9, 20):
        plan = start_plan(
            actor=Actor.for_person(around.worker), child=around.child, term=term, kind=kind
        )
        plan.reference = reference(f"{around.portrait.key} {term.academic_year} {term.key}")
        plan.save(update_fields=["reference"])
    return plan


def _fill(around: Around, plan: Plan, meeting: datetime.date, share: int = 100) -> None:
    """``share``: how many of a hundred parts are filled in; the next one is half done."""
    began = _begun_on(plan)
    scene = _scene(around, plan, meeting)
    keys = [key for key in ORDER if key in {s.key for s in plan.form().sections}]
    whole, rest = divmod(len(keys) * share, 100)
    days = max((min(meeting, today()) - began).days, 0)
    for number, key in enumerate(keys[: whole + bool(rest)]):
        day = began + datetime.timedelta(days=days * number // len(keys))
        with travel.on(day, 9 + number % 7, 7 * number % 60):
            _fill_section(around, scene, plan, key, is_half=number == whole)


def _begun_on(plan: Plan) -> datetime.date:
    return local(plan.started_at).date()


def _scene(around: Around, plan: Plan, meeting: datetime.date) -> Scene:
    names = owners_of(around.child, None, today()).by_role
    people = {role: found[0] for role, found in names.items()}
    people[roles.DESIGNATED_TEACHER] = around.teacher.name
    return Scene(
        portrait=around.portrait,
        key=f"{around.portrait.key} {plan.reference}",
        day=meeting,
        people=people,
        is_current=plan.term_id == term_for(today()).pk,
    )


def _fill_section(around: Around, scene: Scene, plan: Plan, key: str, *, is_half: bool) -> None:
    """Thought out twice before it is saved: an answer may show another question of the section."""
    section = plan.form().section(key)
    actor = around.writer(section)
    opened = open_plan(actor, plan.pk)
    answers = opened.answers
    given: dict[str, Answer] = {}
    for _time in range(2):
        mine = {**answers.get(key, {}), **given}
        asked = Asked(opened.form, {**answers, key: mine}, opened.context)
        given = section_answers(scene, section, asked)
    if is_half:
        given = dict(list(given.items())[: (len(given) + 1) // 2])
    # Who fills a section in to the end looks at what came from last term, too.
    posted: dict[str, Answer | None] = {**({} if is_half else answers.get(key, {})), **given}
    if posted:
        save_answers(
            actor=actor,
            plan_id=plan.pk,
            section=key,
            posted=posted,
            base_revision=opened.revisions.get(key, 0),
            opened=opened,
            confirmed=() if is_half else posted,
        )


def _send(around: Around, plan: Plan, day: datetime.date) -> None:
    actor = Actor.for_person(around.teacher)
    with travel.on(min(day, today()), 15, 40):
        opened: OpenPlan = open_plan(actor, plan.pk)
        send_plan(actor=actor, plan_id=plan.pk, token=tokens.make(actor, opened))


def _agree(around: Around, plan: Plan, day: datetime.date) -> None:
    with travel.on(min(day, today()), 11, 5):
        said = chance(f"said {plan.reference}").choice(AGREED).format(name=around.portrait.called)
        agree_plan(actor=Actor.for_person(around.adviser), plan_id=plan.pk, feedback=said)


# --- this term ---------------------------------------------------------------------------------


def _draft(around: Around, term: Term, share: str) -> None:
    plan = _begin(around, term, _days_ago(term, 16))
    _fill(around, plan, today() + datetime.timedelta(days=9), share=int(share))


def _ready(around: Around, term: Term, _much: str) -> None:
    plan = _begin(around, term, _days_ago(term, 21))
    _fill(around, plan, _days_ago(term, 2))


def _submitted(around: Around, term: Term, _much: str) -> Plan:
    days = chance(f"sent {around.portrait.key}").randrange(1, 12)
    meeting = _days_ago(term, days + 3)
    plan = _begin(around, term, _days_ago(term, days + 24))
    _fill(around, plan, meeting)
    _send(around, plan, _days_ago(term, days))
    return plan


def _returned(around: Around, term: Term, much: str) -> None:
    plan = _submitted(around, term, much)
    reason = chance(f"why {around.portrait.key}").choice(RETURNED)
    with travel.on(today(), 8, 50):
        return_plan(
            actor=Actor.for_person(around.adviser),
            plan_id=plan.pk,
            reason=reason.format(name=around.portrait.called),
        )


def _agreed(around: Around, term: Term, much: str) -> None:
    plan = _submitted(around, term, much)
    plan.refresh_from_db()
    sent = local(plan.sent_at).date() if plan.sent_at else today()
    _agree(around, plan, sent + datetime.timedelta(days=3))


def _overdue(around: Around, term: Term, _much: str) -> None:
    """A first plan that was begun when the child came, and never finished."""
    day = around.child.looked_after_since + datetime.timedelta(days=4)
    plan = _begin(around, term, day, kind="initial")
    _fill(around, plan, today() + datetime.timedelta(days=5), share=35)


def _first(around: Around, term: Term, what: str) -> None:
    day = around.child.looked_after_since + datetime.timedelta(days=3)
    plan = _begin(around, term, day, kind="initial")
    meeting = today() - datetime.timedelta(days=4)
    _fill(around, plan, meeting, share=100 if what == "sent" else 45)
    if what == "sent":
        _send(around, plan, today() - datetime.timedelta(days=2))


def _withdrawn(around: Around, term: Term, _much: str) -> None:
    plan = _begin(around, term, _days_ago(term, 12))
    with travel.on(_days_ago(term, 11)):
        withdraw_plan(
            actor=Actor.for_person(around.worker),
            plan_id=plan.pk,
            reason="Begun twice by mistake: the other one goes on.",
        )


def _missing(around: Around, _term: Term, much: str) -> None:
    """Nobody has begun one; where the social worker has left, too, nobody has taken over."""
    if much == "alone":
        then = today() - datetime.timedelta(days=3)
        Involvement.objects.filter(child=around.child, person=around.worker).update(ends=then)


def _left_care(around: Around, _term: Term, _much: str) -> None:
    around.child.status = Child.Status.LEFT_CARE
    around.child.status_since = today() - datetime.timedelta(days=20)
    around.child.save(update_fields=["status", "status_since"])


def _adopted(around: Around, _term: Term, _much: str) -> None:
    day = today() - datetime.timedelta(days=8)
    mark_adopted(actor=Actor.for_person(around.head), child=around.child, on=day)


#: What a portrait says about this term -> what is done for it.
STAGES = {
    "draft": _draft,
    "ready": _ready,
    "submitted": _submitted,
    "returned": _returned,
    "agreed": _agreed,
    "overdue": _overdue,
    "first": _first,
    "withdrawn": _withdrawn,
    "missing": _missing,
    "left": _left_care,
    "adopted": _adopted,
}
