"""Numbers that name a pupil, a learner or a school, with their check letters.

Formats: Department for Education, common basic data set (UPN, ULN, URN, LAESTAB); UKRLP (UKPRN).
"""

import re
from collections.abc import Callable

from stdnum.gb import upn

from pep_plugin.sections.kinds.base import Kind, Raw, Value
from pep_plugin.sections.schema import Question

#: SSDA903 writes these in place of a UPN that does not exist yet: no error, and not a UPN.
NO_UPN_YET = frozenset({"UN1", "UN2", "UN3", "UN4", "UN5"})


_UPN = re.compile(r"[A-HJ-NP-RT-Z][0-9]{11}[0-9A-HJ-NP-RT-Z]")


def is_upn(text: str) -> bool:
    """A valid UPN, permanent or temporary (a letter in the last place).

    stdnum's ``validate`` also refuses authorities that it does not list; new ones are made from
    time to time and the check letter is what finds a slip of the finger, so only that is asked.
    """
    return bool(_UPN.fullmatch(text)) and upn.calc_check_digit(text[1:]) == text[0]


def is_uln(text: str) -> bool:
    """Ten digits whose weighted sum modulo 11 leaves the last; remainder 0 is never issued."""
    if not re.fullmatch(r"[0-9]{10}", text):
        return False
    rest = (
        sum(int(digit) * weight for digit, weight in zip(text[:9], range(10, 1, -1), strict=True))
        % 11
    )
    return rest != 0 and 10 - rest == int(text[9])


#: Scheme -> (is it right?, an example, what to say when it is not).
SCHEMES: dict[str, tuple[Callable[[str], bool], str, str]] = {
    "upn": (
        is_upn,
        "R201100018042",
        "The UPN has 13 characters, a letter first. Check each one: they do not fit together.",
    ),
    "uln": (
        is_uln,
        "1234567899",
        "The ULN has 10 figures. Check each one: they do not fit together.",
    ),
    "urn": (
        lambda text: bool(re.fullmatch(r"[0-9]{6}", text)),
        "900001",
        "The school’s URN has 6 figures, like 123456.",
    ),
    "ukprn": (
        lambda text: bool(re.fullmatch(r"1[0-9]{7}", text)),
        "10001234",
        "The UKPRN has 8 figures and begins with 1.",
    ),
    "laestab": (
        lambda text: bool(re.fullmatch(r"[0-9]{3}/?[0-9]{4}", text)),
        "201/1000",
        "The LAESTAB has 7 figures, like 201/1000.",
    ),
}


def problem(scheme: str, text: str) -> str:
    """A sentence on what is wrong with the number, or "" when it is right."""
    valid, _example, sentence = SCHEMES[scheme]
    return "" if valid(text) else sentence


def compact(text: str) -> str:
    """The number without blanks and in capitals, as it is stored."""
    return re.sub(r"[\s-]", "", text).upper()


class Identifier(Kind):
    """``limits={"scheme": "upn" | "uln" | "urn" | "ukprn" | "laestab"}``."""

    key = "identifier"
    label = "Identifier"

    def parse(self, raw: Raw, question: Question) -> Value:
        text = super().parse(raw, question)
        return compact(text) or None if text else None

    def errors(self, value: Value, question: Question) -> list[str]:
        sentence = problem(question.limits["scheme"], value) if value else ""
        return [sentence] if sentence else []

    def sample(self, question: Question) -> Value:
        return SCHEMES[question.limits["scheme"]][1]
