"""Content controls in all their forms, as Microsoft Word and Word for the web write them."""

import pytest

from pep_plugin.documents.word import prompts
from tests.documents.reader.writing import (
    FORM,
    cell,
    control,
    file,
    p,
    read,
    row,
    run,
    table,
    value,
    words,
)

TAG = "every.text"
SAID = "Loves maths"


def in_box(content):
    """A text box, once for programs that know it and once for those that do not."""
    box = f"<w:txbxContent>{content}</w:txbxContent>"
    return (
        "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:txbx>"
        f"{box}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>{box}"
        "</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )


WAYS = {
    "in a line": p(run("Say: "), control(run(SAID), TAG)).replace(run("Say: "), ""),
    "round a paragraph": control(p(run(SAID)), TAG),
    "round a cell": table(
        row(cell(p(run("A question of the kind text"))), control(cell(p(run(SAID))), TAG))
    ),
    "in a cell round a paragraph": table(row(cell(control(p(run(SAID)), TAG)))),
    "in a row that has a control": table(control(row(cell(p(control(run(SAID), TAG)))))),
    "in a control without a tag": control(p(control(run(SAID), TAG)), "somebody.elses"),
    "in four controls": control(control(control(p(control(run(SAID), TAG)), "a"), "b"), "c"),
    "in a text box": p(in_box(p(control(run(SAID), TAG)))),
    "in many runs": p(control(run("Loves ") + run("ma", "<w:b/>") + run("ths"), TAG)),
    "with a spelling mark": p(control(f"<w:proofErr w:type='spellStart'/>{run(SAID)}", TAG)),
    "in a link": p(control(f"<w:hyperlink>{run(SAID)}</w:hyperlink>", TAG)),
    "in a smart tag": p(control(f"<w:smartTag>{run(SAID)}</w:smartTag>", TAG)),
    "in a field": p(control(f"<w:fldSimple w:instr='X'>{run(SAID)}</w:fldSimple>", TAG)),
}


@pytest.mark.parametrize("way", WAYS)
def test_a_control_is_found_wherever_it_stands(way):
    assert value(WAYS[way]) == SAID


def test_a_control_in_a_header_is_found():
    header = file("").decode("latin-1") and (
        f'<w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        f"{p(control(run(SAID), TAG))}</w:hdr>"
    )
    assert value("", header=header) == SAID


def test_paragraphs_lists_and_tables_that_were_pasted_come_as_lines():
    numbering = (
        '<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/></w:lvl>'
        '<w:lvl w:ilvl="1"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum>'
        '<w:num w:numId="5"><w:abstractNumId w:val="1"/></w:num></w:numbering>'
    )
    item = '<w:numPr><w:ilvl w:val="{}"/><w:numId w:val="5"/></w:numPr>'
    content = (
        p(run("Three things:"))
        + p(run("Read"), properties=item.format(0))
        + p(run("aloud"), properties=item.format(1))
        + p(run("Swim"), properties=item.format(0))
        + p(run("Bake"), properties='<w:pStyle w:val="ListBullet"/>')
        + table(words("Monday", "Reading"), words("Friday", "Swimming"))
        + p()
        + p(run("That is all."))
    )
    body = control(content, "every.long_text")
    assert value(body, "every.long_text", numbering=numbering) == (
        "Three things:\n1. Read\n  • aloud\n2. Swim\n• Bake\nMonday | Reading\n"
        "Friday | Swimming\n\nThat is all."
    )


def test_tracked_changes_are_read_as_accepted():
    inner = (
        run("Loves ")
        + '<w:del w:id="1"><w:r><w:delText>hates </w:delText></w:r></w:del>'
        + f'<w:moveFrom w:id="2">{run("old ")}</w:moveFrom>'
        + f'<w:ins w:id="3">{run("maths")}</w:ins>'
    )
    assert value(p(control(inner, TAG))) == SAID


def test_a_paragraph_mark_that_was_deleted_joins_two_lines():
    gone = '<w:rPr><w:del w:id="1"/></w:rPr>'
    body = control(p(run("Loves "), properties=gone) + p(run("maths")), TAG)
    assert value(body) == SAID


def test_a_row_that_was_deleted_is_no_row():
    kept = row(cell(p(control(run("Read"), "every.table#k3v9x2m4qa.target"))))
    gone = row(cell(p(control(run("Swim"), "every.table#p7w2c8n5rb.target")))).replace(
        "<w:tr>", '<w:tr><w:trPr><w:del w:id="1"/></w:trPr>'
    )
    for order in ((kept, gone), (gone, kept)):
        rows = value(table(*order), "every.table")
        assert [one["id"] for one in rows] == ["k3v9x2m4qa"]


def test_a_cell_that_was_deleted_is_left_out():
    gone = cell(p(control(run("Swim"), "every.text"))).replace(
        "<w:tcPr/>", '<w:tcPr><w:cellDel w:id="1"/></w:tcPr>'
    )
    kept = cell(p(control(run("Read"), "every.person")))
    assert value(table(row(gone, kept)), "every.person") == "Read"


def test_words_that_are_hidden_are_shown_and_no_answer():
    body = p(control(run(SAID) + run(" secretly", "<w:vanish/>"), TAG))
    found = read(body)
    assert found.answers == {TAG: {"value": SAID}}
    assert [one["text"] for one in found.unplaced] == ["secretly"]


@pytest.mark.parametrize(
    "content",
    [
        run(prompts.TEXT, '<w:rStyle w:val="PlaceholderText"/>'),
        run(f"{prompts.TEXT} (optional)"),
        run("Bitte klicken", '<w:rStyle w:val="PlaceholderText"/>'),
        "",
    ],
)
def test_a_prompt_is_no_answer(content):
    assert value(p(control(content, TAG, prompt=True))) is None


def test_what_was_typed_is_an_answer_though_a_program_still_calls_it_a_prompt():
    assert value(p(control(run(SAID), TAG, prompt=True))) == SAID


def test_what_was_typed_before_a_prompt_that_did_not_go_away_is_an_answer():
    assert value(p(control(run(f"{SAID} {prompts.TEXT}"), TAG, prompt=True))) == SAID


def test_breaks_tabs_hyphens_and_signs_are_read_as_what_they_look_like():
    inner = (
        "<w:r><w:t>a</w:t><w:br/><w:t>b</w:t><w:tab/><w:t>c</w:t><w:noBreakHyphen/><w:t>d</w:t>"
        '<w:softHyphen/><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>'
    )
    assert value(p(control(inner, TAG))) == "a\nb\tc\N{NON-BREAKING HYPHEN}d✓"


def test_a_control_that_is_bound_to_data_says_what_the_data_says():
    from tests.documents.corpus.make import pack, unpack

    bound = (
        '<w:dataBinding w:prefixMappings="xmlns:n=\'urn:pep\'" w:xpath="/n:plan[1]/n:reading[1]" '
        'w:storeItemID="{11111111-2222-3333-4444-555555555555}"/>'
    )
    parts = unpack(file(p(control(run("stale"), TAG, bound))))
    parts["customXml/item1.xml"] = b'<plan xmlns="urn:pep"><reading>Loves maths</reading></plan>'
    parts["customXml/itemProps1.xml"] = (
        b'<ds:datastoreItem ds:itemID="{11111111-2222-3333-4444-555555555555}" '
        b'xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml"/>'
    )
    from pep_plugin.documents.word import reader

    found = reader.read(pack(parts), FORM)
    assert found.answers == {TAG: {"value": SAID}}


def test_two_controls_of_one_tag_are_both_read():
    body = p(control(run("One"), TAG)) + p(control(run("Two"), TAG)) + p(control(run("One"), TAG))
    assert value(body) == "One\nTwo"


def test_an_answer_in_another_answer_stays_its_own():
    inner = p(run("A "), control(run("7"), "every.number"), run("B"))
    found = read(control(inner, "every.long_text"))
    assert found.answers == {
        "every.long_text": {"value": "A B"},
        "every.number": {"value": "7"},
    }


def test_old_form_fields_are_read():
    begin = '<w:r><w:fldChar w:fldCharType="begin"><w:ffData>{}</w:ffData></w:fldChar></w:r>'
    rest = (
        '<w:r><w:instrText>FORM</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        '{}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    text = begin.format("<w:textInput/>") + rest.format(run(SAID))
    chosen = begin.format(
        '<w:ddList><w:result w:val="1"/><w:listEntry w:val="Alpha"/><w:listEntry w:val="Gamma"/>'
        "</w:ddList>"
    ) + rest.format("")
    ticked = begin.format("<w:checkBox><w:checked/></w:checkBox>") + rest.format("")
    body = (
        p(control(text, TAG))
        + p(control(chosen, "every.choice"))
        + p(control(ticked + run(" Alpha"), "every.choices"))
    )
    assert read(body).answers == {
        TAG: {"value": SAID},
        "every.choice": {"value": "c"},
        "every.choices": {"value": ["a"]},
    }


def test_a_repeating_section_gives_a_row_for_each_item():
    def item(words_of_it):
        inner = row(cell(p(control(run(words_of_it), "every.table#new1.target"))))
        return control(inner, kind="<w15:repeatingSectionItem/>")

    body = table(control(item("Read") + item("Swim"), kind="<w15:repeatingSection/>"))
    found = read(body)
    rows = found.answers["every.table"]["value"]
    assert [one["cells"]["target"]["value"] for one in rows] == ["Read", "Swim"]
    assert len({one["id"] for one in rows}) == 2
    assert found.notes == ["2 rows were added to “A question of the kind table” in the file."]


def test_comments_and_footnotes_are_kept_with_the_answer_beside_which_they_hang():
    comments = (
        '<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        f'<w:comment w:id="7">{p(run("Is this still so?"))}</w:comment>'
        f'<w:comment w:id="8">{p(run("Nice form."))}</w:comment></w:comments>'
    )
    body = p(
        control(
            f'<w:commentRangeStart w:id="7"/>{run(SAID)}<w:commentRangeEnd w:id="7"/>'
            '<w:r><w:commentReference w:id="7"/></w:r>',
            TAG,
        )
    )
    found = read(body, comments=comments)
    assert found.answers == {TAG: {"value": SAID}}
    assert found.comments == [
        {"text": "Is this still so?", "path": TAG},
        {"text": "Nice form.", "path": ""},
    ]
    assert found.notes == ["The file has 2 comments."]
