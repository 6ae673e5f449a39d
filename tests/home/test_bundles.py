"""Many documents at once: made one by one, by a worker or while a page is open, in one zip."""

import hashlib
import io
import zipfile

import pytest
from django.test import Client
from django.urls import reverse

from pep_plugin.access import Forbidden
from pep_plugin.audit.models import AuditEvent
from pep_plugin.documents.actions import make_part, start_bundle
from pep_plugin.documents.formats import FORMATS
from pep_plugin.documents.models import Bundle, BundlePart, CopyGiven, RenderedDocument
from pep_plugin.files.models import PrivateFile
from pep_plugin.outbox.models import OutboxItem
from pep_plugin.outbox.promise import run_item
from pep_plugin.people.models import Child, Enrolment
from pep_plugin.plans.models import Attachment, Submission
from tests.factories import (
    EnrolmentFactory,
    PlanFactory,
    PostFactory,
    SchoolFactory,
    TermFactory,
    council,
    days_from_today,
)


@pytest.fixture
def scene(db):
    return council()


@pytest.fixture
def plain_text(monkeypatch):
    """A page is drawn in a second; these tests are about what happens around it."""
    for format in ("pdf", "word"):
        monkeypatch.setitem(FORMATS, format, FORMATS["text"])


@pytest.fixture
def plans(scene, plain_text):
    """Two agreed plans of Maya's, in two terms."""
    return [
        PlanFactory(child=scene.child, signed_off=True, term=TermFactory(last=True)),
        PlanFactory(child=scene.child, signed_off=True),
    ]


def browser(person) -> Client:
    client = Client()
    client.force_login(person.user)
    return client


def make(client: Client, address: str, **fields) -> Bundle:
    """Ask for it and go on until it is there."""
    asked = client.post(address, fields)
    assert asked.status_code == 302
    bundle = Bundle.objects.latest("made_at")
    path = reverse("pep_plugin:bundle", args=[bundle.pk])
    for _turn in range(5):
        if b"Download the file" in client.get(path).content:
            return bundle
        client.post(path)
    raise AssertionError("It was never ready.")


def fetched(client: Client, bundle: Bundle) -> zipfile.ZipFile:
    response = client.get(reverse("pep_plugin:bundle_zip", args=[bundle.pk]))
    assert response["Content-Disposition"].startswith("attachment; ")
    assert response["Cache-Control"] == "no-store, private"
    assert response["X-Content-Type-Options"] == "nosniff"
    return zipfile.ZipFile(io.BytesIO(b"".join(response.streaming_content)))


def handover(scene) -> str:
    return reverse("pep_plugin:handover_pack", args=[scene.child.pk])


def test_the_next_school_takes_everything_and_can_prove_that_nothing_was_changed(scene, plans):
    Enrolment.objects.filter(child=scene.child).update(ends=days_from_today(-1))
    school = SchoolFactory(name="Bramble Hill")
    EnrolmentFactory(child=scene.child, school=school, starts=days_from_today(0))
    teacher = PostFactory(designated_teacher=True, school=school).person
    client = browser(teacher)
    archive = fetched(client, make(client, handover(scene)))
    names = archive.namelist()
    assert names[-2:] == ["timeline.csv", "manifest.sha256"]
    assert sorted(names[:-2]) == sorted(f"plans/{plan.reference}-1.txt" for plan in plans)
    for line in archive.read("manifest.sha256").decode().splitlines():
        digest, name = line.split("  ")
        assert hashlib.sha256(archive.read(name)).hexdigest() == digest
    timeline = archive.read("timeline.csv").decode("utf-8-sig")
    for words in ("Harrow Lane Primary", "Bramble Hill", plans[0].reference, "A PEP was agreed"):
        assert words in timeline


def test_the_school_that_the_child_left_takes_nothing_any_more(scene, plans):
    client = browser(scene.designated_teacher)
    bundle = make(client, handover(scene))
    Enrolment.objects.filter(child=scene.child).update(ends=days_from_today(-1))
    for address in (
        handover(scene),
        reverse("pep_plugin:bundle", args=[bundle.pk]),
        reverse("pep_plugin:bundle_zip", args=[bundle.pk]),
    ):
        assert client.get(address).status_code == 404


