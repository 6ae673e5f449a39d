"""The way in to the whole section."""

from typing import Any

from django.http import HttpRequest

from pep_plugin.guidance.mixins.guidance import GuidanceMixin


class SectionHomeMixin(GuidanceMixin):
    """Says what the section is for, and leads to each of its pages by a card."""

    pep_template = "pep_plugin/guidance/section_home.html"
    pep_kind = "home"

    class Meta:
        abstract = True

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """``cards``: the pages under this one that everybody may see and that stand in menus."""
        context = super().get_context(request, *args, **kwargs)
        children = self.get_children().live().public().in_menu().specific()  # type: ignore[attr-defined]
        context["cards"] = [
            {"page": page, "words": getattr(page, "intro", "") or page.search_description}
            for page in children
        ]
        return context
