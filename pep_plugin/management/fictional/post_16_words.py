"""What was written by and about invented young adults at 16 and over."""

from pep_plugin.management.fictional.aims import Aim
from pep_plugin.management.fictional.secondary_words import TEXTS as _SECONDARY

TEXTS: dict[str, tuple[str, ...]] = {
    **_SECONDARY,
    "plan.meeting_place": ("Student services, room 2", "The café, in the corner"),
    "views.going_well": (
        "My course. I passed the first two units and I know why.",
        "I run the kitchen on Thursdays and people come back for it.",
    ),
    "views.good_at": ("Working with my hands and staying calm.", "Numbers, and being on time."),
    "views.would_like_help": (
        "The maths resit. And filling in the bursary form.",
        "Finding a Saturday job that fits with college.",
    ),
    "views.own_target": ("Pass my level 2 and move up", "Get my provisional licence"),
    "views.when_i_grow_up": ("My own flat and a job I do not mind getting up for", "University"),
    "views.course_fit": ("Yes. I would choose it again.", "Mostly. I miss doing art."),
    "views.money": ("The bursary pays for the bus and lunch. Tools are extra.",),
    "views.home": ("Supported lodgings. I can study there, there is a desk.",),
    "views.work": ("Two evenings in a shop.",),
    "views.wellbeing": ("Better than last year. I sleep.",),
    "views.personal_adviser": ("Answers messages and does what they say.",),
    "views.missing": ("What happens in the summer.",),
    "views.last_plan": ("The laptop came. The driving lessons did not.",),
    "carer.going_well": ("{name} cooks twice a week, keeps an eye on money and is good company.",),
    "carer.will_do": ("Practise for the driving theory, and keep Sundays free for talking.",),
    "school.class_teacher": ("Andrew Kinsella", "Bea Lindqvist"),
    "progress.going_well": (
        "{name} works like somebody who is already in the trade: on time, careful, and first to "
        "help. The practical units are passed.",
        "{name} has found the right course, asks good questions and helps others to keep up.",
    ),
    "progress.to_improve": (
        "The written units come late. An hour in the study centre on Mondays helps most.",
        "Maths for the resit: little and often, with the tutor.",
    ),
    "progress.next_summer": (
        "{name} has the certificate, a place for the next level, and a summer that is planned.",
    ),
    "careers.one_year": ("On the level 3 course, with a day a week in a workshop",),
    "careers.three_years": ("In work that is liked, in a flat that is safe",),
    "pathway.personal_adviser": ("Carys Whitfield",),
    "beyond_class.achievements": ("Passed the food hygiene certificate.",),
    "meeting.notes": (
        "{name} chaired. The bursary is paid; tools are to be bought from it this week. The "
        "personal adviser books the driving theory test. The next meeting is at college, at four.",
    ),
}

CHOSEN: dict[str, tuple[str, ...]] = {
    "education_work.status": ("full_time",),
    "progress.english_qualification": ("grade_4", "resit"),
    "progress.maths_qualification": ("resit", "grade_4", "functional_2"),
    "progress.leaving_risk": ("low", "medium"),
    "money.bursary": ("paid", "applied"),
    "money.bursary_amount": ("1200",),
    "money.travel": ("paid", "to_do"),
    "money.universal_credit": ("no",),
    "careers.advice_given": ("yes",),
    "pathway.passport": ("yes", "no"),
    "pathway.insurance_number": ("yes",),
    "transition.move": ("none",),
}

AIMS = (
    Aim(
        "other_subject",
        "I hand in every written unit on time",
        "From two of five to five of five",
        "An hour in the study centre on Mondays; the tutor looks at the draft on Wednesdays.",
        "Go on Mondays",
        "Ask on Sunday what is due",
        "Four of five on time, and the fifth a day late.",
    ),
    Aim(
        "maths",
        "I pass the maths resit",
        "From a 3 to a 4",
        "A tutor, ten sessions of an hour, paid from the post-16 money.",
        "Do a past paper a week",
        "A quiet hour on Thursdays",
        "A 4 in the mock in March.",
    ),
    Aim(
        "career",
        "I have a place on the next level",
        "From not applied to an offer",
        "The careers adviser and {name} fill in the form; the personal adviser reads it.",
        "Write the first page",
        "Read it through",
        "Offer in hand.",
    ),
    Aim(
        "independence",
        "I cook a week of suppers from a shopping list",
        "From two suppers to seven",
        "The personal adviser goes shopping with {name} twice.",
        "Make the list",
        "Eat it",
        "Five suppers, and a good curry.",
    ),
    Aim(
        "semh",
        "I say when it gets too much, before I stay at home",
        "From four missed days a month to one",
        "The mentor meets {name} on Tuesdays; a message is enough to move the time.",
        "Send the message",
        "Ask how it was, not why",
        "One day missed since the autumn.",
    ),
)
