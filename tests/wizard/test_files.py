"""Files of a question: added, opened and taken off on a page of their own."""

import dataclasses
import sys
import uuid

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from pep_plugin.audit.models import AuditEvent
from pep_plugin.files.models import PrivateFile
from pep_plugin.plans.actions import ask_removal, attach_file, remove_from_record
from pep_plugin.plans.models import Attachment, SectionAnswers, SectionHistory
from pep_plugin.sections import codec, roles
from pep_plugin.sections.schema import Page, Question
from tests.factories import FormVersionFactory, council, small_form
from tests.files.test_intake import PDF, picture, with_a_place
from tests.wizard.conftest import Browser

PATH = "progress.certificates"


def form_with_files():
    """The small form, with certificates that all may see and letters that few may."""
    form = small_form()
    more = Page(
        questions=(
            Question(key="certificates", label="Certificates", kind="file", limits={"most": 3}),
            Question(
                key="letters", label="Letters", kind="file", readers=(roles.DESIGNATED_TEACHER,)
            ),
        )
    )
    return dataclasses.replace(
        form,
        sections=tuple(
            dataclasses.replace(section, pages=(*section.pages, more))
            if section.key == "progress"
            else section
            for section in form.sections
        ),
    )


@pytest.fixture
def scene(db):
    FormVersionFactory(data=codec.to_json(form_with_files()))
    return council()


@pytest.fixture
def teacher(scene):
    return Browser(scene, "designated_teacher")


def add(browser, path=PATH, name="Swimming.pdf", data=PDF, **more):
    address = browser.address("files", path)
    browser.page = browser.client.post(address, {"file": SimpleUploadedFile(name, data), **more})
    return browser.page


def standing(scene, key="certificates"):
    row = SectionAnswers.objects.get(plan=scene.plan, section="progress")
    return row.data.get(key, {}).get("value", [])


def test_the_section_leads_to_the_page_and_saves_what_was_typed_first(teacher, scene):
    teacher.open("step", "progress-2")
    assert "Add files" in teacher.words
    response = teacher.press("files:certificates")
    assert response["Location"] == teacher.address("files", PATH)
    teacher.open("files", PATH)
    assert "Certificates" in teacher.words
    assert "up to 20 MB" in teacher.words


def test_a_file_is_added_and_can_be_opened_again(teacher, scene):
    assert add(teacher).status_code == 302
    (entry,) = standing(scene)
    assert entry["name"] == "Swimming.pdf"
    kept = PrivateFile.objects.get(pk=entry["id"])
    assert kept.child == scene.child
    assert "Swimming" not in kept.content.name
    teacher.open("files", PATH)
    assert "Swimming.pdf" in teacher.words
    given = teacher.client.get(teacher.address("file", PATH, str(kept.pk)))
    assert given.content == PDF
    assert given["Content-Disposition"] == 'attachment; filename="Swimming.pdf"'
    assert given["Content-Security-Policy"].startswith("sandbox")
    assert given["Cache-Control"] == "no-store, private"


def test_it_stands_in_the_section_the_reading_and_the_history(teacher, scene):
    add(teacher)
    assert "Swimming.pdf" in str(teacher.open("step", "progress-2").content)
    assert "Swimming.pdf" in str(teacher.open("read").content)
    history = SectionHistory.objects.get(plan=scene.plan, section="progress")
    assert history.changes["certificates"]["value"][0]["name"] == "Swimming.pdf"


def test_what_is_kept_of_a_photo_says_nothing_of_where_it_was_taken(teacher, scene):
    add(teacher, name="photo.jpg", data=with_a_place())
    kept = PrivateFile.objects.get(pk=standing(scene)[0]["id"])
    assert b"Quiet Lane" not in kept.read()


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("run.exe", b"MZ", "not taken"),
        ("letter.pdf", picture(), "does not fit"),
        ("empty.txt", b"", "Choose a file first|The file is empty"),
    ],
)
def test_a_refused_file_is_told_in_a_sentence_and_leaves_nothing(teacher, scene, name, data, says):
    page = add(teacher, name=name, data=data)
    assert page.status_code == 422
    assert any(one in teacher.words for one in says.split("|"))
    assert not PrivateFile.objects.exists()
    assert not Attachment.objects.exists()


def test_pressing_without_a_file_says_so(teacher):
    teacher.page = teacher.client.post(teacher.address("files", PATH), {})
    assert teacher.page.status_code == 422
    assert "Choose a file first." in teacher.words


def test_the_most_that_fit_is_said_and_held(teacher, scene):
    for number in range(3):
        add(teacher, name=f"{number}.pdf")
    teacher.open("files", PATH)
    assert "the most that fit here" in teacher.words
    assert add(teacher, name="4.pdf").status_code == 422
    assert len(standing(scene)) == 3
    assert PrivateFile.objects.count() == 3


