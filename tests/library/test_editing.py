"""A web editor keeps templates in Wagtail's admin; what is refused says what was found."""

import datetime

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from wagtail.documents.models import Document
from wagtail.models import Collection
from wagtail.test.utils.form_data import inline_formset, nested_form_data, streamfield

from pep_plugin.guidance.groups import ensure_web_editors
from pep_plugin.library.models import Edition, Template
from pep_plugin.library.shelf import read
from tests.factories import UserFactory
from tests.library.making import document, edition, template, word

pytestmark = pytest.mark.django_db
ADD = "/admin/snippets/pep_plugin/template/add/"


@pytest.fixture
def editor(home, client):
    """Signed in, in the group of web editors and in no other."""
    user = UserFactory(username="wendy")
    user.groups.add(ensure_web_editors(home))
    client.force_login(user)
    return client


def version(label: str, paper: Document | None, *, pk: int | None = None, **fields: str) -> dict:
    blocks = [("document", paper.pk)] if paper else []
    return {
        "id": pk or "",
        "version": label,
        "source": streamfield(blocks),
        "valid_from": "2026-01-01",
        "valid_until": "",
        "updated_on": "2026-01-01",
        **fields,
    }


def filled(*versions: dict, initial: int = 0, **fields: str) -> dict:
    return nested_form_data(
        {
            "title": "Booklet",
            "slug": "booklet",
            "phase": "",
            "audience": "child",
            "purpose": "What I think.",
            "language": "en",
            "accessibility": "",
            "form_key": "",
            "editions": inline_formset(list(versions), initial=initial),
            "action-publish": "yes",
            **fields,
        }
    )


def said(response) -> str:
    return response.content.decode()


def test_a_template_with_its_first_version_is_on_the_shelf(editor):
    response = editor.post(ADD, filled(version("1", document())))
    assert response.status_code == 302, said(response)
    assert [(item.template.slug, item.version) for item in read().items] == [("booklet", "1")]


def test_a_new_version_takes_the_place_of_the_old_one(editor):
    made = template()
    old = edition(made, "1", "2026-01-01")
    response = editor.post(
        f"/admin/snippets/pep_plugin/template/edit/{made.pk}/",
        filled(
            version("1", old.source[0].value, pk=old.pk),
            version("2", document("Two"), valid_from="2026-09-01"),
            initial=1,
        ),
    )
    assert response.status_code == 302, said(response)
    assert [item.version for item in read(datetime.date(2026, 11, 24)).items] == ["2"]
    assert set(made.editions.values_list("version", flat=True)) == {"1", "2"}


def test_a_draft_waits_for_its_publishing(editor):
    data = filled(version("1", document()))
    del data["action-publish"]
    assert editor.post(ADD, data).status_code == 302
    assert Template.objects.get().live is False
    assert read().items == []


@pytest.mark.parametrize("other", ["1", "1 ", "1/"])
def test_two_versions_of_one_name_are_refused(other, editor):
    response = editor.post(ADD, filled(version("1", document()), version(other, document("B"))))
    assert "would have one address" in said(response)
    assert not Template.objects.exists()


def test_a_version_must_have_something_that_an_address_can_show(editor):
    response = editor.post(ADD, filled(version("☆", document())))
    assert "at least one letter or number" in said(response)


def test_a_version_cannot_end_before_it_begins(editor):
    response = editor.post(ADD, filled(version("1", document(), valid_until="2025-12-31")))
    assert "The last day is before the first." in said(response)


def test_a_version_has_a_file_or_a_link(editor):
    response = editor.post(ADD, filled(version("1", None)))
    assert response.status_code == 200
    assert not Edition.objects.exists()


def test_a_document_that_carries_a_name_is_refused_as_a_version(editor):
    paper = document("Agenda", word(creator="Jo Marsh"), "agenda.docx")
    response = editor.post(ADD, filled(version("1", paper)))
    assert "properties name a person" in said(response)
    assert not Template.objects.exists()


def test_a_document_whose_file_is_missing_is_refused(editor):
    paper = document()
    paper.file.storage.delete(paper.file.name)
    response = editor.post(ADD, filled(version("1", paper)))
    assert "Its file is missing. Upload it again." in said(response)


def test_a_template_is_made_from_a_form_or_by_versions(editor, quick_word):
    from pep_plugin.formversions.publish import publish_shipped

    publish_shipped()
    Template.objects.get(form_key="primary").delete()
    response = editor.post(ADD, filled(version("1", document()), form_key="primary"))
    assert "not both" in said(response)


def test_two_templates_cannot_share_an_address(editor):
    template()
    response = editor.post(ADD, filled(version("1", document())))
    assert "already exists" in said(response)


def test_somebody_without_the_permission_cannot_open_it(client, home):
    user = UserFactory(web_editor=True)
    client.force_login(user)
    assert client.get(ADD).status_code in (302, 403)


# -- uploading ----------------------------------------------------------------------------------


def upload(client, content: bytes, name: str = "form.docx", collection: str = "PEP templates"):
    return client.post(
        "/admin/documents/add/",
        {
            "title": "A paper",
            "file": SimpleUploadedFile(name, content),
            "collection": Collection.objects.get(name=collection).pk,
            "tags": "",
        },
    )


def test_an_upload_is_looked_over_before_anyone_can_have_it(editor):
    response = upload(editor, word(comment="Ask Sam."))
    assert "There is 1 comment in the file." in said(response)
    assert not Document.objects.exists()


def test_a_good_upload_is_taken(editor):
    assert upload(editor, word()).status_code == 302
    assert Document.objects.count() == 1


def test_a_program_in_disguise_is_refused(editor):
    told = said(upload(editor, b"MZ\x90\x00"))
    assert "This is a program" in told
    assert "File extension" not in told
    assert not Document.objects.exists()


def test_many_files_at_once_are_looked_over_too(editor):
    response = editor.post(
        "/admin/documents/multiple/add/",
        {"title": "A paper", "files[]": SimpleUploadedFile("form.docx", word(creator="Jo Marsh"))},
    )
    assert response.json()["success"] is False
    assert not Document.objects.exists()


def test_elsewhere_a_document_may_name_its_author(editor, client, home):
    client.force_login(UserFactory(superuser=True))
    assert upload(client, word(creator="Jo Marsh"), collection="Root").status_code == 302


def test_a_document_that_is_moved_among_the_templates_is_looked_over(editor, client, home):
    client.force_login(UserFactory(superuser=True))
    upload(client, word(creator="Jo Marsh"), collection="Root")
    paper = Document.objects.get()
    response = client.post(
        f"/admin/documents/edit/{paper.pk}/",
        {
            "title": paper.title,
            "collection": Collection.objects.get(name="PEP templates").pk,
            "tags": "",
        },
    )
    assert "“Jo Marsh”" in said(response)
    paper.refresh_from_db()
    assert paper.collection.name == "Root"
