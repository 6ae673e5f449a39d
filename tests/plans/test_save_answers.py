import pytest

from pep_plugin import access
from pep_plugin.audit.models import AuditEvent
from pep_plugin.plans.actions import save_answers
from pep_plugin.plans.models import Plan, SectionAnswers, SectionHistory
from pep_plugin.plans.states import State, WrongState
from tests.factories import PostFactory


def stored(plan, section):
    return SectionAnswers.objects.get(plan=plan, section=section).data


def test_a_save_keeps_the_answer_with_who_said_it_and_a_line_of_history(scene, save):
    saved = save("designated_teacher", "progress", going_well="Reads to Reception on Fridays.")

    answer = stored(scene.plan, "progress")["going_well"]
    assert answer["value"] == "Reads to Reception on Fridays."
    assert answer["by"] == str(scene.designated_teacher.pk)
    assert saved.revision == 1
    line = SectionHistory.objects.get(plan=scene.plan)
    assert line.changes["going_well"]["value"] == "Reads to Reception on Fridays."


def test_different_questions_of_one_section_saved_by_two_people_merge(scene, save):
    save("designated_teacher", "progress", going_well="Reading.", attendance="")
    save("designated_teacher", "progress", base=1, going_well="Reading.", attendance="96.4")
    saved = save("deputy", "progress", base=1, going_well="Reading and art.", attendance="")

    assert saved.conflicts == ()
    assert stored(scene.plan, "progress")["going_well"]["value"] == "Reading and art."
    assert stored(scene.plan, "progress")["attendance"]["value"] == "96.4"


def test_the_same_question_saved_by_two_people_is_refused_with_both_texts(scene, save):
    save("designated_teacher", "progress", going_well="Reading.")
    save("designated_teacher", "progress", base=1, going_well="Reading and maths.")
    saved = save("deputy", "progress", base=1, going_well="Reading and art.", attendance="90")

    (clash,) = saved.conflicts
    assert (clash.yours, clash.theirs, clash.base) == (
        "Reading and art.",
        "Reading and maths.",
        "Reading.",
    )
    assert stored(scene.plan, "progress")["going_well"]["value"] == "Reading and maths."
    assert stored(scene.plan, "progress")["attendance"]["value"] == "90", "the rest is saved"


def test_a_page_posted_untouched_changes_nothing(scene, save):
    save("designated_teacher", "progress", going_well="Reading.")
    save("designated_teacher", "progress", base=1, going_well="Reading.")

    assert SectionHistory.objects.filter(plan=scene.plan).count() == 1


def test_an_answer_taken_away_is_gone_from_the_plan_and_stays_in_the_history(scene, save):
    save("designated_teacher", "progress", going_well="Reading.")
    save("designated_teacher", "progress", base=1, going_well="")

    assert "going_well" not in stored(scene.plan, "progress")
    assert [
        row.changes["going_well"] is None for row in SectionHistory.objects.order_by("revision")
    ] == [
        False,
        True,
    ]


def test_text_that_cannot_be_read_is_kept_as_typed(scene):
    save_answers(
        actor=scene.actor("designated_teacher"),
        plan_id=scene.plan.pk,
        section="progress",
        posted={"attendance": {"typed": "about ten"}},
        base_revision=0,
    )

    assert stored(scene.plan, "progress")["attendance"]["typed"] == "about ten"


def test_i_do_not_know_yet_is_an_answer_and_says_whom_to_ask(scene):
    save_answers(
        actor=scene.actor("designated_teacher"),
        plan_id=scene.plan.pk,
        section="progress",
        posted={"going_well": {"none": "unknown", "ask": "social_worker"}},
        base_revision=0,
    )

    answer = stored(scene.plan, "progress")["going_well"]
    assert (answer["none"], answer["ask"]) == ("unknown", "social_worker")


def test_a_key_that_the_section_does_not_have_is_dropped(scene, save):
    save("designated_teacher", "progress", going_well="Reading.", invented="Nobody asked.")

    assert "invented" not in stored(scene.plan, "progress")


def test_an_answer_that_one_may_not_read_cannot_be_overwritten(scene, save):
    save("social_worker", "care", no_contact="Nobody but us.")
    Plan.objects.update(state=State.DRAFT)

    with pytest.raises(access.Forbidden):
        save("designated_teacher", "care", base=1, no_contact="Everyone.")
    assert stored(scene.plan, "care")["no_contact"]["value"] == "Nobody but us."


def test_the_readers_in_force_are_kept_beside_the_answer(scene, save):
    save("social_worker", "care", no_contact="Nobody but us.")

    assert "designated_teacher" not in stored(scene.plan, "care")["no_contact"]["readers_then"]
    assert "social_worker" in stored(scene.plan, "care")["no_contact"]["readers_then"]


def test_a_plan_that_was_sent_takes_no_more_saves(scene, save):
    Plan.objects.filter(pk=scene.plan.pk).update(state=State.SUBMITTED)

    with pytest.raises(WrongState, match="was not saved"):
        save("designated_teacher", "progress", going_well="Too late.")


def test_a_section_that_does_not_exist_is_an_error(scene, save):
    with pytest.raises(KeyError):
        save("designated_teacher", "invented", going_well="Nowhere.")


@pytest.mark.parametrize("role", ["iro", "superuser", "web_editor"])
def test_who_may_not_write_writes_nothing(scene, save, role):
    with pytest.raises((access.Forbidden, Plan.DoesNotExist)):
        save(role, "progress", going_well="Not mine to say.")
    assert not SectionAnswers.objects.exists()


def test_another_schools_teacher_does_not_even_find_the_plan(scene, save):
    elsewhere = PostFactory(designated_teacher=True).person

    with pytest.raises(Plan.DoesNotExist):
        save_answers(
            actor=access.Actor.for_person(elsewhere),
            plan_id=scene.plan.pk,
            section="progress",
            posted={"going_well": {"value": "x"}},
            base_revision=0,
        )


def test_the_audit_names_questions_and_holds_no_word_of_an_answer(scene, save):
    save("designated_teacher", "progress", going_well="Quixotic.")

    line = AuditEvent.objects.get(verb="plan.save")
    assert line.detail == {"section": "progress", "questions": ["going_well"]}
    assert line.child_id == scene.child.pk
