"""Records that a form may show without asking (``Question.shows``), and what conditions know.

The labels are for the editor who chooses one.
"""

SHOWN: dict[str, str] = {
    "child.legal_name": "The child’s legal name",
    "child.preferred_name": "The name the child likes to be called",
    "child.date_of_birth": "Date of birth",
    "child.age": "Age in years and months",
    "child.upn": "Unique pupil number",
    "child.uln": "Unique learner number",
    "child.council_number": "The council’s own number for the child",
    "child.looked_after_since": "Date on which the child became looked after",
    "enrolment.school": "School",
    "enrolment.year_group": "Year group",
    "enrolment.starts": "At this school since",
    "plan.kind": "Kind of plan",
    "plan.term": "Term",
    "plan.due": "Last day to send",
    "plan.previous_date": "Date of the last plan",
    "plan.reference": "Reference of the plan",
    "people.social_worker": "Social worker",
    "people.designated_teacher": "Designated teacher",
    "people.iro": "Independent reviewing officer",
    "people.carer": "Carer",
}

#: What a condition may ask of the plan itself: ``context.<key>``.
CONTEXT: dict[str, str] = {
    "phase": "Phase of the form",
    "kind": "Kind of plan",
    "term": "Term",
    "year_group": "Year group",
    "age": "Age in years",
    "first": "The child’s first plan",
    "on_roll": "On a school’s roll",
}

#: The code lists that give those values words.
CONTEXT_LISTS: dict[str, str] = {"kind": "plan_kind", "term": "plan_term"}
