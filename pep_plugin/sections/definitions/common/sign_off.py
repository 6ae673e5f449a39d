"""Who has seen the plan, and who gets a copy. No signature is asked for by law."""

from pep_plugin.sections import roles
from pep_plugin.sections.schema import Choice, Page, Question, Section, Table


def section() -> Section:
    return Section(
        key="sign_off",
        title="Seen by, and copies",
        intro="Sending the plan records who sent it and when. This part is for others.",
        owner_role=roles.DESIGNATED_TEACHER,
        also=(roles.SOCIAL_WORKER, roles.CARER),
        pages=(
            Page(title="Who has seen this plan", questions=(_confirmations(),)),
            Page(title="Who gets a copy", questions=(_copies(),)),
        ),
    )


def _confirmations() -> Question:
    return Question(
        key="confirmations",
        label="I have seen this plan",
        kind="table",
        table=Table(
            rows="fixed",
            fixed_rows=(
                Choice("child", "The child"),
                Choice("carer", "Carer"),
                Choice("social_worker", "Social worker"),
                Choice("designated_teacher", "Designated teacher"),
                Choice("parent", "Parent"),
                Choice("virtual_school", "Virtual School"),
            ),
            row_name="person",
            columns=(
                Question(key="seen", label="Seen?", kind="yes_no"),
                Question(key="name", label="Name", kind="person"),
                Question(key="on", label="On", kind="date"),
            ),
        ),
        carry="never",
    )


def _copies() -> Question:
    return Question(
        key="copies",
        label="Copies",
        kind="table",
        detail=True,
        table=Table(
            row_name="copy",
            max_rows=30,
            columns=(
                Question(
                    key="role", label="For", kind="choice", choices="contact_role", required=True
                ),
                Question(key="on", label="On", kind="date"),
                Question(key="parts", label="Parts left out, if any"),
                Question(key="child_asked", label="Was the child asked?", kind="yes_no"),
            ),
        ),
        carry="never",
    )
