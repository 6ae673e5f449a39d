"""Two people save, autosave, save from old pages, restore, send and send back in any order, in
plain questions and in the cells of a table: no answer is lost, unless whoever replaced it had it on
the screen, and what was refused is told."""

from __future__ import annotations

import copy

import hypothesis.strategies as st
from hypothesis import HealthCheck, settings
from hypothesis.extra.django import TestCase
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    rule,
    run_state_machine_as_test,
)

from pep_plugin.plans import tokens
from pep_plugin.plans.actions import (
    SomethingChanged,
    restore_answers,
    return_plan,
    save_answers,
    send_plan,
)
from pep_plugin.plans.models import Plan, SectionAnswers, SectionHistory, Submission
from pep_plugin.plans.reading import open_plan
from pep_plugin.plans.states import BEING_WRITTEN, State, WrongState
from tests.factories import council

PEOPLE = ("designated_teacher", "deputy")
#: Units of the two sections: a question, or a cell of a row. The required ones come first.
UNITS = ("going_well", "attendance", "r1.area", "r1.target", "r2.area", "r2.target")
ROWS = {"r1": "a1b2c3d4e5", "r2": "f6g7h8j9k0"}
SECTION = {unit: "targets" if "." in unit else "progress" for unit in UNITS}
WORDS = st.sampled_from(("7", "8", "9", "10"))


def answers(values, section):
    """A page's posted answers, for texts by unit."""
    if section == "progress":
        return {
            unit: {"value": values[unit]} if unit in values else None
            for unit in ("going_well", "attendance")
        }
    rows = []
    for name, row_id in ROWS.items():
        cells = {
            unit.partition(".")[2]: {"value": text}
            for unit, text in values.items()
            if unit.startswith(f"{name}.")
        }
        if cells:
            rows.append({"id": row_id, "cells": cells})
    return {"targets": {"value": rows} if rows else None}


def units(data, section):
    """Texts by unit, of stored answers."""
    if section == "progress":
        return {key: held["value"] for key, held in data.items() if "value" in held}
    names = {row_id: name for name, row_id in ROWS.items()}
    return {
        f"{names[row['id']]}.{column}": cell["value"]
        for row in (data.get("targets") or {}).get("value") or []
        for column, cell in row["cells"].items()
        if "value" in cell
    }


