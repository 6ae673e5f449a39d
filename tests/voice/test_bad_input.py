"""What nobody should send to a child's page: a sentence, and nothing kept that should not be."""

import io
import struct
import zlib

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from pep_plugin.files.intake import check_size
from pep_plugin.files.models import PrivateFile
from pep_plugin.plans.models import Attachment, Plan
from pep_plugin.voice.models import VoiceDraft
from pep_plugin.voice.own_page.views import asking
from tests.voice.conftest import a_link
from tests.voice.own import OWN, a_picture, at, opened, say, send, text_of

pytestmark = pytest.mark.django_db
DRAWING = "views.drawing"


@pytest.fixture
def grant(scene):
    return a_link(scene.plan, "child")


@pytest.fixture
def child(grant):
    return opened(grant)


def draw(client, data: bytes, name: str = "My drawing.png", do: str = "next"):
    return client.post(at(DRAWING), {"picture": SimpleUploadedFile(name, data), "do": do})


def test_a_drawing_is_drawn_anew_and_shown_to_who_made_it_only(scene, child, grant):
    stream = io.BytesIO()
    picture = Image.new("RGB", (40, 40), "red")
    exif = picture.getexif()
    exif[0x010E] = "taken at home, Otter Lane"
    picture.save(stream, "JPEG", exif=exif)
    assert draw(child, stream.getvalue(), "me.jpg").status_code == 302
    kept = PrivateFile.objects.get()
    assert b"Otter Lane" not in kept.read()
    where = f"{at(DRAWING)}{kept.pk}/"
    assert where in child.get(at(DRAWING)).content.decode()
    shown = child.get(where)
    assert shown["Content-Type"] == "image/jpeg"
    assert "sandbox" in shown["Content-Security-Policy"]
    other = opened(a_link(scene.plan, "carer"))
    assert other.get(f"{at(DRAWING)}{kept.pk}/").status_code == 404
    assert child.get(f"{at('views.photo')}{kept.pk}/").status_code == 404


def test_a_drawing_taken_off_before_it_is_sent_is_gone_with_its_bytes(
    child, django_capture_on_commit_callbacks
):
    draw(child, a_picture())
    kept = PrivateFile.objects.get()
    storage, where = kept.content.storage, str(kept.content.name)
    with django_capture_on_commit_callbacks(execute=True):
        assert child.post(at(DRAWING), {"do": f"off:{kept.pk.hex}"}).status_code == 302
    assert not storage.exists(where)
    assert not PrivateFile.objects.exists()
    assert not VoiceDraft.objects.get().answers


def test_a_drawing_that_is_sent_belongs_to_the_plan(scene, child):
    draw(child, a_picture())
    send(child, scene.designated_teacher, drawing=[])
    attachment = Attachment.objects.get()
    assert attachment.path == DRAWING
    assert attachment.plan == scene.plan
    # Whoever could take it off now would take it out of the plan.
    child.post(at(DRAWING), {"do": f"off:{attachment.file_id.hex}"})
    assert PrivateFile.objects.count() == 1


