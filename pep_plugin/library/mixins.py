"""How public pages behave; the library page is one. Concrete page types are in ``pages``."""

from typing import Any

from django.db import models
from django.http import Http404, HttpRequest, HttpResponseBase
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.search import index

from pep_plugin.conf import conf, serves
from pep_plugin.library.blocks import GroupBlock, placed_downloads
from pep_plugin.library.caching import once_drawn
from pep_plugin.library.filters import Chosen, by_phase
from pep_plugin.library.shelf_memory import shelf_of

RICH_TEXT = ["h3", "h4", "bold", "italic", "ol", "ul", "link", "document-link"]


class PublicPageMixin(models.Model):
    """A page that this installation serves only when it serves the public part."""

    #: The page's template. Wagtail gives every concrete page class a ``template`` of its own name.
    pep_template = ""

    class Meta:
        abstract = True

    @classmethod
    def can_create_at(cls, parent: Any) -> bool:
        """A private-only installation does not offer public page types to its editors."""
        return serves("public") and super().can_create_at(parent)  # type: ignore[misc]

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """404 where there is no public part, whatever an editor published."""
        if not serves("public"):
            raise Http404
        return once_drawn(request, super().serve(request, *args, **kwargs))  # type: ignore[misc]

    def get_template(self, request: HttpRequest, *args: Any, **kwargs: Any) -> str:
        """Ours, so that a host's own page type made from a mixin needs no template."""
        return self.pep_template

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Names the host's template that the page extends."""
        context = super().get_context(request, *args, **kwargs)  # type: ignore[misc]
        context["pep_base_template"] = conf.BASE_TEMPLATE
        return context


class LibraryMixin(PublicPageMixin):
    """The library: groups that an editor made, then every other template, by phase.

    A filter (phase, audience) is a plain form, and shows the templates that fit instead of all.
    """

    intro = models.TextField(_("introduction"), blank=True)
    body = StreamField(
        [
            ("text", blocks.RichTextBlock(features=RICH_TEXT, label=_("Text"), icon="pilcrow")),
            ("group", GroupBlock()),
        ],
        blank=True,
        verbose_name=_("body"),
    )

    library_panels = [FieldPanel("intro"), FieldPanel("body")]
    library_search_fields = [index.SearchField("intro"), index.SearchField("body")]
    pep_template = "pep_plugin/library/library_page.html"
    pep_kind = "library"
    is_pep_library = True

    class Meta:
        abstract = True

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """A template made after the page was written is there without anyone editing it."""
        context = super().get_context(request, *args, **kwargs)
        chosen = Chosen.of(request.GET)
        placed = (set(), set()) if chosen else placed_downloads(self.body)
        shelf = shelf_of({"request": request})
        items = [
            item
            for item in shelf.chosen(chosen.phase, chosen.audience)
            if item.template.pk not in placed[0] and item.template.form_key not in placed[1]
        ]
        return {
            **context,
            "chosen": chosen,
            "count": len(items),
            "groups": by_phase(items),
            "has_groups": any(block.block_type == "group" for block in self.body),
        }
