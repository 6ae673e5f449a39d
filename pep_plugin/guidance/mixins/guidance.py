"""A page of guidance: words for everyone, with related downloads beside them."""

from typing import Any

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.search import index

from pep_plugin.guidance.blocks import GuidanceBlocks
from pep_plugin.guidance.drawing import drawn
from pep_plugin.guidance.review import ReviewedMixin
from pep_plugin.library.blocks import DownloadsBlock
from pep_plugin.library.mixins import PublicPageMixin


class GuidanceMixin(ReviewedMixin, PublicPageMixin):
    """What all guidance pages share. ``pep_kind`` names the type, whoever made the page model."""

    intro = models.TextField(
        _("introduction"), blank=True, help_text=_("One or two sentences under the title.")
    )
    body = StreamField(GuidanceBlocks(), blank=True, verbose_name=_("body"))
    related = StreamField(DownloadsBlock(), blank=True, verbose_name=_("related downloads"))
    show_contents = models.BooleanField(
        _("show a table of contents"),
        default=True,
        help_text=_("It appears by itself on a page with four headings or more."),
    )

    guidance_panels = [
        FieldPanel("intro"),
        FieldPanel("body"),
        FieldPanel("related"),
        FieldPanel("show_contents"),
        *ReviewedMixin.review_panels,
    ]
    guidance_search_fields = [index.SearchField("intro"), index.SearchField("body")]
    pep_template = "pep_plugin/guidance/guidance_page.html"
    pep_kind = "guidance"
    #: Private pages link to the first page whose type says this.
    is_pep_guidance = True

    class Meta:
        abstract = True

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """``drawn``: the blocks as HTML; ``contents``: (anchor, heading) of those to list."""
        context = super().get_context(request, *args, **kwargs)
        context["drawn"] = drawn(self, request)
        context["contents"] = context["drawn"].contents if self.show_contents else []
        return context