def test_a_file_taken_off_is_gone_from_the_answer_and_stays_in_the_history(teacher, scene):
    add(teacher)
    file_id = standing(scene)[0]["id"]
    teacher.client.post(teacher.address("files", PATH), {"take_off": str(uuid.UUID(hex=file_id))})
    assert standing(scene) == []
    assert PrivateFile.objects.filter(pk=file_id).exists()
    taken = teacher.client.get(teacher.address("file", PATH, str(uuid.UUID(hex=file_id))))
    assert taken.status_code == 404


@pytest.mark.parametrize("given", ["", "x", str(uuid.UUID(int=7))])
def test_taking_off_what_is_not_there_changes_nothing(teacher, scene, given):
    add(teacher)
    teacher.client.post(teacher.address("files", PATH), {"take_off": given})
    assert len(standing(scene)) == 1


def test_nobody_opens_a_file_under_another_question_or_plan(teacher, scene):
    add(teacher)
    file_id = str(uuid.UUID(hex=standing(scene)[0]["id"]))
    for path in ("progress.letters", "progress.going_well", "care.legal_status", "nowhere"):
        assert teacher.client.get(teacher.address("file", path, file_id)).status_code == 404


def test_who_may_not_read_the_answer_finds_no_page_and_no_file(scene, teacher):
    add(teacher, path="progress.letters")
    file_id = str(uuid.UUID(hex=standing(scene, "letters")[0]["id"]))
    head = Browser(scene, "vs_head")
    assert head.client.get(head.address("files", "progress.letters")).status_code == 404
    assert head.client.get(head.address("file", "progress.letters", file_id)).status_code == 404
    assert add(head, path="progress.letters").status_code == 404
    assert "Swimming" not in str(head.open("read").content)


def test_a_social_worker_opens_a_certificate_and_cannot_add_one(scene, teacher):
    add(teacher)
    worker = Browser(scene, "social_worker")
    file_id = str(uuid.UUID(hex=standing(scene)[0]["id"]))
    assert worker.client.get(worker.address("file", PATH, file_id)).content == PDF
    assert add(worker).status_code == 404
    assert len(standing(scene)) == 1


def test_opening_and_adding_are_in_the_audit_without_the_name(scene, teacher):
    add(teacher)
    file_id = str(uuid.UUID(hex=standing(scene)[0]["id"]))
    teacher.client.get(teacher.address("file", PATH, file_id))
    verbs = list(AuditEvent.objects.values_list("verb", flat=True))
    assert {"file.add", "file.give"} <= set(verbs)
    assert "Swimming" not in str(list(AuditEvent.objects.values()))


def test_two_people_who_add_at_once_both_keep_their_file(scene, teacher):
    """The list is read under the plan's lock, so the second adds to what the first left."""
    head = Browser(scene, "vs_head")
    add(teacher, name="one.pdf")
    add(head, name="two.pdf")
    assert [entry["name"] for entry in standing(scene)] == ["one.pdf", "two.pdf"]


def test_bytes_do_not_stay_behind_when_the_rows_cannot_be_written(scene, monkeypatch):
    def fails(*args, **kwargs):
        raise RuntimeError

    # By its name: the package shows the function under the module's own name.
    monkeypatch.setattr(sys.modules[attach_file.__module__], "save_answers", fails)
    stored: list[str] = []
    keep = PrivateFile.keep.__func__

    def kept(cls, *args, **kwargs):
        file = keep(cls, *args, **kwargs)
        stored.append(file.content.name)
        return file

    monkeypatch.setattr(PrivateFile, "keep", classmethod(kept))
    with pytest.raises(RuntimeError):
        attach_file(
            actor=scene.actor("designated_teacher"),
            plan_id=scene.plan.pk,
            path=PATH,
            name="x.pdf",
            data=PDF,
        )
    assert stored
    assert not PrivateFile._meta.get_field("content").storage.exists(stored[0])
    assert not PrivateFile.objects.exists()


def test_removing_the_answer_takes_the_bytes_along(
    scene, teacher, django_capture_on_commit_callbacks
):
    add(teacher)
    kept = PrivateFile.objects.get()
    storage, name = kept.content.storage, kept.content.name
    scene.plan.state = "submitted"
    scene.plan.save()
    asked = ask_removal(
        actor=scene.actor("vs_head"), plan_id=scene.plan.pk, path=PATH, reason="Not this child"
    )
    with django_capture_on_commit_callbacks(execute=True):
        remove_from_record(actor=scene.actor("vs_adviser"), request_id=asked.pk)
    assert not PrivateFile.objects.exists()
    assert not Attachment.objects.exists()
    assert not storage.exists(name)


def test_a_plan_that_was_sent_takes_no_more_files(scene, teacher):
    scene.plan.state = "submitted"
    scene.plan.save()
    assert add(teacher).status_code == 409
    assert not PrivateFile.objects.exists()
