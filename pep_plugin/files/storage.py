"""Where private files lie."""

from django.core.files.storage import Storage, storages

from pep_plugin.conf import conf


def private_storage() -> Storage:
    """The storage named by ``PEP_PLUGIN["PRIVATE_STORAGE"]``; looked up at each use, for tests."""
    return storages[conf.PRIVATE_STORAGE]
