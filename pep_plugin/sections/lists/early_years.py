"""The youngest: the setting, stages of development, and the end of Reception.

``early_goal``: the codes of the early years foundation stage profile. ``early_stage``: the
bands of Development Matters.
"""

LISTS = {
    "setting_type": (
        ("nursery_school", "Nursery school"),
        ("nursery_class", "Nursery class of a school"),
        ("day_nursery", "Day nursery"),
        ("playgroup", "Playgroup or pre-school"),
        ("childminder", "Childminder"),
        ("children_centre", "Children’s centre or family hub"),
        ("reception", "Reception class"),
        ("none", "None yet"),
    ),
    "early_stage": (
        ("0_3", "As from birth to three"),
        ("3_4", "As at three and four"),
        ("R", "As in Reception"),
    ),
    "early_goal": (
        ("1", "Emerging"),
        ("2", "Expected"),
        ("A", "Absent or exempt"),
    ),
}
