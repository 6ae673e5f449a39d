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
)
#: The last one is closed and has no child.
OPEN_PLACES = tuple(place for place in PLACES if place.is_open)
TEAMS = ("Children in care team North", "Children in care team South")
FIRST_URN = 900_001
FIRST_ESTABLISHMENT = 1001


def ensure_schools() -> list[School]:
    """The schools, made where missing, in the order of :data:`PLACES`."""
    return [_ensure(number, place) for number, place in enumerate(PLACES)]


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
            "phase_code": "2",
            "phase_name": "Primary" if place.ages[1] <= 11 else "All-through",
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
