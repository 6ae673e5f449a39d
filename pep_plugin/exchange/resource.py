"""django-import-export's resource, made quick and strict enough for whole registers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import models
from import_export.resources import ModelResource
from import_export.results import Result

from pep_plugin.exchange.limits import BATCH
from pep_plugin.exchange.problems import Problem

#: Field -> (value before, value after).
Differences = Mapping[str, tuple[Any, Any]]


@dataclass(frozen=True, slots=True)
class Change:
    """What one row of the file does to the record it is about; a new one differs from nothing."""

    line: int
    is_new: bool
    differences: Differences


class CountedResult(Result):
    """Counts rows and keeps none of them: a register's fifty thousand would fill the memory."""

    def append_row_result(self, row_result: Any) -> None:
        """Rows that failed are kept by ``append_invalid_row`` and ``append_error_row``."""


class BulkResource(ModelResource):
    """A resource whose rows are read at once, compared by value and written in batches.

    A subclass says how rows are read (:meth:`read`) and which instance a row is about
    (:meth:`find`); values that :meth:`read` leaves out stay as they are. A dry run compares and
    writes nothing, not even to roll it back.
    """

    class Meta:
        abstract = True
        use_bulk = True
        batch_size = BATCH
        skip_diff = True
        use_transactions = True

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.changes: list[Change] = []
        self.unchanged = 0
        self.rows: list[tuple[str, ...]] = []
        self.lines: list[int] = []
        self._faults: list[str] = []
        self._values: dict[str, Any] = {}
        self._differences: dict[str, tuple[Any, Any]] = {}
        self._number = 0
        self._updated: set[str] = set()

    # What a subclass says.

    def read(self, number: int, row: Mapping[str, str]) -> tuple[dict[str, Any], list[str]]:
        """(field -> value, sentences on what is wrong) of row ``number``, the first being 0."""
        raise NotImplementedError

    def find(self, number: int) -> models.Model | None:
        """The record that row ``number`` is about, or None for a new one."""
        raise NotImplementedError

    def related(self, number: int, instance: Any, is_new: bool) -> Differences:
        """What the row changes besides the record's own fields; noted here, written afterwards."""
        return {}

    # How django-import-export asks for it.

    @classmethod
    def get_result_class(cls) -> type[Result]:
        return CountedResult

    def before_import(self, dataset: Any, **kwargs: Any) -> None:
        self.rows = list(dataset)
        self.lines = list(getattr(dataset, "lines", range(2, len(self.rows) + 2)))

    def before_import_row(self, row: Any, **kwargs: Any) -> None:
        self._number = kwargs["row_number"] - 1
        self._values, self._faults = self.read(self._number, row)

    def get_or_init_instance(self, instance_loader: Any, row: Any) -> tuple[Any, bool]:
        found = self.find(self._number)
        return (found, False) if found is not None else (self._meta.model(), True)

    def import_instance(self, instance: Any, row: Any, **kwargs: Any) -> None:
        if self._faults:
            raise ValidationError(self._faults)
        held = instance.__dict__
        self._differences = {
            name: (held[name], value) for name, value in self._values.items() if held[name] != value
        }
        for name, (_old, value) in self._differences.items():
            held[name] = value

    def skip_row(
        self, instance: Any, original: Any, row: Any, import_validation_errors: Any = None
    ) -> bool:
        if import_validation_errors:
            return False
        is_new = instance._state.adding
        related = self.related(self._number, instance, is_new)
        if not (self._differences or related or is_new):
            self.unchanged += 1
            return True
        both = {} if is_new else {**self._differences, **related}
        self.changes.append(Change(self.lines[self._number], is_new, both))
        # Nothing of the record's own to write; what stands beside it is written at the end.
        return not (self._differences or is_new)

    def validate_instance(
        self, instance: Any, import_validation_errors: Any = None, validate_unique: bool = True
    ) -> None:
        if import_validation_errors:
            raise ValidationError(import_validation_errors)

    def save_instance(self, instance: Any, is_create: bool, row: Any, **kwargs: Any) -> None:
        if not is_create:
            self._updated.update(self._differences)
        super().save_instance(instance, is_create, row, **kwargs)

    def bulk_create(
        self, using_transactions: bool, dry_run: bool, raise_errors: bool, **kwargs: Any
    ) -> None:
        if dry_run:
            self.create_instances.clear()
        super().bulk_create(using_transactions, dry_run, raise_errors, **kwargs)

    def bulk_update(
        self, using_transactions: bool, dry_run: bool, raise_errors: bool, **kwargs: Any
    ) -> None:
        """One insert that updates what is there: twenty times as quick as a CASE for each row."""
        if self.update_instances and not dry_run:
            try:
                self._meta.model.objects.bulk_create(
                    self.update_instances,
                    update_conflicts=True,
                    unique_fields=[self._meta.model._meta.pk.name],
                    update_fields=sorted(self._updated),
                    batch_size=kwargs.get("batch_size"),
                )
            except Exception as error:
                self.handle_import_error(kwargs.get("result"), error, raise_errors)
        self.update_instances.clear()
        self._updated.clear()

    def problems(self, result: Result) -> list[Problem]:
        """Every bad row, in the order of the file."""
        found = [
            Problem(self.lines[row.number - 1], sentence)
            for row in result.invalid_rows
            for sentence in row.error_dict.get(NON_FIELD_ERRORS, [])
        ]
        found += [
            Problem(self.lines[row.number - 1], "this row cannot be read.")
            for row in result.error_rows
        ]
        return sorted(found, key=lambda problem: problem.line)
