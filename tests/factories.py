"""Fictional people, schools and plans for every test.

States are traits: ``PlanFactory(overdue=True)``. ``council()`` sets a whole scene; single factories
make the least that a test needs.
"""

import datetime
import uuid
from dataclasses import dataclass, fields
from functools import cached_property
from typing import Any

import factory
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.utils import timezone
from factory.django import DjangoModelFactory

from pep_plugin.access import Actor
from pep_plugin.conf import today
from pep_plugin.formversions.models import FormVersion
from pep_plugin.formversions.publish import publish
from pep_plugin.people.models import Child, Enrolment, Involvement, Person, Post, School, Team
from pep_plugin.plans import hashes
from pep_plugin.plans.models import Plan, Submission, Term
from pep_plugin.plans.terms import academic_year
from pep_plugin.sections import answers as answers_of
from pep_plugin.sections import codec, definitions, roles
from pep_plugin.sections.schema import Form, Page, Question, Section, Table

#: The passphrase of every account that a factory makes.
PASSPHRASE = "correct horse battery staple"
LONG_AGO = datetime.date(2020, 9, 1)


class UserFactory(DjangoModelFactory):
    class Meta:
        model = get_user_model()
        skip_postgeneration_save = True

    username = factory.Sequence(lambda n: f"person{n}")
    email = factory.LazyAttribute(lambda user: f"{user.username}@alderbrook.example")
    password = factory.django.Password(PASSPHRASE)

    class Params:
        superuser = factory.Trait(is_superuser=True, is_staff=True)

    @factory.post_generation
    def web_editor(self, create: bool, wanted: bool, **kwargs: Any) -> None:
        """In Wagtail's own group of editors: may write pages, and knows no child."""
        if create and wanted:
            self.groups.add(Group.objects.get_or_create(name="Editors")[0])


class PersonFactory(DjangoModelFactory):
    class Meta:
        model = Person

    name = factory.Sequence(lambda n: f"Robin Hale{n}")
    email = factory.Sequence(lambda n: f"robin.hale{n}@alderbrook.example")

    class Params:
        account = factory.Trait(
            user=factory.SubFactory(UserFactory, email=factory.SelfAttribute("..email"))
        )


class SchoolFactory(DjangoModelFactory):
    class Meta:
        model = School

    urn = factory.Sequence(lambda n: str(900_001 + n))
    name = factory.Sequence(lambda n: f"Foxglove Primary {n}")
    town = "Alderbrook"
    postcode = "ZZ1 1AA"
    phase_name = "Primary"

    class Params:
        closed = factory.Trait(is_open=False, closed_on=datetime.date(2025, 8, 31))


class TeamFactory(DjangoModelFactory):
    class Meta:
        model = Team

    name = factory.Sequence(lambda n: f"Children in care team {n}")


class PostFactory(DjangoModelFactory):
    """A post held since long ago by a person with an account. Give one role trait."""

    class Meta:
        model = Post

    person = factory.SubFactory(PersonFactory, account=True)
    role = roles.VS_ADVISER
    starts = LONG_AGO

    class Params:
        vs_head = factory.Trait(role=roles.VS_HEAD)
        vs_adviser = factory.Trait(role=roles.VS_ADVISER)
        vs_admin = factory.Trait(role=roles.VS_ADMIN)
        iro = factory.Trait(role=roles.IRO)
        designated_teacher = factory.Trait(
            role=roles.DESIGNATED_TEACHER, school=factory.SubFactory(SchoolFactory)
        )
        deputy = factory.Trait(role=roles.DEPUTY, school=factory.SubFactory(SchoolFactory))
        social_worker = factory.Trait(
            role=roles.SOCIAL_WORKER, team=factory.SubFactory(TeamFactory)
        )
        team_manager = factory.Trait(role=roles.TEAM_MANAGER, team=factory.SubFactory(TeamFactory))
        ended = factory.Trait(ends=factory.LazyFunction(lambda: days_from_today(-1)))
        not_yet = factory.Trait(starts=factory.LazyFunction(lambda: days_from_today(1)))


class ChildFactory(DjangoModelFactory):
    """A child of seven, looked after for two years, so that the primary form is asked."""

    class Meta:
        model = Child

    council_number = factory.Sequence(lambda n: f"AB{100_000 + n}")
    first_name = factory.Sequence(lambda n: f"Robin{n}")
    last_name = "Larkspur"
    date_of_birth = factory.LazyFunction(lambda: born_for_year(3))
    looked_after_since = factory.LazyFunction(lambda: days_from_today(-730))

    class Params:
        adopted = factory.Trait(
            status=Child.Status.ADOPTED, status_since=factory.LazyFunction(today)
        )
        left_care = factory.Trait(
            status=Child.Status.LEFT_CARE, status_since=factory.LazyFunction(today)
        )


