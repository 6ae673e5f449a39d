"""How old somebody is, as their page needs to know it: what it looks like, and how it speaks."""

from __future__ import annotations

from pep_plugin.conf import today
from pep_plugin.people.models import Child

#: An adult who knows the child watches and writes.
OBSERVED = "observed"
FACES = "faces"
MIX = "mix"
WORDS = "words"
#: As any adult: carers and parents too.
ADULT = "adult"

#: (from this age on, how they are asked), the oldest first.
_FROM = ((16, ADULT), (11, WORDS), (8, MIX), (5, FACES), (0, OBSERVED))


def band_of(child: Child) -> str:
    """How a child of this age is asked today."""
    age = child.age_on(today())
    return next(band for least, band in _FROM if age >= least)
