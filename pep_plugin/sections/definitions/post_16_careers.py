"""Careers and plans at 16 and over, and where the journey led when Year 13 ends."""

from pep_plugin.sections import roles
from pep_plugin.sections.conditions import Is
from pep_plugin.sections.definitions.common import YEAR, careers
from pep_plugin.sections.schema import Page, Question, Section

LAST_YEARS = Is("context.year_group", ("13", "14"))


def section() -> Section:
    return Section(
        key="careers",
        title="Careers and the next step",
        owner_role=roles.DESIGNATED_TEACHER,
        also=(roles.SOCIAL_WORKER, roles.CARER, roles.PERSONAL_ADVISER),
        pages=(
            Page(questions=_plans()),
            Page(title="Finding out", questions=(careers.activities(),)),
            Page(title="Applications", questions=(careers.applications(),)),
            Page(title="More about getting ready for work", questions=_more()),
        ),
    )


def _plans() -> tuple[Question, ...]:
    return (
        careers.aim(),
        Question(
            key="one_year",
            label="Where would they like to be in one year?",
            carry="confirm",
            stale_after=YEAR,
        ),
        Question(
            key="three_years",
            label="And in three years?",
            carry="confirm",
            stale_after=YEAR,
        ),
        *careers.advice(),
        Question(
            key="destination",
            label="Where they are after Year 13",
            kind="choice",
            choices="destination",
            applies=LAST_YEARS,
            carry="confirm",
            stale_after=1,
        ),
    )


def _more() -> tuple[Question, ...]:
    return (
        Question(
            key="cv",
            label="Is there an up-to-date CV?",
            kind="yes_no",
            detail=True,
            carry="confirm",
            stale_after=YEAR,
        ),
        Question(
            key="driving",
            label="Driving licence: provisional, lessons, full",
            detail=True,
            carry="confirm",
            stale_after=YEAR,
        ),
        Question(
            key="volunteering",
            label="Volunteering",
            kind="long_text",
            detail=True,
            carry="confirm",
            stale_after=YEAR,
        ),
    )
