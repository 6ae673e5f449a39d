"""The agenda of a PEP meeting: the child speaks first, and has the last word."""

from pep_plugin.sections import roles
from pep_plugin.sections.definitions.templates.asking import asked
from pep_plugin.sections.schema import Choice, Form, Page, Question, Section, Table

_ITEMS = (
    Choice(
        "child_first",
        "1. The child speaks first",
        "After a quick hello. What I am proud of, what I would like to change, what I hope for: "
        "said, shown, drawn, or read out by somebody I chose.",
    ),
    Choice(
        "proud",
        "2. What we are proud of",
        "Everybody says one thing that has gone well since we last met.",
    ),
    Choice(
        "promises",
        "3. What we promised last time",
        "You said, we did. Each action and each target: done, or what stood in the way.",
    ),
    Choice(
        "learning",
        "4. How learning is going",
        "Progress, attendance, what helps in class, special educational needs.",
    ),
    Choice(
        "life",
        "5. Life around school",
        "Friends, clubs, home, health and how the child feels.",
    ),
    Choice(
        "changes",
        "6. What is going to change",
        "A new class, school or home, options, exams: who prepares it, and from when.",
    ),
    Choice(
        "targets",
        "7. New targets",
        "At least three, and one that the child chose. From what to what, who does what, by when.",
    ),
    Choice(
        "premium",
        "8. What will help, and what it costs",
        "How pupil premium plus, the money for this child’s learning, is used for the targets.",
    ),
    Choice(
        "last_word",
        "9. The child has the last word",
        "Was I heard? Is this plan all right? Who may read what I said?",
    ),
    Choice("next", "10. Who does what, and when we meet again", "A day that suits the child."),
)
_MINUTES = {
    "child_first": "10 minutes",
    "proud": "5 minutes",
    "promises": "5 minutes",
    "learning": "10 minutes",
    "life": "5 minutes",
    "changes": "5 minutes",
    "targets": "10 minutes",
    "premium": "5 minutes",
    "last_word": "3 minutes",
    "next": "2 minutes",
}
_LEADS = {
    "child_first": "The child",
    "proud": "Everybody",
    "promises": "Designated teacher",
    "learning": "Class teacher",
    "life": "Carer",
    "changes": "Social worker",
    "targets": "Designated teacher",
    "premium": "Designated teacher",
    "last_word": "The child",
    "next": "Who leads",
}
_DONE = (Choice("done", "Done"),)


def form() -> Form:
    return Form(
        key="meeting-agenda",
        title="PEP meeting: agenda",
        phase="",
        purpose="template",
        audience="staff",
        intro=(
            "One hour. The child speaks first, and has the last word\n"
            "We talk with the child, not about them. We use short words, and say what is strong "
            "before what is hard.\n"
            "Times and names are suggestions: write over them. Show this to the child some days "
            "before, and ask what to add and what to leave out."
        ),
        sections=(_plan(), _agenda(), _meeting()),
    )


def _plan() -> Section:
    return Section(
        key="plan",
        title="The meeting",
        owner_role=roles.DESIGNATED_TEACHER,
        picture="meeting",
        pages=(
            Page(
                questions=(
                    Question(
                        key="child_called",
                        label="The child’s first name",
                        kind="person",
                        limits={"prompt": "First name"},
                    ),
                    asked("plan.meeting_date", help=""),
                    asked("plan.meeting_time"),
                    asked("plan.meeting_place", help="", limits={"prompt": "Room"}),
                    asked("plan.chair", help=""),
                    asked("plan.note_taker", help=""),
                )
            ),
        ),
    )


def _agenda() -> Section:
    return Section(
        key="agenda",
        title="What we talk about",
        owner_role=roles.DESIGNATED_TEACHER,
        picture="talk",
        pages=(
            Page(
                questions=(
                    Question(
                        key="items",
                        label="What we talk about",
                        kind="table",
                        table=Table(
                            rows="fixed",
                            fixed_rows=_ITEMS,
                            row_name="What we talk about",
                            columns=(
                                Question(
                                    key="minutes",
                                    label="How long",
                                    limits={"prompts": _MINUTES, "share": 4},
                                ),
                                Question(
                                    key="leads",
                                    label="Who begins",
                                    kind="person",
                                    limits={"prompts": _LEADS, "share": 5},
                                ),
                                Question(key="done", label="Done", kind="choices", choices=_DONE),
                            ),
                        ),
                        carry="never",
                    ),
                )
            ),
        ),
    )


def _meeting() -> Section:
    return Section(
        key="meeting",
        title="Actions agreed",
        owner_role=roles.DESIGNATED_TEACHER,
        picture="target",
        pages=(
            Page(questions=(asked("meeting.actions", help="", feeds=""),)),
            Page(questions=(asked("meeting.next_date"),)),
        ),
    )
