"""The council's glossary: words that hurt, and kinder ones, suggested while somebody writes."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _


class GlossaryWord(models.Model):
    """``word`` is what somebody may have typed; ``instead`` is suggested, never put in."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    word = models.CharField(_("word or phrase"), max_length=80, unique=True)
    instead = models.CharField(_("kinder words"), max_length=200)
    why = models.CharField(_("why"), max_length=300, blank=True)
    is_on = models.BooleanField(_("suggest it"), default=True)

    class Meta:
        ordering = ["word"]
        verbose_name = _("word of the glossary")
        verbose_name_plural = _("words of the glossary")

    def __str__(self) -> str:
        return self.word
