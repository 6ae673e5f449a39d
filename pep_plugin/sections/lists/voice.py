"""The child's voice: how they were asked, faces, and how parents' views were gathered."""

LISTS = {
    "how_asked": (
        ("own_page", "On my own page"),
        ("talked", "We talked"),
        ("wrote_drew", "I wrote or drew"),
        ("watched", "An adult watched what I do and like"),
        ("other_form", "With another form or an app"),
        ("signs", "With signs, symbols or pictures"),
        ("not_wanted", "I did not want to"),
    ),
    "faces": (
        ("1", "Very sad"),
        ("2", "Sad"),
        ("3", "Not sure"),
        ("4", "Happy"),
        ("5", "Very happy"),
    ),
    "come_to_meeting": (
        ("all", "Yes, to all of it"),
        ("part", "Yes, to part of it"),
        ("no", "No"),
        ("not_sure", "I am not sure"),
    ),
    "views_gathered": (
        ("meeting", "At the meeting"),
        ("talked", "In a talk before the meeting"),
        ("phone", "By telephone"),
        ("wrote", "In writing"),
        ("not", "Not gathered"),
    ),
    "invited": (
        ("came", "Invited, and came"),
        ("did_not_come", "Invited, and did not come"),
        ("not_invited", "Not invited"),
    ),
}
