"""Targets: how the last ones went, and the new ones.

A target's required columns are five. Row ids are kept for life: the last targets are reviewed
under the ids they were set with.
"""

from pep_plugin.sections import roles
from pep_plugin.sections.conditions import Is, Not
from pep_plugin.sections.definitions.common.plan import FULL
from pep_plugin.sections.schema import Page, Question, Section, Table

#: Asked of every child but one whose first plan this is; a blank form shows it too.
NOT_FIRST = Not(Is("context.first", ("yes",)))


def last_targets() -> Section:
    return Section(
        key="last_targets",
        title="Last term’s targets",
        owner_role=roles.DESIGNATED_TEACHER,
        also=(roles.SOCIAL_WORKER,),
        applies=NOT_FIRST,
        pages=(Page(questions=(_review(), _we_did())),),
    )


def _we_did() -> Question:
    return Question(
        key="we_did",
        label="What we did about what the child said last time",
        help="In words for the child, who reads it as “You said, we did”.",
        kind="long_text",
        detail=True,
        carry="never",
    )


def _review() -> Question:
    return Question(
        key="review",
        label="How did the last targets go?",
        help="A target that was not met is split into a smaller step, not repeated.",
        kind="table",
        required=True,
        feeds="last_targets",
        table=Table(
            rows="from_table",
            source="targets.targets",
            row_name="target",
            core=("outcome", "evidence", "next_step"),
            columns=(
                Question(
                    key="area",
                    label="Area",
                    kind="choice",
                    choices="target_area",
                    proposes="targets.area",
                ),
                Question(key="target", label="Target", proposes="targets.target"),
                Question(key="from_to", label="From what to what", proposes="targets.from_to"),
                Question(
                    key="outcome",
                    label="How did it go?",
                    kind="choice",
                    choices="target_outcome",
                    required=True,
                ),
                Question(
                    key="evidence",
                    label="How do we know?",
                    help="One line: what can be seen or counted now.",
                    required=True,
                ),
                Question(key="next_step", label="What next?", kind="choice", choices="target_next"),
                Question(
                    key="child_view",
                    label="The child’s view: how did this go?",
                    owner_role=roles.CHILD,
                ),
                Question(key="premium_effect", label="What the extra money changed"),
            ),
        ),
        carry="never",
    )


#: Of what kind the targets are, where a phase has no other words for it.
_KINDS = "At least three: one in English or maths, one for wellbeing, one the child chose."


def targets(intro: str = _KINDS) -> Section:
    return Section(
        key="targets",
        title="New targets",
        intro=intro,
        owner_role=roles.DESIGNATED_TEACHER,
        also=(roles.SOCIAL_WORKER,),
        pages=(
            Page(questions=(_targets(),)),
            Page(title="What will be done for each target", questions=(_actions(),)),
        ),
    )


def _targets() -> Question:
    return Question(
        key="targets",
        label="Targets",
        kind="table",
        required=FULL,
        feeds="targets",
        table=Table(
            row_name="target",
            min_rows=3,
            max_rows=12,
            core=("area", "target", "from_to", "who_does_what", "by_when"),
            columns=(*_required_columns(), *_optional_columns()),
        ),
        carry="never",
    )


def _required_columns() -> tuple[Question, ...]:
    return (
        Question(key="area", label="Area", kind="choice", choices="target_area", required=True),
        Question(
            key="target",
            label="The target, in the child’s words",
            help="For example “I can read a whole chapter to my carer.”",
            required=True,
        ),
        Question(
            key="from_to",
            label="From what to what",
            help="Something that can be counted or seen, now and then.",
            required=True,
        ),
        Question(
            key="who_does_what",
            label="Who does what",
            help="What, how often, where and by whom.",
            kind="long_text",
            required=True,
        ),
        Question(key="by_when", label="By when", kind="date", required=True),
    )


def _optional_columns() -> tuple[Question, ...]:
    return (
        Question(
            key="need",
            label="The need that it answers",
            help="From an assessment, the wellbeing questionnaire or another plan.",
            kind="long_text",
        ),
        Question(key="child_part", label="The child’s own part"),
        Question(key="carer_part", label="The carer’s part"),
        Question(key="social_worker_part", label="The social worker’s part"),
        Question(key="virtual_school_part", label="The Virtual School’s part"),
        Question(key="resources", label="What it needs"),
        Question(key="long_term", label="Is it for longer than a term?", kind="yes_no"),
        Question(
            key="child_agrees",
            label="The child: is this one all right?",
            kind="choice",
            choices="child_agrees",
            owner_role=roles.CHILD,
        ),
    )


def _actions() -> Question:
    return Question(
        key="target_actions",
        label="Actions, target by target",
        kind="table",
        detail=True,
        feeds="actions",
        table=Table(
            row_name="action",
            max_rows=40,
            core=("action", "who", "by_when"),
            columns=(
                Question(
                    key="targets",
                    label="For which targets",
                    kind="row_link",
                    limits={"table": "targets.targets"},
                ),
                Question(key="action", label="What will be done", required=True),
                Question(key="who", label="Who", kind="person", required=True),
                Question(key="how_often", label="How often"),
                Question(key="where", label="Where"),
                Question(key="starts", label="From", kind="date"),
                Question(key="by_when", label="Until", kind="date"),
            ),
        ),
        carry="never",
    )
