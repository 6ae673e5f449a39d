"""A column of Wagtail's lists that prints a day in full."""

from typing import Any

from wagtail.admin.ui.tables import Column

from pep_plugin.sections.kinds.numbers import long_date


class DayColumn(Column):
    """Wagtail's own column says how long ago a date was, and "just now" of every day to come."""

    def get_value(self, instance: Any) -> str:
        day = super().get_value(instance)
        return long_date(day) if day else ""