class EnrolmentFactory(DjangoModelFactory):
    class Meta:
        model = Enrolment

    child = factory.SubFactory(ChildFactory)
    school = factory.SubFactory(SchoolFactory)
    year_group = "3"
    starts = LONG_AGO

    class Params:
        ended = factory.Trait(ends=factory.LazyFunction(lambda: days_from_today(-1)))


class InvolvementFactory(DjangoModelFactory):
    class Meta:
        model = Involvement

    child = factory.SubFactory(ChildFactory)
    person = factory.SubFactory(PersonFactory)
    role = roles.SOCIAL_WORKER
    starts = LONG_AGO

    class Params:
        social_worker = factory.Trait(role=roles.SOCIAL_WORKER)
        iro = factory.Trait(role=roles.IRO)
        carer = factory.Trait(role=roles.CARER)
        ended = factory.Trait(ends=factory.LazyFunction(lambda: days_from_today(-1)))


class TermFactory(DjangoModelFactory):
    """The term that today lies in; the same one however often it is asked for."""

    class Meta:
        model = Term
        django_get_or_create = ("academic_year", "key")

    academic_year = factory.LazyFunction(lambda: academic_year(today()))
    key = factory.LazyFunction(lambda: term_key(today()))
    label = factory.LazyAttribute(lambda term: f"{term.key.title()} term {term.academic_year}")
    starts = factory.LazyFunction(lambda: days_from_today(-40))
    ends = factory.LazyFunction(lambda: days_from_today(40))
    last_day_to_send = factory.LazyFunction(lambda: days_from_today(14))

    class Params:
        last = factory.Trait(
            key="last",
            starts=factory.LazyFunction(lambda: days_from_today(-130)),
            ends=factory.LazyFunction(lambda: days_from_today(-50)),
            last_day_to_send=factory.LazyFunction(lambda: days_from_today(-60)),
        )


def small_form() -> Form:
    """Three sections of three owners: quick to fill in, and with one table that feeds a fact."""
    targets = Table(
        columns=(
            Question(key="area", label="Area", required=True),
            Question(key="target", label="Target", kind="long_text", required=True),
            Question(key="from_to", label="From what to what"),
            Question(key="who_does_what", label="Who does what"),
            Question(key="by_when", label="By when", kind="date"),
        ),
        row_name="target",
        min_rows=1,
        core=("area", "target", "from_to", "who_does_what", "by_when"),
    )
    return Form(
        key="primary",
        title="PEP for tests",
        phase="primary",
        sections=(
            Section(
                key="care",
                title="Care and family",
                owner_role=roles.SOCIAL_WORKER,
                pages=(
                    Page(
                        questions=(
                            Question(key="legal_status", label="Legal status", required=True),
                            Question(
                                key="no_contact",
                                label="Who may not have information",
                                kind="long_text",
                                sensitive=True,
                                readers=(roles.SOCIAL_WORKER, *sorted(roles.VIRTUAL_SCHOOL)),
                            ),
                        )
                    ),
                ),
            ),
            Section(
                key="progress",
                title="Learning and progress",
                owner_role=roles.DESIGNATED_TEACHER,
                pages=(
                    Page(
                        questions=(
                            Question(
                                key="going_well",
                                label="What is going well",
                                kind="long_text",
                                required=True,
                            ),
                            Question(key="attendance", label="Attendance", kind="number"),
                        )
                    ),
                ),
            ),
            Section(
                key="targets",
                title="Targets",
                owner_role=roles.DESIGNATED_TEACHER,
                pages=(
                    Page(
                        questions=(
                            Question(
                                key="targets",
                                label="Targets",
                                kind="table",
                                table=targets,
                                required=True,
                                feeds="targets",
                            ),
                        )
                    ),
                ),
            ),
        ),
    )


class FormVersionFactory(DjangoModelFactory):
    """A published version of :func:`small_form`; it becomes the live one of the primary phase."""

    class Meta:
        model = FormVersion

    form_key = "primary"
    number = factory.LazyAttribute(
        lambda version: FormVersion.objects.filter(form_key=version.form_key).count() + 1
    )
    title = "PEP for tests"
    data = factory.LazyFunction(lambda: codec.to_json(small_form()))


def live_primary() -> FormVersion:
    """The shipped primary form, published: for tests that need every question."""
    return publish(definitions.shipped()["primary"])


def live_form() -> FormVersion:
    """The live primary form, whichever it is; the small one when nothing was published yet."""
    found = FormVersion.objects.filter(form_key="primary").order_by("-number").first()
    return found or FormVersionFactory()


