"""Broken, hostile and odd files: each has its own sentence or is read, and none stops anything."""

import json

import pytest

from pep_plugin.documents.word.reader.job import WORK
from pep_plugin.files.child import CANNOT, Child
from pep_plugin.sections import codec
from tests.documents import scene
from tests.documents.corpus import make, table

CASES = {name: (data, said) for name, data, said in make.cases()}
FORM = json.dumps(codec.to_json(scene.form())).encode()
MOST_MEGABYTES = 300


@pytest.fixture(scope="module")
def child():
    child = Child(WORK)
    yield child
    child.close()


def test_there_are_enough_of_them():
    assert len(CASES) >= 60


@pytest.mark.parametrize("name", CASES)
def test_a_file_of_the_corpus(name, child):
    data, expected = CASES[name]
    line = table.run(child, FORM, name, data)
    assert line.said != CANNOT, "Something in the reader was not caught."
    assert line.megabytes < MOST_MEGABYTES
    if expected != "?":
        assert bool(line.said) == bool(expected), line.said
        assert expected in line.said
    assert not line.said or line.said.endswith(".")


def test_all_the_answers_of_a_file_in_another_dress_are_read():
    from pep_plugin.documents.word import reader

    form = scene.form()
    plain = reader.read(make.good(), form).answers
    assert plain
    for name in ("Strict", "template (.dotx)", "parts by other names", "honest UTF-16", "lzma"):
        assert reader.read(CASES[name][0], form).answers == plain, name
