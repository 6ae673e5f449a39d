"""Checks of where private files lie."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error
from django.core.checks import register as register_check
from django.core.files.storage import FileSystemStorage
from django.core.files.storage.handler import InvalidStorageError

from pep_plugin.conf import conf, serves
from pep_plugin.files.storage import private_storage


@register_check("pep_plugin")
def private_files_are_private(**kwargs: Any) -> list[CheckMessage]:
    """Errors without a private storage, or with one that the web server hands out."""
    if not serves("private"):
        return []
    try:
        storage = private_storage()
    except InvalidStorageError:
        return [
            Error(
                f"STORAGES has no alias “{conf.PRIVATE_STORAGE}” for private files.",
                hint="Add one whose files the web server does not serve, for example "
                "pep_plugin.files.storage.PrivateFiles with a location outside MEDIA_ROOT.",
                id="pep_plugin.E001",
            )
        ]
    if isinstance(storage, FileSystemStorage) and settings.MEDIA_ROOT:
        media, own = Path(settings.MEDIA_ROOT).resolve(), Path(storage.location).resolve()
        if own == media or media in own.parents:
            return [
                Error(
                    "Private files would lie inside MEDIA_ROOT, which the web server serves.",
                    hint=f"Give the storage “{conf.PRIVATE_STORAGE}” a location outside of it.",
                    id="pep_plugin.E002",
                )
            ]
    return []
