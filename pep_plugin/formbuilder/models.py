"""Forms as their editors see them. No row here holds a child.

A section is one row with drafts and revisions, shared by every form that names it; a form is an
ordered list of sections. What plans are asked is neither, but the version frozen from them.
"""

from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.fields import StreamField
from wagtail.models import (
    DraftStateMixin,
    LockableMixin,
    Orderable,
    PreviewableMixin,
    RevisionMixin,
)

from pep_plugin.formbuilder.blocks import QuestionsBlock
from pep_plugin.formbuilder.blocks.conditions import ConditionsBlock
from pep_plugin.formbuilder.keys import fill_in
from pep_plugin.formbuilder.preview_response import preview_of
from pep_plugin.sections import roles

_KEY = RegexValidator(
    r"^[a-z][a-z0-9_]*$",
    _("A key begins with a small letter and holds only small letters, figures and _."),
)
_ROLES = list(roles.LABELS.items())


class PEPSection(PreviewableMixin, LockableMixin, DraftStateMixin, RevisionMixin, models.Model):
    """One section. ``variant`` tells sections apart that stand under one key in different forms.

    ``shipped``: the section as the package last brought it, to tell a council's changes from ours;
    empty for a council's own. ``upgrade``: what the last upgrade did to a changed one, in words.
    """

    key = models.CharField(_("key"), max_length=60, validators=[_KEY])
    variant = models.SlugField(
        _("variant"), max_length=40, blank=True, help_text=_("Which forms it is for, in a word.")
    )
    title = models.CharField(_("title"), max_length=120)
    intro = models.TextField(_("introduction"), blank=True, max_length=2_000)
    owner_role = models.CharField(_("who fills it in"), max_length=30, choices=_ROLES)
    also = models.JSONField(_("who may write in it too"), default=list, blank=True)
    readers = models.JSONField(_("who may read it"), default=list, blank=True)
    applies = StreamField(ConditionsBlock(), blank=True, verbose_name=_("asked only when"))
    questions = StreamField(QuestionsBlock(), blank=True, verbose_name=_("questions"))
    picture = models.CharField(max_length=40, blank=True, editable=False)
    shipped = models.JSONField(null=True, blank=True, editable=False)
    upgrade = models.JSONField(null=True, blank=True, editable=False)

    class Meta:
        ordering = ["title", "variant"]
        constraints = [
            models.UniqueConstraint(
                fields=["key", "variant"], name="pep_one_section_per_key_and_variant"
            )
        ]
        verbose_name = _("section of a form")
        verbose_name_plural = _("sections of forms")

    def __str__(self) -> str:
        return f"{self.title} ({self.variant.replace('-', ' ')})" if self.variant else self.title

    def with_content_json(self, content: dict[str, Any]) -> "PEPSection":
        """As a revision has it. What the package shipped is no matter of revisions."""
        found: PEPSection = super().with_content_json(content)
        found.shipped, found.upgrade = self.shipped, self.upgrade
        return found

    def serve_preview(self, request: HttpRequest, mode_name: str) -> HttpResponse:
        """As the wizard would draw it."""
        return preview_of(request, self)

    def clean(self) -> None:
        """Keys of new questions are made here; the section's own never changes."""
        super().clean()
        before = PEPSection.objects.filter(pk=self.pk).first() if self.pk else None
        if before is not None and before.key != self.key:
            raise ValidationError({"key": _("A section keeps its key for good.")})
        fill_in(self.questions, self.key)


class PEPForm(DraftStateMixin, RevisionMixin, ClusterableModel):
    """A form: its title, and its sections in order."""

    key = models.SlugField(_("key"), max_length=40, unique=True)
    title = models.CharField(_("title"), max_length=200)
    phase = models.CharField(_("phase"), max_length=40, blank=True)
    language = models.CharField(_("language"), max_length=12, default="en-GB")
    purpose = models.CharField(max_length=10, default="plan", editable=False)
    audience = models.CharField(max_length=10, blank=True, editable=False)
    intro = models.TextField(_("how to use it"), blank=True)
    type_size = models.PositiveSmallIntegerField(default=0, editable=False)
    #: The title, the introduction and the keys of the sections in order, as last shipped.
    shipped = models.JSONField(null=True, blank=True, editable=False)

    class Meta:
        ordering = ["title"]
        verbose_name = _("form")
        verbose_name_plural = _("forms")

    def __str__(self) -> str:
        return self.title

    def with_content_json(self, content: dict[str, Any]) -> "PEPForm":
        """As a revision has it. What the package shipped is no matter of revisions."""
        found: PEPForm = super().with_content_json(content)
        found.shipped = self.shipped
        return found

    def clean(self) -> None:
        """A form keeps its key: versions, plans and downloads are known by it."""
        super().clean()
        before = PEPForm.objects.filter(pk=self.pk).first() if self.pk else None
        if before is not None and before.key != self.key:
            raise ValidationError({"key": _("A form keeps its key for good.")})


class PEPFormSection(Orderable):
    """A section's place in a form."""

    form = ParentalKey(PEPForm, on_delete=models.CASCADE, related_name="placed")
    section = models.ForeignKey(
        PEPSection,
        on_delete=models.PROTECT,
        related_name="places",
        verbose_name=_("section"),
    )

    class Meta(Orderable.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["form", "section"], name="pep_one_place_per_section_of_a_form"
            )
        ]

    def __str__(self) -> str:
        return f"{self.section} in {self.form}"
