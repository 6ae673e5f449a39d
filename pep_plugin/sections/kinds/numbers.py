"""Dates, times, numbers, money, and numbers worked out from other answers."""

import datetime
import re
from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from typing import Any

from pep_plugin.sections.kinds.base import Kind, Raw, Unreadable, Value
from pep_plugin.sections.schema import Question
from pep_plugin.sections.text import normalise_text

# Not strftime's: those follow the host's locale.
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thur?s?|fri|sat(?:ur)?|sun)(?:day)?[\s,]+)?"
_DATE_PARTS = re.compile(
    _WEEKDAY
    + r"(\d{1,2})(?:st|nd|rd|th)?(?:\s+of)?[\s./,-]+([a-z]{3,9}|\d{1,2})[\s./,-]+(\d{4}|\d{2})",
    re.I,
)
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})")


def _one_line(raw: Raw) -> str:
    return " ".join(normalise_text(raw if isinstance(raw, str) else " ".join(raw)).split())


def long_date(day: datetime.date) -> str:
    """ "12 January 2026"; no leading nought on any platform."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


class Date(Kind):
    """An ISO date. Reads the forms that people type: 27/3/2012, 27 March 2012, 27.03.12."""

    key = "date"
    label = "Date"

    def parse(self, raw: Raw, question: Question) -> Value:
        text = _one_line(raw)
        if not text:
            return None
        if found := _ISO.fullmatch(text):
            year, month, day = (int(part) for part in found.groups())
        elif found := _DATE_PARTS.fullmatch(text):
            day, month, year = int(found[1]), self._month(found[2]), self._year(found[3])
        else:
            raise Unreadable("Enter a date with a day, a month and a year, like 27 3 2012.")
        try:
            return datetime.date(year, month, day).isoformat()
        except ValueError:
            raise Unreadable(
                f"“{text}” is not a date in the calendar. Check the day and month."
            ) from None

    @staticmethod
    def _month(text: str) -> int:
        if text.isdigit():
            return int(text)
        short = "sep" if text.lower() == "sept" else text.lower()
        for number, month in enumerate(_MONTHS, start=1):
            if month.lower().startswith(short):
                return number
        raise Unreadable(f"“{text}” is not a month. Enter a month like 3 or March.")

    @staticmethod
    def _year(text: str) -> int:
        # Two figures: a child's record never looks further ahead than 2049.
        number = int(text)
        return number if len(text) == 4 else 2000 + number if number < 50 else 1900 + number

    def raw(self, value: Value, question: Question) -> Raw:
        if not value:
            return ""
        day = datetime.date.fromisoformat(value)
        return f"{day.day} {day.month} {day.year:04}"

    def as_text(self, value: Value, question: Question) -> str:
        return long_date(datetime.date.fromisoformat(value)) if value else ""

    def errors(self, value: Value, question: Question) -> list[str]:
        if not value:
            return []
        if not 1900 <= int(value[:4]) <= 2199:
            return ["Enter a year between 1900 and 2199."]
        return []

    def export(self, value: Value, question: Question) -> dict[str, str]:
        return {"": value or ""}

    def sample(self, question: Question) -> Value:
        return "2026-01-12"


_TIME = re.compile(r"(\d{1,2})(?:[:.](\d{2}))?\s*(am|pm|a\.m\.|p\.m\.)?", re.I)


class Time(Kind):
    """A time of day, stored as "14:32", printed as "2:32pm"."""

    key = "time"
    label = "Time"

    def parse(self, raw: Raw, question: Question) -> Value:
        text = _one_line(raw).lower()
        if not text:
            return None
        if text in ("noon", "midday"):
            return "12:00"
        found = _TIME.fullmatch(text)
        # A bare number could be anything: "2" is not a time, "2pm" and "14:00" are.
        if found is None or (found[2] is None and found[3] is None):
            raise Unreadable("Enter a time like 2:30pm or 14:30.")
        hour, minute, half = int(found[1]), int(found[2] or 0), (found[3] or "")[:1]
        if minute > 59 or hour > 23 or (half and not 1 <= hour <= 12):
            raise Unreadable("Enter a time like 2:30pm or 14:30.")
        if half:
            hour = hour % 12 + (12 if half == "p" else 0)
        return f"{hour:02}:{minute:02}"

    def raw(self, value: Value, question: Question) -> Raw:
        return self.as_text(value, question)

    def as_text(self, value: Value, question: Question) -> str:
        if not value:
            return ""
        hour, minute = int(value[:2]), int(value[3:])
        half = "am" if hour < 12 else "pm"
        return f"{(hour - 1) % 12 + 1}:{minute:02}{half}"

    def export(self, value: Value, question: Question) -> dict[str, str]:
        return {"": value or ""}

    def sample(self, question: Question) -> Value:
        return "13:30"


_FIGURES = r"[-+]?[0-9]{0,15}(?:\.[0-9]{0,6})?"
_THOUSANDS = re.compile(r"[-+]?[0-9]{1,3}(?:[, ][0-9]{3})+(?:\.[0-9]*)?%?")


class Number(Kind):
    """A number, stored as the text of a plain decimal, so that no digit is ever rounded away."""

    key = "number"
    label = "Number"
    example = "Enter a number, like 12 or 7.5."

    pattern = re.compile(rf"{_FIGURES}%?")

    def clean(self, text: str) -> str:
        """Figures alone: no commas or blanks between thousands."""
        # A comma elsewhere may be somebody's decimal point: “7,5” is asked again, not read as 75.
        return re.sub("[, ]", "", text) if _THOUSANDS.fullmatch(text) else text

    def parse(self, raw: Raw, question: Question) -> Value:
        text = _one_line(raw)
        if not text:
            return None
        text = self.clean(text)
        if not self.pattern.fullmatch(text) or not re.search("[0-9]", text):
            raise Unreadable(self.example)
        # Adding nought turns -0 into 0.
        return self.store(Decimal(text.rstrip("%")) + 0)

    def store(self, number: Decimal) -> str:
        text = f"{number:f}"
        return (text.rstrip("0").rstrip(".") if "." in text else text) or "0"

    def errors(self, value: Value, question: Question) -> list[str]:
        if value is None:
            return []
        low, high = question.limits.get("min"), question.limits.get("max")
        number = Decimal(value)
        if low is not None and number < Decimal(str(low)):
            return [f"Enter a number that is {low} or more."]
        if high is not None and number > Decimal(str(high)):
            return [f"Enter a number that is {high} or less."]
        if question.limits.get("whole") and number != number.to_integral_value():
            return ["Enter a whole number, without a decimal point."]
        return []

    def sample(self, question: Question) -> Value:
        low, high = question.limits.get("min", 0), question.limits.get("max", 100)
        return str((int(low) + int(high)) // 2)


class Money(Number):
    """Pounds and pence, stored as "1234.50"."""

    key = "money"
    label = "Money"
    example = "Enter an amount in pounds, like 250 or 1,234.50."

    pattern = re.compile(_FIGURES)

    def clean(self, text: str) -> str:
        return super().clean(re.sub(r"^([-+]?)\s*£\s*", r"\1", text))

    def store(self, number: Decimal) -> str:
        if number != number.quantize(Decimal("0.01")):
            raise Unreadable("Enter an amount with pounds and pence only, like 1,234.50.")
        return f"{number:.2f}"

    def as_text(self, value: Value, question: Question) -> str:
        if value is None:
            return ""
        amount = Decimal(value)
        sign = "-" if amount < 0 else ""
        text = f"{abs(amount):,.2f}".removesuffix(".00")
        return f"{sign}£{text}"

    def export(self, value: Value, question: Question) -> dict[str, str]:
        return {"": value or ""}

    def sample(self, question: Question) -> Value:
        return "1234.50"


def percent(part: Decimal, whole: Decimal) -> str | None:
    """``part`` of ``whole`` in per cent with one decimal; None when there is no whole."""
    if whole <= 0:
        return None
    return str((part * 100 / whole).quantize(Decimal("0.1"), ROUND_HALF_UP))


def _find(values: dict[str, Any], name: str) -> Any:
    """The value of a question or column, or of one cell; None when there is none."""
    key, *rest = name.split(".")
    if not rest:
        return values[key]
    row_id, column = rest
    cells: dict[str, Any] = next((row["cells"] for row in values[key] if row["id"] == row_id), {})
    return cells.get(column, {}).get("value")


def band(number: Decimal, bands: Sequence[Sequence[str]]) -> str | None:
    """The words of the last of the ``(least, words)`` bands that the number reaches."""
    reached = [words for least, words in bands if number >= Decimal(least)]
    return reached[-1] if reached else None


class Computed(Number):
    """Worked out from other answers, never typed or stored: ``limits={"how": ..., "of": [...]}``.

    ``percent`` of two numbers (part, whole); ``sum`` of any; ``band``: the words for a number, from
    ``limits["bands"]``, (least, words) from low to high; ``missed``: those words for the share, in
    per cent, that is missing of two numbers (part, whole); ``all``: whether every answer is
    ``limits["value"]``, yes or no. ``of`` names questions of the same section, columns of the same
    row, or a cell of a table in the section: ``table.row.column``.
    """

    key = "computed"
    label = "Worked out"

    def compute(self, question: Question, values: dict[str, Any]) -> str | None:
        """``values``: stored values by the keys in ``of``; None when one is missing."""
        limits = question.limits
        try:
            found = [_find(values, key) for key in limits["of"]]
            if limits["how"] == "all":
                return self._all(found, limits["value"])
            numbers = [Decimal(value) for value in found]
        except (KeyError, TypeError, InvalidOperation):
            return None
        match limits["how"]:
            case "percent":
                return percent(*numbers)
            case "band":
                return band(numbers[0], limits["bands"])
            case "missed":
                return self._missed(numbers[0], numbers[1], limits["bands"])
        return self.store(sum(numbers, Decimal(0)))

    @staticmethod
    def _all(found: list[Any], wanted: str) -> str | None:
        # A goal that nobody has judged yet might still become the one that is wanting.
        return None if None in found else "Yes" if set(found) == {wanted} else "No"

    @staticmethod
    def _missed(part: Decimal, whole: Decimal, bands: Sequence[Sequence[str]]) -> str | None:
        """Not rounded first: 9.96 per cent missed is not 10."""
        return band((whole - part) * 100 / whole, bands) if whole > 0 else None

    def as_text(self, value: Value, question: Question) -> str:
        text = super().as_text(value, question)
        return f"{text}%" if text and question.limits["how"] == "percent" else text

    def sample(self, question: Question) -> Value:
        how, bands = question.limits.get("how"), question.limits.get("bands")
        return "Yes" if how == "all" else bands[0][1] if bands else "96.4"
