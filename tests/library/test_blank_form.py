"""The blank Word form at its own address."""

import io
import zipfile

import pytest

from pep_plugin.formversions.publish import publish, publish_shipped
from pep_plugin.library import blanks
from tests.factories import FormVersionFactory

pytestmark = pytest.mark.django_db
ADDRESS = "/pep/templates/primary.docx"


def test_anyone_may_download_the_live_form(client):
    publish_shipped()
    response = client.get(ADDRESS)
    assert response.status_code == 200
    assert response["Content-Type"].endswith("wordprocessingml.document")
    assert response["Content-Disposition"] == (
        'attachment; filename="pep-form-primary-version-1.docx"'
    )
    assert "word/document.xml" in zipfile.ZipFile(io.BytesIO(response.content)).namelist()


def test_a_paper_is_not_called_a_pep_form(client):
    publish_shipped()
    assert client.get("/pep/templates/my-profile.docx")["Content-Disposition"] == (
        'attachment; filename="my-profile-version-1.docx"'
    )


@pytest.mark.parametrize("form", ["no-such-form", "x", "primary-2"])
def test_a_form_that_is_not_live_is_not_found(client, form):
    publish_shipped()
    assert client.get(f"/pep/templates/{form}.docx").status_code == 404


def test_only_reading_is_allowed(client):
    publish_shipped()
    assert client.post(ADDRESS).status_code in (403, 405)
    assert client.head(ADDRESS).status_code == 200


def test_a_new_version_replaces_the_old_one_by_itself(client, quick_word):
    import dataclasses

    (version,) = [v for v in publish_shipped() if v.form_key == "primary"]
    publish(dataclasses.replace(version.form, title="Our PEP"))
    assert "version-2" in client.get(ADDRESS)["Content-Disposition"]
    (blank,) = [blank for blank in blanks.blanks() if blank.form_key == "primary"]
    assert (blank.title, blank.number) == ("Our PEP", 2)


def test_a_document_is_made_once_for_each_version(client, monkeypatch):
    publish_shipped()
    blanks._document.cache_clear()
    first = client.get(ADDRESS).content
    assert client.get(ADDRESS).content == first
    assert blanks._document.cache_info().misses == 1


def test_without_the_word_library_there_is_no_form_to_offer(client, monkeypatch):
    FormVersionFactory()
    monkeypatch.setattr(blanks, "word_problem", lambda: "Install it.")
    assert blanks.blanks() == []
    assert client.get(ADDRESS).status_code == 404
