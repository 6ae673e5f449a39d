"""What invented people wrote, question by question: ``{name}`` is what the child is called.

Several wordings each, so that forty plans do not read alike. Children speak in the first person.
"""

TEXTS: dict[str, tuple[str, ...]] = {
    "plan.meeting_place": ("The quiet room next to the library", "The head’s office", "Room 4"),
    "views.going_well": (
        "I moved up a reading band and now I read to the little ones on Fridays.",
        "I have two good friends and we made a den in the playground.",
        "Maths is better because Mr Bell lets me use the squares. I got 18 out of 20.",
        "I like my teacher. She says hello to me first thing every day.",
        "I was the narrator in the class play and I did not forget anything.",
        "Football club! We won against Penrose and I was in goal.",
        "I can do my eight times table. I practise with the cards at home.",
    ),
    "views.good_at": (
        "Drawing dragons and helping people who are new.",
        "Running, building things and remembering facts about space.",
        "Making people laugh. Also spelling.",
        "Singing and looking after the class fish.",
        "Computers. I showed my whole table how to make a game.",
    ),
    "views.would_like_help": (
        "Writing long stories. I have the ideas but my hand gets tired.",
        "When it is loud in the hall I do not know where to go.",
        "Fractions, and asking for help when everyone is looking.",
        "Reading the hard words in science.",
        "Making up after an argument, because I do not know what to say first.",
    ),
    "views.wish": (
        "That my brother could come to my school too.",
        "A pet lizard, and nobody being cross on Mondays.",
        "To see the sea again.",
        "To stay at this school until I am eleven.",
    ),
    "views.own_target": (
        "To write a whole page on my own",
        "To swim twenty-five metres",
        "To put my hand up once a day",
        "To learn the ukulele",
    ),
    "views.best_bit": (
        "Forest school on Wednesdays, even when it rains.",
        "Art, and when we have hot pudding.",
        "Reading time, because it is quiet and nobody moves about.",
        "Science when we do it and do not only write it.",
    ),
    "views.worst_bit": (
        "Lining up. People push.",
        "When there is a different teacher and nobody told me.",
        "Getting changed for PE.",
        "Assembly is too long.",
    ),
    "views.people_who_help": (
        "Mrs Patel, Jean, and my friend Elsie",
        "Mr Bell and the dinner lady with the red hair",
        "My carer, my social worker and my teacher",
    ),
    "views.worries": (
        "If I will move house before the trip.",
        "I worry about my little sister sometimes.",
        "Nothing at the moment.",
    ),
    "views.when_i_grow_up": ("A vet or a drummer", "A builder of bridges", "A nurse", "An author"),
    "views.clubs": (
        "Football and choir. I would like to try gymnastics.",
        "Cubs. I want to do coding club in the spring.",
        "Dance on Saturdays.",
    ),
    "carer.going_well": (
        "{name} comes out smiling most days and tells us what happened, which is new since the "
        "summer. Homework is done at the kitchen table without a battle.",
        "We read together every evening. {name} now asks for one more chapter.",
        "Mornings are calmer since school put the picture timetable in place and we use the same "
        "one at home.",
        "{name} has been invited to two birthday parties and went to both.",
    ),
    "carer.will_do": (
        "Read together for fifteen minutes a day, take {name} to swimming on Saturdays, and keep "
        "the home and school book going.",
        "Practise times tables in the car, visit the library every second week, and come to the "
        "reading café.",
        "Keep bedtime steady before school days, and let school know by eight if the night was "
        "hard.",
    ),
    "carer.school_should_know": (
        "Changes are easier when {name} hears about them the day before. A photograph of the "
        "new teacher helped a lot.",
        "{name} says “I don’t care” when worried. Give it five minutes and ask again.",
        "Mondays after family time can be wobbly. A job to do first thing works well.",
    ),
    "carer.worries": (
        "That the good work stops with the change of class in summer.",
        "Nothing at the moment. We feel listened to.",
    ),
    "parent.view": (
        "Mum is proud of the reading and would like a copy of the story {name} wrote.",
        "Dad says maths always came easily and asks whether {name} could have harder work.",
        "Mum would like school to know that singing has always been {name}’s way to settle.",
    ),
    "child.first_language": ("English",),
    "care.planned_move_education": (
        "The new home is on the same bus line, and {name} stays at this school.",
    ),
    "care.school_summary": (
        "{name} is curious, kind to younger children and proud of finishing things. What helps: "
        "knowing what comes next, a trusted adult at the gate, and praise said quietly. Loud "
        "corridors and sudden changes are hard; a warning and a job to do make them easier.",
        "{name} is funny, quick to learn by doing and loyal to friends. Early life had many "
        "moves, so goodbyes matter: please say when somebody will be away and when they will be "
        "back. Food is a comfort; a snack in the morning keeps learning going.",
        "{name} is a thoughtful child who notices everything. Starting a task is the hard part: "
        "doing the first line together is usually enough. Please avoid asking about weekends in "
        "front of the class.",
    ),
    "contacts.first_call": (
        "The carer first, then the social worker. After five o’clock the council’s duty team.",
        "The carer. If there is no answer within ten minutes, the social worker.",
    ),
    "restrictions.no_information_who": (
        "One adult in the wider family may not be told which school {name} goes to. The office "
        "has the name. Nobody is to hand {name} over to anyone but the carer.",
    ),
    "health_wellbeing.health_needs": (
        "Mild asthma: a blue inhaler is in the office and one in the school bag.",
        "Glasses for reading and for the board.",
        "None that touch learning.",
    ),
    "health_wellbeing.trusted_adult": ("Mrs Patel", "Mr Bell", "Miss Oduya"),
    "health_wellbeing.sdq_advice": (
        "Ten minutes with the trusted adult at the start of each day, movement breaks in the "
        "afternoon, and the emotional literacy sessions on Tuesdays until Easter.",
    ),
    "school.class_teacher": ("Mr Bell", "Mrs Achebe", "Miss Trent", "Mr Doyle", "Mrs Fairclough"),
    "support.helps": (
        "Short steps with a tick for each, a seat near the front with a clear view of the door, "
        "and a check-in with Mrs Patel at nine and at two. A card that says “I need two minutes” "
        "is used about once a day and works.",
        "Talking through a piece before writing it, a word bank on the desk, and a partner who "
        "works steadily. Movement breaks before maths.",
        "The same adult at the gate each morning, a picture timetable, and a warning before "
        "changes. Small-group phonics four times a week.",
    ),
    "support.sen_support": (
        "Small-group work on language three times a week with a teaching assistant trained by the "
        "speech and language therapist. It is going well: sentences are longer and clearer.",
        "A key adult for the first hour each day and a sensory diet planned with the occupational "
        "therapist. {name} now settles in five minutes instead of twenty.",
    ),
    "support.ehc_council": ("Alderbrook",),
    "support.ehc_provision": (
        "Twenty hours of support a week, speech and language therapy every two weeks, and a quiet "
        "place to work.",
    ),
    "attendance.absence_reasons": (
        "Two days of illness and three mornings around a change of home. Taxi times are now "
        "agreed, and attendance has been full since half term.",
        "A sickness bug in the second week, and medical appointments that are being moved to "
        "after school.",
    ),
    "progress.going_well": (
        "{name} has fallen in love with stories and reads aloud with real expression. In group "
        "work {name} listens, and others choose {name} as a partner.",
        "Number sense is strong: {name} sees patterns that others miss, and explains them well. "
        "Confidence to try a second time has grown this term.",
        "{name} asks wonderful questions in science and remembers the answers. Handwriting is "
        "joined and even, and there is pride in each finished page.",
        "{name} settled into the class quickly, knows the routines and reminds others of them "
        "kindly. Phonics is moving fast.",
    ),
    "progress.to_improve": (
        "Getting ideas on to paper. {name} tells a story beautifully and then writes two lines. "
        "Saying each sentence into the recorder first helps most.",
        "Times tables are not yet secure, so longer problems stop early. Little and often, with "
        "the same games at home, is what works.",
        "Reading is fluent and the meaning slips away. Talking about each page in a pair would "
        "help most.",
        "Unstructured time. Lunchtimes go well with a job and a friend, and badly without.",
    ),
    "progress.next_summer": (
        "{name} writes a full page that {name} is proud of, and reads it to the class.",
        "{name} is at the expected standard in maths and says “I can do this” and means it.",
        "{name} has a friend to visit, a club to go to, and a school place that does not change.",
        "{name} reads for pleasure and chooses books without being asked.",
    ),
    "transition.move_plan": (
        "Three visits with Mrs Patel in the summer term, a photo book of the new place over the "
        "holidays, and the new tutor comes to the July meeting.",
        "Morning visits each week from May, a friend in the same tutor group, and the first day "
        "with a known adult at the gate.",
    ),
    "beyond_class.interests": (
        "Football club on Thursdays, drawing every day, and the school choir.",
        "Cubs, baking with the carer, and everything about dinosaurs.",
        "Swimming, gymnastics on Saturdays, and the allotment behind the church hall.",
        "Minecraft, the ukulele and long walks with the dog.",
    ),
    "beyond_class.wants_to_try": (
        "Drumming",
        "Rock climbing",
        "A week at an outdoor centre",
        "Sewing",
    ),
    "beyond_class.barriers": (
        "Getting there on Saturdays; the carer and the social worker are sharing lifts.",
        "Consent for the residential: the social worker signs it by the end of the month.",
    ),
    "beyond_class.achievements": (
        "A gold certificate for reading a hundred books, and the part of narrator in the play.",
        "A 10-metre swimming badge and a letter home from the head about kindness.",
        "Joined the school council.",
    ),
    "meeting.notes": (
        "{name} came for the first part, showed the reading book and chose the second target. "
        "Everyone agreed that the morning check-in makes the difference and is to stay. The carer "
        "asked for the times-table games; school will send them. The social worker will bring "
        "news of the spring family time two weeks before it begins, so that school can plan.",
        "We began with what {name} had drawn. Reading has gone further than the target. Writing "
        "is the next thing, with the recorder and a shorter task. The club on Thursdays is to be "
        "paid from pupil premium plus. The next meeting is at half past one, so that {name} does "
        "not miss science.",
    ),
}

#: When a plan comes back, why.
RETURNED = (
    "A strong plan, and {name}’s voice is clear in it. Two of the targets do not say how we will "
    "know: please add from what to what, and who checks it when.",
    "Thank you for the care in this. The pupil premium request has no link to a target yet, and "
    "the date of the next meeting is in the school holidays.",
    "Nearly there. Last term’s reading target needs a line on how it went before we can agree "
    "the smaller step.",
)

#: What the Virtual School said when it agreed: it heads the next plan.
AGREED = (
    "Thank you. {name}’s own words run through this plan, and the targets can be counted. Next "
    "time, please say who reads with {name} at home, and how often.",
    "A clear plan with three targets that fit together. At the next meeting, look at whether the "
    "morning check-in is still needed every day.",
    "Very good: everybody knows what they do. For next term, ask {name} to choose one of the "
    "targets alone.",
)
