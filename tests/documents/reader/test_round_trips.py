"""Any answers -> Word -> read: the same answers, of every kind, in all forms and papers."""

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from pep_plugin.documents import word
from pep_plugin.documents.word import reader
from pep_plugin.sections import answers, definitions, kinds
from tests.documents import scene
from tests.documents.reader import filling

FORMS = {key: filling.everything_asked(form) for key, form in definitions.shipped().items()}
FORMS["small"] = filling.everything_asked(scene.form())
LAYOUTS = {key: reader.Layout(form) for key, form in FORMS.items()}


def read_back(key, given_answers):
    form = FORMS[key]
    data = word.filled(filling.outline(form, given_answers))
    return reader.understand(reader.extract(data, LAYOUTS[key]), form)


@pytest.mark.parametrize("key", FORMS)
def test_a_sample_of_every_question_comes_back_as_it_was(key):
    form = FORMS[key]
    found = read_back(key, answers.sample(form))
    for path, section, question in form.paths():
        if not question.is_typed or question.kind == "file":
            continue
        wanted = answers.sample(form)[section.key].get(question.key)
        assert found.answers.get(path) == wanted, path
        assert found.how[path] == "tag", path
    assert found.unplaced == []
    assert found.notes == []


@pytest.mark.parametrize("key", FORMS)
@settings(
    max_examples=25,
    deadline=None,
    # A document takes long to make: looking for the smallest one that fails would take minutes.
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(data=st.data())
def test_any_answers_come_back_as_they_were(key, data):
    wanted = data.draw(filling.answers(FORMS[key]))
    found = read_back(key, wanted)
    assert found.answers == filling.flat(wanted)
    assert found.unplaced == []


@pytest.mark.parametrize("key", [*FORMS, *definitions.papers()])
def test_a_blank_form_holds_no_answer(key):
    form = FORMS.get(key) or definitions.papers()[key]
    found = reader.read(word.blank(form, version=4), form)
    assert found.answers == {}
    assert found.unplaced == []
    assert found.notes == []
    assert (found.form, found.version) == (form.key, 4)
    assert found.reference == ""


def test_every_question_of_a_blank_form_is_found_by_its_tag():
    form = FORMS["primary"]
    found = reader.read(word.blank(form), form)
    typed = {
        path
        for path, _section, question in form.paths()
        if question.is_typed and question.kind != "file"
    }
    assert {path for path, how in found.how.items() if how == "tag"} >= typed


def test_every_kind_is_tried_here():
    tried = {question.kind for form in FORMS.values() for _p, _s, question in form.paths()}
    assert set(kinds.registered()) <= tried
