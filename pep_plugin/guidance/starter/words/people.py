# ruff: noqa: E501  (sentences for readers are kept whole)
"""Pages for carers and for young people; dates, contacts, questions, the library."""

from typing import Any

from pep_plugin.guidance.starter.parts import (
    bullets,
    callout,
    contact,
    faq,
    includes,
    paragraphs,
    related,
    steps,
    text,
)

YOUNG_PEOPLE: dict[str, Any] = {
    "title": "Your PEP: for children and young people",
    "slug": "for-young-people",
    "search_description": "What a PEP is for, in plain words, if you are in care.",
    "intro": "It is your plan. You can say what should be in it.",
    "body": [
        text(
            "What it is",
            paragraphs(
                "PEP is short for Personal Education Plan. It is about you and school: what you "
                "like, what you are good at, what is hard, and what you want to do one day. The "
                "adults write down what they will do to help, and next term you can check whether "
                "they did."
            ),
        ),
        includes(
            "You can",
            "say what you think first, before the adults do",
            "come to all of the meeting, some of it, or none of it",
            "say who you want there, and who you do not",
            "ask for a time when you do not miss your favourite lesson",
            "draw, write, record or type, or ask somebody to write for you",
            "say that something is private",
            "ask for your own copy, in words that make sense",
        ),
        steps(
            "What happens",
            ("Somebody asks you", "Before the meeting. You can choose who."),
            ("You meet", "Three times a year. You can come, or not."),
            ("Things get done", "Each target says who does what."),
            ("You look back", "Next time you say how it went."),
        ),
        callout(
            "Need to talk to somebody now?",
            paragraphs(
                "Childline is free: ring 0800 1111 at any time. If you are in danger, ring 999."
            ),
            "child",
        ),
        text(
            "Extra money for your learning",
            paragraphs(
                "There is money called pupil premium plus. It can pay for a tutor, a trip, an "
                "instrument or something else that helps. You can say what would help you most."
            ),
        ),
        related("Papers you can use", audience="child"),
        (
            "contact",
            {"heading": "Ask us", "text": "We are the team that stands up for your education."},
        ),
    ],
}

CARERS: dict[str, Any] = {
    "title": "For carers and parents",
    "slug": "for-carers",
    "search_description": "Your part in a child’s Personal Education Plan, if you are a carer or parent.",
    "intro": "You see what no teacher sees. The plan needs it.",
    "body": [
        text(
            "What you bring",
            bullets(
                "how mornings go, and evenings",
                "what the child talks about after school, and what they keep quiet about",
                "sleep, friends, reading, screens, clubs",
                "what they are proud of",
                "what you could do, and what would help you to do it",
            ),
        ),
        text(
            "At the meeting",
            paragraphs(
                "You are asked what you think, and what you will do to help. It need not be much: "
                "ten minutes of reading, a lift to football, a quiet table. If you cannot come, "
                "write it down before. Afterwards you get a copy of what was agreed."
            ),
        ),
        text(
            "If you are a parent",
            paragraphs(
                "You are asked for your wishes. The social worker will talk with you about coming to "
                "the meeting and about the copy that you get."
            ),
        ),
        callout(
            "Keep it safe",
            paragraphs(
                "The plan is about a child. Keep your copy where visitors and other children do not "
                "see it, and never photograph it."
            ),
            "warm",
        ),
        related("Papers for carers", audience="carer"),
        contact("You may ring us without asking anybody first."),
    ],
}

DATES: dict[str, Any] = {
    "title": "Dates",
    "slug": "dates",
    "search_description": "This year’s last days to send a PEP to the Virtual School.",
    "intro": "When plans are due this year.",
    "body": [
        text(
            "Why the last day matters",
            paragraphs(
                "After it we read the plans, decide on money and tell schools, all before the term "
                "ends. If you cannot make it, ring us before, not after."
            ),
        ),
        ("timeline", {"heading": "The year, step by step", "note": ""}),
    ],
}

CONTACT: dict[str, Any] = {
    "title": "Your Virtual School representative",
    "slug": "contact",
    "search_description": "Who in the Virtual School to ask, by phase and area.",
    "intro": "Somebody in the team knows your school.",
    "body": [contact("For anything else, or if you do not know whom to ask.")],
}

QUESTIONS: dict[str, Any] = {
    "title": "Questions and answers",
    "slug": "questions",
    "search_description": "Short answers on Personal Education Plans for schools, carers and social workers.",
    "intro": "What people ask us most.",
    "body": [
        faq(
            "The plan",
            (
                "Who starts it?",
                paragraphs("The child’s social worker. If you think that one is missing, ring us."),
            ),
            (
                "What if the child has no school place?",
                paragraphs(
                    "Make the plan all the same. The social worker and the Virtual School fill in "
                    "the part on education, and its first target is a school place."
                ),
            ),
            (
                "What if the child goes to school in another council’s area?",
                paragraphs(
                    "The plan is made by the council that looks after the child, with the school "
                    "that they go to. Our form is the right one for children in our care."
                ),
            ),
            (
                "Does a child with an education, health and care plan need a PEP as well?",
                paragraphs(
                    "Yes. The two fit together: the PEP says what happens this term, and does not "
                    "repeat the other."
                ),
            ),
        ),
        faq(
            "The meeting",
            (
                "What if the child does not want to come?",
                paragraphs(
                    "That is all right. Ask for their views before, in whatever way they like, write "
                    "down why they stay away, and tell them afterwards what was agreed."
                ),
            ),
            (
                "What if the social worker cannot come?",
                paragraphs(
                    "Move the meeting, or meet by video. A plan without the social worker misses "
                    "what only they know."
                ),
            ),
        ),
        faq(
            "The forms",
            (
                "Can we work on paper?",
                paragraphs(
                    "Yes. The template library has the same form for Word, with the same questions "
                    "in the same order."
                ),
            ),
            (
                "May we use our own form for the child’s views?",
                paragraphs("Gladly. Any form and any way that the child likes is welcome."),
            ),
            (
                "Who can see what we write?",
                paragraphs(
                    "People who work on this child’s plan, as long as they do. Some answers are for "
                    "fewer people still. Every look is recorded."
                ),
            ),
        ),
        contact(),
    ],
}

LIBRARY: dict[str, Any] = {
    "title": "Template library",
    "slug": "templates",
    "search_description": "Word forms and templates for Personal Education Plans.",
    "intro": (
        "The same questions as on the website, for working on paper or without a connection, and "
        "papers that help a child to say what they think."
    ),
}

HOW_TO_USE = (
    "<h3>Before you fill one in</h3><ul><li>Use the newest form: its number is in the file’s name."
    "</li><li>Keep a child’s name out of the file’s name.</li><li>Send a filled form only the way "
    "the Virtual School tells you, never by ordinary e-mail.</li></ul>"
)
