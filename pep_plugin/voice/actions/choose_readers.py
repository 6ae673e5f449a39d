"""Who may read what, and who gets it first: a child's own choice, kept with the draft."""

from __future__ import annotations

import uuid
from collections.abc import Collection, Mapping

from django.db import transaction

from pep_plugin import access
from pep_plugin.access import Actor
from pep_plugin.access.models import LinkGrant
from pep_plugin.voice.own_page.adults import adults_of, may_be_first
from pep_plugin.voice.own_page.page import OwnPage


def choose_limits(*, actor: Actor, limited: Collection[str]) -> None:
    """``limited``: paths of the answers that only named people may read. The rest is for all."""
    with transaction.atomic():
        page = _locked(actor)
        kept = page.draft.choices.get("readers", {})
        page.draft.choices["readers"] = {
            path: kept.get(path, []) for path in page.draft.answers if path in limited
        }
        page.draft.save()


def choose_readers(*, actor: Actor, readers: Mapping[str, Collection[str]]) -> None:
    """path -> keys of people on the plan; others are dropped. Nobody is everyone's first adult."""
    with transaction.atomic():
        page = _locked(actor)
        known = {adult.key for adult in adults_of(page.opened)}
        chosen = page.draft.choices.setdefault("readers", {})
        for path, keys in readers.items():
            if path in page.draft.answers:
                chosen[path] = sorted(known & set(keys))
        page.draft.save()


def choose_first(*, actor: Actor, person_id: uuid.UUID) -> None:
    """Raises ``access.Forbidden`` for who may not be it: somebody at home, a stranger."""
    with transaction.atomic():
        page = _locked(actor)
        if person_id not in {adult.id for adult in may_be_first(page.opened)}:
            raise access.Forbidden("voice.first")
        page.draft.choices["first"] = str(person_id)
        page.draft.save()


def _locked(actor: Actor) -> OwnPage:
    if actor.grant is None:
        raise access.Forbidden("plan.write_own")
    LinkGrant.objects.select_for_update().get(pk=actor.grant.id)
    return OwnPage(actor)
