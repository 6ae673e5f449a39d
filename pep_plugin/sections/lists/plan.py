"""The plan itself: its kind and term, as conditions name them."""

LISTS = {
    "plan_kind": (
        ("initial", "First PEP"),
        ("termly", "Termly review"),
        ("desk_review", "Review without a meeting"),
        ("interim", "Interim PEP"),
        ("transition", "Transition"),
        ("change_of_school", "Change of school"),
        ("ended", "Final PEP"),
        ("voluntary", "Voluntary PEP (previously looked after)"),
    ),
    "plan_term": (("autumn", "Autumn"), ("spring", "Spring"), ("summer", "Summer")),
}
