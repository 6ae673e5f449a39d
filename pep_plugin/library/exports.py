"""Wagtail's lists as CSV and XLSX, through the package's own writers.

Wagtail's write ``=cmd...`` as it stands: what a visitor or an editor typed must not run in whoever
opens the file.
"""

from collections.abc import Iterable, Iterator
from typing import IO, Any

from pep_plugin.documents.sheets import csv_lines, write_xlsx


class GuardedSpreadsheets:
    """Beside a list or report view of Wagtail's; the columns are those of ``list_export``."""

    list_export: Iterable[str]

    def stream_csv(self, queryset: Any) -> Iterator[bytes]:
        """Lines of the CSV file, for Wagtail's streaming response."""
        return csv_lines(self._headings(queryset), self._rows(queryset))

    def write_xlsx(self, queryset: Any, output: IO[bytes]) -> None:
        """The workbook, into Wagtail's stream."""
        write_xlsx(output, self._headings(queryset), self._rows(queryset))

    def _headings(self, queryset: Any) -> list[str]:
        return [self.get_heading(queryset, field) for field in self.list_export]  # type: ignore[attr-defined]

    def _rows(self, queryset: Any) -> Iterator[list[str]]:
        for item in queryset:
            row = self.to_row_dict(item)  # type: ignore[attr-defined]
            yield ["" if value is None else str(value) for value in row.values()]
