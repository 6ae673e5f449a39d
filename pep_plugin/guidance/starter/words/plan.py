# ruff: noqa: E501  (sentences for readers are kept whole)
"""What a PEP is, what it includes, who does what."""

from typing import Any

from pep_plugin.guidance.starter.parts import (
    attends,
    bullets,
    callout,
    contact,
    includes,
    paragraphs,
    picked,
    statutory,
    steps,
    text,
)

REGULATIONS = "Care Planning, Placement and Case Review (England) Regulations 2010"
REGULATIONS_AT = "https://www.legislation.gov.uk/uksi/2010/959/contents"
ACT_AT = "https://www.legislation.gov.uk/ukpga/1989/41/section/22"

HOME: dict[str, Any] = {
    "title": "Personal Education Plans",
    "slug": "personal-education-plans",
    "search_description": "What a Personal Education Plan is, who makes it, when, and the forms to use.",
    "intro": (
        "Every child in our care has a plan for their education. It is made with the child, and "
        "looked at again each term."
    ),
    "body": [
        (
            "start",
            {
                "label": "Start or continue a PEP",
                "note": "For schools and social workers. You will be asked to sign in.",
                "address": "",
            },
        ),
        text(
            "",
            paragraphs(
                "A Personal Education Plan (PEP) says how a child is doing at school, what they "
                "want, what gets in the way, and what each of us will do about it before the next "
                "term. It is part of the child’s care plan and of their school record, and it "
                "moves with them when they change school."
            ),
        ),
        callout(
            "If a child may be in danger",
            paragraphs("Ring 999 in an emergency. If you are worried, tell {urgent}."),
            "wait",
        ),
    ],
}

WHAT_AND_WHY: dict[str, Any] = {
    "title": "What a PEP is, and why",
    "slug": "what-a-pep-is",
    "search_description": "Why every child in care has a Personal Education Plan, and who answers for it.",
    "intro": "One plan, kept by all of us, that remembers what a child needs when people change.",
    "body": [
        text(
            "Part of the care plan and of the school record",
            paragraphs(
                "The PEP is the education part of a child’s care plan. It is also part of their "
                "school record: when they move, it goes with them to the next school, so that "
                "nobody has to start again.",
                "A child has a PEP from the age of three, or from the day they start in an early "
                "years setting, until they are 18. From 16 it is kept up as part of the pathway "
                "plan.",
            ),
        ),
        statutory(
            paragraphs(
                "A council must promote the educational achievement of every child it looks after, "
                "and must appoint somebody to see that it does: the Virtual School head."
            ),
            "Children Act 1989, section 22(3A) and (3B)",
            ACT_AT,
        ),
        text(
            "A responsibility that is shared",
            paragraphs(
                "The council, as the child’s corporate parent, and the school answer for the plan "
                "together. The social worker starts it and sees that reviews happen. The "
                "designated teacher leads on what happens in school. The Virtual School checks its "
                "quality. Nobody can do it alone, and nobody may leave it to another."
            ),
        ),
        text(
            "A living document",
            paragraphs(
                "A plan that is written once and filed helps nobody. A good PEP is opened between "
                "meetings: targets are ticked off, promises are kept, and what did not work is "
                "changed.",
                "It is also a collective memory. Children in care meet more changes than most: of "
                "home, of school, of the adults around them. The plan remembers what they are "
                "proud of, what helped, and what was promised, above all at transitions: into "
                "school, between schools, and on to what comes after.",
            ),
        ),
        steps(
            "Three times a year, and whenever something changes",
            (
                "A child comes into care",
                "The social worker starts the PEP and tells the school. We ask for this within ten working days.",
            ),
            (
                "The first plan",
                "It is ready for the first review of the child’s care, at the latest 20 working days after they came into care. School holidays count as working days.",
            ),
            ("Each term", "The plan is reviewed in autumn, spring and summer."),
            (
                "In between",
                "A new school, a new home, a suspension or a new education, health and care plan is a reason to look at the PEP again at once.",
            ),
        ),
        callout(
            "Beside other plans",
            paragraphs(
                "A PEP goes with an education, health and care plan and with the care plan. It does "
                "not repeat them and must not contradict them."
            ),
        ),
        contact(),
    ],
}

