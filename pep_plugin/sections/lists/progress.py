"""Attainment by phase. Codes: national assessments and qualifications in England.

``early_goal``: the early years foundation stage profile. ``grade_scale``: which scale a grade
stands on, since “4” is a good deal in one and little in another.
"""

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
        ("D", "Did not take it, since it does not suit the child"),
        ("Q", "Result set aside, after something went wrong in the check"),
    ),
    "check_not_taken": (
        ("A", "Absent"),
        ("B", "Working below the standard of the check"),
        ("J", "Just arrived"),
        ("U", "Unable to take part"),
    ),
    "age_related": (
        ("below", "Below what is expected"),
        ("at", "As expected"),
        ("above", "Above what is expected"),
        ("NOT", "Not assessed yet"),
    ),
    "grade_scale": (
        ("gcse", "GCSE, 9 to 1 or U"),
        ("combined", "Combined science, 9-9 to 1-1"),
        ("vocational", "Technical award, such as P1, M1, D1 or D2*"),
        ("entry", "Entry level, 1 to 3"),
        ("functional", "Functional skills"),
        ("own", "The school’s own scale"),
    ),
}
