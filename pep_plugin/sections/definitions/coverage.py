"""What the law and the guidance ask of every plan, and where a form asks it.

``HEADS_OF_LAW``: Care Planning, Placement and Case Review (England) Regulations 2010, Schedule 1,
paragraph 2. ``EVERY_PLAN_HOLDS``: the six things of the statutory guidance of 2018. A place is a
path, or ``section.question.column``; a form covers a head when it has one of the places at least.
"""

from pep_plugin.sections.schema import Form

HEADS_OF_LAW: dict[str, tuple[str, ...]] = {
    "History: schools, attendance and conduct, achievements, special educational needs": (
        "school.past_schools",
        "attendance.sessions",
        "attendance.suspensions",
        "beyond_class.achievements",
        "support.sen_status",
    ),
    "Existing arrangements, and what meets particular needs": (
        "support.helps",
        "support.sen_support",
        "school.roll_status",
        "premium.lines",
    ),
    "Planned changes, and how disruption is kept small": (
        "transition.move",
        "transition.move_plan",
        "care.planned_move",
    ),
    "Leisure interests": ("beyond_class.interests", "beyond_class.wants_to_try", "views.clubs"),
    "The carer’s part in achievement and leisure": ("carer.will_do", "targets.targets.carer_part"),
}

EVERY_PLAN_HOLDS: dict[str, tuple[str, ...]] = {
    "Progress and achievement": ("progress.since_last", "progress.reading_now"),
    "Strengths": ("progress.going_well", "views.good_at", "care.school_summary"),
    "Special needs": ("support.sen_status", "health_wellbeing.health_needs"),
    "Areas for improvement": ("progress.to_improve",),
    "Goals": ("targets.targets", "progress.next_summer", "transition.hope"),
    "Agencies, each with a person responsible": ("health_wellbeing.agencies.person",),
}


def asks(form: Form, place: str) -> bool:
    """Whether the form has the question, or the column of a table."""
    section, key, *column = place.split(".")
    try:
        question = form.question(f"{section}.{key}")
        if column:
            if question.table is None:
                return False
            question.table.column(column[0])
    except KeyError:
        return False
    return True


def uncovered(form: Form) -> list[str]:
    """The heads that no question of the form speaks to."""
    heads = {**HEADS_OF_LAW, **EVERY_PLAN_HOLDS}
    return [
        head for head, places in heads.items() if not any(asks(form, place) for place in places)
    ]
