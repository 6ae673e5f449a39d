"""Taking drafts live: who may, what is frozen, and what a refusal leaves as it was."""

import pytest
from django.test import override_settings

from pep_plugin import access
from pep_plugin.access import Actor
from pep_plugin.audit.models import AuditEvent
from pep_plugin.formbuilder import drafts
from pep_plugin.formbuilder.actions import (
    DraftsChanged,
    FormsHaveProblems,
    NeedsSecondPerson,
    NothingToPublish,
    publish_forms,
)
from pep_plugin.formbuilder.models import PEPForm, PEPSection
from pep_plugin.formversions.models import FormVersion
from pep_plugin.people.models import Person
from pep_plugin.signals import form_published

pytestmark = pytest.mark.django_db
HELP = {"more": {"help": "Say it in your own words."}}


def published(scene, mark, *keys, role="vs_head", **more):
    return publish_forms(actor=scene.actor(role), form_keys=keys, mark=mark(*keys), **more)


@pytest.mark.parametrize("role", ["vs_head", "vs_adviser"])
def test_the_virtual_school_publishes(scene, change, mark, role):
    change("one", **HELP)
    [version] = published(scene, mark, "first", role=role)
    assert (version.form_key, version.number) == ("first", 2)
    assert version.form.question("one.more").help == "Say it in your own words."


@pytest.mark.parametrize(
    "role",
    [
        "vs_admin",
        "designated_teacher",
        "deputy",
        "social_worker",
        "team_manager",
        "iro",
        "web_editor",
        "superuser",
    ],
)
def test_nobody_else_does_whatever_wagtail_lets_them(scene, change, mark, role):
    change("one", **HELP)
    with pytest.raises(access.Forbidden):
        published(scene, mark, "first", role=role)
    assert FormVersion.objects.live("first").number == 1


def test_a_form_that_was_never_published_gets_its_first_version(scene, forms, mark):
    FormVersion.objects.filter(form_key="first").delete()
    [version] = published(scene, mark, "first")
    assert version.number == 1


def test_forms_that_share_a_changed_section_go_live_together(scene, change, mark):
    change("both", thing={"help": "Anybody."})
    first, second = published(scene, mark, "first", "second")
    assert first.form.section("both") == second.form.section("both")
    assert {first.number, second.number} == {2}


def test_one_of_two_that_belong_together_is_not_published_alone(scene, change, mark):
    change("both", thing={"help": "Anybody."})
    with pytest.raises(DraftsChanged):
        publish_forms(
            actor=scene.actor("vs_head"), form_keys=["first"], mark=mark("first", "second")
        )
    assert FormVersion.objects.live("first").number == 1


def test_what_was_frozen_is_wagtail_s_live_revision_too(scene, change, mark):
    row = change("one", **HELP)
    assert row.has_unpublished_changes
    published(scene, mark, "first")
    row.refresh_from_db()
    assert row.live
    assert not row.has_unpublished_changes
    assert row.live_revision_id == row.latest_revision_id


def test_it_is_audited_and_told_after_the_transaction(
    scene, change, mark, django_capture_on_commit_callbacks
):
    told = []

    def listen(sender, form_key, number, **kwargs):
        told.append((form_key, number))

    form_published.connect(listen)
    try:
        change("one", **HELP)
        with django_capture_on_commit_callbacks(execute=True):
            [version] = published(scene, mark, "first")
    finally:
        form_published.disconnect(listen)
    line = AuditEvent.objects.get(verb="form.publish")
    assert line.person_id == scene.vs_head.pk
    assert line.object_id == str(version.pk)
    assert line.detail == {"form": "first", "number": 2, "changes": 1}
    assert told == [("first", 2)]


def test_of_two_who_publish_at_once_one_wins_and_the_other_is_refused(scene, change, mark):
    change("one", **HELP)
    shown = mark("first")
    publish_forms(actor=scene.actor("vs_head"), form_keys=["first"], mark=shown)
    with pytest.raises(NothingToPublish):
        publish_forms(actor=scene.actor("vs_adviser"), form_keys=["first"], mark=shown)
    assert FormVersion.objects.live("first").number == 2


