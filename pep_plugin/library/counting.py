"""How often a template is fetched: a number for each version and month, and nothing else.

No cookie, no address of a computer, no name: who fetched it cannot be found out afterwards.
"""

import datetime
import logging
import re

from django.db import DatabaseError, IntegrityError, transaction
from django.db.models import F
from django.http import HttpRequest

from pep_plugin.conf import today
from pep_plugin.library.models import DownloadCount, Template

logger = logging.getLogger(__name__)

#: What programs that fetch by themselves call themselves. A browser calls itself Mozilla.
_ROBOT = re.compile(
    r"bot\b|bot[/;_-]|crawl|spider|slurp|curl|wget|python|java/|go-http|okhttp|libwww|httpclient|"
    r"headless|preview|scan|monitor|facebookexternalhit|feed|archiver|validator|check",
    re.I,
)


def is_somebody(request: HttpRequest) -> bool:
    """Whether a person fetches the whole file: no robot, no look ahead, no further piece of it."""
    agent = request.headers.get("User-Agent", "")
    ahead = request.headers.get("Sec-Purpose", "") + request.headers.get("Purpose", "")
    piece = request.headers.get("Range", "")
    return (
        request.method == "GET"
        and bool(agent)
        and not _ROBOT.search(agent)
        and "prefetch" not in ahead
        and (not piece or piece.replace(" ", "").startswith("bytes=0-"))
    )


def count(template: Template, version: str, *, day: datetime.date | None = None) -> None:
    """One more. A count that fails never keeps anybody from their file."""
    month = (day or today()).replace(day=1)
    line = DownloadCount.objects.filter(template=template, version=version, month=month)
    try:
        with transaction.atomic():
            if line.update(count=F("count") + 1):
                return
        try:
            with transaction.atomic():
                DownloadCount.objects.create(
                    template=template, version=version, month=month, count=1
                )
        except IntegrityError:
            # Somebody else was the first of this month a moment ago.
            with transaction.atomic():
                line.update(count=F("count") + 1)
    except DatabaseError:
        logger.warning("A download of template %s was not counted.", template.pk)
