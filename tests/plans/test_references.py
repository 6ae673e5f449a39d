from hypothesis import given
from hypothesis import strategies as st

from pep_plugin.plans.references import ALPHABET, new_reference, read_reference


def test_a_reference_has_the_shape_that_people_are_told():
    text = new_reference()
    assert len(text) == len("PEP-7K2M-4QX9")
    assert read_reference(text) == text


def test_a_reference_can_be_typed_carelessly():
    text = new_reference()
    assert read_reference(text.lower().replace("-", " ")) == text
    assert read_reference(text.replace("1", "I").replace("0", "O")) == text


@given(st.integers(0, 7), st.sampled_from(ALPHABET[:31]))
def test_one_wrong_character_is_noticed(place, wrong):
    text = new_reference().removeprefix("PEP-").replace("-", "")
    slipped = text[:place] + wrong + text[place + 1 :]
    if slipped != text:
        assert read_reference(slipped) is None


@given(st.text(max_size=20))
def test_anything_at_all_can_be_typed(text):
    found = read_reference(text)
    assert found is None or read_reference(found) == found
