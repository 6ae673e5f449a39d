"""Progress and attainment in Year 7 to 11: subjects and grades, options, examinations."""

from pep_plugin.sections.conditions import All, Is
from pep_plugin.sections.definitions.common import YEAR, tests_taken
from pep_plugin.sections.definitions.common import progress as shared
from pep_plugin.sections.definitions.common.plan import FULL
from pep_plugin.sections.schema import Choice, Page, Question, Section, Table

#: Key stage 3 is compared with what is expected; in key stage 4 grades speak, subject by subject.
YEARS_7_TO_9 = Is("context.year_group", ("7", "8", "9"))
OPTIONS = Is("context.year_group", ("8", "9"))
EXAM_YEARS = Is("context.year_group", ("10", "11"))

_ATTITUDE = tuple(
    Choice(str(step), label)
    for step, label in enumerate(("Needs help with it", "Getting there", "Good", "Very good"), 1)
)


def progress() -> Section:
    return shared.section(
        Page(questions=_now()),
        shared.ahead(),
        Page(title="Subjects and grades", questions=(_subjects(),)),
        Page(title="Examinations", questions=(_exams(),)),
        Page(title="Options", questions=(_options(),)),
        Page(title="More about single subjects", questions=(_subject_notes(),)),
        Page(title="More about learning", questions=(*shared.own_scale(), *tests_taken.ages())),
        Page(title="Results before, and over all", questions=_results()),
        tests_taken.scores(),
    )


def _compared(key: str, label: str, *, required: bool = True) -> Question:
    return Question(
        key=key,
        label=f"{label}, compared with what is expected for the year group",
        help="Teacher assessment this term.",
        kind="choice",
        choices="age_related",
        required=FULL if required else False,
        applies=YEARS_7_TO_9,
        proposes="attainment",
        carry="never",
    )


def _now() -> tuple[Question, ...]:
    return (
        shared.going_well(),
        _compared("english_now", "English"),
        _compared("maths_now", "Maths"),
        _compared("science_now", "Science"),
        _compared("reading_now", "Reading for other subjects", required=False),
        shared.since_last(),
    )


def _subjects() -> Question:
    return Question(
        key="subjects",
        label="Subjects",
        help="English, maths and science at least; in Year 10 and 11 every subject.",
        kind="table",
        required=All((EXAM_YEARS, FULL)),
        feeds="attainment",
        proposes="attainment",
        table=Table(
            row_name="subject",
            min_rows=3,
            max_rows=20,
            core=("own_scale", "end_of_year", "progress"),
            columns=(
                Question(key="subject", label="Subject", required=True, proposes="attainment"),
                Question(key="own_scale", label="Grade now", required=True),
                Question(key="end_of_year", label="Target for the end of the year"),
                Question(key="predicted", label="Predicted"),
                Question(
                    key="progress",
                    label="Progress since the last plan",
                    kind="choice",
                    choices="progress_since",
                ),
                Question(
                    key="attitude", label="Attitude to learning", kind="scale", choices=_ATTITUDE
                ),
            ),
        ),
        # The subjects stay and the grades are asked again: so the table arrives filled in, stale.
        carry="carry",
        stale_after=1,
    )


def _subject_notes() -> Question:
    return Question(
        key="subject_notes",
        label="More about single subjects",
        help="Only those of which there is more to say.",
        kind="table",
        detail=True,
        table=Table(
            row_name="subject",
            max_rows=20,
            columns=(
                Question(key="subject", label="Subject", required=True),
                Question(key="set", label="Set"),
                Question(key="scale", label="Kind of grade", kind="choice", choices="grade_scale"),
                Question(key="target", label="What we aim for"),
                Question(key="note", label="Strengths and gaps", kind="long_text"),
            ),
        ),
        carry="confirm",
        stale_after=1,
    )


def _exams() -> Question:
    return Question(
        key="exams",
        label="Mock and real examinations",
        kind="table",
        applies=EXAM_YEARS,
        table=Table(
            row_name="examination",
            max_rows=30,
            columns=(
                Question(key="subject", label="Subject", required=True),
                Question(key="mock", label="Mock result"),
                Question(key="entered", label="Entered?", kind="yes_no"),
                Question(key="resit", label="Is it a resit?", kind="yes_no"),
                Question(
                    key="fee", label="Entry fee", kind="money", limits={"min": 0, "max": 10000}
                ),
                Question(
                    key="access",
                    label="Arrangements for it",
                    kind="choices",
                    choices="access_arrangements",
                ),
                Question(key="tuition", label="Tuition and revision classes"),
            ),
        ),
        carry="carry",
        stale_after=1,
    )


def _options() -> Question:
    return Question(
        key="options",
        label="Options chosen",
        kind="table",
        detail=True,
        applies=OPTIONS,
        table=Table(
            row_name="option",
            max_rows=12,
            columns=(
                Question(key="subject", label="Subject", required=True),
                Question(key="choice", label="First choice or reserve"),
                Question(key="advised_by", label="Who advised?", kind="person"),
            ),
        ),
        carry="confirm",
        stale_after=1,
    )


def _scaled(key: str, label: str) -> Question:
    return Question(
        key=key,
        label=label,
        help="Scaled score, 80 to 120. 100 or more is the expected standard.",
        kind="number",
        limits={"min": 80, "max": 120, "whole": True},
        detail=True,
        proposes="assessment",
        carry="confirm",
    )


def _measure(key: str, label: str, least: int, most: int) -> Question:
    return Question(
        key=key,
        label=label,
        kind="number",
        limits={"min": least, "max": most},
        detail=True,
        applies=EXAM_YEARS,
        carry="confirm",
        stale_after=1,
    )


def _results() -> tuple[Question, ...]:
    return (
        _scaled("ks2_reading", "Key stage 2 reading test"),
        _scaled("ks2_maths", "Key stage 2 maths test"),
        _scaled("ks2_grammar", "Key stage 2 grammar, punctuation and spelling test"),
        _measure("attainment_8", "Attainment 8, as it looks today", 0, 90),
        _measure("progress_8", "Progress 8, as it looks today", -5, 5),
        Question(
            key="ebacc",
            label="Entered for the English Baccalaureate?",
            kind="yes_no",
            detail=True,
            applies=EXAM_YEARS,
            carry="confirm",
            stale_after=YEAR,
        ),
        Question(
            key="revision",
            label="Revision: a quiet place, a device, help at home",
            kind="long_text",
            detail=True,
            carry="confirm",
            stale_after=2,
        ),
    )
