"""Those with whole stories: who they are, where they go to school, and where their PEP stands."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from pep_plugin.conf import today
from pep_plugin.management.fictional.identity import (
    COUNCIL_NUMBER,
    chance,
    made_id,
    upn,
)
from pep_plugin.management.fictional.places import FIRST_ESTABLISHMENT, PLACES
from pep_plugin.people.models import Child, ChildName, Enrolment, Involvement, Person, School
from pep_plugin.plans.models import Term
from pep_plugin.plans.terms import academic_year, term_for
from pep_plugin.sections import roles


@dataclass(frozen=True, slots=True)
class Portrait:
    """One invented child. ``stands`` is what :mod:`journeys` makes of this term's PEP.

    ``past``: how many earlier terms have an agreed PEP. ``year``: 0 is Reception, -2 and -1 the
    years before it.
    """

    first: str
    last: str
    year: int
    school: str
    worker: str
    stands: str
    past: int = 0
    preferred: str = ""
    sen: str = "N"

    @property
    def key(self) -> str:
        return f"{self.first} {self.last}"

    @property
    def called(self) -> str:
        return self.preferred or self.first


SAM, AMARA, GWEN, TOMASZ, LEAH = (
    "Sam Reid",
    "Amara Nwosu",
    "Gwen Pritchard",
    "Tomasz Lipski",
    "Leah Sterling",
)
_HARROW, _MILL, _BRAN = "Harrow Lane Primary", "Millbrook Academy", "St Brannoc’s Primary"
_PEN, _LARK, _ASH = "Penrose Primary", "Larkfield Primary", "Ashcombe Junior"
_OAK, _FOX, _TIDE = "Oakmere Special School", "Foxglove Infant and Nursery", "Tidewell Primary"
_ACORNS, _COLLEGE = "Little Acorns Nursery School", "Alderbrook College"
_KING, _FAIR = "Kingsbrook Academy", "Fairwater High School"
_WREN, _BRYN, _HILL = "Wren’s Nest Primary", "Ysgol Bryn Awel", "Beacon Hill Primary"

PORTRAITS = (
    Portrait("Maya", "Kestrel", 4, _HARROW, SAM, "draft 60", 3, sen="K"),
    Portrait("Oskar", "Wiśniewski", 5, _HARROW, SAM, "submitted", 3),
    Portrait("Tyler", "Brook", 5, _HARROW, SAM, "new 15"),
    Portrait("Yusuf", "Al-Masri", 2, _HARROW, AMARA, "returned", 2),
    Portrait("Ffion", "Llewellyn", 6, _HARROW, AMARA, "agreed", 3),
    Portrait("Noam", "Adler", 3, _HARROW, SAM, "ready", 1),
    Portrait("Ruby-Mae", "Tanner", 0, _HARROW, GWEN, "overdue", preferred="Ruby"),
    Portrait("Kayden", "Osei", 1, _HARROW, TOMASZ, "draft 5", 1),
    Portrait("Aisha", "Rahman", 6, _MILL, SAM, "submitted", 2),
    Portrait("Leo", "Marchetti", 6, _MILL, SAM, "returned", 3),
    Portrait("Zuzanna", "Kowalczyk", 5, _MILL, GWEN, "agreed", 1, preferred="Zuzia"),
    Portrait("Callum", "Drummond", 4, _MILL, TOMASZ, "late", 2),
    Portrait("Tegan", "Rees", 3, _MILL, LEAH, "missing", 2),
    Portrait("Eliza", "Quill", 2, _BRAN, SAM, "draft 40", 1),
    Portrait("Mohammed", "Farouk", 4, _BRAN, AMARA, "agreed", 3, preferred="Mo"),
    Portrait("Shira", "Ben-Ami", 5, _BRAN, LEAH, "first sent"),
    Portrait("Alfie", "Crowe", 1, _BRAN, GWEN, "draft 20", 1),
    Portrait("Nia", "Bevan", 6, _PEN, SAM, "draft 80", 3),
    Portrait("Bartosz", "Nowak", 3, _PEN, TOMASZ, "agreed", 2, preferred="Bartek"),
    Portrait("Layla", "Haddad", 0, _PEN, AMARA, "first draft"),
    Portrait("Jude", "Sparrow", 5, _PEN, LEAH, "missing alone", 1),
    Portrait("Maisie", "Thorn", 4, _LARK, GWEN, "late", 1),
    Portrait("Ibrahim", "Saleh", 6, _LARK, TOMASZ, "agreed", 3),
    Portrait("Dylan", "Pugh", 2, _LARK, LEAH, "submitted", 1),
    Portrait("Hanna", "Zielińska", 4, _ASH, GWEN, "returned", 1),
    Portrait("Reuben", "Katz", 6, _ASH, TOMASZ, "ready", 2),
    Portrait("Skye", "Fenwick", 3, _ASH, AMARA, "agreed", 2),
    Portrait("Poppy", "Ashdown", 5, _OAK, SAM, "agreed", 3, sen="E"),
    Portrait("Omar", "Zaki", 3, _OAK, LEAH, "draft 20", 1, sen="E"),
    Portrait("Caitlin", "Moss", 6, _OAK, GWEN, "submitted", 2, sen="E"),
    Portrait("Tomos", "Griffith", 1, _FOX, TOMASZ, "draft 40", 1),
    Portrait("Amal", "Nasser", 2, _FOX, AMARA, "new 3"),
    Portrait("Jakub", "Wójcik", 2, _TIDE, LEAH, "overdue", preferred="Kuba"),
    Portrait("Gracie", "Holt", 4, _TIDE, GWEN, "withdrawn", 1),
    Portrait("Esme", "Fairley", 5, _WREN, TOMASZ, "agreed", 2),
    Portrait("Sami", "Darwish", 0, _WREN, AMARA, "first draft"),
    Portrait("Gwenllian", "Tudur", 4, _BRYN, LEAH, "draft 80", 2, preferred="Gwen"),
    Portrait("Ioan", "Prosser", 6, _BRYN, GWEN, "submitted", 1),
    Portrait("Finley", "Dale", 5, _HILL, TOMASZ, "left care", 2),
    Portrait("Ivy", "Wren", 1, _HILL, LEAH, "adopted", 1),
    Portrait("Arlo", "Finch", -1, _ACORNS, SAM, "draft 60", 1),
    Portrait("Zofia", "Malinowska", -1, _ACORNS, GWEN, "agreed", 1, preferred="Zosia"),
    Portrait("Bashir", "Amini", -2, _ACORNS, AMARA, "first draft"),
    Portrait("Kofi", "Mensah", 7, _KING, SAM, "new 12"),
    Portrait("Beth", "Lockwood", 8, _KING, SAM, "draft 60", 3),
    Portrait("Tariq", "Haidari", 9, _KING, AMARA, "submitted", 2),
    Portrait("Lily", "Garnett", 10, _KING, SAM, "returned", 3),
    Portrait("Rhys", "Morgan-Pugh", 11, _KING, GWEN, "agreed", 3),
    Portrait("Eva", "Sokolová", 9, _FAIR, LEAH, "late", 2),
    Portrait("Nathan", "Vale", 11, _FAIR, TOMASZ, "ready", 2, sen="K"),
    Portrait("Dominik", "Zając", 10, _MILL, GWEN, "draft 20", 2),
    Portrait("Safiya", "Karimi", 8, _OAK, LEAH, "submitted", 2, sen="E"),
    Portrait("Chloe", "Marsden", 12, _COLLEGE, SAM, "first draft"),
    Portrait("Josh", "Ellingham", 12, _COLLEGE, AMARA, "first sent"),
    Portrait("Amina", "Warsame", 13, _COLLEGE, LEAH, "submitted", 3),
    Portrait("Mia", "Cotter", 13, _COLLEGE, GWEN, "draft 80", 2),
    Portrait("Toby", "Hargreaves", 12, _FAIR, TOMASZ, "first sent"),
    # Her last PEP was made in Year 6, at another school and with another form.
    Portrait("Isla", "Penhale", 7, _KING, SAM, "draft 40", 1),
)


def in_care_since(portrait: Portrait) -> datetime.date:
    """New ones some days ago; half of the others when their first PEP begins, half long before."""
    kind, _space, days = portrait.stands.partition(" ")
    ago = {"new": int(days or 0) if kind == "new" else 0, "overdue": 61, "first": 34}.get(kind)
    if ago is not None:
        return today() - datetime.timedelta(days=ago)
    source = chance(f"came {portrait.key}")
    earlier = Term.objects.filter(starts__lt=term_for(today()).starts).order_by("-starts")
    if portrait.past and source.random() < 0.5:
        return earlier[portrait.past - 1].starts + datetime.timedelta(days=source.randrange(3, 9))
    return today() - datetime.timedelta(days=500 + source.randrange(900))


def born(portrait: Portrait) -> datetime.date:
    """A birthday that puts the child into the year group."""
    year = academic_year(today()) - portrait.year - 5
    day = chance(f"born {portrait.key}").randrange(364)
    return datetime.date(year, 9, 1) + datetime.timedelta(days=day)


def ensure_child(
    number: int, schools: dict[str, School], people: dict[str, Person]
) -> tuple[Child, bool]:
    """The child with that number of :data:`PORTRAITS`, and whether it was made now."""
    portrait = PORTRAITS[number]
    council_number = f"{COUNCIL_NUMBER}{number + 1:06}"
    found = Child.objects.filter(council_number=council_number).first()
    if found is not None:
        return found, False
    names = {
        "first_name": portrait.first,
        "last_name": portrait.last,
        "preferred_name": portrait.preferred,
    }
    birthday, since = born(portrait), in_care_since(portrait)
    place = next(i for i, place in enumerate(PLACES) if place.name == portrait.school)
    child = Child.objects.create(
        id=made_id(f"child {portrait.key}"),
        council_number=council_number,
        date_of_birth=birthday,
        looked_after_since=since,
        upn=upn(str(FIRST_ESTABLISHMENT + place), birthday.year + 4, number + 1),
        **names,
    )
    ChildName.objects.create(child=child, starts=birthday, **names)
    entry = datetime.date(academic_year(today()) - _years_here(portrait), 9, 3)
    Enrolment.objects.create(child=child, school=schools[portrait.school], starts=entry)
    if portrait.year > 3:
        _earlier_school(child, entry, schools, portrait)
    for name, role in (
        (portrait.worker, roles.SOCIAL_WORKER),
        ("Idris Vaughan" if number % 3 else "Beth Arkwright", roles.IRO),
    ):
        Involvement.objects.create(child=child, person=people[name], role=role, starts=since)
    carer = Person.objects.get_or_create(
        name=_CARERS[number % len(_CARERS)], organisation="Foster carer"
    )[0]
    Involvement.objects.create(child=child, person=carer, role=roles.CARER, starts=since)
    return child, True


def _years_here(portrait: Portrait) -> int:
    """How many school years ago the child came: with the phase, or later to a primary school."""
    began = next((first for first in (12, 7, 0) if portrait.year >= first), -2)
    years = portrait.year - began
    return years if began else min(years, 2)


_CARERS = (
    "Jean Pellow",
    "David and Ruth Amadi",
    "Sioned Hopkin",
    "Marek Sobol",
    "Fatima Noor",
    "Ann Wetherby",
    "Carl and Denise Oakes",
)


def _earlier_school(
    child: Child, entry: datetime.date, schools: dict[str, School], portrait: Portrait
) -> None:
    """Where a child was before; older children have been to more than one school."""
    places = (_HARROW, _BRAN, _PEN, _LARK, _TIDE, _HILL)
    others = [name for name in places if name != portrait.school]
    before = chance(f"before {portrait.key}").choice(others)
    first = datetime.date(academic_year(child.date_of_birth) + 5, 9, 3)
    last = entry - datetime.timedelta(days=45)
    if first < last:
        Enrolment.objects.create(child=child, school=schools[before], starts=first, ends=last)