def test_the_pack_is_the_copy_for_the_school_and_each_plan_says_who_took_it(scene, plans):
    client = browser(scene.social_worker)
    archive = fetched(client, make(client, handover(scene)))
    given = CopyGiven.objects.all()
    assert {(one.audience, one.to, one.plan) for one in given} == {
        ("school", scene.social_worker, plan) for plan in plans
    }
    text = archive.read(f"plans/{plans[0].reference}-1.txt").decode()
    assert "Copy for the school" in text
    assert AuditEvent.objects.filter(verb="bundle.give").count() == 1


def test_the_files_of_the_answers_go_along_under_names_that_say_nothing(scene, plain_text):
    from pep_plugin.sections import codec
    from tests.factories import FormVersionFactory, SubmissionFactory
    from tests.wizard.test_files import form_with_files

    version = FormVersionFactory(data=codec.to_json(form_with_files()))
    plan = PlanFactory(child=scene.child, state="signed_off", form_version=version)
    answers, held = {"progress": {}}, {}
    for key in ("certificates", "letters"):
        data = f"bytes of {key}".encode()
        file = PrivateFile.keep(
            data, child_id=scene.child.pk, name=f"Maya {key}.pdf", content_type="application/pdf"
        )
        Attachment.objects.create(plan=plan, path=f"progress.{key}", file=file)
        stored = {"id": file.pk.hex, "name": file.name, "type": "x", "size": 1, "sha256": "x"}
        answers["progress"][key] = {"value": [stored]}
        held[key] = data
    SubmissionFactory(plan=plan, answers=answers)
    client = browser(scene.social_worker)
    archive = fetched(client, make(client, handover(scene)))
    files = {name: archive.read(name) for name in archive.namelist() if name.startswith("files/")}
    # The letters are for the designated teacher alone, and a social worker asked.
    assert files == {f"files/{plan.reference}-1-1.pdf": held["certificates"]}
    assert all("Maya" not in name for name in archive.namelist())


def test_the_agreed_plans_of_a_term_and_no_other(scene, plans):
    PlanFactory(submitted=True)
    client = browser(scene.vs_head)
    archive = fetched(
        client, make(client, reverse("pep_plugin:bundles"), term=str(plans[1].term.pk))
    )
    assert archive.namelist() == [f"plans/{plans[1].reference}-1.txt", "manifest.sha256"]


@pytest.mark.parametrize("role", ["designated_teacher", "social_worker", "iro"])
def test_a_terms_plans_are_for_the_virtual_school(scene, plans, role):
    with pytest.raises(Forbidden):
        start_bundle.start_term(actor=scene.actor(role), term=plans[0].term)


@pytest.mark.parametrize("term", ["", "autumn", "00000000-0000-0000-0000-000000000000"])
def test_a_term_that_is_none_is_not_found(scene, plans, term):
    client = browser(scene.vs_head)
    assert client.post(reverse("pep_plugin:bundles"), {"term": term}).status_code == 404


def test_another_persons_bundle_is_not_found(scene, plans):
    bundle = make(browser(scene.vs_head), handover(scene))
    for name in ("bundle", "bundle_zip"):
        address = reverse(f"pep_plugin:{name}", args=[bundle.pk])
        assert browser(scene.vs_adviser).get(address).status_code == 404


def test_what_was_made_before_is_not_made_again(scene, plans):
    bundle = start_bundle.start_handover(actor=scene.actor("vs_head"), child_id=scene.child.pk)
    make_part.make_part(bundle.parts.first().pk)
    kept = set(RenderedDocument.objects.values_list("pk", flat=True))
    make_part.go_on(actor=scene.actor("vs_head"), bundle_id=bundle.pk)
    assert kept < set(RenderedDocument.objects.values_list("pk", flat=True))
    assert not bundle.parts.filter(done_at=None).exists()
    assert RenderedDocument.objects.count() == 2


