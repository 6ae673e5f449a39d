"""What some invented children have said on their own page, and to whom; and a carer's open link."""

from __future__ import annotations

import datetime
from collections.abc import Callable

from pep_plugin.access import Actor, person_key
from pep_plugin.access.models import LinkGrant
from pep_plugin.conf import conf, today
from pep_plugin.management.fictional import travel
from pep_plugin.people.models import Person
from pep_plugin.plans.models import Plan
from pep_plugin.sections import roles
from pep_plugin.voice.actions.choose_readers import choose_first, choose_limits, choose_readers
from pep_plugin.voice.actions.give_link import give_link
from pep_plugin.voice.actions.hand_over_screen import hand_over_screen
from pep_plugin.voice.actions.keep_said import keep_answer
from pep_plugin.voice.actions.move_tellings_on import move_tellings_on
from pep_plugin.voice.actions.send_said import send_said


def say(key: str, plan: Plan, teacher: Person, worker: Person) -> None:
    """The story of the child with this key, where there is one."""
    story = _STORIES.get(key)
    if story is not None and conf.CHILD_PAGE and plan.is_being_written:
        story(plan, teacher, worker)


def _link_for_the_carer(plan: Plan, teacher: Person, worker: Person) -> None:
    """Maya's carer has a link that is open, and has not pressed it yet."""
    carer = plan.child.involvements.get(role=roles.CARER).person
    give_link(
        actor=Actor.for_person(worker),
        plan_id=plan.pk,
        role=roles.CARER,
        email="jean.pellow@example.org",
        person_id=carer.pk,
    )


def _words_for_the_teacher(plan: Plan, teacher: Person, worker: Person) -> None:
    """Kayden has written to his designated teacher, who has not opened it yet."""
    _write(
        plan,
        by=teacher,
        to=teacher,
        said={
            "views.going_well": "Painting, and being line leader.",
            "views.would_like_help": "The big boys at the bus stop scare me.",
        },
        for_few="views.would_like_help",
    )


def _words_that_moved_on(plan: Plan, teacher: Person, worker: Person) -> None:
    """Eliza has written to her social worker, who was away: it stands on the duty list."""
    with travel.on(today() - datetime.timedelta(days=6), 14, 5):
        _write(
            plan,
            by=worker,
            to=worker,
            said={"views.would_like_help": "I do not want to change rooms again."},
        )
    move_tellings_on()


_STORIES: dict[str, Callable[[Plan, Person, Person], None]] = {
    "Maya Kestrel": _link_for_the_carer,
    "Kayden Osei": _words_for_the_teacher,
    "Eliza Quill": _words_that_moved_on,
}


def _write(plan: Plan, *, by: Person, to: Person, said: dict[str, str], for_few: str = "") -> None:
    """On a screen that ``by`` handed over; ``for_few``: what only ``to`` may read."""
    handed = hand_over_screen(actor=Actor.for_person(by), plan_id=plan.pk)
    actor = Actor.for_grant(LinkGrant.objects.select_related("plan__child").get(pk=handed.pk))
    for name, words in said.items():
        keep_answer(actor=actor, name=name, answer={"value": words})
    if for_few:
        choose_limits(actor=actor, limited=[for_few])
        choose_readers(actor=actor, readers={for_few: [person_key(to.pk)]})
    choose_first(actor=actor, person_id=to.pk)
    send_said(actor=actor)
