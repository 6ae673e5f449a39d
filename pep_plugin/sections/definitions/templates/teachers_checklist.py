"""The designated teacher's checklist: before, at and after a PEP meeting.

How long before and after is local; these are days that several councils ask for, as a help to
plan by and not as a rule.
"""

from pep_plugin.sections import roles
from pep_plugin.sections.schema import Choice, Form, Page, Question, Section


def form() -> Form:
    return Form(
        key="teachers-checklist",
        title="Designated teacher’s checklist",
        phase="",
        purpose="template",
        audience="staff",
        intro=(
            "Before, at and after a PEP meeting\n"
            "Tick what is done. Your Virtual School may have days of its own: ask when the plan "
            "has to be sent this term."
        ),
        sections=(_before(), _at(), _after()),
    )


def _section(key: str, title: str, picture: str, *questions: Question) -> Section:
    return Section(
        key=key,
        title=title,
        owner_role=roles.DESIGNATED_TEACHER,
        picture=picture,
        pages=(Page(questions=questions),),
    )


def _list(key: str, label: str, *items: tuple[str, str]) -> Question:
    return Question(
        key=key,
        label=label,
        kind="choices",
        choices=tuple(Choice(*item) for item in items),
        carry="never",
    )


def _before() -> Section:
    return _section(
        "before",
        "Before the meeting",
        "writing",
        _list(
            "weeks_before",
            "Three weeks before",
            ("child_asked", "The child was asked: when, where, who should come, what to leave out"),
            ("no_lesson", "The time takes the child out of no lesson they like"),
            ("invited", "Child, carer, social worker and, where it is right, parents are invited"),
            ("others", "So is whoever else can help, such as an educational psychologist"),
            ("virtual_school", "The Virtual School knows the day"),
        ),
        _list(
            "views_before",
            "Two weeks before",
            ("child_views", "The child gave their views, in the way that suits them"),
            ("carer_view", "The carer was asked for theirs; parents too, by the social worker"),
            ("teachers", "Teachers said what is going well and what would help"),
        ),
        _list(
            "days_before",
            "A week before",
            ("social_worker", "The social worker’s part is there"),
            ("attendance", "Attendance, progress and results are up to date"),
            ("targets", "Each of the last targets has an outcome, and how we know"),
            ("premium", "What the pupil premium plus money paid for, and what it changed"),
            ("plans", "Other plans are at hand, such as an education, health and care plan"),
        ),
        _list(
            "day_before",
            "The day itself",
            ("room", "A room in which nobody is overheard, and nothing outside that names care"),
            ("talked", "Somebody the child trusts told them who comes and what happens"),
            ("out", "The child can leave, come back, or come for a part"),
        ),
    )


def _at() -> Section:
    return _section(
        "at",
        "At the meeting",
        "meeting",
        _list(
            "start",
            "First",
            ("child_first", "The child speaks first, or their views are read out first"),
            ("strengths", "Everybody names something that is going well"),
            ("last_time", "What was promised last time is looked at, item by item"),
        ),
        _list(
            "middle",
            "Then",
            ("learning", "Learning, attendance and life around school, in words the child knows"),
            ("needs", "How the child feels, and what staff should know to help"),
            ("changes", "Coming changes of class, school or home have a plan and a name"),
            ("new_targets", "Three targets or more; one for English or maths, one the child chose"),
            ("smart", "Each says from what to what, who does what, and by when"),
            ("money", "Money is asked for by target, with its cost"),
        ),
        _list(
            "end",
            "Last",
            ("heard", "The child was asked: were you heard, and who may read this?"),
            ("actions", "Every action has one name and one day"),
            ("next_date", "The day of the next meeting is fixed"),
        ),
    )


def _after() -> Section:
    return _section(
        "after",
        "After the meeting",
        "sun",
        _list(
            "week_after",
            "Within a week",
            ("thanks", "The child was thanked, and told what happens next"),
            ("sent", "The plan is checked and sent to the Virtual School"),
            ("copies", "Child, carer and social worker have their copies; parents by agreement"),
            ("staff", "Staff who teach the child know the targets, and no more than they need"),
            ("record", "The plan is in the school record"),
        ),
        _list(
            "term_after",
            "During the term",
            ("begun", "What was agreed has begun; if not, somebody was told"),
            ("half_way", "Targets were looked at half way, with the child"),
            ("tell", "Suspension, a move or a new social worker: the Virtual School knows at once"),
            ("governors", "Numbers, and never names, for the yearly report to governors"),
        ),
        Question(
            key="notes",
            label="Notes",
            kind="long_text",
            limits={"room": 20},
            carry="never",
        ),
    )
