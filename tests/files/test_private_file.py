import pytest

from pep_plugin.files.models import PrivateFile
from tests.factories import ChildFactory


@pytest.fixture
def kept(db):
    return PrivateFile.keep(
        b"%PDF-",
        child_id=ChildFactory().pk,
        name="../Maya Kestrel.pdf",
        content_type="application/pdf",
    )


def test_what_is_kept_reads_back(kept):
    assert PrivateFile.objects.get(pk=kept.pk).read() == b"%PDF-"
    assert kept.size == 5


def test_the_path_says_nothing_and_follows_no_name(kept):
    assert "Maya" not in kept.content.name
    assert ".." not in kept.content.name


def test_it_has_no_address_of_its_own(kept, settings):
    assert str(settings.MEDIA_ROOT) not in kept.content.path
    with pytest.raises(ValueError, match="not accessible"):
        _ = kept.content.url


def test_deleting_the_row_deletes_the_bytes(kept):
    storage, name = kept.content.storage, kept.content.name
    kept.delete()
    assert not storage.exists(name)
