"""What of a newer version reaches a plan in flight."""

import dataclasses

import pytest

from pep_plugin.formversions.effective import effective
from pep_plugin.formversions.publish import publish
from pep_plugin.sections.answers import Asked
from pep_plugin.sections.leaving_out import without
from tests.factories import small_form

pytestmark = pytest.mark.django_db


def changed(path, **values):
    """The small form with one question changed."""
    section_key, _, key = path.partition(".")

    def question(old):
        return dataclasses.replace(old, **values) if old.key == key else old

    def section(old):
        if old.key != section_key:
            return old
        pages = tuple(
            dataclasses.replace(page, questions=tuple(question(q) for q in page.questions))
            for page in old.pages
        )
        return dataclasses.replace(old, pages=pages)

    form = small_form()
    return dataclasses.replace(form, sections=tuple(section(old) for old in form.sections))


@pytest.fixture
def pinned():
    return publish(small_form())


def test_better_help_arrives(pinned):
    live = publish(changed("progress.going_well", help="Start with strengths."))
    assert effective(pinned, live).question("progress.going_well").help == "Start with strengths."


def test_another_label_arrives_only_as_the_same_question_in_better_words(pinned):
    form = changed("progress.going_well", label="What is good at school?")
    live = publish(form)
    assert effective(pinned, live).question("progress.going_well").label == "What is going well"

    live = publish(dataclasses.replace(form, title="Again"), reworded=("progress.going_well",))
    assert (
        effective(pinned, live).question("progress.going_well").label == "What is good at school?"
    )


def test_a_hidden_question_is_no_longer_asked_and_its_answer_stays(pinned):
    live = publish(small_form(), hidden=("progress.attendance",))
    form = effective(pinned, live)
    asked = Asked(form, {"progress": {"attendance": {"value": "96"}}}, {})
    assert not asked.is_asked("progress.attendance")
    assert asked.is_asked("progress.going_well")


def test_readers_only_ever_grow_fewer(pinned):
    live = publish(changed("care.legal_status", readers=("social_worker",)))
    assert effective(pinned, live).question("care.legal_status").readers == ("social_worker",)

    live = publish(changed("care.no_contact", readers=()))
    assert "social_worker" in effective(pinned, live).question("care.no_contact").readers

    live = publish(changed("care.no_contact", readers=("carer",)))
    assert effective(pinned, live).question("care.no_contact").readers == ("nobody",)


def test_a_new_or_stricter_question_does_not_reach_a_plan_in_flight(pinned):
    live = publish(changed("progress.attendance", required=True))
    assert effective(pinned, live).question("progress.attendance").required is False


def test_what_is_hidden_stays_hidden_when_the_next_version_says_nothing_of_it(pinned):
    publish(small_form(), hidden=("progress.attendance",))
    without_it = without(small_form(), ("progress.attendance",))
    live = publish(dataclasses.replace(without_it, title="Again"))
    assert not Asked(effective(pinned, live), {}, {}).is_asked("progress.attendance")


def test_what_was_hidden_is_asked_again_once_a_version_holds_it(pinned):
    publish(small_form(), hidden=("progress.attendance",))
    live = publish(small_form())
    assert live.hidden == []
    assert Asked(effective(pinned, live), {}, {}).is_asked("progress.attendance")


def test_a_new_plan_is_not_asked_what_is_hidden(pinned):
    live = publish(small_form(), hidden=("progress.attendance",))
    assert "progress.attendance" not in [path for path, _s, _q in effective(live, live).paths()]


def test_better_words_last_through_later_versions(pinned):
    better = changed("progress.going_well", label="What is good at school?")
    publish(better, reworded=("progress.going_well",))
    live = publish(dataclasses.replace(better, title="Again"))
    assert effective(pinned, live).question("progress.going_well").label == (
        "What is good at school?"
    )


def test_a_section_is_called_by_its_better_title_where_the_editor_said_so(pinned):
    first, *others = small_form().sections
    better = dataclasses.replace(
        small_form(), sections=(dataclasses.replace(first, title="Home and family"), *others)
    )
    assert effective(pinned, publish(better)).section("care").title == "Care and family"
    live = publish(dataclasses.replace(better, title="Again"), reworded=("care",))
    assert effective(pinned, live).section("care").title == "Home and family"


def test_columns_get_better_help_and_fewer_readers_too(pinned):
    table = small_form().question("targets.targets").table
    area, *others = table.columns
    area = dataclasses.replace(area, help="Choose one.", label="Field", readers=("social_worker",))
    columns = (area, *others)
    form = changed("targets.targets", table=dataclasses.replace(table, columns=columns))
    column = effective(pinned, publish(form)).question("targets.targets").table.column("area")
    assert (column.help, column.label) == ("Choose one.", "Area")
    assert column.readers == ("social_worker",)

    again = dataclasses.replace(form, title="Again")
    live = publish(again, reworded=("targets.targets.area",))
    column = effective(pinned, live).question("targets.targets").table.column("area")
    assert column.label == "Field"


@pytest.mark.parametrize("how", ["hidden", "deleted"])
def test_who_might_last_read_a_question_holds_when_no_version_asks_it_any_more(pinned, how):
    publish(changed("care.legal_status", readers=("social_worker",)))
    hidden = ("care.legal_status",) if how == "hidden" else ()
    live = publish(without(small_form(), ("care.legal_status",)), hidden=hidden)
    assert effective(pinned, live).question("care.legal_status").readers == ("social_worker",)

    again = publish(dataclasses.replace(live.form, title="Again"))
    assert effective(pinned, again).question("care.legal_status").readers == ("social_worker",)
