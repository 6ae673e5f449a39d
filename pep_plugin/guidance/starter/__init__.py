"""The first guidance and library pages: a start that web editors make their own.

Made once, as drafts. Whatever is there already is never touched, and what an editor deleted,
renamed or moved does not come back.
"""

from dataclasses import dataclass
from typing import Any

from django.db import transaction
from wagtail.models import Page, Site

from pep_plugin.guidance.links import page_of_kind
from pep_plugin.guidance.starter.models import MadeOnce
from pep_plugin.guidance.starter.pages import HOME, UNDER_IT, Starter, filled
from pep_plugin.guidance.starter.words.people import HOW_TO_USE

__all__ = ["Outcome", "ensure_pages"]


@dataclass(frozen=True)
class Outcome:
    """What happened to one page: ``made``, ``published`` or ``kept``."""

    page: Page
    what: str


@transaction.atomic
def ensure_pages(*, publish: bool = False) -> list[Outcome]:
    """The section under the site's first page: its home first, then the pages under that.

    Nothing is made on a site without a first page, or without page types of ours. A kind of page
    that the host has no type for is left out.
    """
    site = Site.objects.filter(is_default_site=True).select_related("root_page").first()
    if site is None:
        return []
    home = _ensure(HOME, site.root_page, publish)
    if home is None:
        return []
    under = [_ensure(starter, home.page, publish) for starter in UNDER_IT]
    return [home, *(outcome for outcome in under if outcome is not None)]


def _ensure(starter: Starter, parent: Page, publish: bool) -> Outcome | None:
    """The page of a starter; None where an editor deleted it, or nothing can be made."""
    made = MadeOnce.objects.filter(key=starter.key).first()
    if made is not None:
        page = Page.objects.filter(pk=made.made_pk).first()
        return _finish(page.specific, False, publish) if page else None
    there = parent.get_children().filter(slug=starter.content["slug"]).first()
    page = there.specific if there else _make(starter, parent)
    if page is None:
        return None
    MadeOnce.objects.create(key=starter.key, made_pk=str(page.pk))
    return _finish(page, there is None, publish)


def _make(starter: Starter, parent: Page) -> Page | None:
    """A new draft under the parent; None where the host has no page type of the kind."""
    model = page_of_kind(starter.kind)
    if model is None:
        return None
    content = filled(starter.content)
    if starter.kind == "library":
        content["body"] = [("text", HOW_TO_USE)]
    page = model(**content, show_in_menus=starter.in_menu, live=False, has_unpublished_changes=True)
    parent.add_child(instance=page)
    return page


def _finish(page: Any, is_new: bool, publish: bool) -> Outcome:
    """The first revision of a new page; publishes it, or a draft that nobody has opened since."""
    if is_new:
        page.save_revision()
    untouched = not page.live and page.first_published_at is None and page.revisions.count() == 1
    if publish and untouched:
        page.latest_revision.publish()
        return Outcome(page, "published")
    return Outcome(page, "made" if is_new else "kept")
