"""Invented answers to one plan: texts from the pools, the rest by what fits the child."""

from __future__ import annotations

import datetime

from pep_plugin.management.fictional import learning, phases
from pep_plugin.management.fictional import targets as aims
from pep_plugin.management.fictional.identity import chance, row_id
from pep_plugin.management.fictional.scene import Scene
from pep_plugin.management.fictional.words import TEXTS
from pep_plugin.plans.clock import last_working_day
from pep_plugin.sections import answers as answers_of
from pep_plugin.sections import roles as role_keys
from pep_plugin.sections.answers import Answer, Asked
from pep_plugin.sections.schema import Question, Section

#: Answers that are one word: path -> what is chosen from. The first is the usual one.
CHOSEN: dict[str, tuple[str, ...]] = {
    "plan.meeting_how": ("school", "school", "video"),
    "views.how_asked": ("talked", "wrote_drew", "talked"),
    "carer.got_last_plan": ("yes",),
    "parent.gathered": ("phone", "meeting", "talked"),
    "parent.invited": ("came", "did_not_come"),
    "parent.invited_reason": ("Could not get away from work.",),
    "parent.copy_sent": ("yes",),
    "care.legal_status": ("C2", "V2", "C1"),
    "care.placement_type": ("U6", "U4", "U3"),
    "care.in_area": ("yes", "yes", "no"),
    "care.planned_move": ("no",),
    "care.school_decisions": ("carer", "social_worker"),
    "restrictions.no_information": ("no", "no", "yes"),
    "restrictions.address_confidential": ("no", "no", "yes"),
    "restrictions.school_confidential": ("no",),
    "school.roll_status": ("single",),
    "school.full_time": ("yes",),
    "school.alternative": ("no",),
    "attendance.suspended": ("no",),
    "progress.reading_now": ("EXS", "WTS", "EXS", "GDS"),
    "progress.writing_now": ("WTS", "EXS", "WTS"),
    "progress.maths_now": ("EXS", "WTS", "EXS", "GDS"),
    "progress.since_last": ("expected", "more", "expected"),
    "progress.phonics_score": ("34", "29", "37"),
    "progress.phonics_outcome": ("Wa",),
    "progress.tables_score": ("19", "22", "24"),
    "transition.move": ("new_class", "none", "key_stage"),
    "meeting.child_part": ("PN1", "PN3", "PN1"),
    "health_wellbeing.sdq_total": ("11", "14", "18"),
    "plan.meeting_time": ("1:30pm", "9:15am", "2:45pm"),
    "support.primary_need": ("SEMH", "SLCN", "ASD"),
}


def section_answers(scene: Scene, section: Section, asked: Asked) -> dict[str, Answer]:
    """Answers to what the section asks as it stands now; what is detail stays blank."""
    found: dict[str, Answer] = {}
    for question in asked.questions(section):
        if not question.is_typed or question.detail:
            continue
        answer = _answer(scene, f"{section.key}.{question.key}", question, asked)
        if answer:
            found[question.key] = answer
    return found


def _answer(scene: Scene, path: str, question: Question, asked: Asked) -> Answer | None:
    if path in _SPECIAL:
        return _SPECIAL[path](scene, asked)
    for pool in _pools(asked.form.key):
        if path in pool:
            return answers_of.read(question, scene.pick(path, pool[path]))
    if path in _DAYS:
        # Nobody meets on a Sunday.
        day = last_working_day(scene.day + datetime.timedelta(days=_DAYS[path]))
        return {"value": day.isoformat()}
    return None


def _pools(phase: str) -> tuple[dict[str, tuple[str, ...]], ...]:
    """Where wordings and choices come from: what the phase has of its own, then the shared."""
    own = (phases.TEXTS.get(phase, {}), phases.CHOSEN.get(phase, {}))
    return (*own, TEXTS, CHOSEN)


