"""The blank template of a form: everything that may be asked, with room and with help."""

import pytest

from pep_plugin.documents import word
from pep_plugin.documents.blank import blank_outline
from pep_plugin.documents.word import names
from pep_plugin.sections import definitions, plain_words
from pep_plugin.sections.conditions import All, Answered, AnyOf, Compares, Is, Not
from tests.documents import scene
from tests.documents.scene import W, bookmarks, content, controls, labelled_cells, text_of

FORMS = {**definitions.shipped(), "small": scene.form()}


@pytest.fixture(scope="module", params=FORMS)
def made(request):
    form = FORMS[request.param]
    return form, word.blank(form, version=7, council="Alderbrook Council")


def test_every_question_stands_in_it_by_tag_bookmark_and_label(made):
    form, data = made
    tags, marks, labels = (
        controls(data),
        bookmarks(data),
        {label for label, _ in labelled_cells(data)},
    )
    text = text_of(scene.body(data))
    for path, _section, question in form.paths():
        if question.table is None:
            assert names.bookmark(path) in marks, path
            assert question.label in labels, path
            assert question.kind in ("computed", "file") or names.tag(path) in tags, path
        else:
            assert question.label in text, path


def test_every_section_stands_in_it_even_where_a_condition_would_hide_it(made):
    form, data = made
    text = text_of(scene.body(data))
    assert all(section.title in text for section in form.sections)


def test_tables_have_three_to_six_empty_rows(made):
    form, data = made
    tags = controls(data)
    for path, _section, question in form.paths():
        if question.table is None or question.table.rows == "fixed":
            continue
        column = next(column for column in question.table.columns if column.is_typed)
        rows = [n for n in range(1, 51) if names.tag(path, f"new{n}", column.key) in tags]
        assert rows == list(range(1, len(rows) + 1)), path
        assert 3 <= len(rows) <= 6, path
        assert question.table.min_rows <= len(rows), path


def test_every_control_shows_what_to_do_and_counts_as_empty(made):
    _form, data = made
    for tag, control in controls(data).items():
        if "=" in tag or control.find(f"{W}sdtPr/{W}richText") is not None:
            continue
        assert control.find(f"{W}sdtPr/{W}showingPlcHdr") is not None, tag
        assert content(control).startswith(("Click", "Choose", "Which")), tag


def test_no_tag_or_bookmark_is_longer_than_word_allows(made):
    _form, data = made
    assert all(len(tag) <= 64 for tag in controls(data))
    assert all(len(name) <= 40 for name in bookmarks(data))


def test_a_condition_stands_beside_the_question_in_words():
    text = text_of(scene.body(word.blank(scene.form())))
    assert "Only if “Year group” is 6." in text


def test_the_version_and_the_council_stand_at_the_top():
    text = text_of(scene.body(word.blank(scene.form(), version=7, council="Alderbrook Council")))
    assert text.startswith("Alderbrook Council")
    assert "Version 7" in text


def test_a_blank_form_belongs_to_no_plan():
    data = word.blank(scene.form(), version=7)
    own = {node.get("name") for node in scene.parts(data)["docProps/custom.xml"]}
    assert own == {"PepForm", "PepFormVersion"}


def test_the_same_question_has_the_same_bookmark_in_every_form():
    assert names.bookmark("care.legal_status") == "q_" + names._short("care.legal_status")
    for form in FORMS.values():
        assert names.addresses(form)[names.bookmark(next(form.paths())[0])]


def test_no_two_addresses_of_a_form_share_a_bookmark():
    for form in FORMS.values():
        columns = sum(len(q.table.columns) for _p, _s, q in form.paths() if q.table)
        assert len(names.addresses(form)) == len(list(form.paths())) + columns


def test_long_addresses_and_free_row_codes_still_make_valid_names():
    path = f"{'s' * 60}.{'q' * 60}"
    assert len(names.tag(path)) <= 64
    for name in (
        names.bookmark(path),
        names.bookmark(path, "A code / with everything", "c"),
        names.row_bookmark(path, "k3v9x2m4qa"),
        names.form_bookmark("a-very-long-form-key-of-some-council-or-other", 123),
    ):
        assert len(name) <= 40
        assert name.replace("_", "").isalnum()


@pytest.mark.parametrize(
    ("condition", "words"),
    [
        (Is("every.choice", ("a", "c")), "“A question of the kind choice” is Alpha or Gamma"),
        (Not(Is("every.yes_no", ("yes",))), "“A question of the kind yes_no” is not Yes"),
        (Answered("every.text"), "“A question of the kind text” is answered"),
        (Compares("every.number", "<", "95"), "“A question of the kind number” is less than 95"),
        (Is("context.kind", ("desk_review",)), "“Kind of plan” is Review without a meeting"),
        (Is("context.year_group", ("R", "1", "2")), "“Year group” is Reception, 1 or 2"),
        (
            AnyOf(
                (Answered("every.text"), All((Answered("every.date"), Not(Answered("every.time")))))
            ),
            "“A question of the kind text” is answered or (“A question of the kind date” is "
            "answered and “A question of the kind time” is not answered)",
        ),
    ],
)
def test_conditions_read_as_words(condition, words):
    assert plain_words.condition(condition, scene.form()) == words


def test_every_condition_of_the_shipped_forms_can_be_said():
    for form in definitions.shipped().values():
        for _path, section, question in form.paths():
            for condition in (section.applies, question.applies, question.required):
                if condition is not None and not isinstance(condition, bool):
                    said = plain_words.condition(condition, form)
                    assert "context." not in said
                    assert "_" not in said, said


def test_a_blank_outline_holds_no_answer():
    for _section, item in blank_outline(scene.form()).items:
        assert item.text == ""


def test_what_is_optional_says_so_where_somebody_is_about_to_write():
    made = controls(word.blank(definitions.shipped()["primary"]))
    assert content(made["views.wish"]) == "Click to enter text (optional)"
    assert content(made["views.going_well"]) == "Click to enter text"


def test_a_condition_that_a_whole_page_shares_is_said_once():
    text = text_of(scene.body(word.blank(definitions.shipped()["primary"])))
    assert text.count("Only if “Year group” is 3, 4, 5 or 6.") == 1


def test_a_table_of_cards_explains_itself_in_its_first_row_only():
    form = definitions.shipped()["primary"]
    column = next(c for c in form.question("targets.targets").table.columns if c.help)
    assert text_of(scene.body(word.blank(form))).count(column.help) == 1
