"""Tables that become facts when a plan is sent, and the columns that facts are made of.

``Question.feeds`` names one of them. A council may add columns to such a table and relabel its
core ones; it may not remove them.
"""

CORE: dict[str, tuple[str, ...]] = {
    "targets": ("area", "target", "from_to", "who_does_what", "by_when"),
    "last_targets": ("outcome", "evidence", "next_step"),
    "premium_lines": ("targets", "what", "cost"),
    "suspensions": ("starts", "sessions", "reasons"),
    "attainment": ("own_scale", "end_of_year", "progress"),
    "attendance": ("possible", "attended", "authorised", "unauthorised"),
    "people_at_meeting": ("role", "name", "took_part"),
    "actions": ("action", "who", "by_when"),
}
