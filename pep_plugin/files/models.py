"""One model for every private file."""

import hashlib
import uuid
from functools import partial
from typing import Any

from django.core.files.base import ContentFile
from django.db import models, transaction
from django.utils.translation import gettext_lazy as _

from pep_plugin.files.storage import private_storage


def _random_path(instance: "PrivateFile", filename: str) -> str:
    """A name that says nothing: neither the child nor what was uploaded."""
    return f"{instance.pk.hex[:2]}/{instance.pk.hex}"


class PrivateFile(models.Model):
    """A file of one child. ``name`` is shown to people and never used as a path."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    child = models.ForeignKey("pep_plugin.Child", on_delete=models.CASCADE, related_name="+")
    content = models.FileField(storage=private_storage, upload_to=_random_path)
    name = models.CharField(_("name"), max_length=200)
    content_type = models.CharField(max_length=120)
    size = models.PositiveBigIntegerField()
    sha256 = models.CharField(max_length=64)
    made_at = models.DateTimeField(auto_now_add=True)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("private file")
        verbose_name_plural = _("private files")

    def __str__(self) -> str:
        return f"File {self.pk.hex[:8]}"

    @classmethod
    def keep(
        cls, data: bytes, *, child_id: uuid.UUID, name: str, content_type: str
    ) -> "PrivateFile":
        """Store bytes of one child."""
        kept = cls(
            child_id=child_id,
            name=name,
            content_type=content_type,
            size=len(data),
            sha256=hashlib.sha256(data).hexdigest(),
        )
        kept.content.save("file", ContentFile(data), save=False)
        kept.save()
        return kept

    def read(self) -> bytes:
        with self.content.open("rb") as opened:
            return bytes(opened.read())

    @classmethod
    def remove(cls, files: models.QuerySet["PrivateFile"]) -> int:
        """Delete the rows now, and their bytes after the commit: a rollback would else leave rows
        without. Returns how many there were."""
        found = list(files)
        for file in found:
            transaction.on_commit(partial(file.content.storage.delete, str(file.content.name)))
        cls.objects.filter(pk__in=[file.pk for file in found]).delete()
        return len(found)

    def delete(self, *args: Any, **kwargs: Any) -> Any:
        """Delete the row and the bytes: a removed file must not lie in storage."""
        self.content.delete(save=False)
        return super().delete(*args, **kwargs)
