"""How a guidance page behaves; the concrete page types are in ``pages``."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.search import index

from pep_plugin.guidance.blocks import GuidanceBlocks
from pep_plugin.library.blocks import DownloadsBlock
from pep_plugin.library.mixins import PublicPageMixin


class GuidanceMixin(PublicPageMixin):
    """Words for everyone, with related downloads beside them."""

    intro = models.TextField(_("introduction"), blank=True)
    body = StreamField(GuidanceBlocks(), blank=True, verbose_name=_("body"))
    related = StreamField(DownloadsBlock(), blank=True, verbose_name=_("related downloads"))

    guidance_panels = [FieldPanel("intro"), FieldPanel("body"), FieldPanel("related")]
    guidance_search_fields = [index.SearchField("intro"), index.SearchField("body")]
    pep_template = "pep_plugin/guidance/guidance_page.html"
    #: Private pages link to the first page whose type says this.
    is_pep_guidance = True

    class Meta:
        abstract = True
