"""Your Virtual School representative."""

from typing import Any

from django.http import HttpRequest

from pep_plugin.guidance.contacts.filtering import asked
from pep_plugin.guidance.mixins.guidance import GuidanceMixin


class ContactMixin(GuidanceMixin):
    """The team's contact cards, to be narrowed by phase and area without a script."""

    pep_template = "pep_plugin/guidance/contact_page.html"
    pep_kind = "contact"

    class Meta:
        abstract = True

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """``asked``: what was chosen, what can be, and the cards that answer."""
        context = super().get_context(request, *args, **kwargs)
        context["asked"] = asked(request.GET.dict())
        return context
