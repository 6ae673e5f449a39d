"""Where the council's library page is, for pages that lead back to it."""

from wagtail.models import get_page_models


def library_url() -> str:
    """The address of the first live library page, or nothing where there is none."""
    model = next((m for m in get_page_models() if getattr(m, "is_pep_library", False)), None)
    page = model.objects.live().public().order_by("path").first() if model else None
    return (page.get_url() or "") if page else ""
