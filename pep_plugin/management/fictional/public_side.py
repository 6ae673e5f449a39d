"""The invented council's use of its public pages: whom to ask, other dates, what visitors said."""

import datetime
from dataclasses import asdict, dataclass
from typing import Any

from django.utils import timezone
from wagtail.models import Page

from pep_plugin.conf import today
from pep_plugin.guidance.contacts.models import ContactCard
from pep_plugin.guidance.feedback.models import Feedback
from pep_plugin.guidance.starter.models import MadeOnce
from pep_plugin.management.fictional.staff import E_MAIL


@dataclass(frozen=True, slots=True)
class Card:
    """Somebody to ask, before it is a row. No phase and no area: for all."""

    name: str
    job_title: str
    telephone: str
    position: int
    phases: str = ""
    areas: str = ""
    note: str = ""


CARDS = (
    Card(
        name="Helen Marsh",
        job_title="Virtual School head",
        telephone="01632 960 141",
        note="For headteachers, governors, and whatever is stuck.",
        position=10,
    ),
    Card(
        name="Jo Tarrant",
        job_title="Early years adviser",
        phases="early-years",
        telephone="01632 960 143",
        note="Monday to Wednesday. Nurseries, childminders, and the move into Reception.",
        position=20,
    ),
    Card(
        name="Priya Nair",
        job_title="Education adviser, primary schools",
        phases="primary",
        areas="Alderbrook, Ashcombe, Larkfield",
        telephone="01632 960 144",
        position=30,
    ),
    Card(
        name="Ewan Castell",
        job_title="Education adviser, primary schools",
        phases="primary",
        areas="Millbrook, Penrose, Tidewell",
        telephone="01632 960 145",
        position=31,
    ),
    Card(
        name="Ama Boateng",
        job_title="Education adviser, secondary schools",
        phases="secondary",
        telephone="01632 960 146",
        note="Also for children who have no school place.",
        position=40,
    ),
    Card(
        name="Luca Ferrand",
        job_title="Post-16 and careers adviser",
        phases="post-16",
        telephone="01632 960 147",
        note="College, training, work, bursaries.",
        position=50,
    ),
    Card(
        name="Dan Whitlock",
        job_title="PEP co-ordinator",
        telephone="01632 960 142",
        note="Access to the forms, dates, and anything that does not work.",
        position=60,
    ),
)
#: Days from today, what, a note.
OTHER_DATES = (
    (16, "New designated teachers: an introduction", "By video, 3:45pm to 5pm"),
    (51, "Writing targets with a child", "Millbrook Library, 9:30am to 12:30pm"),
    (79, "Designated teachers’ forum", "The Old Mill, Alderbrook, from 1pm"),
)


@dataclass(frozen=True, slots=True)
class Said:
    """What one visitor said of a starter page, so many days ago."""

    of: str
    days_ago: int
    is_useful: bool | None
    words: str = ""
    is_dealt_with: bool = False


SAID = (
    Said("targets", 2, True, "The example about reading aloud is now on our staffroom wall."),
    Said("dates", 3, False, "Could the dates go into our calendar by themselves?"),
    Said("voice", 5, True),
    Said("premium", 8, False, "Can it pay for a school uniform? I could not find that here."),
    Said("carers", 9, True, "Thank you for saying that ten minutes is enough."),
    Said("meeting", 13, None, "How long before the meeting do we ask the child?"),
    Said("library", 15, False, "I looked for the agenda under Meeting.", is_dealt_with=True),
    Said("young-people", 20, True),
)
REVIEWED_BY = "Alderbrook Virtual School"
#: One page is older than editors are reminded of, so that their report has something to show.
LONG_AGO = "quality"


def ensure_public_side() -> None:
    """Made once: what an editor changes or deletes afterwards stays as they left it."""
    _made, is_new = MadeOnce.objects.get_or_create(key="sandbox-public-side")
    if not is_new:
        return
    ContactCard.objects.bulk_create(_row(card) for card in CARDS)
    pages = _starter_pages()
    for number, (key, page) in enumerate(pages.items()):
        _review(page, 420 if key == LONG_AGO else 12 + number * 5)
    for said in SAID:
        if said.of in pages:
            _say(said, pages[said.of])


def _row(card: Card) -> ContactCard:
    email = f"{card.name.lower().replace(' ', '.')}@{E_MAIL}"
    return ContactCard(**asdict(card), email=email)


def _starter_pages() -> dict[str, Any]:
    """Key -> page, those that are published; a draft stays one."""
    keys = dict(MadeOnce.objects.exclude(made_pk="").values_list("made_pk", "key"))
    pages = Page.objects.live().filter(pk__in=list(keys)).specific()
    return {keys[str(page.pk)]: page for page in pages}


def _review(page: Any, days_ago: int) -> None:
    if not hasattr(page, "reviewed_on"):
        return
    page.reviewed_on = today() - datetime.timedelta(days=days_ago)
    page.reviewed_by = REVIEWED_BY
    if getattr(page, "pep_kind", "") == "dates":
        page.own_dates = [("date", _other_date(*other)) for other in OTHER_DATES]
    page.save_revision().publish()


def _other_date(days: int, what: str, note: str) -> dict[str, Any]:
    return {
        "what": what,
        "day": _working_day(today() + datetime.timedelta(days=days)),
        "note": note,
    }


def _working_day(day: datetime.date) -> datetime.date:
    """Nobody trains on a Sunday, whichever day the sandbox is made on."""
    return day + datetime.timedelta(days=max(0, 7 - day.weekday()) if day.weekday() > 4 else 0)


def _say(said: Said, page: Any) -> None:
    one = Feedback.objects.create(
        page_pk=str(page.pk),
        page_title=page.title,
        is_useful=said.is_useful,
        words=said.words,
        is_dealt_with=said.is_dealt_with,
    )
    # The moment is set by the database's own rule on creating.
    moment = timezone.now() - datetime.timedelta(days=said.days_ago)
    Feedback.objects.filter(pk=one.pk).update(said_at=moment)
