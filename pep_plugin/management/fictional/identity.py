"""Numbers and ids that are the same each time: drawn from a seed, never from the clock."""

import random
import uuid

from pep_plugin.plans.references import ALPHABET, with_check_character

#: Every invented child's number begins so; it tells them from a council's own.
COUNCIL_NUMBER = "ALD-"
_UPN_LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ"
#: Three digits of a local authority; invented schools stand under it.
LA_CODE = "201"
_ROW_ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"


def chance(seed: str) -> random.Random:
    """A source of choices of its own for each thing, so that adding one changes no other."""
    return random.Random(seed)  # noqa: S311 - invented data, no secrets


def made_id(seed: str) -> uuid.UUID:
    """A version 4 id for a seed."""
    return uuid.UUID(int=chance(seed).getrandbits(128), version=4)


def upn(establishment: str, year: int, serial: int) -> str:
    """A unique pupil number: check letter, authority, school, year of entry, serial."""
    digits = f"{LA_CODE}{establishment}{year % 100:02}{serial:03}"
    total = sum(int(digit) * place for place, digit in enumerate(digits, start=2))
    return _UPN_LETTERS[total % 23] + digits


def reference(seed: str) -> str:
    """A plan's reference."""
    source = chance(seed)
    return with_check_character("".join(source.choice(ALPHABET[:31]) for _ in range(7)))


def row_id(seed: str) -> str:
    """The id of a table's row."""
    source = chance(seed)
    return "".join(source.choice(_ROW_ALPHABET) for _ in range(10))