#: Dates by their distance in days from the meeting.
_DAYS = {
    "plan.next_care_review": 40,
    "plan.meeting_date": 0,
    "views.asked_on": -6,
    "care.placement_since": -420,
    "care.care_plan_date": -90,
    "health_wellbeing.sdq_date": -50,
    "support.ehc_date": -500,
    "support.ehc_last_review": -170,
    "support.ehc_next_review": 190,
    "transition.move_date": 240,
    "transition.applied_on": -20,
    "careers.advice_on": -70,
    "pathway.plan_date": -60,
    "pathway.needs_assessed_on": -90,
    "meeting.next_date": 112,
}


def _sen(scene: Scene, asked: Asked) -> Answer:
    return {"value": scene.portrait.sen}


def _move(scene: Scene, asked: Asked) -> Answer:
    """Whoever is in the last year of a phase goes to the next."""
    year = _year_of(asked)
    if year in _LAST_YEARS:
        return {"value": _LAST_YEARS[year]}
    usual = phases.CHOSEN.get(asked.form.key, {}).get("transition.move")
    return {"value": scene.pick("transition.move", usual or CHOSEN["transition.move"])}


_LAST_YEARS = {"N2": "reception", "6": "secondary", "11": "post_16", "13": "university"}


def _year_of(asked: Asked) -> str:
    return str(asked.context.get("year_group", ""))


