"""The templates of the library, their editions, and how often each was fetched.

No row here holds a child: a count is a number for a month, without anything of who fetched it.
"""

import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail import blocks
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.fields import StreamField
from wagtail.models import DraftStateMixin, RevisionMixin
from wagtail.search import index

from pep_plugin.conf import today
from pep_plugin.library.forms import TemplateForm
from pep_plugin.library.sorting import ALL_PHASES, AUDIENCES, LANGUAGES, PHASES, code_of

#: A version becomes a part of an address, so it must have something that an address can show.
_CAN_BE_AN_ADDRESS = RegexValidator(
    r"[A-Za-z0-9]", _("A version has at least one letter or number, for example “2” or “May 2026”.")
)


class Template(DraftStateMixin, RevisionMixin, index.Indexed, ClusterableModel):
    """One paper under one address for good, whatever its version.

    Either generated from a live form (``form_key``), or a row of editions, of which the newest
    valid one is current. Rules of dates are in ``shelf``.
    """

    title = models.CharField(_("title"), max_length=120)
    slug = models.SlugField(
        _("address"),
        max_length=80,
        unique=True,
        help_text=_("The last part of the template's web address. It should never change."),
    )
    phase = models.CharField(
        _("phase"),
        max_length=20,
        blank=True,
        choices=[("", ALL_PHASES), *PHASES],
    )
    audience = models.CharField(_("for"), max_length=10, choices=AUDIENCES, default="staff")
    purpose = models.CharField(
        _("purpose"),
        max_length=200,
        blank=True,
        help_text=_("One sentence on what the paper is for."),
    )
    language = models.CharField(_("language"), max_length=5, choices=LANGUAGES, default="en")
    accessibility = models.CharField(
        _("accessibility note"),
        max_length=200,
        blank=True,
        help_text=_("For example: “Large print”, or “Made for screen readers”."),
    )
    form_key = models.CharField(
        _("form"),
        max_length=40,
        blank=True,
        help_text=_(
            "The Word file is made from this form, and anew when the form changes. Leave it empty "
            "for a file or a link of your own, and add it as a version below."
        ),
    )

    search_fields = [
        index.SearchField("title"),
        index.AutocompleteField("title"),
        index.SearchField("purpose"),
        index.FilterField("phase"),
        index.FilterField("audience"),
        index.FilterField("language"),
        index.FilterField("live"),
    ]

    class Meta:
        ordering = ["title", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["form_key"],
                condition=~models.Q(form_key=""),
                name="pep_one_template_per_form",
            )
        ]
        verbose_name = _("template")
        verbose_name_plural = _("templates")

    base_form_class = TemplateForm

    def __str__(self) -> str:
        return self.title

    @property
    def is_generated(self) -> bool:
        """Whether the package makes the file."""
        return bool(self.form_key)


class SourceBlock(blocks.StreamBlock):
    """Where an edition is: exactly one of a document, a page and an address.

    A stream rather than foreign keys, because a council may have document and page models of its
    own, and because Wagtail's own usage lists then show what stands in the library.
    """

    document = DocumentChooserBlock(label=_("Document"))
    page = blocks.PageChooserBlock(label=_("Page of this site"))
    address = blocks.URLBlock(label=_("Address elsewhere"), icon="link")

    class Meta:
        icon = "doc-full"
        max_num = 1


class Edition(models.Model):
    """One version of a template, from its first day on until a newer one or its last day."""

    template = ParentalKey(Template, on_delete=models.CASCADE, related_name="editions")
    version = models.CharField(
        _("version"),
        max_length=30,
        validators=[_CAN_BE_AN_ADDRESS],
        help_text=_("For example “2.1” or “September 2026”. It is a part of the file's name."),
    )
    code = models.SlugField(max_length=40, editable=False)
    source = StreamField(SourceBlock(), verbose_name=_("file or link"))
    valid_from = models.DateField(_("valid from"), default=today)
    valid_until = models.DateField(
        _("valid until"),
        null=True,
        blank=True,
        help_text=_("The last day. Leave it empty: a newer version takes its place by itself."),
    )
    updated_on = models.DateField(
        _("date updated"), default=today, help_text=_("As it is shown beside the link.")
    )

    class Meta:
        ordering = ["-valid_from", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["template", "code"], name="pep_one_edition_per_version"
            ),
        ]
        verbose_name = _("version")
        verbose_name_plural = _("versions")

    def __str__(self) -> str:
        return f"{self.template.title}, {self.version}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """The address follows the version."""
        self.code = code_of(self.version)
        super().save(*args, **kwargs)

    def clean(self) -> None:
        """Raises :class:`ValidationError` for a version that would end before it begins."""
        if self.valid_from and self.valid_until and self.valid_until < self.valid_from:
            raise ValidationError({"valid_until": _("The last day is before the first.")})

    @property
    def points_to(self) -> tuple[str, Any]:
        """``("document", 5)``, ``("page", 7)``, ``("address", "https://...")`` or ``("", None)``.

        Read from the stored text, so that a shelf of two hundred costs no query for each.
        """
        stored = self.source.raw_data
        return (stored[0]["type"], stored[0]["value"]) if len(stored) else ("", None)

    def is_valid_on(self, day: datetime.date) -> bool:
        """Whether it may be offered on that day at all."""
        return self.valid_from <= day and (self.valid_until is None or day <= self.valid_until)


class DownloadCount(models.Model):
    """How often one version of a template was fetched in one month. Nobody is remembered."""

    template = models.ForeignKey(Template, on_delete=models.CASCADE, related_name="downloads")
    version = models.CharField(_("version"), max_length=40)
    month = models.DateField(_("month"))
    count = models.PositiveIntegerField(_("downloads"), default=0)

    class Meta:
        ordering = ["-month", "template", "version"]
        constraints = [
            models.UniqueConstraint(
                fields=["template", "version", "month"], name="pep_one_count_per_month"
            )
        ]
        verbose_name = _("downloads of a month")
        verbose_name_plural = _("downloads by month")

    def __str__(self) -> str:
        return f"{self.template_id} {self.version} {self.month:%Y-%m}: {self.count}"
