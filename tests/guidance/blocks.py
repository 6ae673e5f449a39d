"""Every block of guidance, full and as empty as its editor can leave it."""

import datetime
from typing import Any

LAW = "https://www.legislation.gov.uk/ukpga/1989/41/section/22"
#: Longer than a telephone is wide, with no place at which a browser breaks a line by itself.
LONG = "virtual.school.and.designated.teachers@education.alderbrook.example"

FULL: dict[str, Any] = {
    "text": {"heading": "What a plan is", "text": "<h3>In short</h3><p>A plan of learning.</p>"},
    "callout": {"heading": "Take care", "text": "<p>Ask first.</p>", "tone": "wait"},
    "statutory": {
        "text": "<p>Promote the child’s achievement.</p>",
        "source": "Children Act 1989, section 22(3A)",
        "address": LAW,
        "checked_on": datetime.date(2026, 9, 1),
    },
    "question": {"question": "Who comes?", "answer": "<p>Everyone who helps.</p>"},
    "faq": {
        "heading": "Meetings",
        "questions": [
            {"question": "Who comes?", "answer": "<p>Everyone who helps.</p>"},
            {"question": f"Who answers at {LONG}?", "answer": "<ul><li>One</li><li>Two</li></ul>"},
        ],
    },
    "attends": {
        "heading": "Who comes to the meeting",
        "intro": "As few as the child likes.",
        "people": [{"who": "The child", "part": "speaks first"}, {"who": LONG, "part": ""}],
    },
    "includes": {"heading": "What it includes", "intro": "Always:", "items": ["Goals", LONG]},
    "steps": {
        "heading": "What happens",
        "steps": [{"title": "Before", "text": "Read."}, {"title": "Then", "text": ""}],
    },
    "dates": {"heading": "The year at a glance", "note": "By these dates"},
    "timeline": {"heading": "The year, step by step", "note": "For schools"},
    "contact": {"heading": "Ask us", "text": "We like to be asked."},
    "start": {"label": "Start a PEP", "note": "You will be asked to sign in.", "address": ""},
}
EMPTY: dict[str, Any] = {
    "text": {"heading": "", "text": ""},
    "callout": {"heading": "", "text": "", "tone": ""},
    "statutory": {"text": "", "source": "", "address": "", "checked_on": None},
    "question": {"question": "", "answer": ""},
    "faq": {"heading": "Meetings", "questions": []},
    "attends": {"heading": "Who comes", "intro": "", "people": []},
    "includes": {"heading": "What it includes", "intro": "", "items": []},
    "steps": {"heading": "What happens", "steps": []},
    "dates": {"heading": "", "note": ""},
    "timeline": {"heading": "", "note": ""},
    "contact": {"heading": "", "text": ""},
    "contact_card": {"card": None},
    "start": {"label": "", "note": "", "address": ""},
    "downloads": [],
    "related": {"heading": "", "phase": "", "audience": "", "picks": []},
}


def full() -> list[tuple[str, Any]]:
    """Every block with words in it; a card and a template are made for those that choose one."""
    from pep_plugin.guidance.contacts.models import ContactCard
    from pep_plugin.library.models import Template

    card, _made = ContactCard.objects.get_or_create(
        name="Dan Whitlock", defaults={"telephone": "01632 960 143", "email": "dan@example.org"}
    )
    template, _made = Template.objects.get_or_create(
        form_key="primary", defaults={"title": "A paper", "slug": "a-paper"}
    )
    return [
        *FULL.items(),
        ("contact_card", {"card": card}),
        ("downloads", [("link", {"title": "A page", "address": LAW}), _blank()]),
        ("related", {"heading": "Related", "phase": "", "audience": "", "picks": [template]}),
    ]


def _blank() -> tuple[str, Any]:
    return ("blank_form", {"form": "primary", "note": "For Years R to 6"})
