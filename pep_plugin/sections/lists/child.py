"""The child: ethnicity, sex, English; and wellbeing.

Ethnicity: school census and SSDA903 codes. Proficiency in English: school census, A to E and N.
``no_sdq_reason``: SSDA903 OC2 (why there is no strengths and difficulties questionnaire).
"""

LISTS = {
    "ethnicity": (
        ("WBRI", "White British"),
        ("WIRI", "White Irish"),
        ("WIRT", "Traveller of Irish heritage"),
        ("WOTH", "Any other White background"),
        ("WROM", "Gypsy or Roma"),
        ("MWBC", "White and Black Caribbean"),
        ("MWBA", "White and Black African"),
        ("MWAS", "White and Asian"),
        ("MOTH", "Any other mixed background"),
        ("AIND", "Indian"),
        ("APKN", "Pakistani"),
        ("ABAN", "Bangladeshi"),
        ("AOTH", "Any other Asian background"),
        ("CHNE", "Chinese"),
        ("BCRB", "Black Caribbean"),
        ("BAFR", "Black African"),
        ("BOTH", "Any other Black background"),
        ("OOTH", "Any other ethnic group"),
        ("REFU", "Prefers not to say"),
        ("NOBT", "Not yet known"),
    ),
    "sex": (("M", "Male"), ("F", "Female")),
    "english_proficiency": (
        ("A", "New to English"),
        ("B", "Early acquisition"),
        ("C", "Developing competence"),
        ("D", "Competent"),
        ("E", "Fluent"),
        ("N", "Not assessed yet"),
    ),
    "sdq_by": (
        ("carer", "Carer"),
        ("teacher", "Teacher"),
        ("self", "The child"),
    ),
    "no_sdq_reason": (
        ("SDQ1", "The child is too young or too old for it"),
        ("SDQ2", "The carer did not want to fill it in"),
        ("SDQ3", "The child’s disability makes it unsuitable"),
        ("SDQ4", "Another reason"),
        ("SDQ5", "The child did not want it"),
    ),
}
