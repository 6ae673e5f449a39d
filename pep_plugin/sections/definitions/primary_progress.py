"""Progress and attainment in Year R to 6."""

from pep_plugin.sections.conditions import Is
from pep_plugin.sections.definitions.common import progress as shared
from pep_plugin.sections.definitions.common import tests_taken
from pep_plugin.sections.definitions.common.plan import FULL
from pep_plugin.sections.schema import Choice, Page, Question, Section, Table


def progress() -> Section:
    return shared.section(
        Page(questions=_now()),
        shared.ahead(),
        Page(title="National checks and tests", questions=_national()),
        Page(title="Subjects, on the school’s own scale", questions=(_subjects(),)),
        Page(
            title="More about learning",
            questions=(*shared.own_scale(), *tests_taken.ages(), _home()),
        ),
        tests_taken.scores(),
        Page(title="End of Year 2", questions=(_key_stage_1(),)),
    )


def _standard(key: str, label: str) -> Question:
    return Question(
        key=key,
        label=label,
        help="Teacher assessment this term.",
        kind="choice",
        choices="primary_standard",
        required=FULL,
        proposes="attainment",
        carry="never",
    )


def _now() -> tuple[Question, ...]:
    return (
        shared.going_well(),
        _standard("reading_now", "Reading, compared with what is expected for the year group"),
        _standard("writing_now", "Writing, compared with what is expected for the year group"),
        _standard("maths_now", "Maths, compared with what is expected for the year group"),
        shared.since_last(),
    )


def _check(key: str, label: str, years: tuple[str, ...], most: int, help: str = "") -> Question:
    return Question(
        key=key,
        label=label,
        help=help,
        kind="number",
        limits={"min": 0, "max": most, "whole": True},
        applies=Is("context.year_group", years),
        proposes="assessment",
        carry="confirm",
    )


def _scaled(key: str, label: str) -> Question:
    return Question(
        key=key,
        label=label,
        help="Scaled score, 80 to 120. 100 or more is the expected standard.",
        kind="number",
        limits={"min": 80, "max": 120, "whole": True},
        applies=Is("context.year_group", ("6",)),
        proposes="assessment",
        carry="confirm",
    )


def _national() -> tuple[Question, ...]:
    return (
        Question(
            key="early_years_good_level",
            label="Good level of development at the end of Reception?",
            kind="yes_no",
            applies=Is("context.year_group", ("R", "1")),
            proposes="assessment",
            carry="confirm",
        ),
        _check("phonics_score", "Phonics screening check: score out of 40", ("1", "2"), 40),
        Question(
            key="phonics_outcome",
            label="Phonics screening check: outcome",
            kind="choice",
            choices="phonics_outcome",
            applies=Is("context.year_group", ("1", "2")),
            proposes="assessment",
            carry="confirm",
        ),
        _check("tables_score", "Multiplication tables check: score out of 25", ("4",), 25),
        Question(
            key="tables_not_taken",
            label="Multiplication tables check: why it was not taken",
            kind="choice",
            choices="check_not_taken",
            applies=Is("context.year_group", ("4",)),
            carry="confirm",
        ),
        _scaled("ks2_reading", "Key stage 2 reading test"),
        _scaled("ks2_maths", "Key stage 2 maths test"),
        _scaled("ks2_grammar", "Key stage 2 grammar, punctuation and spelling test"),
        Question(
            key="ks2_writing",
            label="Key stage 2 writing, teacher assessment",
            kind="choice",
            choices="primary_standard",
            applies=Is("context.year_group", ("6",)),
            proposes="assessment",
            carry="confirm",
        ),
        Question(
            key="ks2_science",
            label="Key stage 2 science, teacher assessment",
            kind="choice",
            choices="science_standard",
            applies=Is("context.year_group", ("6",)),
            proposes="assessment",
            carry="confirm",
        ),
    )


def _subjects() -> Question:
    return Question(
        key="subjects",
        label="Subjects, on the school’s own scale",
        kind="table",
        detail=True,
        feeds="attainment",
        proposes="attainment",
        table=Table(
            rows="fixed",
            fixed_rows=(
                Choice("reading", "Reading"),
                Choice("writing", "Writing"),
                Choice("maths", "Maths"),
                Choice("grammar", "Grammar, punctuation and spelling"),
                Choice("science", "Science"),
                Choice("computing", "Computing"),
                Choice("other", "Another subject"),
            ),
            row_name="subject",
            core=("own_scale", "end_of_year", "progress"),
            columns=(
                Question(key="own_scale", label="Now, on the school’s own scale"),
                Question(key="end_of_year", label="Target for the end of the year"),
                Question(
                    key="progress",
                    label="Progress since the last plan",
                    kind="choice",
                    choices="progress_since",
                ),
                Question(
                    key="pre_key_stage",
                    label="Pre-key stage standard, if it is used",
                    kind="choice",
                    choices="pre_key_stage",
                ),
                Question(key="note", label="Strengths and gaps"),
            ),
        ),
        carry="never",
    )


def _key_stage_1() -> Question:
    return Question(
        key="key_stage_1",
        label="Teacher assessment at the end of Year 2",
        kind="table",
        detail=True,
        table=Table(
            rows="fixed",
            fixed_rows=(
                Choice("reading", "Reading"),
                Choice("writing", "Writing"),
                Choice("maths", "Maths"),
                Choice("science", "Science"),
            ),
            row_name="subject",
            columns=(
                Question(key="result", label="Result", kind="choice", choices="primary_standard"),
            ),
        ),
        carry="confirm",
    )


def _home() -> Question:
    return Question(
        key="selective_test",
        label="Test for a selective secondary school, if the child will take one",
        help="Which, when, and what help there is to get ready.",
        detail=True,
        applies=Is("context.year_group", ("5", "6")),
        carry="confirm",
        stale_after=1,
    )
