"""What of a newer version reaches a plan in flight."""

import dataclasses

import pytest

from pep_plugin.formversions.effective import effective
from pep_plugin.formversions.publish import publish
from pep_plugin.sections.answers import Asked
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
