"""Templates in Wagtail's admin, where web editors keep them."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    HelpPanel,
    InlinePanel,
    MultiFieldPanel,
    TitleFieldPanel,
)
from wagtail.admin.widgets.slug import SlugInput
from wagtail.snippets.views.snippets import SnippetViewSet

from pep_plugin.library.models import Template


class TemplateViewSet(SnippetViewSet):
    """A list by title with filters, and a page for each template with its versions."""

    model = Template
    icon = "doc-full"
    menu_label = _("Templates")
    list_display = ["title", "phase", "audience", "language"]
    list_filter = ["phase", "audience", "language"]
    list_export: list[str] = []
    search_fields = ["title", "purpose"]
    copy_view_enabled = False
    panels = [
        TitleFieldPanel("title", placeholder=False),
        FieldRowPanel([FieldPanel("phase"), FieldPanel("audience"), FieldPanel("language")]),
        FieldPanel("purpose"),
        FieldPanel("accessibility"),
        MultiFieldPanel(
            [
                HelpPanel(
                    _(
                        "Add a new version instead of changing an old one: the old one's address "
                        "keeps working and leads to the new one. Which version is offered depends "
                        "on its dates alone."
                    )
                ),
                InlinePanel(
                    "editions",
                    heading=_("Versions"),
                    label=_("Version"),
                    panels=[
                        FieldRowPanel([FieldPanel("version"), FieldPanel("updated_on")]),
                        FieldPanel("source"),
                        FieldRowPanel([FieldPanel("valid_from"), FieldPanel("valid_until")]),
                    ],
                ),
            ],
            heading=_("Versions"),
        ),
        MultiFieldPanel(
            [FieldPanel("slug", widget=SlugInput()), FieldPanel("form_key")],
            heading=_("Address, and form that makes the file"),
            classname="collapsed",
        ),
    ]