def test_a_draft_that_changed_since_the_page_was_drawn_is_not_published_unseen(scene, change, mark):
    change("one", **HELP)
    shown = mark("first")
    change("one", more={"help": "Something else."})
    with pytest.raises(DraftsChanged):
        publish_forms(actor=scene.actor("vs_head"), form_keys=["first"], mark=shown)
    assert FormVersion.objects.live("first").number == 1


def test_nothing_to_publish(scene, forms):
    with pytest.raises(NothingToPublish):
        publish_forms(actor=scene.actor("vs_head"), form_keys=["first"], mark="")


def test_a_problem_in_one_form_keeps_all_of_its_bundle_as_they_were(scene, change, mark):
    change("both", thing={"help": "Anybody."})
    change("two", more={"label": ""})
    with pytest.raises(FormsHaveProblems) as told:
        published(scene, mark, "first", "second")
    assert [one.sentence for one in told.value.problems["second"]] == ["The question has no label."]
    assert FormVersion.objects.count() == 2
    assert PEPSection.objects.get(key="both").has_unpublished_changes
    assert not AuditEvent.objects.filter(verb="form.publish").exists()


def test_a_form_without_sections_is_refused(scene, forms, mark):
    drafted = drafts.newest(forms["first"])
    drafted.placed.clear()
    drafted.save_revision()
    with pytest.raises(FormsHaveProblems, match="The form has no sections"):
        published(scene, mark, "first")


def test_a_hidden_question_is_hidden_from_plans_and_left_out_of_the_version(scene, change, mark):
    change("one", more={"hidden": True})
    [version] = published(scene, mark, "first")
    assert version.hidden == ["one.more"]
    assert "one.more" not in [path for path, _s, _q in version.form.paths()]


def test_a_new_label_is_the_same_question_in_better_words(scene, change, mark):
    change("one", more={"label": "Anything else?"})
    [version] = published(scene, mark, "first")
    assert version.reworded == ["one.more"]
    assert version.form.question("one.more").label == "Anything else?"


def test_another_question_gets_a_new_key_and_the_old_one_is_gone(scene, change, mark):
    change("one", more={"label": "Who else should know?"})
    [version] = published(scene, mark, "first", others=["one.more"])
    paths = [path for path, _section, _question in version.form.paths()]
    assert "one.more_2" in paths
    assert "one.more" not in paths
    assert version.reworded == []
    assert version.hidden == []
    assert not PEPSection.objects.get(key="one").has_unpublished_changes


def test_a_key_that_any_version_ever_had_is_not_given_again(scene, change, mark):
    change("one", more={"label": "Who else should know?"})
    published(scene, mark, "first", others=["one.more"])
    change("one", more_2={"label": "Who should not know?"})
    published(scene, mark, "first", others=["one.more_2"])
    change("one", more_2_2={"key": "more", "label": "What else?"})
    change("one", more={"label": "Something new?"})
    [version] = published(scene, mark, "first", others=["one.more"])
    assert "one.more_3" in [path for path, _section, _question in version.form.paths()]


@override_settings(PEP_PLUGIN={"FORMS_NEED_SECOND_PERSON": True})
def test_a_second_person_publishes_what_another_drafted(scene, change, mark):
    change("one", by=scene.user("vs_head"), **HELP)
    with pytest.raises(NeedsSecondPerson):
        published(scene, mark, "first")
    assert published(scene, mark, "first", role="vs_adviser")


@override_settings(PEP_PLUGIN={"FORMS_NEED_SECOND_PERSON": True})
def test_who_drafted_for_an_earlier_version_may_publish_the_next(scene, change, mark):
    change("one", by=scene.user("vs_head"), **HELP)
    published(scene, mark, "first", role="vs_adviser")
    change("one", by=scene.user("vs_adviser"), more={"help": "Again."})
    assert published(scene, mark, "first")


def test_without_the_setting_one_person_does_both(scene, change, mark):
    change("one", by=scene.user("vs_head"), **HELP)
    assert published(scene, mark, "first")


def test_a_command_publishes_too(scene, change, mark):
    change("one", **HELP)
    actor = Actor.for_command("publish")
    assert publish_forms(actor=actor, form_keys=["first"], mark=mark("first"))
    assert not Person.objects.filter(name="publish").exists()


def test_a_section_that_a_form_holds_cannot_be_deleted(forms):
    from django.db.models import ProtectedError

    with pytest.raises(ProtectedError):
        PEPSection.objects.get(key="one").delete()
    assert PEPForm.objects.count() == 2
