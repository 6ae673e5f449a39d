"""Parental responsibility, and who may not know. Read by the closest circle alone."""

from pep_plugin.sections import roles
from pep_plugin.sections.conditions import Is
from pep_plugin.sections.definitions.common import YEAR
from pep_plugin.sections.definitions.readers import CLOSE
from pep_plugin.sections.schema import Page, Question, Section, Table


def section() -> Section:
    return Section(
        key="restrictions",
        title="Parental responsibility and restrictions",
        intro="Left out of every copy unless it is chosen for one reader, with a reason.",
        owner_role=roles.SOCIAL_WORKER,
        readers=CLOSE,
        pages=(
            Page(title="Parental responsibility", questions=(_responsibility(),)),
            Page(title="Who may not know", questions=_restrictions()),
        ),
    )


def _responsibility() -> Question:
    return Question(
        key="parental_responsibility",
        label="Who holds parental responsibility?",
        kind="table",
        required=True,
        sensitive=True,
        table=Table(
            row_name="person",
            min_rows=1,
            max_rows=10,
            columns=(
                Question(key="name", label="Name", kind="person", required=True, sensitive=True),
                Question(
                    key="relation",
                    label="Relation to the child",
                    kind="choice",
                    choices="relation",
                    required=True,
                    sensitive=True,
                ),
                Question(
                    key="shared",
                    label="Shared with the council?",
                    kind="yes_no",
                    sensitive=True,
                ),
            ),
        ),
        carry="confirm",
        stale_after=YEAR,
    )


def _restrictions() -> tuple[Question, ...]:
    return (
        Question(
            key="no_information",
            label="Is there anybody who may not have information, or may not meet the child?",
            kind="yes_no",
            required=True,
            sensitive=True,
            carry="confirm",
            stale_after=1,
        ),
        Question(
            key="no_information_who",
            label="Who, and what should school do?",
            kind="long_text",
            required=Is("restrictions.no_information", ("yes",)),
            applies=Is("restrictions.no_information", ("yes",)),
            sensitive=True,
            carry="confirm",
            stale_after=1,
        ),
        Question(
            key="address_confidential",
            label="Is the child’s address confidential?",
            help="If yes, leave carers’ names and where the home is out of every other section.",
            kind="yes_no",
            required=True,
            sensitive=True,
            carry="confirm",
            stale_after=1,
        ),
        Question(
            key="school_confidential",
            label="Is the child’s school confidential?",
            help="If yes, copies for those who may not know it leave the school’s name out.",
            kind="yes_no",
            sensitive=True,
            carry="confirm",
            stale_after=1,
        ),
    )
