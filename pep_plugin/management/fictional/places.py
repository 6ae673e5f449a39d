"""Invented schools and teams."""

from dataclasses import dataclass

from pep_plugin.management.fictional.identity import LA_CODE
from pep_plugin.people.models import School, Team


@dataclass(frozen=True, slots=True)
class Place:
    """A school before it is a row."""

    name: str
    town: str
    postcode: str
    type_name: str = "Community school"
    ages: tuple[int, int] = (4, 11)
    la_name: str = "Alderbrook"
    is_open: bool = True
    #: In the national register’s words; by its ages where it is not said.
    phase: str = ""


PLACES = (
    Place("Harrow Lane Primary", "Alderbrook", "ZZ1 4HL"),
    Place("Millbrook Academy", "Millbrook", "ZZ2 7MA", "Academy converter", (4, 16)),
    Place("St Brannoc’s Primary", "Alderbrook", "ZZ1 9SB", "Voluntary aided school"),
    Place("Penrose Primary", "Penrose", "ZZ3 1PP"),
    Place("Larkfield Primary", "Larkfield", "ZZ4 5LF"),
    Place("Ashcombe Junior", "Ashcombe", "ZZ5 2AJ", ages=(7, 11)),
    Place("Oakmere Special School", "Alderbrook", "ZZ1 6OM", "Community special school", (4, 16)),
    Place("Foxglove Infant and Nursery", "Ashcombe", "ZZ5 2FI", ages=(3, 7)),
    Place("Tidewell Primary", "Tidewell", "ZZ6 8TW", "Academy converter"),
    Place("Wren’s Nest Primary", "Larkfield", "ZZ4 3WN", "Free school"),
    Place("Ysgol Bryn Awel", "Llanfair Wern", "ZZ8 2BA", la_name="Wern"),
    Place("Beacon Hill Primary", "Penrose", "ZZ3 6BH"),
    # Closed: found when one looks for it, never offered for a child.
    Place("Old Mill Infants", "Millbrook", "ZZ2 1OM", ages=(4, 7), is_open=False),
    Place(
        "Little Acorns Nursery School",
        "Alderbrook",
        "ZZ1 5LA",
        "Local authority nursery school",
        (2, 5),
        phase="Nursery",
    ),
    Place(
        "Kingsbrook Academy",
        "Alderbrook",
        "ZZ1 2KA",
        "Academy converter",
        (11, 16),
        phase="Secondary",
    ),
    Place("Fairwater High School", "Tidewell", "ZZ6 4FH", ages=(11, 18), phase="Secondary"),
    Place(
        "Alderbrook College",
        "Alderbrook",
        "ZZ1 7AC",
        "Further education",
        (16, 19),
        phase="16 plus",
    ),
)
#: A closed one has no child.
OPEN_PLACES = tuple(place for place in PLACES if place.is_open)
TEAMS = ("Children in care team North", "Children in care team South")
FIRST_URN = 900_001
FIRST_ESTABLISHMENT = 1001


def ensure_schools() -> list[School]:
    """The schools, made where missing, in the order of :data:`PLACES`."""
    return [_ensure(number, place) for number, place in enumerate(PLACES)]


#: The national register’s codes.
_PHASES = {"Nursery": "1", "Primary": "2", "Secondary": "4", "16 plus": "6", "All-through": "7"}


def _phase(place: Place) -> str:
    return place.phase or ("Primary" if place.ages[1] <= 11 else "All-through")


def _ensure(number: int, place: Place) -> School:
    school, _is_new = School.objects.get_or_create(
        urn=str(FIRST_URN + number),
        defaults={
            "name": place.name,
            "street": f"{number + 3} School Road",
            "town": place.town,
            "postcode": place.postcode,
            "la_code": LA_CODE,
            "la_name": place.la_name,
            "establishment_number": str(FIRST_ESTABLISHMENT + number),
            "type_name": place.type_name,
            "phase_code": _PHASES[_phase(place)],
            "phase_name": _phase(place),
            "status_code": "1" if place.is_open else "2",
            "is_open": place.is_open,
            "low_age": place.ages[0],
            "high_age": place.ages[1],
            "telephone": f"01632 960{number + 200}",
        },
    )
    return school


def ensure_teams() -> list[Team]:
    """The teams, made where missing."""
    return [Team.objects.get_or_create(name=name)[0] for name in TEAMS]
