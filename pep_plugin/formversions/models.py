"""A published version of a form: immutable JSON with a number and its hash."""

import uuid
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from pep_plugin.formversions import cache
from pep_plugin.sections import codec
from pep_plugin.sections.schema import Form


class FormVersionQuerySet(models.QuerySet["FormVersion"]):
    def live(self, form_key: str) -> "FormVersion":
        """The newest version of a form; raises ``DoesNotExist`` when none was published.

        Its JSON is fetched only by a process that has not read it before.
        """
        return self.filter(form_key=form_key).defer("data").latest("number")

    def newest(self) -> "FormVersionQuerySet":
        """The newest version of every form, without its JSON: the cache has most of them."""
        newest = FormVersion.objects.filter(form_key=models.OuterRef("form_key"))
        first = models.Subquery(newest.order_by("-number").values("pk")[:1])
        return self.filter(pk=first).defer("data")


class FormVersion(models.Model):
    """One published form. ``data`` is its JSON, ``sha256`` the hash of that JSON.

    ``hidden``, ``reworded`` and ``last_readers`` say what reaches plans in flight from this version
    on: paths that are no longer asked anywhere, paths whose label is the same question in better
    words, and who may still read what this version does not hold.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    form_key = models.CharField(_("form"), max_length=40)
    number = models.PositiveIntegerField(_("number"))
    title = models.CharField(_("title"), max_length=200)
    # As in the data; here so that a list of forms need not read them.
    purpose = models.CharField(max_length=10, default="plan", editable=False)
    data = models.JSONField(_("definition"))
    sha256 = models.CharField(max_length=64)
    hidden = models.JSONField(default=list, blank=True)
    reworded = models.JSONField(default=list, blank=True)
    last_readers = models.JSONField(default=dict, blank=True)
    published_at = models.DateTimeField(_("published at"), auto_now_add=True)

    objects = FormVersionQuerySet.as_manager()

    class Meta:
        ordering = ["form_key", "-number"]
        constraints = [
            models.UniqueConstraint(
                fields=["form_key", "number"], name="pep_one_version_per_number"
            )
        ]
        verbose_name = _("form version")
        verbose_name_plural = _("form versions")

    def __str__(self) -> str:
        return f"{self.title}, version {self.number}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Raises :class:`ValueError` on an attempt to change a published version."""
        if not self._state.adding:
            raise ValueError("A published form never changes. Publish a new version instead.")
        self.sha256 = codec.digest(self.data)
        self.purpose = self.data.get("purpose", "plan")
        super().save(*args, **kwargs)

    @property
    def form(self) -> Form:
        """The form, from the process's own cache: versions never change."""
        return cache.known(self.sha256) or cache.form(self.sha256, self.data)
