"""Adding a child who has come into care, with the four facts that are known on the first day."""

import datetime
import uuid

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from pep_plugin.access.actor import Actor
from pep_plugin.access.matrix import require
from pep_plugin.access.scope import children
from pep_plugin.audit.record import record
from pep_plugin.conf import today
from pep_plugin.people.models import Child, ChildName, Enrolment, Involvement, Person, School
from pep_plugin.people.models.child import ChildQuerySet
from pep_plugin.sections import roles as role_keys
from pep_plugin.sections.text import normalise_text

#: Nobody is looked after beyond this age, so an older one is a slip of the pen.
OLDEST = 25


class LikelyDuplicate(Exception):
    """Somebody with this name and date of birth is there already.

    ``seen``: those whom the actor may know of. ``is_hidden``: there is one whom they may not, of
    whom nothing may be said.
    """

    def __init__(self, seen: list[Child], *, is_hidden: bool) -> None:
        super().__init__("likely duplicate")
        self.seen = seen
        self.is_hidden = is_hidden


def add_child(
    *,
    actor: Actor,
    first_name: str,
    last_name: str,
    date_of_birth: datetime.date,
    looked_after_since: datetime.date,
    school: School | None = None,
    unlisted_school: str = "",
    preferred_name: str = "",
    social_worker: Person | None = None,
    duplicate_confirmed: bool = False,
) -> Child:
    """The new child, whose social worker is ``social_worker``, else the actor if they are one.

    ``unlisted_school``: the name of a school or setting that is in no register.

    Raises ``Forbidden``, ``ValidationError`` by field, and :class:`LikelyDuplicate` until
    ``duplicate_confirmed``.
    """
    require(actor.post_roles, "child.add")
    names = _names(first_name, last_name, preferred_name)
    _check_dates(date_of_birth, looked_after_since)
    worker_id = _social_worker(actor, social_worker)
    alike = alike_children(
        first_name=names["first_name"], last_name=names["last_name"], date_of_birth=date_of_birth
    )
    if not duplicate_confirmed and alike.exists():
        seen = list(children(actor).filter(pk__in=alike.values("pk")))
        raise LikelyDuplicate(seen, is_hidden=alike.count() > len(seen))
    with transaction.atomic():
        child = Child.objects.create(
            **names, date_of_birth=date_of_birth, looked_after_since=looked_after_since
        )
        ChildName.objects.create(child=child, **names)
        if school is None and unlisted_school.strip():
            school = School.objects.create(name=normalise_text(unlisted_school).strip()[:250])
        if school is not None:
            # Until somebody says since when, what is known is that the child is there today.
            Enrolment.objects.create(
                child=child, school=school, year_group=child.year_group_on(today())
            )
        if worker_id is not None:
            Involvement.objects.create(
                child=child, person_id=worker_id, role=role_keys.SOCIAL_WORKER
            )
        record(
            "child.add",
            actor=actor,
            child_id=child.pk,
            object_id=child.pk,
            duplicate_confirmed=duplicate_confirmed and alike.exclude(pk=child.pk).exists(),
        )
    return child


def alike_children(
    *, first_name: str, last_name: str, date_of_birth: datetime.date
) -> ChildQuerySet:
    """Children with that birthday and a name in common. Adopted ones are somebody else now."""
    return Child.objects.exclude(status=Child.Status.ADOPTED).likely_duplicates(
        first_name=first_name, last_name=last_name, date_of_birth=date_of_birth
    )


def _names(first_name: str, last_name: str, preferred_name: str) -> dict[str, str]:
    names = {
        "first_name": normalise_text(first_name).strip(),
        "last_name": normalise_text(last_name).strip(),
        "preferred_name": normalise_text(preferred_name).strip(),
    }
    problems = {}
    if not names["first_name"]:
        problems["first_name"] = _("Enter the child’s first name.")
    if not names["last_name"]:
        problems["last_name"] = _("Enter the child’s last name.")
    for name, value in names.items():
        if len(value) > 100:
            problems[name] = _("A name can be up to 100 characters long.")
    if problems:
        raise ValidationError(problems)
    return names


def _check_dates(date_of_birth: datetime.date, looked_after_since: datetime.date) -> None:
    problems = {}
    if date_of_birth > today():
        problems["date_of_birth"] = _("The date of birth must be in the past.")
    elif date_of_birth.year < today().year - OLDEST:
        problems["date_of_birth"] = _("Check the year of birth: PEPs are for children in care.")
    if looked_after_since > today():
        problems["looked_after_since"] = _(
            "The date on which the child became looked after cannot be in the future."
        )
    elif looked_after_since < date_of_birth and not problems:
        problems["looked_after_since"] = _(
            "The child cannot have become looked after before the date of birth."
        )
    if problems:
        raise ValidationError(problems)


def _social_worker(actor: Actor, chosen: Person | None) -> uuid.UUID | None:
    """Whose child it becomes: without one, a manager who adds a child could not see it again."""
    if chosen is not None:
        if not chosen.posts.current().filter(role=role_keys.SOCIAL_WORKER).exists():
            raise ValidationError(
                {"social_worker": _("Choose somebody who works as a social worker today.")}
            )
        return chosen.pk
    if role_keys.SOCIAL_WORKER in actor.post_roles:
        return actor.person_id
    if role_keys.TEAM_MANAGER in actor.post_roles and not actor.is_virtual_school:
        raise ValidationError({"social_worker": _("Choose the child’s social worker.")})
    return None
