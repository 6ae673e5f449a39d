"""Doing something as if on an earlier day: everything the code does then has that date."""

import datetime
from collections.abc import Iterator
from contextlib import contextmanager
from unittest import mock
from zoneinfo import ZoneInfo

from pep_plugin.conf import conf


@contextmanager
def on(day: datetime.date, hour: int = 10, minute: int = 0) -> Iterator[None]:
    """Inside, now is that moment in the council's zone. For invented data in one process only."""
    moment = datetime.datetime.combine(
        day, datetime.time(hour, minute), tzinfo=ZoneInfo(conf.TIME_ZONE)
    )
    with mock.patch(
        "django.utils.timezone.now", return_value=moment.astimezone(datetime.timezone.utc)
    ):
        yield
