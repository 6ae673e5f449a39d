"""Health and wellbeing: the strengths and difficulties questionnaire, people who help."""

from pep_plugin.sections import roles
from pep_plugin.sections.conditions import All, Answered, Compares, Not
from pep_plugin.sections.definitions.common import YEAR
from pep_plugin.sections.schema import Page, Question, Section, Table

#: Strengths and difficulties questionnaire: made for ages 4 to 17; 17 or more is a high score.
SDQ_AGE = All((Compares("context.age", ">=", "4"), Compares("context.age", "<=", "17")))
SDQ_HIGH = All((SDQ_AGE, Compares("health_wellbeing.sdq_total", ">=", "17")))
_TOTAL = {"min": 0, "max": 40, "whole": True}
_PART = {"min": 0, "max": 10, "whole": True}


def section() -> Section:
    return Section(
        key="health_wellbeing",
        title="Health and wellbeing",
        owner_role=roles.SOCIAL_WORKER,
        also=(roles.DESIGNATED_TEACHER,),
        pages=(
            Page(questions=_main()),
            Page(title="People and services who help", questions=(_agencies(),)),
            Page(title="More about the questionnaire", questions=_scores()),
            Page(title="More about health and wellbeing", questions=_more()),
        ),
    )


def _main() -> tuple[Question, ...]:
    return (
        Question(
            key="health_needs",
            label="Health or disability that affects learning",
            help="Only what school needs: glasses, hearing, medicine, allergies.",
            kind="long_text",
            carry="confirm",
            stale_after=YEAR,
        ),
        Question(
            key="trusted_adult",
            label="Who does the child go to at school when something is wrong?",
            kind="person",
            owner_role=roles.DESIGNATED_TEACHER,
            carry="confirm",
            stale_after=YEAR,
        ),
        Question(
            key="sdq_total",
            label="Total of the strengths and difficulties questionnaire",
            help="0 to 40. Up to 13 is close to average, 14 to 16 raised, 17 or more high.",
            kind="number",
            limits=_TOTAL,
            applies=SDQ_AGE,
            proposes="sdq",
            carry="confirm",
            stale_after=YEAR,
        ),
        Question(
            key="sdq_band",
            label="What that total means",
            kind="computed",
            limits={
                "how": "band",
                "of": ["sdq_total"],
                "bands": [["0", "Close to average"], ["14", "Raised"], ["17", "High"]],
            },
            applies=SDQ_AGE,
            carry="confirm",
        ),
        Question(
            key="sdq_date",
            label="Date of the questionnaire",
            kind="date",
            applies=Answered("health_wellbeing.sdq_total"),
            proposes="sdq",
            carry="confirm",
            stale_after=YEAR,
        ),
        Question(
            key="no_sdq_reason",
            label="Why is there no questionnaire?",
            kind="choice",
            choices="no_sdq_reason",
            applies=All((SDQ_AGE, Not(Answered("health_wellbeing.sdq_total")))),
            carry="confirm",
            stale_after=YEAR,
        ),
        Question(
            key="sdq_advice",
            label="What should school do, now that the score is high?",
            help="What helps, who does it, and which specialist is asked.",
            kind="long_text",
            required=SDQ_HIGH,
            applies=SDQ_HIGH,
            carry="confirm",
            stale_after=2,
        ),
    )


def _agencies() -> Question:
    return Question(
        key="agencies",
        label="Services that help the child, each with the person responsible",
        help="Such as speech and language therapy, mental health services, a mentor.",
        kind="table",
        table=Table(
            row_name="service",
            max_rows=20,
            columns=(
                Question(key="service", label="Service", required=True),
                Question(key="person", label="Person responsible", kind="person", required=True),
                Question(key="since", label="Since", kind="date"),
                Question(key="what", label="What they do"),
                Question(key="effect", label="What has changed"),
            ),
        ),
        carry="confirm",
        stale_after=2,
    )


def _scores() -> tuple[Question, ...]:
    return (
        Question(
            key="sdq_by",
            label="Who filled in the questionnaire?",
            kind="choice",
            choices="sdq_by",
            detail=True,
            applies=SDQ_AGE,
            carry="confirm",
            stale_after=YEAR,
        ),
        *(
            Question(
                key=f"sdq_{key}",
                label=label,
                help="0 to 10.",
                kind="number",
                limits=_PART,
                detail=True,
                applies=SDQ_AGE,
                carry="confirm",
                stale_after=YEAR,
            )
            for key, label in (
                ("emotional", "Feelings"),
                ("conduct", "Conduct"),
                ("hyperactivity", "Restlessness and attention"),
                ("peers", "Getting on with others"),
                ("prosocial", "Kindness and helpfulness"),
            )
        ),
    )


def _more() -> tuple[Question, ...]:
    return (
        Question(
            key="checks_up_to_date",
            label="Are eye and hearing checks up to date?",
            kind="yes_no",
            detail=True,
            carry="confirm",
            stale_after=YEAR,
        ),
        Question(
            key="school_assessment",
            label="A wellbeing assessment made by school, and its result",
            help="Such as a Boxall profile, or a questionnaire filled in by a teacher.",
            kind="long_text",
            detail=True,
            owner_role=roles.DESIGNATED_TEACHER,
            carry="carry",
            stale_after=YEAR,
        ),
        Question(
            key="school_assessment_file",
            label="That assessment, as a file",
            kind="file",
            detail=True,
            owner_role=roles.DESIGNATED_TEACHER,
            carry="never",
        ),
        Question(
            key="calm_plan",
            label="What helps when feelings run high, and where can the child go?",
            kind="long_text",
            detail=True,
            owner_role=roles.DESIGNATED_TEACHER,
            carry="confirm",
            stale_after=YEAR,
        ),
        Question(
            key="daily_wellbeing",
            label="Sleep, food, friends, bullying, and being safe online",
            kind="long_text",
            detail=True,
            carry="confirm",
            stale_after=2,
        ),
    )
