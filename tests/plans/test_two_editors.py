"""Two people edit one section in any order: a value disappears only when whoever replaced it
had it on the screen."""

import hypothesis.strategies as st
from hypothesis import HealthCheck, settings
from hypothesis.extra.django import TestCase
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    rule,
    run_state_machine_as_test,
)

from pep_plugin.plans.actions import save_answers
from pep_plugin.plans.models import Plan, SectionAnswers
from pep_plugin.plans.states import State, WrongState
from tests.factories import council

QUESTIONS = ("going_well", "attendance")
PEOPLE = ("designated_teacher", "deputy")


class TwoEditors(RuleBasedStateMachine):
    """Each person has a page with values and the revision it was drawn from."""

    @initialize()
    def draw(self):
        self.scene = SCENE
        Plan.objects.filter(pk=self.scene.plan.pk).update(state=State.DRAFT)
        self.actors = {who: self.scene.actor(who) for who in PEOPLE}
        self.pages = {}
        for who in PEOPLE:
            self.reload(who)

    def stored(self):
        row = SectionAnswers.objects.filter(plan=self.scene.plan, section="progress").first()
        return (row.revision, {k: v["value"] for k, v in row.data.items()}) if row else (0, {})

    @rule(who=st.sampled_from(PEOPLE))
    def reload(self, who):
        revision, values = self.stored()
        self.pages[who] = {"revision": revision, "drawn": values, "typed": dict(values)}

    @rule(who=st.sampled_from(PEOPLE), key=st.sampled_from(QUESTIONS), text=st.sampled_from("abcd"))
    def type(self, who, key, text):
        self.pages[who]["typed"][key] = text

    @rule(who=st.sampled_from(PEOPLE), key=st.sampled_from(QUESTIONS))
    def clear(self, who, key):
        self.pages[who]["typed"].pop(key, None)

    @rule(who=st.sampled_from(PEOPLE), source=st.sampled_from(("wizard", "autosave")))
    def save(self, who, source):
        page = self.pages[who]
        _revision, before = self.stored()
        try:
            saved = save_answers(
                actor=self.actors[who],
                plan_id=self.scene.plan.pk,
                section="progress",
                posted={
                    key: {"value": page["typed"][key]} if key in page["typed"] else None
                    for key in QUESTIONS
                },
                base_revision=page["revision"],
                source=source,
            )
        except WrongState:
            assert self.stored()[1] == before
            return
        _revision, after = self.stored()
        refused = {clash.path.partition(".")[2] for clash in saved.conflicts}
        for key in QUESTIONS:
            mine, was, now = page["typed"].get(key), before.get(key), after.get(key)
            if was != now:
                on_screen = page["drawn"].get(key)
                assert was == on_screen, "replaced a value that was not on the screen"
                assert now == mine
            if mine not in (page["drawn"].get(key), was):
                assert now == mine or key in refused, "an acknowledged answer was lost"
        if not saved.conflicts:
            self.reload(who)

    @rule(state=st.sampled_from((State.SUBMITTED, State.RETURNED, State.DRAFT)))
    def send_or_return(self, state):
        Plan.objects.filter(pk=self.scene.plan.pk).update(state=state)


SCENE = None


class TestTwoEditors(TestCase):
    def test_nothing_disappears_unseen(self):
        global SCENE
        SCENE = council()
        run_state_machine_as_test(
            TwoEditors,
            settings=settings(
                max_examples=40,
                stateful_step_count=25,
                deadline=None,
                suppress_health_check=list(HealthCheck),
            ),
        )
