"""Beyond the classroom: leisure, achievements, books and devices."""

from pep_plugin.sections import roles
from pep_plugin.sections.definitions.common import YEAR
from pep_plugin.sections.schema import Page, Question, Section


def section() -> Section:
    return Section(
        key="beyond_class",
        title="Beyond the classroom",
        owner_role=roles.SOCIAL_WORKER,
        also=(roles.CARER, roles.DESIGNATED_TEACHER),
        pages=(
            Page(questions=_main()),
            Page(title="More about life beyond the classroom", questions=_more()),
        ),
    )


def _main() -> tuple[Question, ...]:
    return (
        Question(
            key="interests",
            label="Clubs, sport, music, art and other things the child enjoys",
            kind="long_text",
            required=True,
            carry="confirm",
            stale_after=2,
        ),
        Question(
            key="wants_to_try",
            label="What would the child like to try?",
            carry="confirm",
            stale_after=2,
        ),
        Question(
            key="barriers",
            label="What is in the way, and who will help?",
            help="Such as cost, travel or consent.",
            carry="confirm",
            stale_after=2,
        ),
        Question(
            key="achievements",
            label="Achievements and certificates since the last plan",
            kind="long_text",
            carry="never",
        ),
    )


def _more() -> tuple[Question, ...]:
    return (
        Question(
            key="extra_learning",
            label="Tutoring and learning outside school hours",
            kind="long_text",
            detail=True,
            carry="confirm",
            stale_after=2,
        ),
        Question(
            key="community",
            label="Faith, scouts, library, volunteering, being in charge of something",
            kind="long_text",
            detail=True,
            carry="confirm",
            stale_after=YEAR,
        ),
        Question(
            key="holidays",
            label="Plans for the holidays",
            kind="long_text",
            detail=True,
            carry="never",
        ),
        Question(
            key="devices",
            label="Device, internet, data and software for learning, and being safe online",
            kind="long_text",
            detail=True,
            carry="confirm",
            stale_after=YEAR,
        ),
        Question(
            key="certificates",
            label="Certificates",
            kind="file",
            detail=True,
            carry="never",
        ),
        Question(
            key="books",
            label="Books at home, and book parcels",
            detail=True,
            carry="confirm",
            stale_after=YEAR,
        ),
    )
