"""What to do when somebody may not be safe: the council's own numbers and people, from settings."""

from __future__ import annotations

from dataclasses import dataclass

from pep_plugin.conf import conf


@dataclass(frozen=True, slots=True)
class Safety:
    """``numbers``: (label, number), in the order in which one would try them, after 999."""

    numbers: tuple[tuple[str, str], ...]
    urgent_phone: str
    duty_name: str
    team: str
    team_phone: str


def safety() -> Safety:
    """As the council's settings say today."""
    numbers = tuple((str(label), str(number)) for label, number in conf.SAFETY_NUMBERS)
    return Safety(
        numbers=numbers,
        # A council may have named it among the others already.
        urgent_phone="" if conf.URGENT_PHONE in dict(numbers).values() else conf.URGENT_PHONE,
        duty_name=conf.DUTY_NAME,
        team=conf.TEAM_NAME,
        team_phone=conf.TEAM_PHONE,
    )
