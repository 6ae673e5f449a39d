"""The concrete page types. A host with its own page model makes two like these from the mixins."""

from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from pep_plugin.guidance.mixins import GuidanceMixin
from pep_plugin.library.mixins import LibraryMixin


class GuidancePage(GuidanceMixin, Page):
    """A page of guidance on Personal Education Plans."""

    content_panels = [*Page.content_panels, *GuidanceMixin.guidance_panels]
    search_fields = [*Page.search_fields, *GuidanceMixin.guidance_search_fields]

    class Meta:
        verbose_name = _("PEP guidance page")
        verbose_name_plural = _("PEP guidance pages")


class LibraryPage(LibraryMixin, Page):
    """The template library."""

    content_panels = [*Page.content_panels, *LibraryMixin.library_panels]
    search_fields = [*Page.search_fields, *LibraryMixin.library_search_fields]

    class Meta:
        verbose_name = _("PEP template library")
        verbose_name_plural = _("PEP template libraries")