def test_a_zip_that_is_not_ready_leads_back_to_its_page(scene, plans):
    bundle = start_bundle.start_handover(actor=scene.actor("vs_head"), child_id=scene.child.pk)
    response = browser(scene.vs_head).get(reverse("pep_plugin:bundle_zip", args=[bundle.pk]))
    assert response["Location"] == reverse("pep_plugin:bundle", args=[bundle.pk])


def test_each_document_is_a_job_of_its_own_where_there_is_a_worker(scene, plans, monkeypatch):
    monkeypatch.setattr(start_bundle, "has_worker", lambda: True)
    bundle = start_bundle.start_handover(actor=scene.actor("vs_head"), child_id=scene.child.pk)
    promised = OutboxItem.objects.filter(kind="documents.bundle")
    assert {item.object_id for item in promised} == {part.pk for part in bundle.parts.all()}
    for item in promised:
        run_item.func(str(item.pk))
    assert not bundle.parts.filter(done_at=None).exists()


def test_a_document_that_fails_is_tried_again_and_staff_are_told(scene, plans, monkeypatch):
    monkeypatch.setattr(start_bundle, "has_worker", lambda: True)
    monkeypatch.setattr("pep_plugin.home.bundles.progress.has_worker", lambda: True)
    bundle = start_bundle.start_handover(actor=scene.actor("vs_head"), child_id=scene.child.pk)
    item = OutboxItem.objects.filter(kind="documents.bundle").first()
    with monkeypatch.context() as broken:
        broken.setattr(make_part, "document_of", lambda *_: 1 / 0)
        run_item.func(str(item.pk))
    client, path = browser(scene.vs_head), reverse("pep_plugin:bundle", args=[bundle.pk])
    assert "1 document is not ready yet: we go on trying." in client.get(path).content.decode()
    run_item.func(str(item.pk))
    page = client.get(path).content.decode()
    assert "not ready yet" not in page
    assert "1 of 2 documents are made" in page


def test_where_trying_again_does_not_help_it_is_said_and_the_rest_is_there(
    scene, plans, monkeypatch
):
    from pep_plugin.documents.missing import CannotBeMade

    bundle = start_bundle.start_handover(actor=scene.actor("vs_head"), child_id=scene.child.pk)
    first = bundle.parts.first()
    document_of = make_part.document_of

    def one_is_broken(part, actor):
        if part.pk == first.pk:
            raise CannotBeMade("The document is not ready yet. We go on trying.")
        return document_of(part, actor)

    monkeypatch.setattr(make_part, "document_of", one_is_broken)
    monkeypatch.setattr("pep_plugin.documents.bundles.document_of", one_is_broken)
    for _turn in range(3):
        make_part.go_on(actor=scene.actor("vs_head"), bundle_id=bundle.pk)
    client = browser(scene.vs_head)
    page = client.get(reverse("pep_plugin:bundle", args=[bundle.pk])).content.decode()
    assert "Not in the file" in page
    archive = fetched(client, bundle)
    assert archive.read("not-included.txt").decode() == f"{first.submission.plan.reference}-1\n"
    assert BundlePart.objects.get(pk=first.pk).tries == 3


def test_an_adopted_childs_record_is_not_handed_over(scene, plans):
    Child.objects.filter(pk=scene.child.pk).update(status=Child.Status.ADOPTED)
    with pytest.raises((Forbidden, Child.DoesNotExist)):
        start_bundle.start_handover(actor=scene.actor("vs_head"), child_id=scene.child.pk)


def test_an_older_sending_is_in_the_pack_too(scene, plans):
    newest = plans[1].submissions.get()
    Submission.objects.create(
        plan=plans[1],
        number=2,
        token="again",
        head=newest.head,
        context=newest.context,
        form_data=newest.form_data,
        form_sha256=newest.form_sha256,
        answers=newest.answers,
        digests=newest.digests,
        sha256=newest.sha256,
    )
    client = browser(scene.social_worker)
    names = fetched(client, make(client, handover(scene))).namelist()
    assert {f"plans/{plans[1].reference}-1.txt", f"plans/{plans[1].reference}-2.txt"} < set(names)
