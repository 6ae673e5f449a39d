"""Strangers’ files in a limited process: warm, thrown away when in doubt, never in the way."""

import os
import threading

import pytest

from pep_plugin.files.child import CANNOT, TOO_LARGE, TOO_SLOW, Child, Limits, Pool, Refused

HERE = "tests.files.child_work"


@pytest.fixture
def child():
    made = []

    def make(work, **limits):
        made.append(Child(f"{HERE}:{work}", Limits(**limits)))
        return made[-1]

    yield make
    for one in made:
        one.close()


def test_it_answers_with_what_the_work_makes_of_a_file(child):
    assert child("upper").ask(b"dear all") == b"DEAR ALL"


def test_it_is_kept_warm(child):
    warm = child("upper")
    warm.ask(b"a")
    first = warm.process_id
    warm.ask(b"b")
    assert warm.process_id == first


def test_a_refusal_is_a_sentence_and_the_process_goes_on(child):
    refusing = child("refuse")
    with pytest.raises(Refused, match=r"^Save it again\.$"):
        refusing.ask(b"")
    assert refusing.process_id


def test_an_error_says_nothing_of_the_file_and_ends_the_process(child):
    failing = child("fail")
    with pytest.raises(Refused) as caught:
        failing.ask(b"Maya Kestrel")
    assert str(caught.value) == CANNOT
    assert failing.process_id == 0


@pytest.mark.parametrize(
    ("work", "limits", "sentence"),
    [
        ("sleep", {"seconds": 0.5}, TOO_SLOW),
        ("spin", {"processor": 0}, TOO_SLOW),
        ("fill", {"megabytes": 200}, TOO_LARGE),
        ("die", {}, TOO_SLOW),
    ],
)
def test_it_is_ended_when_it_goes_too_far_and_the_next_file_is_read(child, work, limits, sentence):
    bad = child(work, **limits)
    with pytest.raises(Refused) as caught:
        bad.ask(b"bad")
    assert str(caught.value) == sentence
    assert bad.ask(b"good") == b"GOOD"


def test_a_file_that_ended_a_process_is_not_given_to_another(child, tmp_path):
    warm = child("count_and_die")
    book = tmp_path / "times"
    book.mkdir()
    assert warm.ask(b"good") == b"GOOD"
    first = warm.process_id
    with pytest.raises(Refused):
        warm.ask(f"bad {book}".encode())
    assert warm.ask(b"good") == b"GOOD"
    assert warm.process_id != first
    assert len(list(book.iterdir())) == 1


def test_a_fresh_one_takes_over_after_so_many_files(child):
    tired = child("upper", files=2)
    tired.ask(b"a")
    first = tired.process_id
    tired.ask(b"b")
    tired.ask(b"c")
    assert first != tired.process_id


def test_one_that_ended_itself_while_idle_is_started_again(child):
    idle = child("upper", idle=1)
    assert idle.ask(b"a") == b"A"
    os.waitid(os.P_PID, idle.process_id, os.WEXITED | os.WNOWAIT)
    assert idle.ask(b"b") == b"B"


def test_what_the_work_prints_is_not_taken_for_its_answer(child):
    assert child("shout").ask(b"a") == b"A"


def test_it_writes_no_file_and_knows_no_secret(child, monkeypatch, tmp_path):
    monkeypatch.setenv("SECRET_KEY", "otters")
    told = child("environment").ask(str(tmp_path / "x").encode()).decode()
    assert "otters" not in told
    assert "no file was written" in told
    assert not (tmp_path / "x").exists() or (tmp_path / "x").stat().st_size == 0


def test_django_is_not_in_it(child):
    reader = Child("tests.files.child_work:modules")
    try:
        assert b"django" not in reader.ask(b"pep_plugin.documents.word.reader.job")
    finally:
        reader.close()


def test_many_threads_share_a_pool_and_none_is_given_the_answer_of_another():
    pool = Pool(f"{HERE}:upper")
    found = {}

    def ask(number):
        found[number] = pool.ask(f"file {number}".encode())

    threads = [threading.Thread(target=ask, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    pool.close()
    assert found == {number: f"FILE {number}".encode() for number in range(4)}


def test_a_fork_of_the_owner_starts_its_own(child):
    warm = child("upper")
    warm.ask(b"a")
    first = warm.process_id
    reading, writing = os.pipe()
    if not (forked := os.fork()):
        os.write(writing, str(warm.ask(b"b")).encode() + b" " + str(warm.process_id).encode())
        warm.close()
        os._exit(0)
    os.waitpid(forked, 0)
    answer, other = os.read(reading, 100).split()
    os.close(reading)
    os.close(writing)
    assert answer == b"b'B'"
    assert int(other) != first
    assert warm.ask(b"c") == b"C"
    assert warm.process_id == first
