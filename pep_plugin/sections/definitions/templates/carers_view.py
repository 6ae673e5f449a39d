"""The carer's view: what somebody knows who is there in the mornings and the evenings."""

from pep_plugin.sections import roles
from pep_plugin.sections.definitions.readers import WITH_CARER
from pep_plugin.sections.definitions.templates.asking import asked
from pep_plugin.sections.schema import Choice, Form, Page, Question, Section, Table

_AT_HOME = (
    Choice("mornings", "Mornings and getting to school"),
    Choice("homework", "Homework"),
    Choice("reading", "Books and reading"),
    Choice("sleep", "Sleep"),
    Choice("screens", "Phone, games and the internet"),
    Choice("friends", "Friends"),
    Choice("moods", "Worries and big feelings"),
)
_HOW = (
    Choice("well", "Goes well"),
    Choice("mixed", "Up and down"),
    Choice("hard", "Hard just now"),
)


def form() -> Form:
    return Form(
        key="carers-view",
        title="The carer’s view",
        phase="",
        purpose="template",
        audience="carer",
        intro=(
            "You see what nobody at school sees\n"
            "Thank you for telling us. A few words are enough, and you may leave out whatever you "
            "like. Start with what is going well. Write so that the child may read it, now or in "
            "twenty years.\n"
            "Please give this to the designated teacher or the social worker before the meeting. "
            "Those who work on the plan read it. If you are worried that a child is not safe, do "
            "not wait for the meeting: ring the social worker, or 999 in an emergency."
        ),
        sections=(
            Section(
                key="carer",
                title="The carer’s view",
                owner_role=roles.CARER,
                also=(roles.SOCIAL_WORKER, roles.DESIGNATED_TEACHER),
                readers=WITH_CARER,
                picture="home",
                pages=(
                    Page(questions=_who()),
                    Page(title="What is going well", questions=_well()),
                    Page(
                        title="At home",
                        intro="One tick in each line says enough.",
                        questions=(_at_home(), *_more_at_home()),
                    ),
                    Page(title="What school should know", questions=_school()),
                    Page(title="What you will do", questions=_do()),
                    Page(title="The plan and the meeting", questions=_meeting()),
                ),
            ),
        ),
    )


def _who() -> tuple[Question, ...]:
    return (
        Question(
            key="child_called",
            label="The child’s first name",
            kind="person",
            limits={"prompt": "First name"},
        ),
        Question(key="filled_in_by", label="Your name", kind="person", carry="never"),
        Question(key="filled_in_on", label="Date", kind="date", carry="never"),
    )


def _well() -> tuple[Question, ...]:
    return (
        asked(
            "carer.going_well",
            help="At home and at school. What are you proud of?",
            picture="sun",
            limits={"room": 35},
        ),
        asked("carer.clubs_friends", picture="clubs", limits={"room": 28}),
    )


def _at_home() -> Question:
    return Question(
        key="at_home",
        label="How are these at home?",
        kind="table",
        table=Table(
            rows="fixed",
            fixed_rows=_AT_HOME,
            row_name="part of the day",
            columns=(Question(key="how", label="How it goes", kind="scale", choices=_HOW),),
        ),
        carry="never",
    )


def _more_at_home() -> tuple[Question, ...]:
    return (asked("carer.home_learning", picture="home-learning"),)


def _school() -> tuple[Question, ...]:
    return (
        asked("carer.school_should_know", picture="class"),
        asked("carer.worries", picture="worry"),
    )


def _do() -> tuple[Question, ...]:
    return (
        asked("carer.will_do", picture="home"),
        asked("carer.training", picture="help", limits={"room": 18}),
    )


def _meeting() -> tuple[Question, ...]:
    return (
        Question(
            key="ask_meeting",
            label="What should the meeting talk about or decide?",
            kind="long_text",
            picture="meeting",
            carry="never",
        ),
        asked("carer.enough_notice"),
        asked("carer.got_last_plan"),
    )
