"""Filters beside a list: a fixed set of choices, and nothing else is taken from the address.

modeladmin hands whatever else stands in an address to the database as a look-up, and by
``?started_by__user__password__startswith=`` anybody could guess at hashes.
"""

from collections.abc import Iterable
from typing import Any, ClassVar

from django.contrib.admin import SimpleListFilter
from django.db.models import QuerySet
from django.http import HttpRequest


class OneOf(SimpleListFilter):
    """Rows whose ``field`` is the chosen value. Subclasses say the choices."""

    field: ClassVar[str] = ""

    def choices_given(self) -> Iterable[tuple[Any, Any]]:
        """(value, label) pairs."""
        raise NotImplementedError

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [(str(value), str(label)) for value, label in self.choices_given()]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        chosen = self.value()
        if chosen not in dict(self.lookup_choices):
            return queryset
        return self.chosen(queryset, str(chosen))

    def chosen(self, queryset: QuerySet[Any], value: str) -> QuerySet[Any]:
        return queryset.filter(**{self.field: value})