INCLUDES: dict[str, Any] = {
    "title": "What the plan includes",
    "slug": "what-it-includes",
    "search_description": "The parts of a Personal Education Plan, from strengths to targets and people.",
    "intro": "Strengths first. Then what is hard, what will help, and who will do it.",
    "body": [
        includes(
            "In every plan",
            "progress and achievement: where the child stands now, and how far they have come",
            "strengths: what they are good at, enjoy and are proud of",
            "special educational needs, and the help that meets them",
            "areas for improvement: what to work on next",
            "goals: this term’s targets, and the hopes behind them",
            "agencies that help, each with the person who is responsible",
        ),
        text(
            "Also in the plan",
            bullets(
                "the child’s own views, gathered before the meeting",
                "schools so far, attendance, and any suspensions",
                "last term’s targets: did they help, and what comes of them?",
                "how pupil premium plus is used, and what for",
                "clubs, music, sport, and whatever else makes a good week",
                "changes ahead, such as a new school, and how to make them easy",
                "what the carer does to help",
            ),
        ),
        statutory(
            paragraphs(
                "The plan covers five things: the child’s educational history; the arrangements "
                "that stand; changes that are planned, and how disruption is kept small; leisure "
                "interests; and what the carer does to support achievement and leisure."
            ),
            f"{REGULATIONS}, Schedule 1, paragraph 2",
            REGULATIONS_AT,
        ),
        callout(
            "Ask for no more than is needed",
            paragraphs(
                "Write what a teacher, a carer or the child will use. A child may read the plan "
                "today or in thirty years: write so that they would be glad to."
            ),
            "warm",
        ),
        picked("The forms", "early-years", "primary", "secondary", "post-16"),
    ],
}

ROLES: dict[str, Any] = {
    "title": "Who does what",
    "slug": "who-does-what",
    "search_description": "What the social worker, designated teacher, carer and Virtual School each do for a PEP.",
    "intro": "Everyone has a part. The plan shows which.",
    "body": [
        text(
            "The social worker",
            bullets(
                "starts the plan and tells the school",
                "fills in the part on care: legal status, who decides what, who may not have information",
                "decides with the child who else is invited",
                "sees that reviews happen, and that the plan is there for each review of the child’s care",
            ),
        ),
        text(
            "The designated teacher",
            bullets(
                "leads on learning, attendance and what happens in school",
                "gathers the child’s views, or finds the adult whom the child would rather tell",
                "writes targets with the child, and sees that they are worked on",
                "sends the finished plan to the Virtual School",
                "keeps track of attainment, progress and pupil premium plus for each child in care at the school",
            ),
            paragraphs(
                "In early years settings and colleges, which need not have a designated teacher, a "
                "named person does this."
            ),
        ),
        text(
            "The carer",
            bullets(
                "says how the child is at home: mornings, homework, sleep, friends",
                "tells what is planned to help with learning and leisure",
                "comes to the meeting, and has a copy of what was agreed",
            ),
        ),
        text(
            "The parent",
            paragraphs(
                "Parents and others with parental responsibility are asked what they wish for, and "
                "come to the meeting where that is right for the child. The social worker decides."
            ),
        ),
        text(
            "The Virtual School",
            bullets(
                "reads every plan, agrees it or says what is missing",
                "manages pupil premium plus for children in care",
                "keeps track of attendance, attainment and progress of all of them together",
                "helps schools, carers and social workers, and comes to meetings where it can",
            ),
        ),
        text(
            "The independent reviewing officer",
            paragraphs(
                "Reads the plan before each review of the child’s care, and asks what became of "
                "what was promised."
            ),
        ),
        text(
            "The child or young person",
            paragraphs(
                "Says what they think first. Everything else in the plan should be possible to "
                "explain to them."
            ),
        ),
        contact("Not sure whose part something is? Ask us."),
    ],
}

MEETING: dict[str, Any] = {
    "title": "The meeting",
    "slug": "the-meeting",
    "search_description": "Who comes to a PEP meeting, what happens at it, and how funding is decided.",
    "intro": "An hour in which the child speaks first and everybody leaves with something to do.",
    "body": [
        attends(
            "Who comes",
            (
                "The child or young person",
                "for all of it, a part, or through what they made before",
            ),
            ("The social worker", "leads on the plan as a whole"),
            ("The designated teacher", "leads on learning and on what the school will do"),
            ("The foster carer, or a parent", "knows the evenings, the weekends and the mornings"),
            (
                "Others who help",
                "such as an educational psychologist, an advisory teacher or a therapist",
            ),
            ("The Virtual School", "where possible, and always when something is stuck"),
            intro="The child is asked first: who should be there, when, and where.",
        ),
        callout(
            "Before you fix the date",
            bullets(
                "Ask the child which lesson they would hate to miss.",
                "Give at least two weeks’ notice.",
                "Invite as few people as will do. A full room is hard to speak in.",
            ),
            "child",
        ),
        steps(
            "What happens",
            ("The child’s views", "In their own words, by themselves or by whoever they chose."),
            ("What went well", "Achievements since last time, at school and outside."),
            (
                "Last term’s targets",
                "Each one: did it help? A target that was not met is split into a smaller step, not copied.",
            ),
            ("Learning now", "Progress, attendance, needs, and anything that changed at home."),
            ("New targets", "At least three, with who does what by when."),
            ("Money", "What pupil premium plus should pay for, and which target it serves."),
            ("What is ahead", "A move, an exam, a choice: what makes it easy."),
            ("The next date", "Fixed before people leave."),
        ),
        text(
            "How funding is decided",
            paragraphs(
                "The meeting says what would help and what it costs. The designated teacher asks "
                "for it in the plan, beside the target that it serves. The Virtual School decides, "
                "and says why. Next term the plan asks what it changed."
            ),
        ),
        picked("Agenda and checklist", "meeting-agenda", "teachers-checklist"),
    ],
}
