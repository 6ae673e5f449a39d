"""One term as a form: what is asked, and what cannot be."""

import datetime
import re
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.forms import WagtailAdminModelForm

from pep_plugin.conf import today
from pep_plugin.plans.models import Term
from pep_plugin.sections.kinds.numbers import long_date

#: A plan may reach the Virtual School a little after the children went home, and not later.
AFTER_THE_TERM = datetime.timedelta(days=14)
#: Half a year: longer ones are a slip of the pen.
LONGEST = datetime.timedelta(days=184)
#: Years from today beyond which a date is a slip too.
FAR_AWAY = 5


class TermForm(WagtailAdminModelForm):
    """The year and the key follow from what is typed; nobody is asked for them."""

    class Meta:
        model = Term
        fields = ["label", "starts", "ends", "last_day_to_send"]
        help_texts = {
            "label": gettext_lazy("As people call it, for example “Autumn term 2026”."),
            "last_day_to_send": gettext_lazy(
                "PEPs of this term reach the Virtual School by this day. A plan that was started "
                "keeps the day it was given then."
            ),
        }

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        days = [cleaned.get(name) for name in ("starts", "ends", "last_day_to_send")]
        if not all(days):
            return cleaned
        starts, ends, last = days
        for name, words in self._problems(starts, ends, last):
            self.add_error(name, words)
        if not self.errors:
            self._name_it(starts, cleaned["label"])
        return cleaned

    def _problems(
        self, starts: datetime.date, ends: datetime.date, last: datetime.date
    ) -> list[tuple[str, str]]:
        """Which field, and why; the first that holds, because the others follow from it."""
        if abs(starts.year - today().year) > FAR_AWAY:
            return [("starts", _("%(day)s is years away. Check the year.") % _day(starts))]
        if ends <= starts:
            return [("ends", _("The last day must be after %(day)s, the first.") % _day(starts))]
        if ends - starts > LONGEST:
            return [("ends", _("That is more than half a year. Check both dates."))]
        other = self._overlapping(starts, ends)
        if other is not None:
            words = _("These days overlap with %(term)s (%(starts)s to %(ends)s).") % {
                "term": other.label,
                "starts": long_date(other.starts),
                "ends": long_date(other.ends),
            }
            return [("starts", words)]
        latest = ends + AFTER_THE_TERM
        if not starts <= last <= latest:
            words = _("Choose a day from %(first)s to %(last)s.") % {
                "first": long_date(starts),
                "last": long_date(latest),
            }
            return [("last_day_to_send", words)]
        return []

    def _overlapping(self, starts: datetime.date, ends: datetime.date) -> Term | None:
        others = Term.objects.exclude(pk=self.instance.pk)
        return others.filter(starts__lte=ends, ends__gte=starts).first()

    def _name_it(self, starts: datetime.date, label: str) -> None:
        term = self.instance
        # A term that begins in the last days of August is the first of the new year.
        term.academic_year = starts.year if starts.month >= 8 else starts.year - 1
        term.key = term.key or _key(label)
        same = Term.objects.filter(academic_year=term.academic_year, key=term.key)
        if same.exclude(pk=term.pk).exists():
            raise ValidationError(
                {"label": _("That academic year has a term called that already.")}
            )
        # Whoever saves the dates has looked at them.
        term.is_checked = True


def _key(label: str) -> str:
    """ "Autumn term 2026" -> "autumn"; "Term 4" -> "term-4"."""
    words = re.sub(r"\b20\d\d(/\d\d)?\b", "", label)
    without = re.sub(r"\bterm\b(?!\s*\d)", "", words, flags=re.I)
    return slugify(without)[:20] or slugify(words)[:20] or "term"


def _day(day: datetime.date) -> dict[str, str]:
    return {"day": long_date(day)}
