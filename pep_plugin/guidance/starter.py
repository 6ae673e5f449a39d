"""The first guidance and library pages: a start that web editors make their own.

Made once, as drafts; whatever is there already is never touched.
"""

from dataclasses import dataclass
from typing import Any

from django.db import transaction
from wagtail.models import Page, Site

from pep_plugin.guidance import starter_words as words
from pep_plugin.guidance.links import page_type
from pep_plugin.library.blanks import live_versions


@dataclass(frozen=True)
class Outcome:
    """What happened to one page: ``made``, ``published`` or ``kept``."""

    page: Page
    what: str


@transaction.atomic
def ensure_pages(*, publish: bool = False) -> list[Outcome]:
    """The guidance page under the site's first page, the children's and the library under it.

    Nothing is made on a site without a first page, or without page types of ours.
    """
    guidance_type, library_type = page_type("is_pep_guidance"), page_type("is_pep_library")
    site = Site.objects.filter(is_default_site=True).select_related("root_page").first()
    if not site or not guidance_type:
        return []
    guidance, is_new = _page(site.root_page, guidance_type, words.GUIDANCE, show_in_menus=True)
    pages = [(guidance, is_new), _page(guidance, guidance_type, words.FOR_YOUNG_PEOPLE)]
    if library_type:
        library, library_is_new = _page(guidance, library_type, words.LIBRARY, body=_groups())
        pages.append((library, library_is_new))
        if is_new:
            guidance.related = [*_forms(), _link(library)]
            guidance.save()
    return [_finish(page, is_new, publish) for page, is_new in pages]


def _page(
    parent: Page, model: type[Page], content: dict[str, Any], **more: Any
) -> tuple[Page, bool]:
    """The child page with the content's slug, and whether it had to be made (as a draft)."""
    there = parent.get_children().filter(slug=content["slug"]).first()
    if there is not None:
        return there.specific, False
    page = model(**content, **more, live=False, has_unpublished_changes=True)
    parent.add_child(instance=page)
    return page, True


def _finish(page: Page, is_new: bool, publish: bool) -> Outcome:
    """The first revision of a new page; publishes it, or a draft that nobody has opened since."""
    if is_new:
        page.save_revision()
    untouched = not page.live and page.first_published_at is None and page.revisions.count() == 1
    if publish and untouched:
        page.latest_revision.publish()
        return Outcome(page, "published")
    return Outcome(page, "made" if is_new else "kept")


def _forms(keys: tuple[str, ...] | None = None) -> list[tuple[str, dict[str, str]]]:
    """The live forms as lines of a list of downloads: all, or those of the keys."""
    live = [version.form_key for version in live_versions()]
    chosen = [key for key in live if keys is None or key in keys]
    return [("blank_form", {"form": key, "note": ""}) for key in chosen]


def _link(library: Page) -> tuple[str, dict[str, Any]]:
    return ("link", {"title": "All templates", "page": library, "address": "", "note": ""})


def _groups() -> list[tuple[str, Any]]:
    """A group for each phase that has a live form, then how to use a form."""
    groups: list[tuple[str, Any]] = [
        ("group", {"heading": heading, "intro": "", "downloads": _forms(keys)})
        for heading, keys in words.PHASES
        if _forms(keys)
    ]
    return [*groups, ("text", words.HOW_TO_USE)]