def _sessions(scene: Scene, asked: Asked) -> Answer:
    source = chance(f"{scene.key} sessions")
    rows = []
    for period, possible in (("this_term", 104), ("this_year", 104), ("last_year", 380)):
        missed = source.randrange(0, max(4, possible // 14))
        without = min(missed, source.choice((0, 0, 1)))
        cells = (
            ("possible", possible),
            ("attended", possible - missed),
            ("authorised", missed - without),
            ("unauthorised", without),
        )
        rows.append({"id": period, "cells": {key: {"value": str(number)} for key, number in cells}})
    return {"value": rows}


def _faces(scene: Scene, asked: Asked) -> Answer:
    source = chance(f"{scene.key} faces")
    table = asked.form.question("views.faces").table
    assert table is not None  # noqa: S101 - the shipped form has it
    return {
        "value": [
            {"id": row.code, "cells": {"face": {"value": source.choice("3445545")}}}
            for row in table.fixed_rows
        ]
    }


def _responsible(scene: Scene, asked: Asked) -> Answer:
    people = (("Parent named in the file", "mother"), ("Alderbrook Council", "council"))
    return {
        "value": [
            {
                "id": row_id(f"{scene.key} responsible {number}"),
                "cells": {
                    "name": {"value": name},
                    "relation": {"value": relation},
                    "shared": {"value": "yes"},
                },
            }
            for number, (name, relation) in enumerate(people)
        ]
    }


def _helped_by(scene: Scene, asked: Asked) -> Answer:
    return {"value": scene.pick("helped", ("Mrs Patel", "Miss Oduya", "Mr Bell"))}


def _teacher(scene: Scene, asked: Asked) -> str:
    """Whom the plan calls the class teacher; the same in all its parts."""
    said = asked.answers.get("school", {}).get("class_teacher", {}).get("value")
    pool = phases.TEXTS.get(asked.form.key, TEXTS)["school.class_teacher"]
    return str(said or scene.pick("school.class_teacher", pool))


def _people(scene: Scene, asked: Asked) -> Answer:
    """Who was there: the child, the carer and the staff around them."""
    there = [
        ("child", scene.portrait.called, "part"),
        ("carer", scene.people.get(role_keys.CARER, ""), "present"),
        ("social_worker", scene.people.get(role_keys.SOCIAL_WORKER, ""), "present"),
        ("designated_teacher", scene.people.get(role_keys.DESIGNATED_TEACHER, ""), "present"),
        ("class_teacher", _teacher(scene, asked), "views_sent"),
    ]
    return {
        "value": [
            {
                "id": row_id(f"{scene.key} person {number}"),
                "cells": {
                    "role": {"value": role},
                    "name": {"value": name},
                    "took_part": {"value": part},
                },
            }
            for number, (role, name, part) in enumerate(there)
            if name
        ]
    }


def _actions(scene: Scene, asked: Asked) -> Answer:
    day = scene.day + datetime.timedelta(days=21)
    people = scene.people
    agreed = (
        ("Send the times-table games home", people.get(role_keys.DESIGNATED_TEACHER, "School")),
        ("Sign the consent for the residential", people.get(role_keys.SOCIAL_WORKER, "")),
    )
    return {
        "value": [
            {
                "id": row_id(f"{scene.key} action {number}"),
                "cells": {
                    "action": {"value": action},
                    "who": {"value": who or "Social worker"},
                    "by_when": {"value": day.isoformat()},
                },
            }
            for number, (action, who) in enumerate(agreed)
        ]
    }


def _targets(scene: Scene, asked: Asked) -> Answer:
    by_when = scene.day + datetime.timedelta(days=100)
    rows = aims.rows_of_targets(scene.key, scene.portrait.called, by_when, asked.form.key)
    return aims.table(rows)


def _reviewed(scene: Scene, asked: Asked) -> Answer | None:
    rows = asked.answers.get("last_targets", {}).get("review", {}).get("value")
    return aims.table(aims.reviewed(rows, scene.key)) if rows else None


def _lines(scene: Scene, asked: Asked) -> Answer | None:
    if asked.form.key in ("early-years", "post-16"):
        # No sum a head is paid for these; what there is stands on other pages.
        return None
    targets = asked.answers.get("targets", {}).get("targets", {}).get("value")
    return aims.table(aims.rows_of_lines(scene.key, targets)) if targets else None


def _last_lines(scene: Scene, asked: Asked) -> Answer | None:
    rows = asked.answers.get("premium", {}).get("last_lines", {}).get("value")
    return aims.table(aims.lines_looked_back(rows, scene.portrait.called)) if rows else None


def _sdq(scene: Scene, asked: Asked) -> Answer:
    """Maya's school does not know it yet and asks the carer: that is an answer, too."""
    if scene.portrait.key == "Maya Kestrel" and scene.is_current:
        return {"none": "unknown", "ask": role_keys.CARER}
    return {"value": scene.pick("sdq", CHOSEN["health_wellbeing.sdq_total"])}


def _to_reach(scene: Scene, asked: Asked) -> Answer:
    known = (
        ("carer", scene.people.get(role_keys.CARER, "Carer"), "01632 960 301", "phone"),
        ("supervising_social_worker", "Dilys Marden", "01632 960 318", "email"),
        ("class_teacher", _teacher(scene, asked), "01632 960 200", "phone"),
    )
    columns = ("role", "name", "phone", "best_way")
    return {
        "value": [
            {
                "id": row_id(f"{scene.key} to reach {number}"),
                "cells": {
                    key: {"value": value} for key, value in zip(columns, person, strict=True)
                },
            }
            for number, person in enumerate(known)
        ]
    }


def _services(scene: Scene, asked: Asked) -> Answer | None:
    """A third of the children have a service that helps."""
    if chance(f"{scene.portrait.key} services").random() > 0.4:
        return None
    cells = {
        "service": "Speech and language therapy",
        "person": "Owen Tait",
        "what": "A session every two weeks and a plan for class",
        "effect": "Longer sentences, and the confidence to ask",
    }
    return {
        "value": [
            {
                "id": row_id(f"{scene.key} service"),
                "cells": {key: {"value": value} for key, value in cells.items()},
            }
        ]
    }


_SPECIAL = {
    "health_wellbeing.sdq_total": _sdq,
    "health_wellbeing.agencies": _services,
    "contacts.people": _to_reach,
    "support.sen_status": _sen,
    "transition.move": _move,
    "attendance.sessions": _sessions,
    "views.faces": _faces,
    "views.helped_by": _helped_by,
    "restrictions.parental_responsibility": _responsible,
    "views.observations": learning.observations,
    "progress.subjects": learning.subjects,
    "careers.activities": learning.activities,
    "meeting.people": _people,
    "meeting.actions": _actions,
    "targets.targets": _targets,
    "last_targets.review": _reviewed,
    "premium.lines": _lines,
    "premium.last_lines": _last_lines,
}
