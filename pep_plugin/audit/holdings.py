"""What each feature holds of a child. Each registers; a test fails on anything unregistered.

Removal, purge, erasure, subject access, the bundle and the canary test all walk this list, since
by the layers no room may know all the others.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.db import models


@dataclass(frozen=True, slots=True)
class Removal:
    """One answer that is to vanish from the record of a child.

    ``contents`` (as ``sections.answers.content`` gives them) are found nowhere afterwards as the
    answer ``path`` of any of the child's plans, since a wrong answer may have been carried on;
    ``marker`` is the answer that stands there instead.
    """

    child_id: uuid.UUID
    plan_id: uuid.UUID
    path: str
    contents: tuple[Any, ...]
    marker: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Holding:
    """One model that holds something of a child.

    ``of(child_id)``: its rows of one child. ``remove(removal)``: takes one answer out of them and
    returns how many rows changed. ``erase(child_id)``: deletes them (default: the rows of ``of``).
    ``remove`` is None where a model can hold no typed answer.
    """

    model: type[models.Model]
    of: Callable[[uuid.UUID], models.QuerySet[Any]]
    remove: Callable[[Removal], int] | None = None
    reason: str = ""


_HOLDINGS: dict[type[models.Model], Holding] = {}


def register(holding: Holding) -> Holding:
    """Called by each feature beside its models."""
    _HOLDINGS[holding.model] = holding
    return holding


def rows_of(model: type[models.Model], path: str) -> Callable[[uuid.UUID], models.QuerySet[Any]]:
    """For ``of``: the rows that lead to the child by the path of look-ups ("plan__child")."""
    return lambda child_id: model._default_manager.filter(**{path: child_id})


def everything() -> Iterable[Holding]:
    """Every registered holding."""
    return tuple(_HOLDINGS.values())


def models_held() -> frozenset[type[models.Model]]:
    return frozenset(_HOLDINGS)
