"""Attainment in the primary years. Codes: national curriculum assessments in England."""

LISTS = {
    "primary_standard": (
        ("WTS", "Working towards"),
        ("EXS", "At the expected standard"),
        ("GDS", "Greater depth"),
        ("NOT", "Not assessed yet"),
    ),
    "pre_key_stage": tuple((f"PK{step}", f"Pre-key stage {step}") for step in range(1, 7)),
    "science_standard": (
        ("EXS", "At the expected standard"),
        ("HNM", "Not at the expected standard yet"),
    ),
    "progress_since": (
        ("more", "More than expected"),
        ("expected", "As expected"),
        ("less", "Less than expected"),
        ("too_early", "Too early to say"),
    ),
    "phonics_outcome": (
        ("Wa", "Met the standard"),
        ("Wt", "Not met yet"),
        ("A", "Absent"),
        ("D", "Did not take it"),
        ("Q", "Result set aside"),
    ),
    "check_not_taken": (
        ("A", "Absent"),
        ("B", "Working below the standard of the check"),
        ("J", "Just arrived"),
        ("U", "Unable to take part"),
    ),
}
