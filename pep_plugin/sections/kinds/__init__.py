"""Kinds of question. A kind knows everything about itself in one class.

Adapters (form field, Word control) live beside their consumer and look kinds up along the MRO, so
a third party's kind that subclasses one of ours inherits them. ``register(MyKind())`` adds one.
"""

from pep_plugin.sections.kinds import choose, files, identifiers, numbers, tables, texts
from pep_plugin.sections.kinds.base import Kind, Raw, UnknownKind, Unreadable, Value

__all__ = ["Kind", "Raw", "UnknownKind", "Unreadable", "Value", "get", "register", "registered"]

_REGISTRY: dict[str, Kind] = {}


def register(kind: Kind) -> Kind:
    """Add a kind under its key; raises :class:`ValueError` when the key is taken."""
    if kind.key in _REGISTRY:
        raise ValueError(f"There is already a kind called {kind.key}.")
    _REGISTRY[kind.key] = kind
    return kind


def get(key: str) -> Kind:
    """The kind, or :class:`UnknownKind` for one no longer installed: records outlive packages."""
    return _REGISTRY.get(key) or UnknownKind(key)


def registered() -> dict[str, Kind]:
    """Every registered kind by key."""
    return dict(_REGISTRY)


for _kind in (
    texts.ShortText(),
    texts.LongText(),
    texts.PersonName(),
    texts.SchoolName(),
    numbers.Date(),
    numbers.Time(),
    numbers.Number(),
    numbers.Money(),
    numbers.Computed(),
    choose.YesNo(),
    choose.OneChoice(),
    choose.ManyChoices(),
    choose.Scale(),
    identifiers.Identifier(),
    files.Files(),
    tables.RowLink(),
    tables.TableKind(),
):
    register(_kind)