def bomb() -> bytes:
    """A PNG that says it is 50,000 points wide and high."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        body = kind + data
        return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))

    head = struct.pack(">IIBBBBB", 50_000, 50_000, 8, 2, 0, 0, 0)
    lines = zlib.compress(b"\0" * 1000)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", lines) + chunk(b"IEND", b"")


HOSTILE = {
    "an image bomb": ("bomb.png", bomb()),
    "a page inside a picture": ("cat.png", b"<html><script>alert(1)</script></html>"),
    "a picture that is also a program": ("cat.svg", b"<svg onload='alert(1)'/>"),
    "a picture by another name": ("cat.png", a_picture("JPEG")),
    "an empty file": ("cat.png", b""),
    "half a picture": ("cat.png", a_picture(size=(300, 300))[:200]),
    "a program": ("cat.exe", b"MZ" + b"\0" * 200),
}


@pytest.mark.parametrize("what", HOSTILE)
def test_a_hostile_file_is_refused_with_a_sentence_and_nothing_is_kept(child, what):
    name, data = HOSTILE[what]
    response = draw(child, data, name)
    assert response.status_code == 422
    assert "Something is not right yet" in text_of(response)
    assert not PrivateFile.objects.exists()


def test_what_hides_behind_a_picture_is_not_kept(child):
    draw(child, a_picture() + b"<script>alert(1)</script>")
    assert b"script" not in PrivateFile.objects.get().read()


def test_a_drawing_of_a_hundred_megabytes_is_refused_before_it_is_read(child, monkeypatch):
    upload = SimpleUploadedFile("big.png", a_picture())
    # What it says of itself is looked at; a hundred megabytes are not sent through every test run.
    monkeypatch.setattr(asking, "check_size", lambda size: check_size(100_000_000))
    response = child.post(at(DRAWING), {"picture": upload})
    assert response.status_code == 422
    assert "MB" in text_of(response)
    assert not PrivateFile.objects.exists()


@pytest.mark.parametrize(
    "name",
    [
        "care.legal_status",
        "views.how_asked",
        "views.observations",
        "views.no_such_question",
        "targets.targets",
        "views.faces.no_such_row",
        "views.going_well.etc",
    ],
)
def test_what_is_not_asked_of_a_child_is_not_there(child, name):
    assert child.get(f"{OWN}q/{name}/").status_code == 404
    assert child.post(f"{OWN}q/{name}/", {"answer": "x"}).status_code == 404
    assert not VoiceDraft.objects.exists()


def test_an_answer_to_a_question_that_was_hidden_meanwhile_is_not_sent(scene, child, grant):
    say(child, "views.going_well", "Football")
    say(child, "views.worries", "The dark")
    draft = VoiceDraft.objects.get()
    draft.answers["care.legal_status"] = {"value": "forged"}
    draft.save()
    # Year 2 is not asked for worries.
    scene.child.enrolments.update(year_group="2")
    send(child, scene.designated_teacher)
    saved = {row.section: row.data for row in scene.plan.answers.all()}
    assert set(saved) == {"views"}
    assert "worries" not in saved["views"]


@pytest.mark.parametrize("text", ["a\x00b", "👩‍🚀", "‮evil", "<b>bold</b>", "=1+1"])
def test_strange_text_comes_back_as_text(child, text):
    say(child, "views.going_well", text)
    page = child.get(f"{OWN}check/").content.decode()
    assert "<b>bold" not in page
    assert "\x00" not in page


def test_a_book_in_one_field_is_told_so_and_stays_in_the_browser(child):
    response = say(child, "views.going_well", "x" * 5_000_000)
    assert response.status_code == 413
    assert "more than one page can hold" in text_of(response)
    response = say(child, "views.good_at", "word " * 11_000)
    assert response.status_code == 422
    assert not VoiceDraft.objects.exists()


def test_a_face_that_nobody_offered_is_not_taken(child):
    response = child.post(at("views.faces.playtime"), {"answer-face": "99"})
    assert response.status_code == 422
    assert not VoiceDraft.objects.exists()


def test_a_withdrawn_plan_and_a_revoked_link_take_nothing(scene, child, grant):
    Plan.objects.filter(pk=scene.plan.pk).update(state="withdrawn")
    assert say(child, "views.going_well", "x").status_code == 409
    assert draw(child, a_picture()).status_code == 409
    Plan.objects.filter(pk=scene.plan.pk).update(state="draft")
    type(grant).objects.filter(pk=grant.pk).update(revoked_at=grant.made_at)
    response = say(child, "views.going_well", "These words are long enough to be kept in sight")
    assert response.status_code == 403
    assert "long enough to be kept in sight" in text_of(response)
    assert not VoiceDraft.objects.exists()
    assert not PrivateFile.objects.exists()
