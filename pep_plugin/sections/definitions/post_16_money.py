"""Money for learning at 16 and over. Whether it was applied for, never where it is paid."""

import dataclasses

from pep_plugin.sections import roles
from pep_plugin.sections.conditions import Is
from pep_plugin.sections.definitions.common import YEAR
from pep_plugin.sections.definitions.common.plan import FULL
from pep_plugin.sections.definitions.post_16_education import APPRENTICE
from pep_plugin.sections.schema import Page, Question, Section

UNIVERSITY_YEARS = Is("context.year_group", ("13", "14"))


def section() -> Section:
    return Section(
        key="money",
        title="Money and practical help",
        owner_role=roles.SOCIAL_WORKER,
        also=(roles.DESIGNATED_TEACHER, roles.PERSONAL_ADVISER),
        pages=(
            Page(questions=_now()),
            Page(title="Going to university", questions=_university()),
        ),
    )


def _claim(key: str, label: str, help: str = "") -> Question:
    return Question(
        key=key,
        label=label,
        help=help,
        kind="choice",
        choices="claimed",
        carry="confirm",
        stale_after=2,
    )


def _yes_no(key: str, label: str, help: str = "") -> Question:
    return Question(
        key=key,
        label=label,
        help=help,
        kind="yes_no",
        carry="confirm",
        stale_after=YEAR,
    )


def _now() -> tuple[Question, ...]:
    return (
        Question(
            key="bursary",
            label="Bursary for children in care and care leavers in education",
            help="The 16 to 19 bursary for vulnerable groups; the college pays it.",
            kind="choice",
            choices="claimed",
            required=FULL,
            carry="confirm",
            stale_after=2,
        ),
        Question(
            key="bursary_amount",
            label="How much a year?",
            kind="money",
            limits={"min": 0, "max": 10000},
            applies=Is("money.bursary", ("applied", "paid")),
            carry="confirm",
            stale_after=YEAR,
        ),
        _claim("care_to_learn", "Care to Learn, for childcare"),
        Question(
            key="apprenticeship_bursary",
            label="Bursary for apprentices who were in care",
            kind="choice",
            choices="claimed",
            applies=APPRENTICE,
            carry="confirm",
            stale_after=2,
        ),
        _claim("travel", "Help with travel"),
        _claim("equipment", "Equipment, books, tools and clothes for the course"),
        _yes_no("universal_credit", "Is there a claim for Universal Credit, or will there be one?"),
    )


def _university() -> tuple[Question, ...]:
    questions = (
        _claim("student_finance", "Student finance"),
        _claim("university_bursary", "The council’s bursary for higher education"),
        _yes_no("home_all_year", "Is there a home for the whole year, holidays included?"),
        _yes_no(
            "told_university",
            "Does the application say that they were in care?",
            "It is their choice; it brings help.",
        ),
        _yes_no("estranged", "Does the application say that they are estranged from family?"),
    )
    return tuple(_in_university_years(question) for question in questions)


def _in_university_years(question: Question) -> Question:
    return dataclasses.replace(question, detail=True, applies=UNIVERSITY_YEARS)
