"""Looking a school up by what people type, and saying enough of it to tell it from others."""

from django.utils.translation import gettext as _

from pep_plugin.people.models import School

#: So many are shown at once: more are not read, and another letter makes them fewer.
MOST = 15


def find_schools(words: str) -> list[School]:
    """Up to fifteen schools for what was typed; none for fewer than two letters."""
    words = words.replace("\x00", "").strip()[:200]
    return list(School.objects.matching(words)[:MOST]) if len(words) >= 2 else []


def school_words(school: School) -> str:
    """Enough to tell two schools of one name apart: town, postcode, URN."""
    place = ", ".join(part for part in (school.town, school.postcode) if part)
    number = _("URN {urn}").format(urn=school.urn) if school.urn else _("not in the register")
    return ", ".join(part for part in (school.name, place, number) if part)
