"""What is wrong with a template, in a sentence; and how often it was fetched, month by month."""

import datetime
from collections import defaultdict
from collections.abc import Iterable

from django.utils.translation import gettext as _
from wagtail.documents import get_document_model

from pep_plugin.conf import today
from pep_plugin.library.blanks import blanks
from pep_plugin.library.models import DownloadCount, Edition, Template
from pep_plugin.library.shelf import current, page_model, read


def problems() -> dict[int, str]:
    """A sentence for each live template that has nothing to offer today, by its key.

    What waits for its first day is no problem.
    """
    offered = {item.template.pk for item in read().items}
    broken = Template.objects.filter(live=True).exclude(pk__in=offered)
    made = {blank.form_key for blank in blanks()}
    told = {}
    for template in broken.prefetch_related("editions"):
        sentence = _what_is_wrong(template, made)
        if sentence:
            told[template.pk] = sentence
    return told


def _what_is_wrong(template: Template, made: set[str]) -> str:
    if template.is_generated:
        return "" if template.form_key in made else _("Its form is not live.")
    editions = list(template.editions.all())
    if not editions:
        return _("It has no version.")
    newest = current(editions, today())
    if newest is not None:
        return _where_it_leads(newest)
    if any(edition.valid_from > today() for edition in editions):
        return ""
    last = max(edition.valid_until for edition in editions if edition.valid_until)
    return _("It ended on %(day)s and nothing takes its place.") % {"day": f"{last:%d/%m/%Y}"}


def _where_it_leads(edition: Edition) -> str:
    kind, value = edition.points_to
    if kind == "document":
        if get_document_model().objects.filter(pk=value).exists():
            return _("Its document is in a private collection.")
        return _("Its document was deleted.")
    if kind == "page":
        page = page_model().objects.filter(pk=value).first()
        if page is None:
            return _("Its page was deleted.")
        return _("Its page is private.") if page.live else _("Its page is not published.")
    return _("It leads nowhere.")


def months(number: int) -> list[datetime.date]:
    """The first days of this month and of those before it, newest first."""
    day = today().replace(day=1)
    found = [day]
    while len(found) < number:
        day = (day - datetime.timedelta(days=1)).replace(day=1)
        found.append(day)
    return found


def downloads(
    templates: Iterable[Template], since: datetime.date
) -> dict[int, dict[datetime.date, int]]:
    """Template -> month -> downloads of all its versions."""
    found: dict[int, dict[datetime.date, int]] = defaultdict(lambda: defaultdict(int))
    counts = DownloadCount.objects.filter(template__in=list(templates), month__gte=since)
    for template_id, month, count in counts.values_list("template_id", "month", "count"):
        found[template_id][month] += count
    return found


def unused(number: int) -> set[int]:
    """Keys of live templates that are older than so many months, without a download in them."""
    since = months(number + 1)[-1]
    fetched = DownloadCount.objects.filter(month__gte=since).values("template_id")
    old = Template.objects.filter(live=True, first_published_at__date__lt=since)
    return set(old.exclude(pk__in=fetched).values_list("pk", flat=True))
