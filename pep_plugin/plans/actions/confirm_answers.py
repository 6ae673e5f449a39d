"""These are still right: what came from the last plan is confirmed together, by one button."""

from __future__ import annotations

import uuid
from collections.abc import Mapping

from django.db import transaction

from pep_plugin.access import Actor
from pep_plugin.plans.actions.save_answers import save_answers
from pep_plugin.plans.reading import open_plan


def confirm_answers(*, actor: Actor, plan_id: uuid.UUID, shown: Mapping[str, int]) -> list[str]:
    """Confirm the answers at these paths, each as it stood at the revision it was shown with.

    One ordinary save a section: who confirmed, and when, is in the history like everything else.
    What somebody changed since, what waits for nobody and what is asked by itself stays as it is.
    Returns the paths that were confirmed. Raises what ``save_answers`` raises.
    """
    opened = open_plan(actor, plan_id)
    pages: dict[tuple[str, int], list[str]] = {}
    for path, revision in shown.items():
        section, _, key = path.partition(".")
        if not opened.answers.get(section, {}).get(key, {}).get("stale"):
            pages.setdefault((section, revision), []).append(key)
    done: list[str] = []
    with transaction.atomic():
        for (section, revision), keys in pages.items():
            standing = opened.answers.get(section, {})
            saved = save_answers(
                actor=actor,
                plan_id=plan_id,
                section=section,
                posted={key: standing[key] for key in keys if key in standing},
                base_revision=revision,
                opened=opened,
                confirmed=keys,
            )
            done += [f"{section}.{key}" for key in saved.changed]
    return done
