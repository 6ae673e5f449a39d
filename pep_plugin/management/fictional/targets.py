"""Invented targets, how they went, and what pupil premium plus was asked for."""

import datetime

from pep_plugin.management.fictional import phases
from pep_plugin.management.fictional.aims import Aim
from pep_plugin.management.fictional.identity import chance, row_id
from pep_plugin.sections.answers import Answer

AIMS = (
    Aim(
        "reading",
        "I read a chapter book and tell somebody what happened",
        "From band 9 with help to band 11 alone",
        "Mrs Patel listens to {name} read three times a week and asks one question about why.",
        "Choose the book and bring it",
        "Fifteen minutes together each evening",
        "Reads band 11 alone and retells a chapter in order.",
    ),
    Aim(
        "writing",
        "I write five sentences that go together, and check them",
        "From two sentences to five, three times in a row",
        "{name} says each sentence into the recorder first; the class teacher marks with {name} on "
        "Fridays.",
        "Say it, then write it",
        "Postcards to family on Sundays",
        "Writes five sentences in four tries out of five; full stops are secure.",
    ),
    Aim(
        "maths",
        "I know my 3, 4 and 8 times tables without counting",
        "From 14 of 36 facts to 32 of 36",
        "The maths lead runs a ten-minute game with four children each morning and counts the "
        "facts every second Friday.",
        "Play the card game twice a week",
        "Tables in the car",
        "Knows 33 of 36, and uses them in longer problems.",
    ),
    Aim(
        "semh",
        "I use my two-minute card before things get too much",
        "From leaving the room four times a week to once",
        "Every adult who teaches {name} honours the card at once; Mrs Patel notes when it is used.",
        "Hold up the card",
        "Talk about one good moment at tea",
        "The card is used daily, and the room was left twice this half term.",
    ),
    Aim(
        "language",
        "I explain what I think in a group so that others understand",
        "From single words to three joined sentences",
        "The teaching assistant runs the language group three times a week with cards from the "
        "therapist.",
        "Say one thing in each group",
        "Ask “and then?” at bedtime",
        "Gives reasons with “because” in most sessions.",
    ),
    Aim(
        "attendance",
        "I am in class by ten to nine",
        "From late twice a week to on time every day",
        "The family worker meets {name} at the gate and walks in with {name} until half term.",
        "Pack my bag the night before",
        "Leave the house at quarter past eight",
        "On time on 34 of 36 days.",
    ),
    Aim(
        "talent",
        "I learn three songs on the ukulele and play one to my class",
        "From none to three",
        "The music service teaches {name} in a small group each Tuesday.",
        "Practise ten minutes, four days a week",
        "Listen, and clap",
        "Played two songs in assembly.",
    ),
    Aim(
        "independence",
        "I get my things ready for the next lesson on my own",
        "From five reminders a day to one",
        "The class teacher puts the picture list on {name}’s tray; {name} ticks it.",
        "Tick my list",
        "The same list by the front door",
        "One reminder a day, and none on Fridays.",
    ),
)

#: (what, cost in pounds, kind of support): each for the target of the same place in the plan.
LINES = (
    ("One-to-one reading tutor, 10 sessions of 30 minutes", "250.00", "one_to_one"),
    ("Small-group maths game before school, spring term", "120.00", "small_group"),
    ("Ukulele and lessons for a term", "95.00", "arts"),
    ("Training for two members of staff in emotion coaching", "180.00", "training"),
)


def rows_of_targets(
    key: str, name: str, by_when: datetime.date, phase: str, most: int = 3
) -> list[dict]:
    """Rows of the table of targets, with ids that are the same each time."""
    source = chance(f"targets {key}")
    aims = phases.AIMS.get(phase, AIMS)
    chosen = source.sample(aims[:3], 2) + source.sample(aims[3:], most - 2)
    return [
        {
            "id": row_id(f"target {key} {number}"),
            "cells": {
                column: {"value": text.format(name=name)}
                for column, text in (
                    ("area", aim.area),
                    ("target", aim.target),
                    ("from_to", aim.from_to),
                    ("who_does_what", aim.who),
                    ("by_when", by_when.isoformat()),
                    ("child_part", aim.child_part),
                    ("carer_part", aim.carer_part),
                    ("child_agrees", "yes"),
                )
            },
        }
        for number, aim in enumerate(chosen)
    ]


def reviewed(rows: list[dict], key: str) -> list[dict]:
    """Last term's rows with how they went."""
    source = chance(f"reviewed {key}")
    every = (AIMS, *phases.AIMS.values())
    went = {aim.target: aim.went for aims in every for aim in aims}
    found = []
    for row in rows:
        target = row["cells"].get("target", {}).get("value", "")
        outcome, after = source.choice(
            (("achieved", "close"), ("exceeded", "close"), ("partly", "smaller_step"))
        )
        evidence = went.get(target, "Seen in class and in the home and school book.")
        cells = {
            **row["cells"],
            "outcome": {"value": outcome},
            "evidence": {"value": evidence},
            "next_step": {"value": after},
            "child_view": {
                "value": source.choice(
                    ("It went well.", "Better than before.", "I want to keep going.")
                )
            },
        }
        found.append({**row, "cells": cells})
    return found


def rows_of_lines(key: str, targets: list[dict]) -> list[dict]:
    """One or two lines of pupil premium plus, each linked to a target."""
    source = chance(f"lines {key}")
    return [
        {
            "id": row_id(f"line {key} {number}"),
            "cells": {
                "targets": {"value": [targets[number]["id"]]},
                "what": {"value": what},
                "cost": {"value": cost},
                "category": {"value": category},
            },
        }
        for number, (what, cost, category) in enumerate(source.sample(LINES, source.choice((1, 2))))
    ]


#: What last term's money changed, by the kind of support.
CHANGED = {
    "one_to_one": "{name} reads two bands higher and asks for the tutor by name.",
    "small_group": "Tables are quick now, and {name} leads the game on Fridays.",
    "arts": "{name} played in assembly and practises without being asked.",
    "training": "Adults respond in the same calm way; {name} is back in class sooner.",
}


def lines_looked_back(rows: list[dict], name: str) -> list[dict]:
    """Last term's lines with what they changed."""
    by_what = {what: CHANGED[category] for what, _cost, category in LINES}
    found = []
    for row in rows:
        what = row["cells"].get("what", {}).get("value", "")
        changed = by_what.get(what, "{name} looks forward to it.").format(name=name)
        cells = {"decision": {"value": "approved"}, "changed": {"value": changed}}
        found.append({**row, "cells": {**row["cells"], **cells, "impact": {"value": "4"}}})
    return found


def table(rows: list[dict]) -> Answer:
    """Rows as an answer."""
    return {"value": rows}
