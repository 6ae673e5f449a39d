"""The council's page types: a home page, pages of information, and news."""

from typing import Any

from django.db import models
from django.http import HttpRequest
from wagtail.admin.panels import FieldPanel
from wagtail.blocks import CharBlock, ChoiceBlock, PageChooserBlock, StructBlock
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page

#: Icons of `council/icons.svg`, and what an editor calls them.
ICONS = [
    ("bin", "Bin"),
    ("book", "Book"),
    ("home", "House"),
    ("leaf", "Leaf"),
    ("school", "School"),
    ("people", "People"),
    ("pound", "Pound"),
    ("tree", "Tree"),
]
RICH_TEXT = ["h2", "h3", "bold", "ol", "ul", "link", "document-link"]


class TileBlock(StructBlock):
    """One square of the home page: a service and the words that people look for."""

    icon = ChoiceBlock(choices=ICONS)
    title = CharBlock(max_length=60)
    text = CharBlock(max_length=120, required=False)
    page = PageChooserBlock(required=False)

    class Meta:
        icon = "grip"
        template = "home/tile.html"


class HomePage(Page):
    """The council's front door."""

    heading = models.CharField(max_length=120, default="Welcome to Alderbrook")
    lede = models.CharField(max_length=255, blank=True)
    tiles = StreamField([("tile", TileBlock())], blank=True)

    content_panels = [
        *Page.content_panels,
        FieldPanel("heading"),
        FieldPanel("lede"),
        FieldPanel("tiles"),
    ]
    max_count = 1

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """The three newest pieces of news beside what every page has."""
        context = super().get_context(request, *args, **kwargs)
        context["news"] = NewsPage.objects.live().public().order_by("-date")[:3]
        return context


class InfoPage(Page):
    """A page of information; the pages under it are listed at its end."""

    intro = models.CharField(max_length=300, blank=True)
    body = RichTextField(features=RICH_TEXT, blank=True)

    content_panels = [*Page.content_panels, FieldPanel("intro"), FieldPanel("body")]


class NewsPage(Page):
    """One piece of news."""

    date = models.DateField()
    intro = models.CharField(max_length=300)
    body = RichTextField(features=RICH_TEXT, blank=True)

    content_panels = [
        *Page.content_panels,
        FieldPanel("date"),
        FieldPanel("intro"),
        FieldPanel("body"),
    ]
    subpage_types: list[str] = []
