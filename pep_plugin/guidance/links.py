"""Where the council's guidance is, for pages that point to it."""

from django.core.cache import cache
from wagtail.models import Page, get_page_models

CACHE_KEY = "pep_plugin.guidance_url"
#: Seconds. A page that moves is found again within five minutes.
KEPT_FOR = 300


def guidance_url() -> str:
    """The address of the first live guidance page, or nothing where there is none."""
    found = cache.get(CACHE_KEY)
    if found is None:
        found = _look()
        cache.set(CACHE_KEY, found, KEPT_FOR)
    return found


def page_type(mark: str) -> type[Page] | None:
    """The site's page type that carries the mark: ours, or one that a host made."""
    return next((model for model in get_page_models() if getattr(model, mark, False)), None)


def page_of_kind(kind: str) -> type[Page] | None:
    """The site's page type whose ``pep_kind`` is this: ours, or one that a host made."""
    return next((m for m in get_page_models() if getattr(m, "pep_kind", "") == kind), None)


def _look() -> str:
    """The section's home; where an editor has none, the first page of guidance."""
    for kind in ("home", "guidance"):
        model = page_of_kind(kind)
        page = model.objects.live().public().order_by("path").first() if model else None
        if page:
            return page.get_url() or ""
    return ""
