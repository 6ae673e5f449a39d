"""Text as it enters: nothing that an output could not hold, and nothing else changed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pep_plugin.sections.text import normalise_text

any_text = st.text(st.characters(codec=None))


@given(any_text)
def test_normalising_twice_is_normalising_once(text):
    once = normalise_text(text)
    assert normalise_text(once) == once


@given(any_text)
def test_what_remains_can_be_written_as_utf_8(text):
    normalise_text(text).encode("utf-8")


@pytest.mark.parametrize("end", ["\r\n", "\r", "\x0b", "\x0c", "\x85", "\u2028", "\u2029", "\n"])
def test_every_line_end_becomes_one_line_feed(end):
    assert normalise_text(f"one{end}two") == "one\ntwo"


@pytest.mark.parametrize(
    "bad", ["\x00", "\x07", "\x1f", "\x7f", "\x9f", "\ud800", chr(0xDFFF), "\uffff"]
)
def test_what_no_document_can_hold_is_taken_out(bad):
    assert normalise_text(f"Ma{bad}ya") == "Maya"


@pytest.mark.parametrize(
    "kept", ["\u200d", "\u200c", "\u200f", "\u202b", "\ufe0f", "\u0301", "\t", "\u00ad", "  x"]
)
def test_joiners_bidi_marks_and_blanks_stay(kept):
    assert normalise_text(f"a{kept}b") == f"a{kept}b"


def test_only_white_space_at_the_very_end_is_cut():
    assert normalise_text("  Maya \n K \n\n ") == "  Maya \n K"
