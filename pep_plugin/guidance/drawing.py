"""A page's blocks and the way to it as HTML: drawn once a minute for all who are not signed in.

Templates, terms and cards that stand in the blocks change without the page; a public page may be
kept for a minute anyway (``library.caching``). Editors and everybody signed in get it drawn anew.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import Any

from django.core.cache import cache
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from pep_plugin.conf import today
from pep_plugin.guidance.contents import contents, placed
from pep_plugin.library.caching import KEPT_FOR, is_signed_in
from pep_plugin.library.shelf_memory import mark


@dataclass(frozen=True)
class Drawn:
    """``way_here``: the breadcrumbs; ``words``: the body; ``beside``: related downloads;
    ``contents``: (anchor, heading) of what a table of contents lists."""

    way_here: SafeString
    words: SafeString
    beside: SafeString
    contents: list[tuple[str, str]]


def drawn(page: Any, request: HttpRequest) -> Drawn:
    """The page's blocks; remembered by what the page holds, where it stands and who offers what."""
    if getattr(request, "is_preview", False) or is_signed_in(request):
        return _draw(page, request)
    key = _key(page, request)
    found: Drawn | None = cache.get(key)
    if found is None:
        found = _draw(page, request)
        cache.set(key, found, KEPT_FOR)
    return found


def _draw(page: Any, request: HttpRequest) -> Drawn:
    blocks = placed(page.body)
    context = {"page": page, "blocks": blocks}

    def part(name: str) -> SafeString:
        return render_to_string(f"pep_plugin/guidance/{name}.html", context, request)

    return Drawn(
        way_here=part("breadcrumbs"),
        words=part("words"),
        beside=part("beside"),
        contents=[(one.anchor, one.heading) for one in contents(blocks)],
    )


def _key(page: Any, request: HttpRequest) -> str:
    held = [
        page.pk,
        page.url_path,
        page.body.get_prep_value(),
        page.related.get_prep_value(),
        # Links on the page lead to other addresses on another site of the same installation.
        request.get_host(),
        get_language(),
        str(today()),
        mark(),
    ]
    digest = hashlib.sha256(json.dumps(held, default=str).encode()).hexdigest()
    return f"pep_plugin.drawn.{digest}"
