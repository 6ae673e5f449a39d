"""A card of one person, or one team, whom schools and carers may ask."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.search import index

from pep_plugin.library.sorting import PHASES


class ContactCard(index.Indexed, models.Model):
    """Somebody whose number and address the council publishes. No child stands here.

    ``phases``: keys of ``library.sorting.PHASES`` with commas between, none for every phase.
    ``areas``: names of districts or schools as people say them, with commas between.
    """

    name = models.CharField(_("name"), max_length=120)
    job_title = models.CharField(_("job title"), max_length=120, blank=True)
    phases = models.CharField(_("phases"), max_length=80, blank=True)
    areas = models.CharField(
        _("areas"),
        max_length=250,
        blank=True,
        help_text=_("Districts or towns, with commas between. Leave it empty for the whole area."),
    )
    telephone = models.CharField(_("telephone"), max_length=40, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    note = models.CharField(
        _("note"),
        max_length=200,
        blank=True,
        help_text=_("For example on which days they work, or what to ask them about."),
    )
    position = models.PositiveSmallIntegerField(
        _("position"), default=100, help_text=_("Cards with a lower number stand first.")
    )

    search_fields = [index.SearchField("name"), index.SearchField("job_title")]
    panels = [
        MultiFieldPanel([FieldPanel("name"), FieldPanel("job_title")], heading=_("Who")),
        MultiFieldPanel([FieldPanel("phases"), FieldPanel("areas")], heading=_("For")),
        MultiFieldPanel(
            [FieldPanel("telephone"), FieldPanel("email"), FieldPanel("note")],
            heading=_("How to reach them"),
        ),
        FieldPanel("position"),
    ]

    class Meta:
        ordering = ["position", "name"]
        verbose_name = _("contact card")
        verbose_name_plural = _("contact cards")

    def __str__(self) -> str:
        return f"{self.name}, {self.job_title}" if self.job_title else self.name

    def clean(self) -> None:
        """A card that says how to reach nobody is no help to anyone."""
        super().clean()
        if not (self.telephone or self.email):
            raise ValidationError(_("Give a telephone number or an e-mail address."))

    @property
    def phase_keys(self) -> list[str]:
        return [key for key in self.phases.split(",") if key]

    @property
    def phase_labels(self) -> list[str]:
        labels = dict(PHASES)
        return [str(labels[key]) for key in self.phase_keys if key in labels]

    @property
    def area_names(self) -> list[str]:
        return [name for area in self.areas.split(",") if (name := area.strip())]

    def is_for(self, phase: str, area: str) -> bool:
        """Whether the card answers for the phase and the area; "" asks for any."""
        right_phase = not phase or not self.phases or phase in self.phase_keys
        names = [name.casefold() for name in self.area_names]
        return right_phase and (not area or not names or area.casefold() in names)
