"""Keeping what somebody said on a screen of their own page, until they send it.

Their draft has no history: what they change or take away before that is gone, files too.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from django.db import transaction
from django.utils.translation import gettext as _

from pep_plugin import access
from pep_plugin.access import Actor
from pep_plugin.access.models import LinkGrant
from pep_plugin.files.intake import Refused, take_in
from pep_plugin.files.models import PrivateFile
from pep_plugin.sections.answers import Answer
from pep_plugin.sections.kinds.files import ids, most_files
from pep_plugin.voice.own_page.page import OwnPage
from pep_plugin.voice.own_page.screens import Screen


@contextmanager
def _writing(actor: Actor, name: str) -> Iterator[tuple[OwnPage, Screen]]:
    """The page and the screen, under the lock on the link; the draft is written at the end.

    Raises ``Http404`` for a screen that is not asked, ``page.Closed`` once the plan was sent.
    """
    if actor.grant is None:
        raise access.Forbidden("plan.write_own")
    with transaction.atomic():
        LinkGrant.objects.select_for_update().get(pk=actor.grant.id)
        page = OwnPage(actor)
        access.require_open_record(page.opened.child)
        screen = page.screen(name)
        yield page, screen
        page.draft.note(screen)
        page.draft.save()


def keep_answer(*, actor: Actor, name: str, answer: Answer | None) -> None:
    """The whole answer of one screen; None takes away what stood there."""
    with _writing(actor, name) as (page, screen):
        gone = ids((page.draft.answers.get(screen.path) or {}).get("value"))
        page.draft.put(screen, answer)
        _remove(gone - page.draft.file_ids(), page)


def keep_cells(*, actor: Actor, name: str, cells: Mapping[str, Answer | None]) -> None:
    """A row's cells, column -> cell; None takes one away."""
    with _writing(actor, name) as (page, screen):
        page.draft.put_cells(screen, dict(cells))


def pass_over(*, actor: Actor, name: str) -> None:
    """Nothing is said here, and what was said before stays."""
    with _writing(actor, name):
        pass


def add_picture(*, actor: Actor, name: str, filename: str, data: bytes) -> None:
    """One more picture or file under a question. Raises ``files.intake.Refused`` besides."""
    # Looked over before anything is locked: a large picture takes a second or two.
    accepted = take_in(filename, data)
    kept: PrivateFile | None = None
    try:
        with _writing(actor, name) as (page, screen):
            if screen.question.kind != "file":
                raise access.Forbidden("plan.write_own")
            standing = list((page.draft.answers.get(screen.path) or {}).get("value") or [])
            if len(standing) >= most_files(screen.question):
                raise Refused(_("That is as many as fit here. Take one off first."))
            kept = PrivateFile.keep(
                accepted.data,
                child_id=page.opened.child.pk,
                name=accepted.name,
                content_type=accepted.content_type,
            )
            entry = {
                "id": kept.pk.hex,
                "name": kept.name,
                "type": kept.content_type,
                "size": kept.size,
                "sha256": kept.sha256,
            }
            page.draft.put(screen, {"value": [*standing, entry]})
    except BaseException:
        # The rows are gone with the transaction; bytes without a row would lie there for ever.
        if kept is not None:
            kept.content.storage.delete(str(kept.content.name))
        raise


def take_off_picture(*, actor: Actor, name: str, file_id: uuid.UUID) -> None:
    """Take one off: it is gone. Twice is nothing."""
    with _writing(actor, name) as (page, screen):
        standing = list((page.draft.answers.get(screen.path) or {}).get("value") or [])
        left = [file for file in standing if file["id"] != file_id.hex]
        page.draft.put(screen, {"value": left} if left else None)
        _remove(ids(standing) - ids(left), page)


def _remove(gone: frozenset[str], page: OwnPage) -> None:
    """Only files that were never part of a plan: those of this draft."""
    files = PrivateFile.objects.filter(
        pk__in=[uuid.UUID(hex=one) for one in gone],
        child=page.opened.child,
        attachment=None,
    )
    if gone:
        PrivateFile.remove(files)
