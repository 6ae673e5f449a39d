"""Five lights over a target: what lights each, what is said where one is not lit."""

import datetime

import pytest

from pep_plugin.sections.smart import MEANINGS, lights

NEXT_PEP = datetime.date(2027, 3, 1)
WHOLE = {
    "area": "reading",
    "target": "I can read a whole chapter to my carer.",
    "from_to": "From 20 words a minute now to 40.",
    "who_does_what": "Ms Okafor hears me read on Mondays.",
    "need": "The reading test showed slow decoding.",
    "by_when": "2027-02-12",
}


def advice(**changes):
    """Key of the light -> what is said of it, of those that are not lit."""
    cells = {key: {"value": value} for key, value in {**WHOLE, **changes}.items() if value}
    found = lights(cells, next_pep=NEXT_PEP, begins=datetime.date(2026, 11, 1))
    assert [light.meaning for light in found] == list(MEANINGS)
    return {light.meaning.key: light.advice for light in found if not light.is_lit}


def test_a_whole_target_lights_all_five():
    assert advice() == {}


def test_an_empty_target_lights_none_and_says_what_is_missing():
    assert set(advice(**dict.fromkeys(WHOLE, ""))) == {meaning.key for meaning in MEANINGS}


@pytest.mark.parametrize(
    ("target", "said"),
    [
        ("Reading", "Say what will be done, not only the subject."),
        ("", "Say the one thing to be reached."),
        ("I can read a chapter. I join a club.", "If these are two things, make two targets"),
        ("I read a chapter and I join a club", "If these are two things, make two targets"),
        ("I read a chapter as well as a poem", "If these are two things, make two targets"),
    ],
)
def test_specific_is_one_thing(target, said):
    assert advice(target=target)["specific"].startswith(said)


@pytest.mark.parametrize(
    "target", ["I know my 3, 4 and 8 times tables without counting", "I can add and subtract to 20"]
)
def test_an_and_inside_one_thing_is_no_second(target):
    assert advice(target=target) == {}


@pytest.mark.parametrize(
    "from_to", ["From 14 of 36 to 32", "Now with help, then on my own", "½ → all"]
)
def test_a_number_or_something_seen_is_measurable(from_to):
    assert "measurable" not in advice(from_to=from_to)


def test_without_a_number_it_is_not():
    assert advice(from_to="From poor to better")["measurable"].startswith("Add a number")


@pytest.mark.parametrize("from_to", ["40 words a minute", "Reads every day"])
def test_without_where_things_are_now_it_is_not_achievable(from_to):
    assert advice(from_to=from_to) == {
        "achievable": "Say where things are now, then where they will be."
    }


def test_relevant_wants_a_need_or_a_reason():
    assert advice(need="")["relevant"] == "Say which need it answers, and how we know."
    assert advice(need="", who_does_what="Every day, because reading is slow.") == {}


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"by_when": ""}, "Give the day by which"),
        ({"by_when": "2026-10-31"}, "This day is past."),
        ({"by_when": "2027-03-16"}, "The next PEP is about 1 March 2027."),
    ],
)
def test_time_bound_is_a_day_not_long_after_the_next_pep(changes, said):
    assert advice(**changes)["time_bound"].startswith(said)


@pytest.mark.parametrize(
    "changes", [{"by_when": "2027-03-15"}, {"by_when": "2028-07-01", "long_term": "yes"}]
)
def test_fourteen_days_after_it_and_longer_ones_that_say_so_are_time_bound(changes):
    assert advice(**changes) == {}


def test_a_day_that_could_not_be_read_is_no_day():
    found = lights({"by_when": {"typed": "31 Feb"}, "target": {"typed": "x"}})
    assert not found[-1].is_lit


def test_the_advice_never_speaks_of_the_child():
    everything = {**advice(**dict.fromkeys(WHOLE, "")), **advice(by_when="2027-12-01")}
    for sentence in everything.values():
        assert not {"he", "she", "child"} & set(sentence.lower().split())
