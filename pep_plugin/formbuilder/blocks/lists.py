"""What an editor chooses from: questions, records, roles, lists of options.

Callables: forms, code lists and kinds may grow after Django has started.
"""

from __future__ import annotations

import json
import time
from typing import Any

from django.apps import apps
from django.db.models.signals import post_delete, post_save
from django.utils.translation import gettext_lazy as _

from pep_plugin.formversions.models import FormVersion
from pep_plugin.sections import codelists, fact_tables, kinds, records, roles

Pairs = list[tuple[str, str]]

CARRY = [
    ("carry", _("Keep the answer")),
    ("confirm", _("Ask if it is still right")),
    ("never", _("Start empty")),
]
HOW = [
    ("is", _("is")),
    ("is_not", _("is not")),
    ("answered", _("is answered")),
    ("not_answered", _("is not answered")),
    ("<", _("is less than")),
    ("<=", _("is at most")),
    (">", _("is more than")),
    (">=", _("is at least")),
]
JOINED = [("all", _("all of these")), ("any", _("any of these"))]
ROWS = [
    ("free", _("People add rows")),
    ("fixed", _("The rows below")),
    ("from_table", _("One row for each row of another table")),
]


def role_choices() -> Pairs:
    return list(roles.LABELS.items())


def code_list_choices() -> Pairs:
    return [(name, name.replace("_", " ").capitalize()) for name in codelists.names()]


def record_choices() -> Pairs:
    return list(records.SHOWN.items())


def fact_table_choices() -> Pairs:
    return [(name, name.replace("_", " ").capitalize()) for name in fact_tables.CORE]


def kinds_made_of(family: str) -> Pairs:
    """The kinds that grew from a kind of ours, which its block can hold as well."""
    parent = type(kinds.get(family))
    return [
        (key, kind.label)
        for key, kind in kinds.registered().items()
        if isinstance(kind, parent) and key != family
    ]


#: Seconds. Wagtail asks for the list again for each condition of a section, read or drawn.
KEPT_FOR = 5
_kept: tuple[float, Pairs] | None = None


def question_choices() -> Pairs:
    """What a condition may look at: what the plan knows of itself, then every question there is."""
    global _kept
    now = time.monotonic()
    if _kept is None or now - _kept[0] > KEPT_FOR:
        _kept = (now, _every_question())
    return _kept[1]


def forget_questions(**kwargs: Any) -> None:
    """A form or a draft changed."""
    global _kept
    _kept = None


def _every_question() -> Pairs:
    """Of live forms and of drafts: a new question may depend on another new one."""
    found = {f"context.{key}": label for key, label in records.CONTEXT.items()}
    for version in FormVersion.objects.newest().filter(purpose="plan"):
        for path, section, question in version.form.paths():
            if question.table is None:
                found.setdefault(path, f"{section.title}: {question.label}")
    for path, label in drafted_questions():
        found.setdefault(path, label)
    return list(found.items())


def drafted_questions() -> Pairs:
    """(path, label) of the questions in drafts that were never published."""
    model = apps.get_model("pep_plugin", "PEPSection")
    rows = model.objects.filter(has_unpublished_changes=True).select_related("latest_revision")
    found = []
    for row in rows:
        content = row.latest_revision.content if row.latest_revision else {}
        for block in json.loads(content.get("questions") or "[]"):
            value = block.get("value") or {}
            if value.get("key") and "table" not in value:
                label = f"{content.get('title', row.title)}: {value.get('label', '')}"
                found.append((f"{row.key}.{value['key']}", label))
    return found


def follow_changes() -> None:
    """Called once, when the app is ready. A draft is a revision, so its saving is what tells."""
    for name in ("pep_plugin.PEPSection", "pep_plugin.FormVersion", "wagtailcore.Revision"):
        for signal in (post_save, post_delete):
            signal.connect(forget_questions, sender=name, dispatch_uid=f"pep_questions_{name}")
