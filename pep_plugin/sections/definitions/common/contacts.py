"""Contacts. Sensitive from the first version on: a name or a number can give a home away."""

from pep_plugin.sections import roles
from pep_plugin.sections.definitions.common import YEAR
from pep_plugin.sections.definitions.readers import CLOSE
from pep_plugin.sections.schema import Page, Question, Section, Table


def section() -> Section:
    return Section(
        key="contacts",
        title="Contacts",
        owner_role=roles.SOCIAL_WORKER,
        also=(roles.DESIGNATED_TEACHER,),
        readers=CLOSE,
        pages=(Page(questions=_records()), Page(title="Other contacts", questions=(_people(),))),
    )


def _records() -> tuple[Question, ...]:
    return (
        Question(
            key="social_worker",
            label="Social worker",
            kind="person",
            shows="people.social_worker",
            sensitive=True,
        ),
        Question(
            key="designated_teacher",
            label="Designated teacher",
            kind="person",
            shows="people.designated_teacher",
            sensitive=True,
        ),
        Question(
            key="iro",
            label="Independent reviewing officer",
            kind="person",
            shows="people.iro",
            sensitive=True,
        ),
        Question(key="carer", label="Carer", kind="person", shows="people.carer", sensitive=True),
        Question(
            key="first_call",
            label="Who should school ring first?",
            help="A role is enough, such as “the carer, then the social worker”.",
            required=True,
            sensitive=True,
            carry="confirm",
            stale_after=YEAR,
        ),
    )


def _people() -> Question:
    return Question(
        key="people",
        label="People to reach",
        help="Telephone numbers and e-mail addresses for school days. No home address.",
        kind="table",
        sensitive=True,
        table=Table(
            row_name="person",
            max_rows=30,
            columns=(
                Question(
                    key="role", label="Role", kind="choice", choices="contact_role", required=True
                ),
                Question(key="name", label="Name", kind="person", required=True, sensitive=True),
                Question(key="phone", label="Telephone", sensitive=True),
                Question(key="email", label="E-mail", sensitive=True),
                Question(key="best_way", label="Best way", kind="choice", choices="best_way"),
            ),
        ),
        carry="confirm",
        stale_after=YEAR,
    )
