"""Where private files lie."""

from django.core.files.storage import FileSystemStorage, Storage, storages

from pep_plugin.conf import conf


class PrivateFiles(FileSystemStorage):
    """Files on disk without an address: they are served by our views only, or not at all."""

    def url(self, name: str | None) -> str:
        """Raises :class:`ValueError`, where Django's own would make up one under MEDIA_URL."""
        raise ValueError("A private file is not accessible via a URL.")


def private_storage() -> Storage:
    """The storage named by ``PEP_PLUGIN["PRIVATE_STORAGE"]``; looked up at each use, for tests."""
    return storages[conf.PRIVATE_STORAGE]
