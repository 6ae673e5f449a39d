"""One thing that a visitor said of a page."""

from django.contrib import admin
from django.db import models
from django.utils.timezone import localtime
from django.utils.translation import gettext_lazy as _

#: Characters. Who has more to say is better served by the telephone.
LONGEST = 2_000
ANSWERS = {True: _("Yes"), False: _("No"), None: ""}


class Feedback(models.Model):
    """Holds nothing of the person. The page is kept by key and title, so that it may be deleted."""

    page_pk = models.CharField(max_length=40, editable=False)
    page_title = models.CharField(_("page"), max_length=255, editable=False)
    is_useful = models.BooleanField(_("useful"), null=True, editable=False)
    words = models.TextField(_("what they said"), max_length=LONGEST, blank=True, editable=False)
    said_at = models.DateTimeField(_("when"), auto_now_add=True)
    is_dealt_with = models.BooleanField(_("dealt with"), default=False)

    class Meta:
        ordering = ["-said_at"]
        verbose_name = _("feedback")
        verbose_name_plural = _("feedback")

    def __str__(self) -> str:
        return f"{self.page_title}, {localtime(self.said_at):%d %B %Y}"

    @property
    @admin.display(description=_("Useful"), ordering="is_useful")
    def answer(self) -> str:
        """Yes, no, or nothing: words alone may be sent too."""
        return str(ANSWERS[self.is_useful])
