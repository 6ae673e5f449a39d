"""Pupil, learner and school numbers, with their check letters and figures."""

import pytest

from pep_plugin.sections import answers, kinds
from pep_plugin.sections.kinds import identifiers
from tests.sections.asking import question


@pytest.mark.parametrize(
    "number",
    ["R201100018042", "T20110001804V", "H801200001001", "W916000125001", "X850999926777"],
)
def test_a_upn_whose_check_letter_fits_is_right(number):
    assert identifiers.is_upn(number)


@pytest.mark.parametrize(
    "number",
    [
        "R201100018043",
        "I201100018042",
        "R20110001804",
        "R2011000180422",
        "r201100018042",
        "R20110001804S",
        "R٢٠١١٠٠٠١٨٠٤٢",
        "UN1",
        "",
    ],
)
def test_a_upn_that_does_not_fit_is_wrong(number):
    assert not identifiers.is_upn(number)


@pytest.mark.parametrize(
    "number", ["0000000042", "1234567899", "1000000019", "1111111110", "2000000044"]
)
def test_a_uln_whose_last_figure_fits_is_right(number):
    assert identifiers.is_uln(number)


@pytest.mark.parametrize("number", ["9876543210", "1234567890", "123456789", "٠٠٠٠٠٠٠٠٤٢", ""])
def test_a_uln_that_does_not_fit_is_wrong(number):
    assert not identifiers.is_uln(number)


@pytest.mark.parametrize(
    ("scheme", "right", "wrong"),
    [
        ("urn", "123456", "12345"),
        ("ukprn", "10001234", "20001234"),
        ("laestab", "201/1000", "201-10000"),
    ],
)
def test_numbers_of_schools_and_colleges(scheme, right, wrong):
    asked = question("identifier", limits={"scheme": scheme})
    kind = kinds.get("identifier")
    assert kind.errors(kind.parse(right, asked), asked) == []
    [sentence] = kind.errors(kind.parse(wrong, asked), asked)
    assert sentence.endswith(".")


def test_a_number_is_stored_in_capitals_without_blanks():
    asked = question("identifier", limits={"scheme": "upn"})
    assert answers.read(asked, " r2011 0001 8042 ") == {"value": "R201100018042"}


def test_a_wrong_number_is_kept_and_said():
    asked = question("identifier", limits={"scheme": "upn"})
    answer = answers.read(asked, "R201100018043")
    assert answer == {"value": "R201100018043"}
    assert answers.problems(asked, answer) == [
        "The UPN has 13 characters, a letter first. Check each one: they do not fit together."
    ]
