"""Whatever somebody types comes back from every output that keeps text exactly."""

import json

from hypothesis import given, settings
from hypothesis import strategies as st

from pep_plugin.documents import word
from pep_plugin.documents.html import html
from pep_plugin.documents.json import as_json
from pep_plugin.documents.text import text as as_text
from pep_plugin.documents.walk import walk
from pep_plugin.sections.schema import Form, Page, Question, Section
from pep_plugin.sections.text import normalise_text
from tests.documents.scene import bookmarks, content, controls
from tests.documents.test_html import read

FORM = Form(
    key="small",
    title="Small",
    phase="primary",
    sections=(
        Section(
            key="s",
            title="S",
            owner_role="child",
            pages=(Page(questions=(Question(key="q", label="Q", kind="long_text"),)),),
        ),
    ),
)
TYPED = st.text(max_size=200).map(normalise_text).filter(bool)


@settings(max_examples=60, deadline=None)
@given(TYPED)
def test_any_text_comes_back_as_it_was_typed(typed):
    outline = walk(FORM, {"s": {"q": {"value": typed}}}, {}, {})
    data = word.filled(outline)
    assert content(controls(data)["s.q"]) == typed
    assert typed in bookmarks(data).values()
    answers = json.loads(as_json(outline))["sections"][0]["answers"]
    assert answers[0]["text"] == answers[0]["value"] == typed
    lines = typed.split("\n")
    assert "\n".join(f"  {line}" for line in lines) in as_text(outline)
    # HTML keeps each line as a paragraph.
    assert "".join(lines) in read(html(outline)).text
