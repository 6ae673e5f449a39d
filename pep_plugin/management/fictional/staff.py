"""Invented staff: who works where, and the accounts that a visitor may sign in with."""

import datetime
from dataclasses import dataclass
from typing import Any

from django.contrib.auth import get_user_model

from pep_plugin.formbuilder.groups import ensure_form_editors
from pep_plugin.guidance.groups import ensure_web_editors
from pep_plugin.management.fictional.places import OPEN_PLACES
from pep_plugin.people.models import Person, Post, School, Team
from pep_plugin.registers.groups import ensure_register_readers
from pep_plugin.sections import roles

#: For invented accounts on one's own machine; the command refuses where real children are.
PASSPHRASE = "seven-otters-cross-the-brook"  # noqa: S105
#: Long before any invented plan.
APPOINTED = datetime.date(2019, 9, 1)
E_MAIL = "alderbrook.example"


@dataclass(frozen=True, slots=True)
class Login:
    """An account that is printed at the end: who they are, and what they see."""

    name: str
    role: str
    sees: str
    school: str = ""
    team: int | None = None

    @property
    def username(self) -> str:
        return self.name.lower().replace(" ", ".")


LOGINS = (
    Login(
        "Ngozi Okafor",
        roles.DESIGNATED_TEACHER,
        "8 children of Harrow Lane Primary",
        "Harrow Lane Primary",
    ),
    Login("Tom Ashby", roles.DEPUTY, "the same children, as deputy", "Harrow Lane Primary"),
    Login(
        "Marcus Bello",
        roles.DESIGNATED_TEACHER,
        "5 children of Kingsbrook Academy",
        "Kingsbrook Academy",
    ),
    Login(
        "Wren Tallow",
        roles.SAFEGUARDING_LEAD,
        "children’s words at Harrow Lane that nobody opened in time",
        "Harrow Lane Primary",
    ),
    Login("Sam Reid", roles.SOCIAL_WORKER, "the children on their own caseload", team=0),
    Login("Ruth Calder", roles.TEAM_MANAGER, "the children of team North", team=0),
    Login("Joss Lindley", roles.TEAM_MANAGER, "the same, as the team’s duty worker", team=0),
    Login("Idris Vaughan", roles.IRO, "reads the PEPs of the children they review"),
    Login("Helen Marsh", roles.VS_HEAD, "every child, reviews, gives posts"),
    Login("Priya Nair", roles.VS_ADVISER, "every child, reviews"),
    Login("Dan Whitlock", roles.VS_ADMIN, "every child, imports, exports"),
)
WEB_EDITOR, SUPERUSER = "wendy.page", "root.keeper"

#: Designated teachers of the other schools, in the order of the schools; no accounts.
_TEACHERS = (
    "Grace Adeyemi",
    "Martin Sealy",
    "Eleri Vaughan-Hughes",
    "Simon Petch",
    "Nadia Karim",
    "Paul Overbury",
    "Katarzyna Lis",
    "Bernard Coyle",
    "Miriam Stein",
    "Rhodri Parry",
    "Anita Desai-Cole",
    "Josie Fairweather",
    "Marcus Bello",
    "Helena Strand",
    "Andrew Kinsella",
)
#: Social workers besides Sam Reid: (name, team).
WORKERS = (("Amara Nwosu", 0), ("Gwen Pritchard", 1), ("Tomasz Lipski", 1), ("Leah Sterling", 1))
_OTHERS = (("Colin Mayhew", roles.TEAM_MANAGER, 1), ("Beth Arkwright", roles.IRO, None))


def ensure_staff(schools: list[School], teams: list[Team]) -> dict[str, Person]:
    """Name -> person, made where missing, with posts and accounts."""
    by_name = {school.name: school for school in schools}
    people = {}
    for login in LOGINS:
        person = _person(login.name, account=True)
        if login.role in roles.VIRTUAL_SCHOOL and person.user is not None:
            person.user.groups.add(ensure_register_readers())
        _post(person, login.role, by_name.get(login.school), _team(teams, login.team))
        people[login.name] = person
    for place, name in zip(OPEN_PLACES[1:], _TEACHERS, strict=True):
        people[name] = _person(name)
        _post(people[name], roles.DESIGNATED_TEACHER, by_name[place.name], None)
    for name, team in WORKERS:
        people[name] = _person(name)
        _post(people[name], roles.SOCIAL_WORKER, None, teams[team])
    for name, role, number in _OTHERS:
        people[name] = _person(name)
        _post(people[name], role, None, _team(teams, number))
    return people


def ensure_site_accounts() -> None:
    """Two accounts with power over the website and without any post: they see no child."""
    editor = _user(WEB_EDITOR, "Wendy", "Page")
    editor.groups.add(ensure_web_editors(None), ensure_form_editors())
    _user(SUPERUSER, "Root", "Keeper", is_superuser=True, is_staff=True)


def ensure_mentor(name: str) -> Person:
    """Somebody with an account and no post: they see what they are asked to fill in."""
    return _person(name, account=True)


def teacher_of(school_name: str) -> str:
    """The name of a school's designated teacher."""
    names = ("Ngozi Okafor", *_TEACHERS)
    return dict(zip((place.name for place in OPEN_PLACES), names, strict=True))[school_name]


def _team(teams: list[Team], number: int | None) -> Team | None:
    return None if number is None else teams[number]


def _person(name: str, *, account: bool = False) -> Person:
    email = f"{name.lower().replace(' ', '.')}@{E_MAIL}"
    person = Person.objects.filter(email=email).first() or Person(name=name, email=email)
    if account and person.user_id is None:
        first, _space, last = name.partition(" ")
        person.user = _user(name.lower().replace(" ", "."), first, last)
    person.save()
    return person


def _user(username: str, first_name: str, last_name: str, **flags: bool) -> Any:
    users = get_user_model()._default_manager
    found = users.filter(username=username).first()
    return found or users.create_user(
        username=username,
        email=f"{username}@{E_MAIL}",
        password=PASSPHRASE,
        first_name=first_name,
        last_name=last_name,
        **flags,
    )


def _post(person: Person, role: str, school: School | None, team: Team | None) -> None:
    Post.objects.get_or_create(
        person=person, role=role, school=school, team=team, defaults={"starts": APPOINTED}
    )
