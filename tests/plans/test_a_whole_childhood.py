"""One child from the nursery to college: every plan is sent and agreed, and leads to the next."""

import pytest
from django.test import Client
from django.urls import reverse

from pep_plugin.formversions.publish import publish
from pep_plugin.people.models import Enrolment
from pep_plugin.plans import tokens
from pep_plugin.plans.actions import agree_plan, send_plan, start_plan
from pep_plugin.plans.models import Fact, SectionAnswers
from pep_plugin.plans.reading import open_plan
from pep_plugin.plans.states import State
from pep_plugin.sections import answers
from tests.factories import born_for_year
from tests.plans.test_from_phase_to_phase import ALWAYS, FORMS, sample

#: The form, and the year group (as schools write it, and in figures) in which it is asked.
YEARS = (("early-years", "N2", -1), ("primary", "6", 6), ("secondary", "11", 11))
YEARS = (*YEARS, ("post-16", "12", 12))


@pytest.fixture
def grow(scene):
    def to(year_group, number):
        scene.child.date_of_birth = born_for_year(number)
        scene.child.save()
        Enrolment.objects.filter(child=scene.child).update(year_group=year_group)

    return to


@pytest.fixture
def finish(scene):
    """Fill in what is still empty, send, agree."""

    def finishing(plan):
        actor = scene.actor("vs_head")
        for section, given in sample(plan.form_version.form).items():
            row, _made = SectionAnswers.objects.get_or_create(plan=plan, section=section)
            row.data = {**given, **_settled(row.data)}
            row.save()
        token = tokens.make(actor, open_plan(actor, plan.pk))
        send_plan(actor=actor, plan_id=plan.pk, token=token)
        agree_plan(actor=actor, plan_id=plan.pk)
        plan.refresh_from_db()
        assert plan.state == State.SIGNED_OFF

    return finishing


def _settled(data):
    """Answers that were carried, confirmed; tables to look back on are filled in anew."""
    return {
        key: {name: told for name, told in answer.items() if name != "to_confirm"}
        for key, answer in data.items()
        if not isinstance(answer.get("value"), list)
    }


def every_page(scene, plan):
    client = Client()
    client.force_login(scene.user("vs_head"))
    opened = open_plan(scene.actor("vs_head"), plan.pk)
    for step in opened.form.steps():
        if any(opened.asked.is_asked(f"{step.section.key}.{one.key}") for one in step.questions):
            yield client.get(reverse("pep_plugin:step", args=[plan.pk, step.name]))
    for name in ("plan", "check", "read"):
        yield client.get(reverse(f"pep_plugin:{name}", args=[plan.pk]))


def test_each_phase_is_agreed_and_the_next_one_starts_from_it(scene, grow, finish):
    told = None
    before = None
    for form_key, year_group, number in YEARS:
        publish(FORMS[form_key])
        grow(year_group, number)
        plan = start_plan(actor=scene.actor("vs_head"), child=scene.child)
        assert plan.form_version.form_key == form_key
        assert plan.previous_id == (before.pk if before else None)
        carried = {row.section: row.data for row in SectionAnswers.objects.filter(plan=plan)}
        if told is not None:
            for path in ALWAYS:
                section, key = path.split(".")
                assert carried[section][key]["value"] == told[section][key]["value"], path
            targets = Fact.objects.standing().filter(plan=before, table="targets")
            review = carried["last_targets"]["review"]["value"]
            assert {row["id"] for row in review} == {fact.row_id for fact in targets}
            # A subject of one phase is no line of the table of another.
            assert "subjects" not in carried["progress"]
        for page in every_page(scene, plan):
            assert page.status_code == 200
        finish(plan)
        before, told = plan, plan.submissions.get().answers


@pytest.mark.parametrize("form_key", ["secondary", "post-16"])
def test_within_one_phase_subjects_and_courses_stay(scene, grow, finish, form_key):
    publish(FORMS[form_key])
    year = {"secondary": "10", "post-16": "12"}[form_key]
    grow(year, int(year))
    finish(start_plan(actor=scene.actor("vs_head"), child=scene.child))
    plan = start_plan(actor=scene.actor("vs_head"), child=scene.child)
    rows = SectionAnswers.objects.get(plan=plan, section="progress").data["subjects"]["value"]
    assert all(row["cells"]["subject"]["value"] for row in rows)
    assert len(rows) == len(answers.sample(FORMS[form_key])["progress"]["subjects"]["value"])