class NothingIsLost(RuleBasedStateMachine):
    """``pages``: per person, what each section's page showed, from which revision, and what was
    typed over it. ``screens``: every text that somebody had before their eyes, by person and unit.
    """

    @initialize()
    def begin(self):
        self.plan_id = SCENE.plan.pk
        SectionAnswers.objects.filter(plan=self.plan_id).delete()
        SectionHistory.objects.filter(plan=self.plan_id).delete()
        Submission.objects.filter(plan=self.plan_id).delete()
        Plan.objects.filter(pk=self.plan_id).update(state=State.DRAFT)
        self.actors = {who: SCENE.actor(who) for who in (*PEOPLE, "vs_head", "social_worker")}
        save_answers(
            actor=self.actors["social_worker"],
            plan_id=self.plan_id,
            section="care",
            posted={"legal_status": {"value": "Full care order"}},
            base_revision=0,
        )
        self.pages = {}
        for who in PEOPLE:
            for section in ("progress", "targets"):
                self.reload(who, section)

    def stored(self, section):
        row = SectionAnswers.objects.filter(plan=self.plan_id, section=section).first()
        return (row.revision, units(row.data, section)) if row else (0, {})

    def everything(self):
        return {**self.stored("progress")[1], **self.stored("targets")[1]}

    @property
    def state(self):
        return Plan.objects.values_list("state", flat=True).get(pk=self.plan_id)

    @rule(who=st.sampled_from(PEOPLE), section=st.sampled_from(("progress", "targets")))
    def reload(self, who, section):
        revision, values = self.stored(section)
        self.pages[who, section] = {
            "revision": revision,
            "drawn": values,
            "typed": copy.copy(values),
        }

    @rule(who=st.sampled_from(PEOPLE), unit=st.sampled_from(UNITS), text=WORDS)
    def type(self, who, unit, text):
        self.pages[who, SECTION[unit]]["typed"][unit] = text

    @rule(who=st.sampled_from(PEOPLE), unit=st.sampled_from(UNITS))
    def clear(self, who, unit):
        self.pages[who, SECTION[unit]]["typed"].pop(unit, None)

    @rule(
        who=st.sampled_from(PEOPLE),
        section=st.sampled_from(("progress", "targets")),
        source=st.sampled_from(("wizard", "autosave")),
    )
    def save(self, who, section, source):
        page = self.pages[who, section]
        before = self.stored(section)[1]
        try:
            saved = save_answers(
                actor=self.actors[who],
                plan_id=self.plan_id,
                section=section,
                posted=answers(page["typed"], section),
                base_revision=page["revision"],
                source=source,
            )
        except WrongState:
            assert self.stored(section)[1] == before
            assert self.state not in BEING_WRITTEN
            return
        refused = self.refused(saved)
        self.check(section, before, page["drawn"], page["typed"], refused)
        if not saved.conflicts:
            self.reload(who, section)

    def refused(self, saved):
        """Units that a conflict named: a whole row stands for each of its cells."""
        names = {row_id: name for name, row_id in ROWS.items()}
        found = set()
        for clash in saved.conflicts:
            row_id, _, column = clash.unit.partition(".")
            if not clash.unit:
                found.add(clash.path.partition(".")[2])
            elif column:
                found.add(f"{names[row_id]}.{column}")
            else:
                found |= {unit for unit in UNITS if unit.startswith(f"{names[row_id]}.")}
        return found

    def check(self, section, before, on_screen, wanted, refused):
        after = self.stored(section)[1]
        for unit in UNITS:
            if SECTION[unit] != section:
                continue
            was, now, mine = before.get(unit), after.get(unit), wanted.get(unit)
            if was != now:
                assert was == on_screen.get(unit), f"{unit}: replaced what was not on the screen"
                assert now == mine, f"{unit}: became what nobody typed"
            if mine not in (on_screen.get(unit), was):
                assert now == mine or unit in refused, f"{unit}: an acknowledged text was lost"

    @rule(
        who=st.sampled_from(PEOPLE),
        section=st.sampled_from(("progress", "targets")),
        back=st.integers(0, 6),
    )
    def restore(self, who, section, back):
        """From a page that shows what stands now, which may be as old as the person's own."""
        page = self.pages[who, section]
        newest = self.stored(section)[0]
        revision = newest - back
        if revision < 1:
            return
        before, drawn = self.stored(section)[1], page["drawn"]
        (changes,) = SectionHistory.objects.filter(
            plan=self.plan_id, section=section, revision=revision
        ).values_list("changes", flat=True)
        then = units({key: held for key, held in changes.items() if held}, section)
        try:
            saved = restore_answers(
                actor=self.actors[who],
                plan_id=self.plan_id,
                section=section,
                saves=(revision, revision),
                keys=("going_well", "attendance", "targets"),
                base_revision=page["revision"],
            )
        except WrongState:
            assert self.stored(section)[1] == before
            return
        self.check(section, before, drawn, {**drawn, **then}, self.refused(saved))
        after = self.stored(section)[1]
        assert before.keys() <= after.keys(), "restoring takes nothing away"

    @rule(who=st.sampled_from(PEOPLE), text=WORDS)
    def fill_in(self, who, text):
        """What the form requires, so that there is something to send."""
        for section in ("progress", "targets"):
            self.reload(who, section)
            for unit in UNITS:
                if SECTION[unit] == section and unit not in self.pages[who, section]["typed"]:
                    self.type(who, unit, text)
            self.save(who, section, "wizard")

    @rule(who=st.sampled_from(PEOPLE), twice=st.booleans())
    def send(self, who, twice):
        before = self.everything()
        if self.state not in BEING_WRITTEN:
            return
        opened = open_plan(self.actors[who], self.plan_id)
        if any(opened.asked.gaps(section) for section in opened.asked.sections()):
            return
        token = tokens.make(self.actors[who], opened)
        sent = send_plan(actor=self.actors[who], plan_id=self.plan_id, token=token)
        if twice:
            again = send_plan(actor=self.actors[who], plan_id=self.plan_id, token=token)
            assert again.pk == sent.pk
        assert self.everything() == before
        held = {
            **units(sent.answers["progress"], "progress"),
            **units(sent.answers["targets"], "targets"),
        }
        assert held == before, "what was sent is not what stood there"

    @rule(who=st.sampled_from(PEOPLE), unit=st.sampled_from(UNITS), text=WORDS)
    def send_what_somebody_changed_meanwhile(self, who, unit, text):
        """A check page goes stale: it sends nothing, and loses nothing."""
        section = SECTION[unit]
        if self.state not in BEING_WRITTEN or self.stored(section)[1].get(unit) == text:
            return
        actor = self.actors[who]
        token = tokens.make(actor, open_plan(actor, self.plan_id))
        self.reload(who, section)
        self.type(who, unit, text)
        self.save(who, section, "wizard")
        before = self.everything()
        try:
            send_plan(actor=actor, plan_id=self.plan_id, token=token)
        except SomethingChanged:
            assert self.state in BEING_WRITTEN
            assert self.everything() == before
        else:
            raise AssertionError("a page that had gone stale was sent")

    @rule()
    def send_back(self):
        if self.state != State.SUBMITTED:
            return
        before = self.everything()
        return_plan(actor=self.actors["vs_head"], plan_id=self.plan_id, reason="Say how.")
        assert self.everything() == before

    @invariant()
    def the_history_tells_how_it_came_to_stand_there(self):
        for section in ("progress", "targets"):
            told = {}
            rows = SectionHistory.objects.filter(plan=self.plan_id, section=section)
            for changes in rows.order_by("revision").values_list("changes", flat=True):
                told.update(changes)
            held = {key: answer for key, answer in told.items() if answer}
            assert units(held, section) == self.stored(section)[1]


SCENE = None


class TestNothingIsLost(TestCase):
    def test_whatever_two_people_do(self):
        global SCENE
        SCENE = council()
        run_state_machine_as_test(
            NothingIsLost,
            settings=settings(
                max_examples=20,
                stateful_step_count=25,
                deadline=None,
                suppress_health_check=list(HealthCheck),
            ),
        )
