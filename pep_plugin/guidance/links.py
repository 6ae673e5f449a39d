"""Where the council's guidance is, for pages that point to it."""

from django.core.cache import cache
from wagtail.models import get_page_models

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


def _look() -> str:
    for model in get_page_models():
        if getattr(model, "is_pep_guidance", False):
            page = model.objects.live().public().order_by("path").first()
            if page:
                return page.get_url() or ""
    return ""
