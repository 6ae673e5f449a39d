"""What was written by and about invented young people in Year 7 to 11."""

from pep_plugin.management.fictional.aims import Aim

TEXTS: dict[str, tuple[str, ...]] = {
    "plan.meeting_place": ("The meeting room by reception", "The library, after period five"),
    "views.going_well": (
        "I got a 6 in the science mock and Mr Obi read my answer out.",
        "I am in the under-14 team and I have not missed a training.",
        "Drama. I wrote a scene and we performed it.",
    ),
    "views.good_at": ("Fixing bikes and explaining things.", "Languages, and listening to people."),
    "views.what_works": (
        "When the teacher says what we will do first. Sitting by the window.",
        "Being allowed to start on paper. Not being asked to read out without warning.",
    ),
    "views.would_like_help": (
        "Maths before the mocks: somebody who goes through it slowly, not in front of everyone.",
        "Planning revision. I do not know where to begin.",
        "A quiet place on Tuesdays. Home is full then.",
    ),
    "views.own_target": ("Get a 5 in English", "Be in on time on Mondays"),
    "views.when_i_grow_up": ("Electrician, or something with engines", "A nurse or a paramedic"),
    "views.clubs": ("Football and the repair café", "Drama club. I would like to try climbing."),
    "views.adults_stop": ("Taking me out of PE for meetings",),
    "views.adults_start": ("Telling me the day before when something changes",),
    "views.adults_keep": ("Ms Bright’s check-in. It takes two minutes and it helps.",),
    "views.people_who_help": ("Ms Bright, my carer, and my cousin", "Mr Obi and my friend Dan"),
    "views.worries": ("If I have to move before my exams.", "Nothing I want to say here."),
    "views.premium_view": ("A laptop that works, and the trip with the science group.",),
    "views.who_may_know": ("Ms Bright and my tutor. Nobody else unless I say so.",),
    "carer.going_well": (
        "{name} gets up without being called and talks about lessons at tea.",
        "{name} has friends round and does the homework before the game.",
    ),
    "carer.will_do": (
        "Keep the desk free in the evening, take {name} to training, and go through the planner "
        "together on Sundays.",
        "Drive {name} to the college open evenings and ask about revision without nagging.",
    ),
    "carer.school_should_know": (
        "Letters from family come on the first Friday. The Monday after can be hard.",
    ),
    "carer.worries": ("That everything changes in the middle of the exam years.",),
    "parent.view": ("Dad hopes {name} will stay on and is proud of the science grade.",),
    "care.school_summary": (
        "{name} is quick, loyal and dry-witted, and takes care of younger pupils. What helps: one "
        "adult who knows, honest answers, and a way out of the room without a fuss. Being "
        "corrected in front of others is hard; a quiet word afterwards works.",
        "{name} thinks before speaking and stands up for others. Sleep is sometimes short, and the "
        "first lesson shows it. A drink, a task and ten minutes bring {name} back.",
    ),
    "school.class_teacher": ("Ms Bright", "Mr Obi", "Mrs Lennox"),
    "support.helps": (
        "A check-in with Ms Bright before period one, a pass to leave for five minutes, and "
        "instructions in writing as well as said.",
        "Seated near the front beside somebody who works; chunks of ten minutes; a laptop "
        "for long answers.",
    ),
    "support.sen_support": (
        "Reading group twice a week and extra time in assessments. Speed has grown since autumn.",
    ),
    "health_wellbeing.trusted_adult": ("Ms Bright", "Mr Obi"),
    "progress.going_well": (
        "{name} asks the question that moves the lesson on, most of all in science. Homework is "
        "in, and it is {name}’s own.",
        "{name} has found a voice in English: the last piece was read to the year group.",
        "{name} is calm, prompt and trusted with the equipment in design and technology.",
    ),
    "progress.to_improve": (
        "Revision. {name} reads notes again and again; short tests and a plan for the week help "
        "most.",
        "Longer answers in writing. Talking it through for a minute first helps most.",
    ),
    "progress.next_summer": (
        "{name} walks into the exams knowing what to do, and has a place for September.",
        "{name} has a 5 or better in English and maths, and still plays on Thursdays.",
    ),
    "transition.move_plan": (
        "Two taster days in July, a named person at the college, and a call in the first week.",
    ),
    "careers.aim": (
        "{name} wants to work with engines; the next step is the level 2 course and a talk with a "
        "garage that takes apprentices.",
        "Something in health. Work experience at the clinic comes first.",
    ),
    "beyond_class.interests": (
        "Football on Thursdays, mixing music, and mending bikes with the carer.",
        "Drama club, baking, and long runs by the river.",
    ),
    "beyond_class.wants_to_try": ("Climbing", "A week with the sailing trust", "Guitar"),
    "beyond_class.barriers": ("The bus stops at six; lifts are shared with another family.",),
    "beyond_class.achievements": ("Bronze award, and player of the month in October.",),
    "meeting.notes": (
        "{name} led the first part and chose what we talked about. The laptop comes before "
        "half term. {name} asked for meetings not to be in PE, and the next one is after school. "
        "Everybody agreed on a plan for revision with small steps.",
    ),
}

CHOSEN: dict[str, tuple[str, ...]] = {
    "progress.english_now": ("at", "below", "at"),
    "progress.maths_now": ("below", "at", "at"),
    "progress.science_now": ("at", "above"),
    "progress.reading_now": ("at", "below"),
    "careers.intended": ("college", "sixth_form", "apprenticeship"),
    "careers.plan_b": ("sixth_form", "college"),
    "careers.risk": ("low", "medium"),
    "careers.advice_given": ("yes",),
    "careers.september_guarantee": ("yes", "no"),
    "transition.move": ("none", "key_stage", "none"),
}

AIMS = (
    Aim(
        "reading",
        "I finish the set book and can say what I think of it",
        "From chapter 3 with help to the end",
        "Ms Bright and {name} read twenty minutes, three times a week, in tutor time.",
        "Bring the book",
        "Listen to the audio book together in the car",
        "Finished, and {name} argued well about the ending.",
    ),
    Aim(
        "maths",
        "I get four of five equations right without help",
        "From two of five to four of five",
        "Tutor online, an hour on Wednesdays; Mr Hale marks a page each Friday.",
        "Do the page",
        "Keep Wednesdays at five free",
        "Four of five in the last three tests.",
    ),
    Aim(
        "writing",
        "I write for twenty minutes and say all I know",
        "From half a page to a page and a half",
        "English: a plan with five boxes first, every time.",
        "Use the boxes",
        "Ask what the argument is",
        "A full page and a half in the mock.",
    ),
    Aim(
        "semh",
        "I use my pass instead of walking out",
        "From three times a week to none",
        "All teachers honour the pass; Ms Bright looks at it with {name} on Fridays.",
        "Show the pass",
        "Talk about one good thing at tea",
        "Used nine times; no walking out since half term.",
    ),
    Aim(
        "career",
        "I know what I need for the course I want",
        "From an idea to an application",
        "The careers adviser meets {name} in November; the social worker pays for the travel.",
        "Choose two courses",
        "Come to the open evening",
        "Applied, with an interview in March.",
    ),
    Aim(
        "attendance",
        "I am in for registration on Mondays",
        "From one Monday in four to three",
        "Ms Bright meets {name} with toast; the carer rings if the night was bad.",
        "Pack on Sunday",
        "Lights out at ten",
        "Eleven Mondays of twelve.",
    ),
)
