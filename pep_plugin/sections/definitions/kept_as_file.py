"""A PEP kept as a file: for who goes on with a Word form of their own.

The file is the plan. Eight facts are typed beside it, so that it takes part in dates, quality
assurance, filing and reports like any other; it is asked of every phase, and so belongs to none.
"""

from pep_plugin.sections import roles
from pep_plugin.sections.definitions.common.meeting import GOES_ON
from pep_plugin.sections.definitions.common.plan import MEETING
from pep_plugin.sections.schema import Form, Page, Question, Section, Table

_ALSO = (roles.SOCIAL_WORKER,)


def form() -> Form:
    """The file first: whoever has it needs five minutes for the rest."""
    return Form(
        key="kept-as-file",
        title="Our own Word form, kept as a file",
        phase="",
        sections=(_file(), _plan(), _meeting()),
    )


def _file() -> Section:
    return Section(
        key="kept",
        title="The file, and what is in it",
        owner_role=roles.DESIGNATED_TEACHER,
        also=_ALSO,
        intro="Add the form that you filled in. It is the plan: nothing in it is typed again.",
        pages=(
            Page(
                questions=(
                    Question(
                        key="file",
                        label="The filled-in form",
                        help="A Word document or a PDF, without the child’s name in its own name.",
                        kind="file",
                        required=True,
                        limits={"most": 5},
                        carry="never",
                    ),
                    Question(
                        key="views_heard",
                        label="Are the child’s own views in it?",
                        kind="yes_no",
                        required=True,
                        carry="never",
                    ),
                    Question(
                        key="number_of_targets",
                        label="How many targets are in it?",
                        kind="number",
                        required=True,
                        limits={"min": 0, "max": 50},
                        carry="never",
                    ),
                    Question(
                        key="premium_asked",
                        label="Does it ask for pupil premium plus?",
                        kind="yes_no",
                        required=True,
                        carry="never",
                    ),
                )
            ),
        ),
    )


def _plan() -> Section:
    return Section(
        key="plan",
        title="About this plan",
        owner_role=roles.DESIGNATED_TEACHER,
        also=_ALSO,
        pages=(
            Page(
                questions=(
                    Question(key="kind", label="Kind of plan", shows="plan.kind"),
                    Question(key="term", label="Term", shows="plan.term"),
                    Question(
                        key="meeting_date",
                        label="Date of the meeting",
                        kind="date",
                        required=MEETING,
                        applies=MEETING,
                        carry="never",
                    ),
                )
            ),
        ),
    )


def _meeting() -> Section:
    people = Table(
        row_name="person",
        min_rows=1,
        max_rows=30,
        core=("role", "name", "took_part"),
        columns=(
            Question(
                key="role", label="Role", kind="choice", choices="contact_role", required=True
            ),
            Question(key="name", label="Name", kind="person", required=True),
            Question(
                key="took_part",
                label="Took part?",
                kind="choice",
                choices="took_part",
                required=True,
            ),
        ),
    )
    return Section(
        key="meeting",
        title="The meeting",
        owner_role=roles.DESIGNATED_TEACHER,
        also=_ALSO,
        pages=(
            Page(
                questions=(
                    Question(
                        key="people",
                        label="Who came?",
                        help="Where an address is confidential, write “Carer” and no name.",
                        kind="table",
                        table=people,
                        required=MEETING,
                        applies=MEETING,
                        feeds="people_at_meeting",
                        carry="never",
                    ),
                )
            ),
            Page(
                questions=(
                    Question(
                        key="next_date",
                        label="Date of the next meeting",
                        kind="date",
                        required=GOES_ON,
                        applies=GOES_ON,
                        carry="never",
                    ),
                )
            ),
        ),
    )
