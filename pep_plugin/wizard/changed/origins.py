"""Where an answer came from, in one sentence: which PEP, who typed it, on which day."""

from __future__ import annotations

import datetime
import uuid
from collections.abc import Iterable

from django.utils.translation import gettext as _

from pep_plugin.conf import local
from pep_plugin.people.models import Person
from pep_plugin.plans import records
from pep_plugin.plans.reading import OpenPlan
from pep_plugin.sections.answers import Answer
from pep_plugin.sections.kinds.numbers import long_date
from pep_plugin.wizard.words import in_a_sentence


class Origins:
    """The names are read once, for all the answers that stand on a page; none, no query."""

    def __init__(self, opened: OpenPlan, answers: Iterable[Answer]) -> None:
        previous = opened.plan.previous
        self._term = in_a_sentence(previous.term.label) if previous else ""
        people = {
            person
            for answer in answers
            if is_carried(answer)
            for key in ("by", "confirmed_by")
            if (person := _person(answer.get(key)))
        }
        found = Person.objects.filter(pk__in=people).values_list("pk", "name") if people else ()
        self._names = dict(found)

    def note(self, answer: Answer) -> str:
        """ "From the PEP of autumn term 2026, typed by Sam Reid on 3 October 2026."; or ""."""
        if not is_carried(answer):
            return self._of_record(answer)
        words = self._from(answer)
        if answer.get("confirmed_at"):
            return f"{words} {self._confirmed(answer)}"
        if answer.get("stale"):
            return f"{words} {_('Is it still right? Change it, or press Continue.')}"
        return f"{words} {_('Change it if it is no longer right.')}"

    def age(self, answer: Answer) -> str:
        """ "Unchanged since 3 October 2026, typed by Sam Reid."; "" where no day is known."""
        if from_record(answer):
            return self._of_record(answer)
        day, name = day_of(answer.get("at")), self._name(answer.get("by"))
        if day and name:
            words = _("Unchanged since %(day)s, typed by %(name)s.")
            return words % {"day": long_date(day), "name": name}
        return _("Unchanged since %(day)s.") % {"day": long_date(day)} if day else ""

    def _from(self, answer: Answer) -> str:
        day, name = day_of(answer.get("at")), self._name(answer.get("by"))
        given = {"term": self._term, "name": name, "day": long_date(day) if day else ""}
        if not self._term:
            return _("From the last PEP.")
        if name and day:
            return _("From the PEP of %(term)s, typed by %(name)s on %(day)s.") % given
        if day:
            return _("From the PEP of %(term)s, typed on %(day)s.") % given
        return _("From the PEP of %(term)s.") % given

    def _of_record(self, answer: Answer) -> str:
        """What records know is no answer of anybody; they have a day."""
        if not from_record(answer):
            return ""
        day = day_of(answer.get("at"))
        if day is None:
            return _("From the records. Change it if it is not right.")
        return _("From the records, as of %(day)s.") % {"day": long_date(day)}

    def _confirmed(self, answer: Answer) -> str:
        day, name = day_of(answer["confirmed_at"]), self._name(answer.get("confirmed_by"))
        if day and name:
            words = _("Confirmed by %(name)s on %(day)s.")
            return words % {"name": name, "day": long_date(day)}
        return _("Confirmed since.")

    def _name(self, person: object) -> str:
        found = _person(person)
        return self._names.get(found, "") if found else ""


def is_carried(answer: Answer) -> bool:
    """Whether it came from an earlier plan of the child."""
    return str(answer.get("source", "")).startswith("submission:")


def from_record(answer: Answer) -> bool:
    """Whether the records proposed it, and nobody has changed it since."""
    return str(answer.get("source", "")).startswith(records.SOURCE)


def day_of(moment: object) -> datetime.date | None:
    """The day of an ISO moment, in the council's own zone."""
    try:
        found = datetime.datetime.fromisoformat(str(moment))
    except ValueError:
        return None
    return (local(found) if found.tzinfo else found).date()


def _person(value: object) -> uuid.UUID | None:
    """The id of a person; None for an import, a command or somebody on a link."""
    try:
        return uuid.UUID(str(value))
    except ValueError:
        return None
