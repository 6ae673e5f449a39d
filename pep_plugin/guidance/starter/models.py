"""Which starter pages were made: one that an editor deleted must not come back by itself."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class StarterPage(models.Model):
    """``page_pk`` is text: a council may have a page model of its own, with keys of its own."""

    key = models.SlugField(_("key"), unique=True)
    page_pk = models.CharField(max_length=40)
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("starter page")
        verbose_name_plural = _("starter pages")

    def __str__(self) -> str:
        return self.key
