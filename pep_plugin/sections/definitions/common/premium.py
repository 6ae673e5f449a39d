"""Pupil premium plus: what is asked for, for which target, and what the last of it changed.

Payee details never stand in a plan. What is decided and paid is kept beside the plan, not in it.
"""

from pep_plugin.sections import roles
from pep_plugin.sections.definitions.common.targets import NOT_FIRST
from pep_plugin.sections.schema import Choice, Page, Question, Section, Table

_IMPACT = tuple(
    Choice(str(step), label)
    for step, label in enumerate(
        ("No change", "A little", "Some", "A good deal", "A great deal"), start=1
    )
)


def section() -> Section:
    return Section(
        key="premium",
        title="Pupil premium plus",
        intro="Extra money for this child’s targets. Ask for what other funding does not cover.",
        owner_role=roles.DESIGNATED_TEACHER,
        pages=(
            Page(title="What the last money changed", questions=(_last_lines(),)),
            Page(title="What we ask for", questions=(_lines(),)),
            Page(title="Papers that belong to it", questions=(_papers(),)),
        ),
    )


def _last_lines() -> Question:
    return Question(
        key="last_lines",
        label="What did the last support change?",
        kind="table",
        applies=NOT_FIRST,
        table=Table(
            rows="from_table",
            source="premium.lines",
            row_name="line",
            columns=(
                Question(key="what", label="What it paid for", proposes="premium_lines.what"),
                Question(
                    key="decision",
                    label="What was decided",
                    kind="choice",
                    choices="premium_decision",
                    owner_role=roles.VS_ADVISER,
                    proposes="premium_decision",
                ),
                Question(
                    key="approved",
                    label="Amount agreed",
                    kind="money",
                    limits={"min": 0, "max": 100000},
                    owner_role=roles.VS_ADVISER,
                    proposes="premium_decision",
                ),
                Question(
                    key="spent",
                    label="Amount spent",
                    kind="money",
                    limits={"min": 0, "max": 100000},
                ),
                Question(key="changed", label="What changed for the child", required=True),
                Question(key="impact", label="How much", kind="scale", choices=_IMPACT),
            ),
        ),
        carry="never",
    )


def _papers() -> Question:
    return Question(
        key="papers",
        label="Quotes and other papers",
        help="No bank details.",
        kind="file",
        detail=True,
        carry="never",
    )


def _lines() -> Question:
    return Question(
        key="lines",
        label="What we ask for",
        help="Do not write bank details or names of payees.",
        kind="table",
        feeds="premium_lines",
        table=Table(
            row_name="line",
            max_rows=20,
            core=("targets", "what", "cost"),
            columns=(
                Question(
                    key="targets",
                    label="For which targets",
                    kind="row_link",
                    limits={"table": "targets.targets"},
                    required=True,
                ),
                Question(key="what", label="What for", required=True),
                Question(
                    key="cost",
                    label="Cost in all",
                    kind="money",
                    limits={"min": 0, "max": 100000},
                    required=True,
                ),
                Question(
                    key="category", label="Kind of support", kind="choice", choices="intervention"
                ),
                Question(key="provider", label="Provider"),
                Question(
                    key="unit_cost",
                    label="Cost of one",
                    kind="money",
                    limits={"min": 0, "max": 100000},
                ),
                Question(
                    key="units", label="How many", kind="number", limits={"min": 0, "max": 10000}
                ),
                Question(
                    key="school_share",
                    label="What the school adds",
                    kind="money",
                    limits={"min": 0, "max": 100000},
                ),
                Question(key="starts", label="From", kind="date"),
                Question(key="ends", label="To", kind="date"),
                Question(key="group", label="For a group?", kind="yes_no"),
                Question(
                    key="why",
                    label="Why other funding does not cover it",
                    help="Not what every pupil gets, and not what a statutory plan must pay.",
                    kind="long_text",
                ),
                Question(key="expected", label="What should change", kind="long_text"),
            ),
        ),
        carry="never",
    )
