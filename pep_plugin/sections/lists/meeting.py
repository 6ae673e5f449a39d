"""The meeting: where, who, how they took part, and moves that are coming.

``participation``: the SSDA903 review codes PN0 to PN7, in the words of the meeting.
"""

LISTS = {
    "meeting_how": (
        ("school", "At school"),
        ("setting", "At another setting"),
        ("home", "At home"),
        ("video", "By video"),
        ("phone", "By telephone"),
        ("none", "No meeting"),
    ),
    "contact_role": (
        ("child", "The child"),
        ("carer", "Carer"),
        ("parent", "Parent"),
        ("family", "Another member of the family"),
        ("social_worker", "Social worker"),
        ("team_manager", "Social worker’s manager"),
        ("designated_teacher", "Designated teacher"),
        ("deputy", "Deputy designated teacher"),
        ("class_teacher", "Class teacher"),
        ("school_other", "Somebody else from school"),
        ("virtual_school", "Virtual School"),
        ("iro", "Independent reviewing officer"),
        ("supervising_social_worker", "Carer’s own social worker"),
        ("personal_adviser", "Personal adviser"),
        ("advocate", "Advocate"),
        ("professional", "Another professional"),
    ),
    "took_part": (
        ("present", "Present"),
        ("part", "Present for part"),
        ("apologies", "Apologies"),
        ("views_sent", "Sent views"),
        ("no_show", "Did not come"),
    ),
    "best_way": (
        ("phone", "Telephone"),
        ("email", "E-mail"),
        ("text", "Text message"),
        ("letter", "Letter"),
    ),
    "participation": (
        ("PN0", "Under four years old"),
        ("PN1", "Came, and spoke for themselves"),
        ("PN2", "Came, and an advocate spoke"),
        ("PN3", "Came, and showed their views in another way"),
        ("PN4", "Came, and gave no views"),
        ("PN5", "Did not come, and an advocate gave their views"),
        ("PN6", "Did not come, and gave their views in another way"),
        ("PN7", "Did not come, and gave no views"),
    ),
    "next_move": (
        ("none", "No move is coming"),
        ("new_class", "A new class or teacher"),
        ("key_stage", "The next key stage"),
        ("new_school", "Another school"),
        ("secondary", "Secondary school"),
        ("after_absence", "Coming back after time away"),
        ("new_home", "A new home"),
        ("other", "Another change"),
    ),
    "done_or_planned": (
        ("done", "Done"),
        ("planned", "Planned"),
        ("to_do", "To do"),
        ("not_needed", "Not needed"),
    ),
}
