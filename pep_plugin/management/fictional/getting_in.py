"""How people get in, to be looked at: somebody invited this morning, a mentor with one section."""

from __future__ import annotations

from pep_plugin import access
from pep_plugin.access import Actor
from pep_plugin.access.accounts import take_missing_marks
from pep_plugin.access.actions.give_post import give_post
from pep_plugin.access.actions.invite_person import invite_person
from pep_plugin.access.actions.name_person import name_person
from pep_plugin.conf import conf
from pep_plugin.management.fictional import staff
from pep_plugin.people.models import Person, School
from pep_plugin.plans.actions import delegate_section
from pep_plugin.plans.delegations import given_now
from pep_plugin.sections.roles import DEPUTY

MENTOR, NEWCOMER = "Kit Marrow", "Asha Verdin"
_SECTION = "beyond_class"


def ensure_getting_in(people: dict[str, Person], schools: dict[str, School]) -> None:
    """Each once, by the real actions; what they promise to send is thrown away by the caller."""
    _ensure_newcomer(people["Marcus Bello"], schools["Kingsbrook Academy"])
    _ensure_mentor(people["Ngozi Okafor"])
    take_missing_marks()


def _ensure_newcomer(teacher: Person, school: School) -> None:
    """A deputy who was named and invited, and has not chosen a passphrase yet."""
    actor = Actor.for_person(teacher)
    email = f"asha.verdin@{staff.E_MAIL}"
    person = name_person(actor=actor, name=NEWCOMER, email=email)
    if person.posts.exists():
        return
    give_post(actor=actor, person=person, role=DEPUTY, school=school)
    if conf.INVITATIONS:
        invite_person(actor=actor, person=person)


def _ensure_mentor(teacher: Person) -> None:
    """Somebody without a post, who fills in one section for the teacher's first child."""
    mentor, actor = staff.ensure_mentor(MENTOR), Actor.for_person(teacher)
    first = access.children(actor).order_by("council_number").first()
    plan = first.plans.being_written().first() if first else None
    if plan is None or any(given.person_id == mentor.pk for given in given_now(plan)):
        return
    delegate_section(
        actor=actor,
        plan_id=plan.pk,
        section=_SECTION,
        name=mentor.name,
        email=mentor.email,
    )
