"""The shape of an invented target."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Aim:
    """One target with all that the form may ask of it, and how we knew in the end."""

    area: str
    target: str
    from_to: str
    who: str
    child_part: str
    carer_part: str
    went: str