class PlanFactory(DjangoModelFactory):
    """A plan being written, due in two weeks. Sent states bring the submission that they need."""

    class Meta:
        model = Plan
        skip_postgeneration_save = True

    child = factory.SubFactory(ChildFactory)
    form_version = factory.LazyFunction(live_form)
    term = factory.SubFactory(TermFactory)
    kind = "termly"
    due_on = factory.LazyFunction(lambda: days_from_today(14))

    class Params:
        draft = factory.Trait(state="draft")
        submitted = factory.Trait(state="submitted", sent_at=factory.LazyFunction(timezone.now))
        returned = factory.Trait(
            state="returned",
            sent_at=factory.LazyFunction(timezone.now),
            returned_reason="The targets do not say how we will know.",
        )
        signed_off = factory.Trait(state="signed_off", sent_at=factory.LazyFunction(timezone.now))
        withdrawn = factory.Trait(state="withdrawn")
        overdue = factory.Trait(due_on=factory.LazyFunction(lambda: days_from_today(-3)))

    @factory.post_generation
    def submission(self, create: bool, given: Submission | None, **kwargs: Any) -> None:
        if create and given is None and self.sent_at is not None:
            SubmissionFactory(plan=self, **kwargs)


class SubmissionFactory(DjangoModelFactory):
    """What was sent, with a sample of every answer. Tests about sending send for real."""

    class Meta:
        model = Submission

    plan = factory.SubFactory(PlanFactory)
    number = 1
    token = factory.LazyFunction(lambda: uuid.uuid4().hex)
    head = factory.LazyAttribute(
        lambda sent: {
            "child": {"preferred_name": sent.plan.child.called, "reference": sent.plan.reference}
        }
    )
    context = factory.LazyFunction(lambda: {"phase": "primary", "kind": "termly"})
    form_data = factory.LazyAttribute(lambda sent: sent.plan.form_version.data)
    form_sha256 = factory.LazyAttribute(lambda sent: sent.plan.form_version.sha256)
    answers = factory.LazyAttribute(lambda sent: answers_of.sample(sent.plan.form_version.form))
    digests = factory.LazyAttribute(lambda sent: hashes.digests(sent.answers))
    sha256 = factory.LazyAttribute(lambda sent: hashes.root(sent.digests))


@dataclass
class Council:
    """A scene: everybody around one child, Maya K of Year 3 at Harrow Lane Primary."""

    school: School
    team: Team
    designated_teacher: Person
    deputy: Person
    social_worker: Person
    team_manager: Person
    iro: Person
    vs_head: Person
    vs_adviser: Person
    vs_admin: Person
    web_editor: Any
    superuser: Any
    child: Child

    @cached_property
    def plan(self) -> Plan:
        """Maya's plan, being written; made when first asked for."""
        return PlanFactory(child=self.child)

    def people(self) -> dict[str, Person]:
        """Everybody who holds a post, by the key of their role."""
        given = {item.name: getattr(self, item.name) for item in fields(self)}
        return {name: value for name, value in given.items() if isinstance(value, Person)}

    def actor(self, role: str) -> Actor:
        """The actor of a role; ``web_editor`` and ``superuser`` have no post and are nobody."""
        who = getattr(self, role)
        return Actor.for_person(who) if isinstance(who, Person) else Actor.for_user(who)

    def user(self, role: str) -> Any:
        """The account of a role, for ``client.force_login``."""
        who = getattr(self, role)
        return who.user if isinstance(who, Person) else who


def council() -> Council:
    """The whole scene, made anew."""
    school = SchoolFactory(name="Harrow Lane Primary")
    team = TeamFactory()

    def person(name: str, **post: Any) -> Person:
        email = f"{name.replace(' ', '.').lower()}@alderbrook.example"
        holder = PersonFactory(name=name, email=email, account=True)
        PostFactory(person=holder, **post)
        return holder

    scene = Council(
        school=school,
        team=team,
        designated_teacher=person("Ngozi Okafor", designated_teacher=True, school=school),
        deputy=person("Tom Ashby", deputy=True, school=school),
        social_worker=person("Sam Reid", social_worker=True, team=team),
        team_manager=person("Ruth Calder", team_manager=True, team=team),
        iro=person("Idris Vaughan", iro=True),
        vs_head=person("Helen Marsh", vs_head=True),
        vs_adviser=person("Priya Nair", vs_adviser=True),
        vs_admin=person("Dan Whitlock", vs_admin=True),
        web_editor=UserFactory(username="web_editor", web_editor=True),
        superuser=UserFactory(username="superuser", superuser=True),
        child=ChildFactory(first_name="Maya", last_name="Kestrel"),
    )
    EnrolmentFactory(child=scene.child, school=school)
    InvolvementFactory(child=scene.child, person=scene.social_worker, social_worker=True)
    InvolvementFactory(child=scene.child, person=scene.iro, iro=True)
    return scene


def days_from_today(days: int) -> datetime.date:
    return today() + datetime.timedelta(days=days)


def term_key(day: datetime.date) -> str:
    if day.month >= 9:
        return "autumn"
    return "spring" if day.month <= 3 else "summer"


def born_for_year(number: int) -> datetime.date:
    """A birthday that puts a child into a national curriculum year today."""
    return datetime.date(academic_year(today()) - number - 5, 10, 14)
