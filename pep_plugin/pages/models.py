"""The concrete page types. A host with its own page model makes some like these from the mixins."""

from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from pep_plugin.guidance.mixins import (
    CarersMixin,
    ContactMixin,
    DatesMixin,
    FaqMixin,
    GuidanceMixin,
    SectionHomeMixin,
    YoungPeopleMixin,
)
from pep_plugin.library.mixins import LibraryMixin


class GuidancePage(GuidanceMixin, Page):
    """A page of guidance on Personal Education Plans."""

    content_panels = [*Page.content_panels, *GuidanceMixin.guidance_panels]
    search_fields = [*Page.search_fields, *GuidanceMixin.guidance_search_fields]

    class Meta:
        verbose_name = _("PEP guidance page")
        verbose_name_plural = _("PEP guidance pages")


class SectionHomePage(SectionHomeMixin, Page):
    """The way in to the section on Personal Education Plans."""

    content_panels = [*Page.content_panels, *SectionHomeMixin.guidance_panels]
    search_fields = [*Page.search_fields, *SectionHomeMixin.guidance_search_fields]

    class Meta:
        verbose_name = _("PEP section home")
        verbose_name_plural = _("PEP section homes")


class ContactPage(ContactMixin, Page):
    """Your Virtual School representative."""

    content_panels = [*Page.content_panels, *ContactMixin.guidance_panels]
    search_fields = [*Page.search_fields, *ContactMixin.guidance_search_fields]

    class Meta:
        verbose_name = _("PEP contact page")
        verbose_name_plural = _("PEP contact pages")


class DatesPage(DatesMixin, Page):
    """This year's dates."""

    content_panels = [
        *Page.content_panels,
        *DatesMixin.dates_panels,
        *DatesMixin.guidance_panels,
    ]
    search_fields = [*Page.search_fields, *DatesMixin.guidance_search_fields]

    class Meta:
        verbose_name = _("PEP dates page")
        verbose_name_plural = _("PEP dates pages")


class YoungPeoplePage(YoungPeopleMixin, Page):
    """A page for children and young people, in plain words."""

    content_panels = [*Page.content_panels, *YoungPeopleMixin.guidance_panels]
    search_fields = [*Page.search_fields, *YoungPeopleMixin.guidance_search_fields]

    class Meta:
        verbose_name = _("PEP page for young people")
        verbose_name_plural = _("PEP pages for young people")


class CarersPage(CarersMixin, Page):
    """A page for carers and parents."""

    content_panels = [*Page.content_panels, *CarersMixin.guidance_panels]
    search_fields = [*Page.search_fields, *CarersMixin.guidance_search_fields]

    class Meta:
        verbose_name = _("PEP page for carers")
        verbose_name_plural = _("PEP pages for carers")


class FaqPage(FaqMixin, Page):
    """Questions and answers."""

    content_panels = [*Page.content_panels, *FaqMixin.guidance_panels]
    search_fields = [*Page.search_fields, *FaqMixin.guidance_search_fields]

    class Meta:
        verbose_name = _("PEP questions and answers")
        verbose_name_plural = _("PEP pages of questions and answers")


class LibraryPage(LibraryMixin, Page):
    """The template library."""

    content_panels = [*Page.content_panels, *LibraryMixin.library_panels]
    search_fields = [*Page.search_fields, *LibraryMixin.library_search_fields]

    class Meta:
        verbose_name = _("PEP template library")
        verbose_name_plural = _("PEP template libraries")
