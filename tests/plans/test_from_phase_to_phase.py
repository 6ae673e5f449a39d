"""A child's record follows them from nursery to college: what bears the same key is passed on."""

import pytest

from pep_plugin.formversions.publish import publish
from pep_plugin.plans.actions import start_plan
from pep_plugin.plans.facts import project
from pep_plugin.plans.models import Plan, SectionAnswers
from pep_plugin.plans.states import State
from pep_plugin.sections import answers, definitions
from tests.factories import PlanFactory, SubmissionFactory

FORMS = definitions.shipped()
#: What every phase asks: told once, and never typed again because the child grew older.
ALWAYS = (
    "care.legal_status",
    "care.school_summary",
    "child.first_language",
    "restrictions.no_information",
    "support.helps",
    "school.past_schools",
    "school.class_teacher",
    "progress.to_improve",
    "progress.next_summer",
    "beyond_class.interests",
)
#: Answers that turn something on would hide others; a child who is on a course asks most.
GIVEN = {
    "care.planned_move": "no",
    "support.sen_status": "K",
    "school.roll_status": "single",
    "school.setting_type": "day_nursery",
    "education_work.status": "full_time",
}


def sample(form):
    given = answers.sample(form)
    for path, value in GIVEN.items():
        section, key = path.split(".")
        if key in given.get(section, {}):
            given[section][key] = {"value": value}
    return given


def agreed(child, version, previous=None):
    context = {"phase": version.form_key, "kind": "termly", "first": "no", "age": 10}
    plan = PlanFactory(child=child, form_version=version, state=State.SIGNED_OFF, previous=previous)
    Plan.objects.filter(pk=plan.pk).update(sent_at=plan.started_at)
    sent = SubmissionFactory(plan=plan, answers=sample(version.form), context=context)
    project(sent)
    return plan


@pytest.mark.parametrize(
    ("earlier", "later"),
    [("early-years", "primary"), ("primary", "secondary"), ("secondary", "post-16")],
)
def test_the_next_phase_starts_from_the_last_one(scene, earlier, later):
    before = agreed(scene.child, publish(FORMS[earlier]))
    publish(FORMS[later])
    plan = start_plan(actor=scene.actor("designated_teacher"), child=scene.child, form_key=later)

    carried = {row.section: row.data for row in SectionAnswers.objects.filter(plan=plan)}
    told = sample(FORMS[earlier])
    for path in ALWAYS:
        section, key = path.split(".")
        assert carried[section][key]["value"] == told[section][key]["value"], path
        assert carried[section][key]["source"].startswith("submission:")
    # Targets that were set in one phase are looked back on in the next, under the same ids.
    review = carried["last_targets"]["review"]["value"]
    assert [row["id"] for row in review] == [
        row["id"] for row in told["targets"]["targets"]["value"]
    ]
    assert plan.previous_id == before.pk


@pytest.mark.parametrize(
    ("earlier", "later"),
    [("early-years", "primary"), ("secondary", "post-16"), ("secondary", "primary")],
)
def test_nothing_is_carried_that_the_next_form_cannot_read(scene, earlier, later):
    agreed(scene.child, publish(FORMS[earlier]))
    publish(FORMS[later])
    plan = start_plan(actor=scene.actor("designated_teacher"), child=scene.child, form_key=later)

    for row in SectionAnswers.objects.filter(plan=plan):
        for key, answer in row.data.items():
            question = FORMS[later].question(f"{row.section}.{key}")
            assert answers.problems(question, answer) == [], (row.section, key)
            columns = {column.key for column in question.table.columns} if question.table else ()
            for cells in (one["cells"] for one in answer["value"]) if question.table else ():
                assert set(cells) <= columns, (row.section, key)
