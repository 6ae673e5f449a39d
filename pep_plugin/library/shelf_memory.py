"""The shelf, read once a minute for all visitors.

It changes when an editor does something, and then at once where the cache is shared; otherwise a
public page may be kept for a minute anyway (``caching.KEPT_FOR``).
"""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from typing import Any

from django.core.cache import cache
from django.db.models.signals import post_delete, post_save
from wagtail.documents import get_document_model
from wagtail.models import CollectionViewRestriction, Page, PageViewRestriction
from wagtail.signals import page_published, page_unpublished, post_page_move

from pep_plugin.conf import today
from pep_plugin.formversions.models import FormVersion
from pep_plugin.library.caching import KEPT_FOR
from pep_plugin.library.models import Edition, Template
from pep_plugin.library.shelf import Shelf, read

_KEY = "pep_plugin.shelf"
_remembered: tuple[Any, Shelf] | None = None


def shelf_of(context: Mapping[str, Any] | None) -> Shelf:
    """The shelf of a page that is being drawn: one for all of its blocks."""
    request = context.get("request") if context else None
    if request is None:
        return remembered()
    if not hasattr(request, "_pep_shelf"):
        # An editor's preview shows what would be offered now.
        is_preview = getattr(request, "is_preview", False)
        request._pep_shelf = read() if is_preview else remembered()
    found: Shelf = request._pep_shelf
    return found


def mark() -> str:
    """Another one whenever the shelf may have changed; a minute at most it stays the same."""
    return str(cache.get_or_set(_KEY, secrets.token_hex, KEPT_FOR))


def remembered() -> Shelf:
    """What is offered today; read again when something changed, a minute passed or a day began."""
    global _remembered
    now = (mark(), today())
    if _remembered is None or _remembered[0] != now:
        _remembered = (now, read())
    return _remembered[1]


def forget(**kwargs: Any) -> None:
    """Something that stands on the shelf changed."""
    cache.delete(_KEY)


def follow_changes() -> None:
    """Called once, when the app is ready: the models of documents and pages are the host's."""
    for model in (Template, Edition, FormVersion, get_document_model(), CollectionViewRestriction):
        for signal in (post_save, post_delete):
            signal.connect(forget, sender=model, dispatch_uid=f"pep_shelf_{model.__name__}")
    for model in (PageViewRestriction, Page):
        post_delete.connect(forget, sender=model, dispatch_uid=f"pep_shelf_{model.__name__}")
    post_save.connect(forget, sender=PageViewRestriction, dispatch_uid="pep_shelf_restriction")
    for signal in (page_published, page_unpublished, post_page_move):
        signal.connect(forget, dispatch_uid="pep_shelf_page")
