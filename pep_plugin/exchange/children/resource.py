"""Children by the council's own number, with everything that a row says of each."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pep_plugin import access
from pep_plugin.access import Actor
from pep_plugin.exchange.children.beside import Beside
from pep_plugin.exchange.children.columns import read_child
from pep_plugin.exchange.children.known import Known
from pep_plugin.exchange.resource import BulkResource, Differences
from pep_plugin.people.dated import Source
from pep_plugin.people.models import Child
from pep_plugin.people.models.child import ChildQuerySet

_OWN = (
    "council_number",
    "first_name",
    "last_name",
    "preferred_name",
    "date_of_birth",
    "upn",
    "looked_after_since",
)


class ChildResource(BulkResource):
    """Rows of a list of children. Nobody is taken away because a list does not name them."""

    class Meta(BulkResource.Meta):
        model = Child
        import_id_fields = ("council_number",)
        fields = _OWN

    def __init__(self, *, actor: Actor, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.actor = actor
        self._read: list[tuple[dict[str, Any], list[str]]] = []

    def get_queryset(self) -> ChildQuerySet:
        return access.children(self.actor)

    def before_import(self, dataset: Any, **kwargs: Any) -> None:
        """Read every row first: what one row may say depends on the others."""
        super().before_import(dataset, **kwargs)
        self._read = [read_child(dict(zip(dataset.headers, row, strict=True))) for row in self.rows]
        values = [values for values, _faults in self._read]
        self.known = Known(self.actor, values)
        self.beside = Beside(self.known)
        self._check_together()

    def read(self, number: int, row: Mapping[str, str]) -> tuple[dict[str, Any], list[str]]:
        values, faults = self._read[number]
        return {name: values[name] for name in _OWN if name in values}, faults

    def find(self, number: int) -> Child | None:
        values, faults = self._read[number]
        return None if faults else self.known.child(values)

    def get_or_init_instance(self, instance_loader: Any, row: Any) -> tuple[Any, bool]:
        child, is_new = super().get_or_init_instance(instance_loader, row)
        if is_new:
            child.source = Source.IMPORT
        return child, is_new

    def related(self, number: int, instance: Any, is_new: bool) -> Differences:
        values, _faults = self._read[number]
        return self.beside.note(instance, values, self._differences, is_new=is_new)

    def after_import(self, dataset: Any, result: Any, **kwargs: Any) -> None:
        if not (kwargs["dry_run"] or result.has_errors() or result.has_validation_errors()):
            self.beside.write()

    def _check_together(self) -> None:
        """Add what is wrong with a row in the light of the other rows and of the records."""
        self._check_twice("council_number")
        self._check_twice("upn")
        leaving = self._numbers_left_behind()
        first: dict[Any, int] = {}
        for line, (values, faults) in zip(self.lines, self._read, strict=True):
            urn = values.get("school_urn")
            if urn and urn not in self.known.schools:
                faults.append("school_urn is not on the register. Import the schools first.")
            if faults:
                continue
            if values["council_number"] in self.known.closed:
                faults.append("council_number belongs to a closed record. Take the line out.")
                continue
            child = self.known.child(values)
            if child is None and len(self.known.alike(values)) > 1:
                faults.append(
                    "more than one child without a number has this name and date of birth. "
                    "Give the right one its number first."
                )
            if child is not None and first.setdefault(child.pk, line) != line:
                faults.append(
                    f"this is the same child as on line {first[child.pk]}, by name and birthday."
                )
            others = self.known.holders.get(values.get("upn", ""), set()) - leaving
            if others - ({child.pk} if child else set()):
                faults.append("upn is held by another child already.")

    def _numbers_left_behind(self) -> set[Any]:
        """Children whose row in this file gives them another UPN than the one they hold."""
        found = set()
        for values, faults in self._read:
            child = None if faults else self.known.child(values)
            if child is not None and child.upn != values.get("upn", child.upn):
                found.add(child.pk)
        return found

    def _check_twice(self, column: str) -> None:
        first: dict[str, int] = {}
        for line, (values, faults) in zip(self.lines, self._read, strict=True):
            value = values.get(column)
            if value and first.setdefault(value, line) != line:
                faults.append(f"{column} is the same as on line {first[value]}.")
