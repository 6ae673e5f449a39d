"""Making the documents of a bundle: by a worker one by one, or a few while a page is open."""

from __future__ import annotations

import time
import uuid

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext as _

from pep_plugin import access
from pep_plugin.access import Actor
from pep_plugin.documents.made import document_for
from pep_plugin.documents.missing import CannotBeMade, MissingLibrary
from pep_plugin.documents.models import Bundle, BundlePart
from pep_plugin.files.models import PrivateFile
from pep_plugin.outbox.promise import handler
from pep_plugin.plans.models import Plan
from pep_plugin.plans.reading import open_plan

#: Tries, while a page is open, after which a document is left out.
_MOST_TRIES = 3


@handler("documents.bundle", is_slow=True)
def make_part(part_id: uuid.UUID) -> None:
    """One document. Doing it twice makes nothing twice; a failure is tried again by the outbox."""
    part = _parts().filter(pk=part_id).first()
    if part is None or part.done_at:
        return
    try:
        document_of(part, Actor.for_person(part.bundle.owner))
    except (Plan.DoesNotExist, access.Forbidden):
        part.problem = _("You may no longer have this one.")
    except MissingLibrary as missing:
        part.problem = str(missing)[:200]
    part.done_at = timezone.now()
    part.save(update_fields=["problem", "done_at"])


def go_on(*, actor: Actor, bundle_id: uuid.UUID, seconds: float = 5) -> Bundle:
    """Make documents for some seconds, where no worker does it; at least one.

    Raises ``Bundle.DoesNotExist`` for another person's.
    """
    bundle = Bundle.objects.get(pk=bundle_id, owner=actor.person_id)
    until = time.monotonic() + seconds
    for part in _parts().filter(bundle=bundle, done_at=None):
        try:
            make_part(part.pk)
        except CannotBeMade as error:
            part.tries += 1
            if part.tries >= _MOST_TRIES:
                part.problem, part.done_at = str(error)[:200], timezone.now()
            part.save(update_fields=["tries", "problem", "done_at"])
        if time.monotonic() > until:
            break
    return bundle


def document_of(part: BundlePart, actor: Actor) -> PrivateFile:
    """The document as the actor may have it today; kept already, unless its parts changed.

    Raises ``Plan.DoesNotExist``, ``access.Forbidden``, ``CannotBeMade``.
    """
    opened = open_plan(actor, part.submission.plan_id)
    access.require(opened.roles, "plan.download", opened.plan.state)
    return document_for(
        part.submission,
        opened.identity,
        audience=part.bundle.audience,
        format=part.bundle.format,
    )


def _parts() -> models.QuerySet[BundlePart]:
    return BundlePart.objects.select_related(
        "bundle__owner", "submission__plan__child", "submission__plan__form_version"
    )
