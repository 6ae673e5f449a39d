"""Invented subjects, courses, observations and what was done about careers."""

from __future__ import annotations

import datetime

from pep_plugin.management.fictional.identity import chance, row_id
from pep_plugin.management.fictional.scene import Scene
from pep_plugin.sections.answers import Answer, Asked

_SUBJECTS = ("English", "Maths", "Combined science", "History", "Art and design")
_GRADES = ("3", "4", "4", "5", "5", "6")
#: (course, kind, level, grade now, predicted)
_COURSES = (
    ("Motor vehicle maintenance", "vocational", "2", "Pass", "Merit"),
    ("Health and social care", "vocational", "3", "Merit", "Merit"),
    ("Professional cookery", "vocational", "2", "Pass", "Distinction"),
)
_SEEN = (
    (
        "Filled the jug four times, looked to see whether I watched, and laughed when it ran over.",
        "Water, and the sound of it",
        "The blanket with the moon",
        "Hand dryers",
    ),
    (
        "Sat beside Leo in the sand and passed him the spade. Said “dig, dig”.",
        "Diggers, and being outside",
        "Holding somebody’s sleeve",
        "Being hurried",
    ),
)


def _row(key: str, **cells: str) -> dict:
    return {"id": row_id(key), "cells": {name: {"value": value} for name, value in cells.items()}}


def observations(scene: Scene, asked: Asked) -> Answer:
    """What the key person saw."""
    did, loves, comfort, upsets = chance(f"{scene.key} seen").choice(_SEEN)
    day = (scene.day - datetime.timedelta(days=6)).isoformat()
    row = _row(
        f"{scene.key} seen",
        watched_by="Josie Fairweather",
        on=day,
        did=did,
        loves=loves,
        comfort=comfort,
        upsets=upsets,
    )
    return {"value": [row]}


def subjects(scene: Scene, asked: Asked) -> Answer | None:
    """Grades in the years that have them; a course at 16 and over."""
    source = chance(f"{scene.key} subjects")
    if asked.form.key == "secondary":
        return {"value": [_subject(scene, name, source.choice(_GRADES)) for name in _SUBJECTS]}
    if asked.form.key != "post-16":
        return None
    # The course stays the same from term to term.
    name, kind, level, now, predicted = chance(f"{scene.portrait.key} course").choice(_COURSES)
    row = _row(
        f"{scene.portrait.key} course",
        subject=name,
        kind=kind,
        level=level,
        own_scale=now,
        predicted=predicted,
        attendance=str(source.randrange(82, 99)),
        hours="16",
    )
    return {"value": [row]}


def _subject(scene: Scene, name: str, grade: str) -> dict:
    return _row(
        f"{scene.portrait.key} subject {name}",
        subject=name,
        own_scale=grade,
        end_of_year=str(int(grade) + 1),
        predicted=grade,
        attitude=chance(f"{scene.key} {name}").choice("334"),
    )


def activities(scene: Scene, asked: Asked) -> Answer:
    """A talk with the adviser, and a week of work."""
    day = scene.day - datetime.timedelta(days=70)
    return {
        "value": [
            _row(
                f"{scene.key} adviser",
                kind="interview",
                on=day.isoformat(),
                with_whom="Council careers adviser",
                came_of_it="Two courses to look at",
            ),
            _row(f"{scene.key} work", kind="work_experience", with_whom="Bridge Street Garage"),
        ]
    }
