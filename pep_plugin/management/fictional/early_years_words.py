"""What was written about invented children under five."""

from pep_plugin.management.fictional.aims import Aim

TEXTS: dict[str, tuple[str, ...]] = {
    "plan.meeting_place": ("The family room at the nursery", "The book corner, after lunch"),
    "views.good_at": ("Pouring water from the tall jug.", "Climbing to the top, and down again."),
    "views.people_who_help": ("Josie, my carer, and Dot the dog", "My key person and the cook"),
    "views.play": (
        "I line up all the animals and give each of them a name and a dinner.",
        "I build a tower, knock it down and laugh, and then I want you to build one.",
    ),
    "views.my_words": ("“More”, “gone”, “mine”, and the sign for “help”", "Three words together"),
    "views.my_day": (
        "I hang up my bag under the picture of the owl. I find my key person. Outside first.",
        "I like the same breakfast, the same song and the same place on the carpet.",
    ),
    "views.wish": ("That the story is read again, and then again.", "To be outside all day."),
    "carer.going_well": (
        "{name} sleeps through and waves to me at the door. New words come every week.",
        "{name} eats at the table with us and asks for “more”, which is new.",
    ),
    "carer.will_do": (
        "One story at bedtime, the same one as long as {name} wants it, and the park every day.",
        "Sing the nursery’s songs at bath time, and name what we see on the way.",
    ),
    "carer.school_should_know": (
        "The blanket with the moon comes too. It may live in the bag as long as {name} sees it.",
    ),
    "carer.worries": ("Whether {name} will be able to keep the same key person.",),
    "parent.view": ("Mum would like to see photographs of {name} playing.",),
    "care.school_summary": (
        "{name} is curious, loves water and music, and comes for a cuddle when tired. What helps: "
        "the same adult at the door, a photo of what comes next, and quiet corners. Loud hand "
        "dryers and sudden goodbyes are hard.",
        "{name} is a great climber and a kind friend to smaller ones. What helps: one "
        "thing at a time, a song for every change, and food before it is too late.",
    ),
    "school.class_teacher": ("Josie Fairweather", "Meena Rao"),
    "school.hours_pattern": ("Mornings, Monday to Friday",),
    "support.helps": (
        "A picture for each part of the day, words together with signs, and a small group at "
        "lunch. The key person is there on arrival and when it is time to go.",
        "Ten minutes of play that {name} leads, each day. Adults say what they see and wait.",
    ),
    "support.sen_support": (
        "The speech and language therapist sees {name} every month and shows us the next step.",
    ),
    "health_wellbeing.health_needs": (
        "Glue ear: sit close, at the level of {name}’s eyes. Next hearing test in February.",
        "None that touch play and learning.",
    ),
    "health_wellbeing.trusted_adult": ("Josie Fairweather", "Meena Rao"),
    "progress.going_well": (
        "{name} stays with an idea: today the whole morning was about how water gets down the "
        "pipe. Two other children joined in and {name} showed them.",
        "{name} has begun to put two words together and looks to see whether we understood.",
    ),
    "progress.to_improve": (
        "Waiting is hard. A sand timer that {name} turns over helps most.",
        "Words for feelings. We name them as they happen and use the book of faces.",
    ),
    "progress.next_summer": (
        "{name} tells us what happened in three or four words, and has a friend to play with.",
        "{name} says goodbye without tears and runs to the water tray.",
    ),
    "transition.move_plan": (
        "Two visits to the new class with Josie, a book of photographs for the summer, and the "
        "teacher comes to see {name} at nursery in June.",
    ),
    "transition.school_chosen": (
        "Penrose Primary. The form says that children in care come first.",
    ),
    "transition.reception_visits": ("Two mornings in June with the key person.",),
    "beyond_class.interests": (
        "Splash club on Saturdays, the library’s rhyme time, and every puddle.",
        "Music group, feeding the ducks, and dancing in the kitchen.",
    ),
    "beyond_class.wants_to_try": ("Toddler gym", "A ride on a steam train"),
    "beyond_class.barriers": ("A second pair of boots, so that one pair can stay at nursery.",),
    "beyond_class.achievements": ("Went down the big slide alone.",),
    "meeting.notes": (
        "We began with photographs of what {name} has been doing. The morning goodbye is easier "
        "since the song. The therapist’s signs are now used by everybody, at home as well. The "
        "next meeting is at nursery, in the afternoon, when {name} sleeps.",
    ),
}

CHOSEN: dict[str, tuple[str, ...]] = {
    "views.how_asked": ("watched",),
    "meeting.child_part": ("PN0",),
    "school.setting_type": ("nursery_school",),
    "school.funded_universal": ("15",),
    "school.hours": ("15", "30"),
    "school.early_premium": ("yes",),
    "school.early_premium_amount": ("190",),
    "school.disability_fund": ("no",),
    "progress.communication_now": ("below", "at", "at"),
    "progress.personal_now": ("at", "below"),
    "progress.physical_now": ("at", "above"),
    "progress.literacy_now": ("at", "below"),
    "progress.maths_now": ("at",),
    "progress.world_now": ("at", "above"),
    "progress.arts_now": ("at", "above"),
}

AIMS = (
    Aim(
        "language",
        "I put three words together",
        "From two words to three, ten times a day",
        "Every adult says {name}’s words back with one more; Josie writes new ones on the chart.",
        "Show us what I mean",
        "The same at home, at every meal",
        "Eight times a day, and new words each week.",
    ),
    Aim(
        "eyfs",
        "I stay with a story to the end",
        "From two pages to a whole book",
        "Josie reads with {name} alone each day after snack, with props.",
        "Choose the book",
        "One story at bedtime",
        "Sits through the bear story and joins in.",
    ),
    Aim(
        "eyfs",
        "I count the steps to the garden",
        "From two to five",
        "We count each time we go out, and when we lay the table.",
        "Jump on each step",
        "Count the stairs at home",
        "Counts to six, every time.",
    ),
    Aim(
        "semh",
        "I say goodbye and wave at the window",
        "From ten minutes of tears to two",
        "Josie is at the door at nine; the goodbye song comes before the coat is off.",
        "Wave",
        "Say when you will be back, and be back then",
        "Waves on four days of five.",
    ),
    Aim(
        "independence",
        "I put my own boots on",
        "From being dressed to on my own",
        "Time is left for it before the garden; adults wait and cheer.",
        "Pull",
        "Boots by the door at home too",
        "Both boots, and nearly the right way round.",
    ),
)
