"""What an editor puts into a list of downloads: a blank form, a file of the council's, a link."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.snippets.blocks import SnippetChooserBlock

from pep_plugin.library.blanks import Blank, blanks, form_choices
from pep_plugin.library.shelf_memory import shelf_of
from pep_plugin.library.sorting import ALL_PHASES, AUDIENCES, PHASES

__all__ = ["AUDIENCES", "PHASES", "DownloadsBlock", "GroupBlock", "RelatedBlock"]

TEMPLATE = "pep_plugin.Template"


class BlankFormBlock(blocks.StructBlock):
    """The blank Word form of a live form. A new version of the form replaces it by itself."""

    form = blocks.ChoiceBlock(choices=form_choices, label=_("Form"))
    note = blocks.CharBlock(required=False, max_length=120, label=_("Note"))

    class Meta:
        icon = "form"
        label = _("Blank PEP form")
        template = "pep_plugin/library/blank_form.html"

    def get_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        """``blank`` is None when no such form is live: the line is then left out."""
        context = super().get_context(value, parent_context=parent_context)
        context["blank"] = _live(value["form"])
        return context


class DocumentBlock(blocks.StructBlock):
    """A document of the council's own, from Wagtail's documents."""

    document = DocumentChooserBlock(label=_("Document"))
    title = blocks.CharBlock(
        required=False, max_length=120, help_text=_("The document's own title if left empty.")
    )
    note = blocks.CharBlock(required=False, max_length=120, label=_("Note"))
    audience = blocks.ChoiceBlock(choices=AUDIENCES, default="staff", label=_("For"))

    class Meta:
        icon = "doc-full"
        label = _("Document")
        template = "pep_plugin/library/document.html"


class LinkBlock(blocks.StructBlock):
    """A page of this site, or an address elsewhere."""

    title = blocks.CharBlock(max_length=120, label=_("Words of the link"))
    page = blocks.PageChooserBlock(required=False, label=_("Page of this site"))
    address = blocks.URLBlock(required=False, label=_("Or an address elsewhere"))
    note = blocks.CharBlock(required=False, max_length=120, label=_("Note"))

    class Meta:
        icon = "link"
        label = _("Link")
        template = "pep_plugin/library/link.html"


class TemplateBlock(blocks.StructBlock):
    """A template of the library. Its newest version is offered by itself."""

    template = SnippetChooserBlock(TEMPLATE, label=_("Template"))
    note = blocks.CharBlock(required=False, max_length=120, label=_("Note"))

    class Meta:
        icon = "doc-full-inverse"
        label = _("Template of the library")
        template = "pep_plugin/library/template_line.html"

    def get_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        """``item`` is None while the template has nothing to offer: the line is then left out."""
        context = super().get_context(value, parent_context=parent_context)
        chosen = value["template"]
        context["item"] = shelf_of(parent_context).find(chosen.pk) if chosen else None
        return context


class DownloadsBlock(blocks.StreamBlock):
    """A list of downloads, in the order in which the editor puts them."""

    template = TemplateBlock()
    blank_form = BlankFormBlock()
    document = DocumentBlock()
    link = LinkBlock()

    class Meta:
        icon = "download"
        label = _("Downloads")
        template = "pep_plugin/library/downloads.html"


class RelatedBlock(blocks.StructBlock):
    """Templates by phase, by audience, or picked by hand; both together show both.

    Neither chosen nor picked: every template of the library.
    """

    heading = blocks.CharBlock(max_length=80, default="Related downloads", label=_("Heading"))
    phase = blocks.ChoiceBlock(
        choices=[*PHASES, ("all", ALL_PHASES)],
        required=False,
        label=_("Phase"),
        help_text=_("Shows the templates of this phase, and those that fit every phase."),
    )
    audience = blocks.ChoiceBlock(choices=AUDIENCES, required=False, label=_("For"))
    picks = blocks.ListBlock(
        SnippetChooserBlock(TEMPLATE, label=_("Template")),
        default=[],
        label=_("Picked by hand"),
        help_text=_("These stand first, in this order."),
    )

    class Meta:
        icon = "download"
        label = _("Related downloads")
        template = "pep_plugin/library/related.html"

    def get_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        """``items`` leaves out whatever has nothing to offer today."""
        context = super().get_context(value, parent_context=parent_context)
        shelf = shelf_of(parent_context)
        picked = [shelf.find(template.pk) for template in value["picks"] if template]
        items = [item for item in picked if item is not None]
        # Picks that are all gone leave nothing: an editor who chose one paper never meant all.
        if value["phase"] or value["audience"] or not value["picks"]:
            phase = "" if value["phase"] == "all" else value["phase"]
            items += [i for i in shelf.chosen(phase, value["audience"] or "") if i not in items]
        context["items"] = items
        return context


class GroupBlock(blocks.StructBlock):
    """One part of the library: a phase, or the people whom the papers are for."""

    heading = blocks.CharBlock(max_length=80, label=_("Heading"))
    intro = blocks.TextBlock(required=False, label=_("Introduction"), rows=2)
    downloads = DownloadsBlock(required=False)

    class Meta:
        icon = "folder-open-inverse"
        label = _("Group of templates")
        template = "pep_plugin/library/group.html"


def _live(form_key: str) -> Blank | None:
    return next((blank for blank in blanks() if blank.form_key == form_key), None)


def placed_downloads(stream: Any) -> tuple[set[int], set[str]]:
    """What an editor has placed in the groups of a stream: keys of templates, keys of forms."""
    placed = [
        download
        for child in stream
        if child.block_type == "group"
        for download in child.value["downloads"]
    ]
    chosen = [d.value["template"] for d in placed if d.block_type == "template"]
    forms = {d.value["form"] for d in placed if d.block_type == "blank_form"}
    return {template.pk for template in chosen if template}, forms
