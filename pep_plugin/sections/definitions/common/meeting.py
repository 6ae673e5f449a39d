"""The meeting: who took part, what was agreed, when we meet again."""

from pep_plugin.sections import roles
from pep_plugin.sections.conditions import Not
from pep_plugin.sections.definitions.common.plan import ENDED, MEETING
from pep_plugin.sections.schema import Page, Question, Section, Table

#: After the last plan nobody meets again.
GOES_ON = Not(ENDED)


def section() -> Section:
    return Section(
        key="meeting",
        title="The meeting",
        owner_role=roles.DESIGNATED_TEACHER,
        also=(roles.SOCIAL_WORKER,),
        pages=(
            Page(title="Who took part", questions=(_people(),)),
            Page(title="What was said, and the next meeting", questions=_said()),
            Page(title="Actions", questions=(_actions(),)),
        ),
    )


def _people() -> Question:
    return Question(
        key="people",
        label="People at the meeting",
        help="Where an address is confidential, write “Carer” and no name.",
        kind="table",
        required=MEETING,
        applies=MEETING,
        feeds="people_at_meeting",
        proposes="people_at_meeting",
        table=Table(
            row_name="person",
            min_rows=1,
            max_rows=30,
            core=("role", "name", "took_part"),
            columns=(
                Question(
                    key="role",
                    label="Role",
                    kind="choice",
                    choices="contact_role",
                    required=True,
                    proposes="people_at_meeting",
                ),
                Question(
                    key="name",
                    label="Name",
                    kind="person",
                    required=True,
                    proposes="people_at_meeting",
                ),
                Question(
                    key="took_part",
                    label="Took part?",
                    kind="choice",
                    choices="took_part",
                    required=True,
                ),
                Question(key="organisation", label="Where they work"),
                Question(key="email", label="E-mail", sensitive=True),
                Question(key="invited_on", label="Invited on", kind="date"),
                Question(key="invited_how", label="Invited how", kind="choice", choices="best_way"),
                Question(key="answer", label="What they answered"),
                Question(key="views_sent", label="Sent views?", kind="yes_no"),
            ),
        ),
        carry="never",
    )


def _said() -> tuple[Question, ...]:
    return (
        Question(
            key="next_date",
            label="Date of the next meeting",
            help="Within the next term.",
            kind="date",
            required=True,
            applies=GOES_ON,
            carry="never",
        ),
        Question(
            key="child_part",
            label="How did the child take part?",
            kind="choice",
            choices="participation",
            applies=MEETING,
            carry="never",
        ),
        Question(
            key="child_absent_reason",
            label="If the child did not come: why, and how were they asked?",
            applies=MEETING,
            carry="never",
        ),
        Question(
            key="notes",
            label="What was said and agreed",
            kind="long_text",
            carry="never",
        ),
    )


def _actions() -> Question:
    return Question(
        key="actions",
        label="Actions agreed",
        help="Other than what stands beside the targets.",
        kind="table",
        feeds="actions",
        table=Table(
            row_name="action",
            max_rows=40,
            core=("action", "who", "by_when"),
            columns=(
                Question(key="action", label="What will be done", required=True),
                Question(key="who", label="Who", kind="person", required=True),
                Question(key="by_when", label="By when", kind="date", required=True),
            ),
        ),
        carry="never",
    )
