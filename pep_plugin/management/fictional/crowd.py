"""Many more invented children, made in bulk: enough to see how lists and searches bear a county."""

from __future__ import annotations

import datetime
import random
import uuid
from collections.abc import Iterator
from dataclasses import dataclass, field

from django.utils import timezone

from pep_plugin.conf import today
from pep_plugin.formversions.models import FormVersion
from pep_plugin.management.fictional.identity import COUNCIL_NUMBER, LA_CODE, chance, upn
from pep_plugin.management.fictional.staff import APPOINTED, E_MAIL
from pep_plugin.people.models import (
    Child,
    ChildName,
    Enrolment,
    Involvement,
    Person,
    Post,
    School,
    Team,
)
from pep_plugin.plans.models import Plan, SectionAnswers, SectionHistory, Term
from pep_plugin.plans.references import ALPHABET, with_check_character
from pep_plugin.plans.terms import academic_year, term_for
from pep_plugin.sections import phases, roles

#: Children made and written at a time.
BATCH = 2_000
#: How many children a school and a social worker have in the crowd.
PER_SCHOOL, PER_WORKER = 40, 18

_FIRST = (
    "Ada", "Amir", "Anwen", "Bea", "Benek", "Carys", "Cai", "Dafydd", "Daria", "Efa", "Elif",
    "Eira", "Farah", "Filip", "Gethin", "Hadassah", "Hamza", "Hedd", "Idris", "Ilan", "Jasmine",
    "Joel", "Kacper", "Kian", "Leila", "Lowri", "Łucja", "Mabli", "Miriam", "Nadia", "Nest",
    "Olek", "Owain", "Pola", "Priya", "Rafi", "Rhian", "Rory", "Salma", "Seren", "Tariq", "Tal",
    "Uma", "Wanda", "Wiktor", "Yara", "Zain", "Żaneta",
)  # fmt: skip
_LAST = (
    "Abdi", "Appleby", "Barzilai", "Begum", "Bowen", "Cadwaladr", "Chaudhry", "Cohen",
    "Dąbrowski", "Davies", "Ellery", "Evans", "Farrow", "Gilead", "Green", "Gruffydd", "Hale",
    "Hashemi", "Hughes", "Ibrahim", "Iwan", "Jankowska", "Jenkins", "Kamara", "Khan", "Larkin",
    "Levi", "Lloyd", "Maddox", "Malik", "Mazur", "Mendel", "Morgan", "Nowicka", "Odell", "Owen",
    "Pawlak", "Peretz", "Pryce", "Qadir", "Rahimi", "Rowntree", "Sadowska", "Said", "Szymańska",
    "Thatcher", "Vance", "Wilk", "Yilmaz", "Zielony",
)  # fmt: skip


@dataclass
class Batch:
    """Rows that are written together, in the order of their foreign keys."""

    children: list[Child] = field(default_factory=list)
    names: list[ChildName] = field(default_factory=list)
    enrolments: list[Enrolment] = field(default_factory=list)
    involvements: list[Involvement] = field(default_factory=list)
    plans: list[Plan] = field(default_factory=list)
    answers: list[SectionAnswers] = field(default_factory=list)
    history: list[SectionHistory] = field(default_factory=list)

    def write(self) -> None:
        """Every list, model by model."""
        for model, rows in (
            (Child, self.children),
            (ChildName, self.names),
            (Enrolment, self.enrolments),
            (Involvement, self.involvements),
            (Plan, self.plans),
            (SectionAnswers, self.answers),
            (SectionHistory, self.history),
        ):
            model._default_manager.bulk_create(rows, batch_size=500)  # type: ignore[arg-type]


