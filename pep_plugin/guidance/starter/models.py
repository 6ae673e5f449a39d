"""What setting up made, so that it is made once: what an editor deleted must not come back."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class MadeOnce(models.Model):
    """``made_pk`` is text: a council may have a page model of its own, with keys of its own."""

    key = models.SlugField(_("key"), unique=True)
    made_pk = models.CharField(max_length=40, blank=True)
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("made once")
        verbose_name_plural = _("made once")

    def __str__(self) -> str:
        return self.key
