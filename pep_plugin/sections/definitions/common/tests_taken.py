"""Reading and spelling ages, standardised scores, learning at home: the school years ask them."""

from pep_plugin.sections.definitions.common import YEAR
from pep_plugin.sections.schema import Page, Question, Table


def ages() -> tuple[Question, ...]:
    return (
        Question(
            key="reading_age",
            label="Reading age, with the test and its date",
            detail=True,
            carry="carry",
            stale_after=2,
        ),
        Question(
            key="spelling_age",
            label="Spelling age, with the test and its date",
            detail=True,
            carry="carry",
            stale_after=2,
        ),
        Question(
            key="engagement",
            label="Engagement model, for a child who is not taught by subjects",
            help="Exploration, realisation, anticipation, persistence and initiation.",
            kind="long_text",
            detail=True,
            carry="carry",
            stale_after=1,
        ),
        Question(
            key="homework",
            label="Reading, homework and screens at home, homework club",
            kind="long_text",
            detail=True,
            carry="confirm",
            stale_after=2,
        ),
    )


def scores() -> Page:
    return Page(
        title="Standardised scores",
        questions=(
            Question(
                key="standardised_scores",
                label="Standardised scores",
                help="Such as cognitive ability tests. 100 is the middle of all children.",
                kind="table",
                detail=True,
                table=Table(
                    row_name="score",
                    max_rows=20,
                    columns=(
                        Question(key="test", label="Test", required=True),
                        Question(key="score", label="Score", kind="number"),
                        Question(key="on", label="Date", kind="date"),
                    ),
                ),
                carry="carry",
                stale_after=YEAR,
            ),
        ),
    )
