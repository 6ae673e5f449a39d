"""A removed answer is gone from wherever it was carried on, and nothing else goes with it."""

import copy

import pytest

from pep_plugin.plans import facts, hashes
from pep_plugin.plans.actions import return_plan, start_plan
from pep_plugin.plans.models import Fact, Plan, SectionAnswers, Submission
from pep_plugin.sections import answers as answers_of
from tests.factories import PlanFactory, SubmissionFactory, TermFactory, live_primary
from tests.plans.test_remove_from_record import everywhere, remove
from tests.plans.test_send_plan import send

WORDS = "Zephyrine wants to read to her brother"
REVIEW = "She reads every evening now."


@pytest.fixture
def agreed(scene):
    """The shipped form, agreed with the words as a target."""
    live_primary()
    plan = scene.plan
    answers = copy.deepcopy(answers_of.sample(plan.form_version.form))
    for row in answers["targets"]["targets"]["value"]:
        row["cells"]["target"] = {"value": WORDS}
    submission = SubmissionFactory(plan=plan, answers=answers)
    facts.project(submission)
    for section, data in answers.items():
        SectionAnswers.objects.create(plan=plan, section=section, data=data, revision=1)
    Plan.objects.filter(pk=plan.pk).update(state="signed_off", sent_at=submission.sent_at)
    return submission


@pytest.fixture
def following(scene, agreed):
    """Next term's plan, in which somebody has said how the target went."""
    plan = start_plan(actor=scene.actor("designated_teacher"), child=scene.child)
    row = SectionAnswers.objects.get(plan=plan, section="last_targets")
    for one in row.data["review"]["value"]:
        one["cells"]["said_since"] = {"value": REVIEW}
    row.save()
    return plan


def test_a_target_goes_from_next_terms_review_and_the_review_itself_stays(scene, following):
    assert WORDS in str(SectionAnswers.objects.get(plan=following, section="last_targets").data)

    remove(scene, path="targets.targets")

    assert everywhere("Zephyrine") == []
    left = SectionAnswers.objects.get(plan=following, section="last_targets").data["review"]
    assert REVIEW in str(left["value"])
    assert left["partly"]["reason"] == "About another child"


def test_the_next_plans_hash_still_holds(scene, following):
    data = {row.section: row.data for row in SectionAnswers.objects.filter(plan=following)}
    sent = SubmissionFactory(plan=following, answers=data)

    remove(scene, path="targets.targets")

    assert everywhere("Zephyrine") == []
    assert hashes.broken(Submission.objects.get(pk=sent.pk)) == []


def test_facts_of_other_plans_with_rows_of_the_same_name_stay(scene, agreed):
    """Fixed rows have the same ids in every plan: "reading" of last year is not this year's."""
    before = PlanFactory(child=scene.child, term=TermFactory(last=True), state="signed_off")
    answers = copy.deepcopy(answers_of.sample(before.form_version.form))
    path = Fact.objects.filter(plan=scene.plan, table="attainment").values_list("path")[0][0]
    section, _, key = path.partition(".")
    row = answers[section][key]["value"][0]["cells"]
    column = next(iter(row))
    row[column] = {"value": "Different last year"}
    facts.project(SubmissionFactory(plan=before, answers=answers))
    kept = Fact.objects.filter(plan=before).standing().count()

    remove(scene, path=path)

    assert Fact.objects.filter(plan=before).standing().count() == kept
    assert not Fact.objects.filter(plan=scene.plan, path=path).standing().exists()


def test_a_page_that_still_shows_the_words_does_not_put_them_back(scene, complete, save):
    complete()
    save("designated_teacher", "progress", base=1, going_well=WORDS)
    send(scene)
    return_plan(actor=scene.actor("vs_adviser"), plan_id=scene.plan.pk, reason="Once more.")

    remove(scene)

    saved = save("designated_teacher", "progress", base=2, going_well=WORDS)
    assert saved.conflicts
    assert everywhere("Zephyrine") == []
    assert save("designated_teacher", "progress", base=3, going_well="Right words.").changed
