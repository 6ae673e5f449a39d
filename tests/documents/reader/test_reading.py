"""A file read in the limited process, by the form that it is."""

import json

import pytest
from django.core.management import CommandError, call_command

from pep_plugin.documents import word
from pep_plugin.documents.word.reading import read_any, read_filled
from pep_plugin.sections import definitions
from tests.documents.reader import filling
from tests.factories import FormVersionFactory

PRIMARY = filling.everything_asked(definitions.shipped()["primary"])


def filled(**sections):
    return word.filled(filling.outline(PRIMARY, sections))


def test_a_filled_form_is_read_in_a_process_of_its_own(db):
    data = filled(progress={"going_well": {"value": "Loves maths"}})
    found = read_filled(data, PRIMARY)
    assert found.answers == {"progress.going_well": {"value": "Loves maths"}}
    assert found.reference == "PEP-7K2M-4QX9"


def test_without_a_form_the_file_says_which_it_is(db):
    found, form = read_any(word.blank(definitions.shipped()["secondary"]))
    assert form.key == "secondary"
    assert found.answers == {}


def test_the_command_prints_what_was_found_and_as_json_too(db, tmp_path, capsys):
    path = tmp_path / "filled.docx"
    path.write_bytes(filled(progress={"going_well": {"value": "Loves maths"}}))
    call_command("pep_read_word", str(path))
    assert "progress.going_well (by tag): Loves maths" in capsys.readouterr().out
    call_command("pep_read_word", str(path), "--json")
    found = json.loads(capsys.readouterr().out)
    assert found["answers"] == {"progress.going_well": {"value": "Loves maths"}}
    assert found["how"]["progress.going_well"] == "tag"


def test_the_command_says_plainly_what_it_cannot_read(db, tmp_path):
    path = tmp_path / "letter.docx"
    path.write_bytes(b"Dear all")
    with pytest.raises(CommandError, match=r"Save it again"):
        call_command("pep_read_word", str(path))
    with pytest.raises(CommandError, match="No such file"):
        call_command("pep_read_word", str(tmp_path / "nothing.docx"))


def test_an_older_version_is_read_by_itself(db):
    version = FormVersionFactory()
    found = read_filled(word.blank(version.form, version=version.number), PRIMARY)
    assert found.differs == ["version"]
