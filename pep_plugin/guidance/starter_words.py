# ruff: noqa: E501  (sentences for readers are kept whole)
"""The words that a new site starts with. Editors change them on the pages, not here."""

from typing import Any

START = {
    "label": "Start or continue a PEP",
    "note": "For schools and social workers. You will be asked to sign in.",
}

GUIDANCE: dict[str, Any] = {
    "title": "Personal Education Plans",
    "slug": "personal-education-plans",
    "search_description": "What a Personal Education Plan is, who makes it, and when.",
    "intro": (
        "Every child in our care has a plan for their education. It is made with the child, and "
        "looked at again each term."
    ),
    "body": [
        ("start", START),
        (
            "text",
            {
                "heading": "What a PEP is",
                "text": (
                    "<p>A Personal Education Plan (PEP) says how a child is doing at school, what "
                    "they want, what gets in the way, and what each of us will do about it before "
                    "the next term. It is part of the child’s care plan and of their school "
                    "record, and it moves with them when they change school.</p>"
                    "<p>It runs from the time a child starts nursery, at the age of three, until "
                    "they are 18. After 16 it is part of the pathway plan.</p>"
                ),
            },
        ),
        (
            "attends",
            {
                "heading": "Who comes to the meeting",
                "intro": "The child is asked first: who should be there, when, and where.",
                "people": [
                    {
                        "who": "The child or young person",
                        "part": "for all of it, a part, or through what they wrote or drew before",
                    },
                    {
                        "who": "The social worker",
                        "part": "starts the plan, and sees that it is reviewed",
                    },
                    {
                        "who": "The designated teacher",
                        "part": "leads on learning, and on what the school will do",
                    },
                    {
                        "who": "The carer",
                        "part": "knows the evenings, the weekends and the mornings",
                    },
                    {"who": "A parent", "part": "where that is right for the child"},
                    {
                        "who": "Anyone else who helps",
                        "part": "a therapist, an educational psychologist, a mentor",
                    },
                ],
            },
        ),
        (
            "callout",
            {
                "heading": "Their voice, their way",
                "text": (
                    "<p>Ask before the meeting, not in it. Use our pages, a drawing, a film, or any "
                    "form that the child likes better. All of it counts. A child may skip any "
                    "question, and may say who is not to read an answer.</p>"
                ),
                "tone": "child",
            },
        ),
        (
            "includes",
            {
                "heading": "What the plan includes",
                "intro": "",
                "items": [
                    "what the child says about school, friends, home and the future",
                    "what goes well, and what they are proud of",
                    "schools attended so far, attendance, progress and results",
                    "any special educational needs, and the help that meets them",
                    "last term’s targets: did they help?",
                    "at least three new targets, with who does what by when",
                    "how pupil premium plus is spent, and what for",
                    "clubs, music, sport, and whatever else makes a good week",
                    "changes ahead, such as a new school, and how to make them easy",
                    "what the carer does to help",
                ],
            },
        ),
        (
            "steps",
            {
                "heading": "From start to finish",
                "steps": [
                    {
                        "title": "The social worker starts the plan",
                        "text": (
                            "Within ten working days after a child comes into care. The school hears "
                            "at once."
                        ),
                    },
                    {
                        "title": "Everyone fills in their own part",
                        "text": "Save and come back as often as you like. Last term’s answers are there.",
                    },
                    {
                        "title": "The meeting",
                        "text": "The child speaks first. Targets are agreed together, in plain words.",
                    },
                    {
                        "title": "The plan is sent to the Virtual School",
                        "text": "We read it, and either agree it or say what is missing.",
                    },
                    {
                        "title": "We look again next term",
                        "text": "The new plan begins with what was promised in this one.",
                    },
                ],
            },
        ),
        (
            "dates",
            {
                "heading": "The year at a glance",
                "note": "Each PEP reaches the Virtual School by these dates",
            },
        ),
        (
            "callout",
            {
                "heading": "A child who is new to care",
                "text": (
                    "<p>The first plan is ready for the first review of the child’s care, and at "
                    "the latest 20 working days after they came into care. School holidays count "
                    "as working days.</p>"
                ),
                "tone": "warm",
            },
        ),
        (
            "question",
            {
                "question": "What if the child has no school place?",
                "answer": (
                    "<p>Make the plan all the same. The social worker and the Virtual School fill "
                    "in the part on education, and its first target is a school place.</p>"
                ),
            },
        ),
        (
            "question",
            {
                "question": "What if the child does not want to come?",
                "answer": (
                    "<p>That is all right. Ask for their views before, in whatever way they like, "
                    "write down why they stay away, and tell them afterwards what was agreed.</p>"
                ),
            },
        ),
        (
            "question",
            {
                "question": "Can we work on paper?",
                "answer": (
                    "<p>Yes. The template library has the same form for Word, with the same "
                    "questions in the same order.</p>"
                ),
            },
        ),
        (
            "contact",
            {"heading": "Ask the Virtual School", "text": "We would rather be asked twice."},
        ),
    ],
}

FOR_YOUNG_PEOPLE: dict[str, Any] = {
    "title": "Your PEP: for children and young people",
    "slug": "for-young-people",
    "search_description": "What a PEP is for, in plain words, if you are in care.",
    "intro": "It is your plan. You can say what should be in it.",
    "body": [
        (
            "text",
            {
                "heading": "What it is",
                "text": (
                    "<p>PEP is short for Personal Education Plan. It is about you and school: what "
                    "you like, what you are good at, what is hard, and what you want to do one "
                    "day. The adults write down what they will do to help, and next term you can "
                    "check whether they did.</p>"
                ),
            },
        ),
        (
            "includes",
            {
                "heading": "You can",
                "intro": "",
                "items": [
                    "say what you think first, before the adults do",
                    "come to all of the meeting, some of it, or none of it",
                    "say who you want there, and who you do not",
                    "ask for a time when you do not miss your favourite lesson",
                    "draw, write, record or type, or ask somebody to write for you",
                    "say that something is private",
                    "ask for your own copy, in words that make sense",
                ],
            },
        ),
        (
            "callout",
            {
                "heading": "Need to talk to somebody now?",
                "text": (
                    "<p>Childline is free: ring 0800 1111 at any time. If you are in danger, ring "
                    "999.</p>"
                ),
                "tone": "child",
            },
        ),
        (
            "text",
            {
                "heading": "Pupil premium plus",
                "text": (
                    "<p>Your school gets extra money to help you learn. It can pay for a tutor, a "
                    "trip, a musical instrument or something else that helps. You can say what "
                    "you think would help you most.</p>"
                ),
            },
        ),
        (
            "contact",
            {"heading": "Ask us", "text": "We are the team that stands up for your education."},
        ),
    ],
}


LIBRARY: dict[str, Any] = {
    "title": "Template library",
    "slug": "templates",
    "search_description": "Word forms and templates for Personal Education Plans.",
    "intro": (
        "The same questions as on the website, for working on paper or without a connection."
    ),
}

#: The heading of a group, and the keys of the forms that stand in it once they are live.
PHASES = (
    ("Early Years", ("early-years",)),
    ("Reception to Year 11", ("primary", "secondary")),
    ("Post-16", ("post-16",)),
)

HOW_TO_USE = (
    "<h3>Before you fill one in</h3><ul><li>Use the newest form: its number is in the file’s name."
    "</li><li>Keep a child’s name out of the file’s name.</li><li>Send a filled form only the way "
    "the Virtual School tells you, never by ordinary e-mail.</li></ul>"
)