def ensure_crowd(first: int, last: int, teams: list[Team]) -> Iterator[int]:
    """Make the children with these numbers who are not there; yields how many are done."""
    if last < first:
        return
    schools = _schools(-(-last // PER_SCHOOL))
    workers = _workers(-(-last // PER_WORKER), teams)
    versions = {key: FormVersion.objects.live(key) for key in phases.IN_ORDER}
    term = term_for(today())
    for start in range(first, last + 1, BATCH):
        numbers = range(start, min(start + BATCH, last + 1))
        wanted = [f"{COUNCIL_NUMBER}{number:06}" for number in numbers]
        # A range of the key instead of two thousand values: SQLite has a limit on those.
        there = set(
            Child.objects.filter(
                council_number__gte=wanted[0], council_number__lte=wanted[-1]
            ).values_list("council_number", flat=True)
        )
        batch = Batch()
        for number, council_number in zip(numbers, wanted, strict=True):
            if council_number not in there:
                _one(batch, number, council_number, schools, workers, versions, term)
        batch.write()
        yield numbers[-1] - first + 1


def _one(
    batch: Batch,
    number: int,
    council_number: str,
    schools: list[School],
    workers: list[Person],
    versions: dict[str, FormVersion],
    term: Term,
) -> None:
    source = chance(f"crowd {number}")
    year = source.randrange(0, 12)
    birthday = datetime.date(academic_year(today()) - year - 5, 9, 1) + datetime.timedelta(
        days=source.randrange(364)
    )
    school = schools[number % len(schools)]
    names = {"first_name": source.choice(_FIRST), "last_name": source.choice(_LAST)}
    child = Child(
        id=_id(source),
        council_number=council_number,
        date_of_birth=birthday,
        looked_after_since=max(
            birthday, today() - datetime.timedelta(days=source.randrange(5, 2400))
        ),
        upn=upn(school.establishment_number, birthday.year + 4, number % 1000),
        **names,
    )
    batch.children.append(child)
    batch.names.append(ChildName(id=_id(source), child=child, starts=birthday, **names))
    since = datetime.date(academic_year(today()) - min(year, 2), 9, 3)
    batch.enrolments.append(Enrolment(id=_id(source), child=child, school=school, starts=since))
    batch.involvements.append(
        Involvement(
            id=_id(source),
            child=child,
            person=workers[number % len(workers)],
            role=roles.SOCIAL_WORKER,
            starts=child.looked_after_since,
        )
    )
    if source.random() < 0.6:
        form = phases.propose_form(
            age=year + 4,
            year_group=str(year) if year else "R",
            setting="",
            reception_form="primary",
        )
        _begun(batch, source, child, versions[form.form_key], term)


def _begun(
    batch: Batch, source: random.Random, child: Child, version: FormVersion, term: Term
) -> None:
    """A light plan: begun, with one section answered."""
    answers = {"going_well": {"value": "Settled, curious and proud of the reading badge."}}
    plan = Plan(
        id=_id(source),
        reference=with_check_character("".join(source.choice(ALPHABET[:31]) for _ in range(7))),
        child=child,
        form_version=version,
        term=term,
        due_on=term.last_day_to_send - datetime.timedelta(days=source.choice((0, 0, 0, 45))),
    )
    batch.plans.append(plan)
    batch.answers.append(
        SectionAnswers(id=_id(source), plan=plan, section="progress", data=answers, revision=1)
    )
    batch.history.append(
        SectionHistory(
            id=_id(source),
            plan=plan,
            section="progress",
            revision=1,
            changes=answers,
            source=SectionHistory.Source.WIZARD,
            at=timezone.now(),
        )
    )


def _id(source: random.Random) -> uuid.UUID:
    return uuid.UUID(int=source.getrandbits(128), version=4)


def _name(seed: str) -> str:
    source = chance(seed)
    return f"{source.choice(_FIRST)} {source.choice(_LAST)}"


def _schools(count: int) -> list[School]:
    """Schools of the crowd, each with a designated teacher who has no account."""
    there = {s.urn: s for s in School.objects.filter(urn__gte="910000", urn__lte="949999")}
    new = [
        School(
            urn=str(910_000 + number),
            name=f"{chance(f'school {number}').choice(_LAST)} Lane School {number + 1}",
            town="Alderbrook",
            postcode=f"ZZ{number % 90 + 10} {number % 9 + 1}AA",
            la_code=LA_CODE,
            la_name="Alderbrook",
            establishment_number=str(2000 + number % 8000),
            phase_name="All-through",
        )
        for number in range(count)
        if str(910_000 + number) not in there
    ]
    School.objects.bulk_create(new, batch_size=500)
    teachers = [
        Person(name=_name(f"teacher {school.urn}"), email=f"teacher.{school.urn}@{E_MAIL}")
        for school in new
    ]
    Person.objects.bulk_create(teachers, batch_size=500)
    Post.objects.bulk_create(
        [
            Post(person=teacher, role=roles.DESIGNATED_TEACHER, school=school, starts=APPOINTED)
            for teacher, school in zip(teachers, new, strict=True)
        ],
        batch_size=500,
    )
    there |= {school.urn: school for school in new}
    return [there[str(910_000 + number)] for number in range(count)]


def _workers(count: int, teams: list[Team]) -> list[Person]:
    """Social workers of the crowd, spread over the teams."""
    emails = [f"worker.{number}@{E_MAIL}" for number in range(count)]
    there = {p.email: p for p in Person.objects.filter(email__startswith="worker.")}
    new = [Person(name=_name(email), email=email) for email in emails if email not in there]
    Person.objects.bulk_create(new, batch_size=500)
    Post.objects.bulk_create(
        [
            Post(
                person=person,
                role=roles.SOCIAL_WORKER,
                team=teams[number % len(teams)],
                starts=APPOINTED,
            )
            for number, person in enumerate(new)
        ],
        batch_size=500,
    )
    there |= {person.email: person for person in new}
    return [there[email] for email in emails]
