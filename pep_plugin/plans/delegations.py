"""One section given to one further person: which sections can be, to whom, and who has one."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from pep_plugin.access import Actor
from pep_plugin.access.models import Delegation
from pep_plugin.conf import today
from pep_plugin.formversions.models import FormVersion
from pep_plugin.people.models import Involvement, Person, Post
from pep_plugin.plans.models import Plan
from pep_plugin.plans.reading import OpenPlan, holds_sensitive
from pep_plugin.plans.states import BEING_WRITTEN
from pep_plugin.sections import roles
from pep_plugin.sections.schema import Section

#: What somebody says in their own words is theirs, and goes by a page of their own.
_OWN_WORDS = frozenset({roles.CHILD, roles.CARER, roles.PARENT})


def is_open(section: Section) -> bool:
    """Whether everything in the section is for whoever may see the plan, and none is sensitive."""
    return not section.readers and not any(
        question.readers
        or holds_sensitive(question)
        or any(column.readers for column in (question.table.columns if question.table else ()))
        for question in section.questions
    )


def may_give(opened: OpenPlan, section: Section) -> bool:
    """Whether this actor may ask somebody else to fill in the section, as the plan stands."""
    return (
        opened.allows("plan.delegate")
        and opened.may_write(section)
        and is_open(section)
        and section.owner_role not in _OWN_WORDS
        and opened.asked.is_asked(section.key)
    )


def sections_to_give(opened: OpenPlan) -> list[Section]:
    """In the order of the form."""
    return [section for section in opened.form.sections if may_give(opened, section)]


def people_to_ask(opened: OpenPlan) -> list[Person]:
    """Those around the child who do not see the plan anyhow: colleagues at the school, others.

    Whoever is not among them is asked by name and address.
    """
    day = today()
    found: dict[object, Person] = {}
    involved = Involvement.objects.on(day).filter(child=opened.child, role=roles.PROFESSIONAL)
    for involvement in involved.select_related("person"):
        found[involvement.person_id] = involvement.person
    if opened.enrolment is not None:
        posts = Post.objects.on(day).filter(school=opened.enrolment.school_id)
        for post in posts.exclude(role__in=roles.SCHOOL).select_related("person"):
            found[post.person_id] = post.person
    return sorted(
        (person for person in found.values() if person.email), key=lambda person: person.name
    )


def given_now(plan: Plan) -> list[Delegation]:
    """Who has which section of the plan today."""
    given = Delegation.objects.current().filter(plan=plan).select_related("person", "given_by")
    return list(given.order_by("given_at"))


@dataclass(frozen=True, slots=True)
class Given:
    """One section that somebody was asked to fill in, for their list."""

    plan: Plan
    section: str
    title: str
    by: str
    at: datetime.datetime


def given_to(actor: Actor) -> list[Given]:
    """What the actor was asked to fill in, oldest first; forms are read once each."""
    if actor.kind != "user":
        return []
    rows = (
        Delegation.objects.current()
        .filter(person=actor.person_id, plan__state__in=BEING_WRITTEN)
        .exclude(plan__child__status="adopted")
        .select_related("plan__child", "plan__form_version", "given_by")
        .defer("plan__form_version__data")
        .order_by("given_at")
    )
    found = []
    for row in rows:
        try:
            section = row.plan.form().section(row.section)
        except (KeyError, FormVersion.DoesNotExist):
            continue
        by = row.given_by.name if row.given_by else ""
        found.append(Given(row.plan, row.section, section.title, by, row.given_at))
    return found
