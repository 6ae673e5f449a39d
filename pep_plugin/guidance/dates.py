"""The dates that a public page prints."""

from pep_plugin.conf import today
from pep_plugin.plans.models import Term


def year_at_a_glance() -> list[Term]:
    """The terms of this academic year, or of the next once this one is over."""
    now = Term.objects.at(today())
    return list(Term.objects.filter(academic_year=now.academic_year)) if now else []
