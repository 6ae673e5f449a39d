"""What holds for every question of the forms that the package ships."""

import re

import pytest

from pep_plugin.sections import answers, definitions, kinds, roles
from pep_plugin.sections.definitions.readers import CLOSE

FORMS = definitions.shipped()
PRIMARY = FORMS["primary"]


def each_once():
    """Every question of every form; one that several forms share is looked at once."""
    seen = {}
    for form in FORMS.values():
        for path, section, one in form.paths():
            if one not in seen.setdefault(path, []):
                seen[path].append(one)
                yield form, path, section, one


PATHS = list(each_once())


def texts(one):
    yield from filter(None, (one.label, one.help))
    for column in one.table.columns if one.table else ():
        yield from texts(column)
    if not isinstance(one.choices, str):
        yield from (choice.label for choice in one.choices)


every_question = pytest.mark.parametrize(
    ("form", "path", "section", "one"),
    PATHS,
    ids=[f"{form.key}:{path}" for form, path, *_ in PATHS],
)


def test_the_same_objects_are_handed_out_each_time():
    assert definitions.shipped()["primary"] is PRIMARY


def test_the_child_speaks_before_the_adults():
    order = [section.key for section in PRIMARY.sections]
    assert order[:2] == ["plan", "views"]
    assert order.index("last_targets") < order.index("targets") < order.index("premium")


@every_question
def test_words_are_plain_and_without_bare_abbreviations(form, path, section, one):
    for text in texts(one):
        assert text == text.strip()
        assert not re.search(r"\b(SDQ|SEMH|EHCP|IRO|PEP|NEET|RAG|LAC|SEN|UPN|CYP|PP)\b", text), text
        assert "young person" not in text.lower()
        assert "'" not in text
        assert '"' not in text
        assert "contact with" not in text.lower()


@every_question
def test_help_is_whole_sentences(form, path, section, one):
    if one.help:
        assert one.help[-1] in ".?"


@every_question
def test_a_carried_answer_goes_stale_unless_it_is_a_fact_for_good(form, path, section, one):
    for_good = {
        "child.first_language",
        "child.sex",
        "child.ethnicity",
        "child.english_additional",
        "care.placement_since",
        "school.part_time_since",
        "school.past_schools",
        # National results do not change once they are in.
        *(f"progress.{key}" for key in ("phonics_score", "phonics_outcome", "tables_score")),
        *(f"progress.ks2_{key}" for key in ("reading", "maths", "grammar", "writing", "science")),
        "progress.tables_not_taken",
        "progress.early_years_good_level",
        "progress.key_stage_1",
        *(f"progress.{key}" for key in ("two_year_check_on", "two_year_with_health")),
        "progress.baseline_taken",
    }
    if one.is_typed and one.carry != "never":
        assert (one.stale_after > 0) is (path not in for_good)


@every_question
def test_what_belongs_to_one_term_is_not_carried(form, path, section, one):
    if section.key in ("attendance", "last_targets", "targets", "premium", "meeting", "sign_off"):
        assert one.carry == "never"


@every_question
def test_everything_about_contacts_and_restrictions_is_sensitive_and_for_the_closest(
    form, path, section, one
):
    if section.key in ("contacts", "restrictions"):
        assert one.sensitive
        assert set(section.readers) == set(CLOSE)
        assert not {roles.CARER, roles.PARENT, roles.CHILD, roles.PROFESSIONAL} & set(CLOSE)


@every_question
def test_telephone_numbers_and_e_mail_addresses_are_sensitive_wherever_they_stand(
    form, path, section, one
):
    for column in one.table.columns if one.table else ():
        if column.key in ("phone", "email"):
            assert column.sensitive


@every_question
def test_nothing_asks_for_an_address_of_a_home_or_for_payees(form, path, section, one):
    words = f"{one.key} {one.label}".lower()
    assert "postcode" not in words
    assert not re.search(r"\b(payee|account number|sort code)\b", words)
    assert not re.search(r"\bhome address\b", words)


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_a_page_asks_few_things_and_a_table_has_a_page_of_its_own(form):
    for step in form.steps():
        tables = [one for one in step.questions if one.table]
        typed = [one for one in step.questions if one.is_typed]
        assert len(typed) <= (10 if step.name == "progress-3" else 8), step.name
        assert not tables or len(step.questions) == 1, step.name


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_a_section_has_at_most_four_pages_before_detail(form):
    for section in form.sections:
        # A nursery is asked on three; what only Reception is asked stands on two more.
        most = 5 if (form.key, section.key) == ("early-years", "school") else 4
        assert 1 <= sum(not step.is_detail for step in section.steps()) <= most, section.key


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_detail_is_never_required(form):
    assert [path for path, _section, one in form.paths() if one.detail and one.required] == []


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_whoever_fills_in_a_question_may_write_in_its_section(form):
    for path, section, one in form.paths():
        writers = {section.owner_role, *section.also, *roles.VIRTUAL_SCHOOL}
        assert (one.owner_role or section.owner_role) in writers, path
        for column in one.table.columns if one.table else ():
            if column.owner_role != roles.CHILD:
                assert (column.owner_role or section.owner_role) in writers, (path, column.key)


def test_a_target_asks_for_five_things_and_offers_the_rest():
    table = PRIMARY.question("targets.targets").table
    required = [column.key for column in table.columns if column.required]
    assert required == ["area", "target", "from_to", "who_does_what", "by_when"]
    assert tuple(required) == table.core
    assert table.min_rows == 3


def test_last_targets_are_the_rows_of_the_last_plan():
    table = PRIMARY.question("last_targets.review").table
    assert (table.rows, table.source) == ("from_table", "targets.targets")
    source = {column.key for column in PRIMARY.question("targets.targets").table.columns}
    shown = [column.key for column in table.columns if column.proposes]
    assert shown
    assert set(shown) <= source


def test_reading_is_compared_with_the_national_words():
    asked = PRIMARY.question("progress.reading_now")
    labels = [choice.label for choice in kinds.get("choice").choices(asked)]
    assert labels == [
        "Working towards",
        "At the expected standard",
        "Greater depth",
        "Not assessed yet",
    ]


def test_what_should_be_different_by_next_summer_is_asked():
    assert PRIMARY.question("progress.next_summer").label == (
        "What should be different by next summer?"
    )


@pytest.mark.parametrize(
    ("year", "asked", "not_asked"),
    [
        ("R", {"early_years_good_level"}, {"phonics_score", "tables_score", "ks2_reading"}),
        ("1", {"phonics_score", "phonics_outcome"}, {"tables_score", "ks2_reading"}),
        ("2", {"phonics_score"}, {"early_years_good_level", "tables_score"}),
        ("3", set(), {"phonics_score", "tables_score", "ks2_reading"}),
        ("4", {"tables_score"}, {"phonics_score", "ks2_reading"}),
        ("6", {"ks2_reading", "ks2_writing", "ks2_science"}, {"tables_score"}),
    ],
)
def test_national_checks_are_asked_in_their_years(year, asked, not_asked):
    plan = answers.Asked(PRIMARY, {}, {"year_group": year})
    assert all(plan.is_asked(f"progress.{key}") for key in asked)
    assert not any(plan.is_asked(f"progress.{key}") for key in not_asked)


@pytest.mark.parametrize(
    ("year", "is_asked"), [("R", False), ("2", False), ("3", True), ("6", True)]
)
def test_older_children_are_asked_more_about_themselves(year, is_asked):
    plan = answers.Asked(PRIMARY, {}, {"year_group": year})
    assert plan.is_asked("views.when_i_grow_up") is is_asked
    assert plan.is_asked("views.faces")


def of(**sections):
    return {
        section: {key: {"value": value} for key, value in given.items()}
        for section, given in sections.items()
    }


def requires(path, given, context=None):
    plan = answers.Asked(PRIMARY, given, context or {})
    return plan.is_asked(path) and plan.is_required(PRIMARY.question(path))


def test_reasons_are_asked_when_attendance_is_below_95_per_cent():
    def sessions(attended):
        cells = {"possible": {"value": "100"}, "attended": {"value": attended}}
        return of(attendance={"sessions": [{"id": "this_term", "cells": cells}]})

    assert requires("attendance.absence_reasons", sessions("94"))
    assert not requires("attendance.absence_reasons", sessions("95"))


def test_advice_is_asked_when_the_questionnaire_is_17_or_more():
    high = of(health_wellbeing={"sdq_total": "17"})
    assert requires("health_wellbeing.sdq_advice", high, {"age": 8})
    assert not requires(
        "health_wellbeing.sdq_advice", of(health_wellbeing={"sdq_total": "16"}), {"age": 8}
    )
    # Below the age of the questionnaire nothing of it is asked.
    assert not requires("health_wellbeing.sdq_advice", high, {"age": 3})


def test_a_missing_questionnaire_is_explained():
    plan = answers.Asked(PRIMARY, {}, {"age": 8})
    assert plan.is_asked("health_wellbeing.no_sdq_reason")
    assert not plan.is_asked("health_wellbeing.sdq_date")


def test_an_education_health_and_care_plan_brings_its_questions():
    assert requires("support.ehc_next_review", of(support={"sen_status": "E"}))
    assert requires("support.sen_support", of(support={"sen_status": "K"}))
    assert not requires("support.ehc_next_review", of(support={"sen_status": "K"}))
    assert not requires("support.sen_support", of(support={"sen_status": "N"}))


def test_a_child_without_a_school_place_brings_the_plan_for_one():
    none = of(school={"roll_status": "none"})
    assert requires("school.no_place_plan", none)
    assert not requires("school.class_teacher", none)
    assert requires("school.class_teacher", of(school={"roll_status": "single"}))


def test_suspensions_are_listed_when_there_were_any():
    assert requires("attendance.suspensions", of(attendance={"suspended": "yes"}))
    assert not requires("attendance.suspensions", of(attendance={"suspended": "no"}))


def test_a_child_who_did_not_want_to_is_not_asked_for_more():
    refused = of(views={"how_asked": "not_wanted"})
    assert not requires("views.going_well", refused)
    assert requires("views.not_wanted_reason", refused)
    assert requires("views.going_well", of(views={"how_asked": "talked"}))


def test_the_move_to_secondary_school_is_planned_in_year_6():
    moving = of(transition={"move": "secondary"})
    assert requires("transition.move_plan", moving, {"year_group": "6"})
    assert not requires("transition.move_plan", moving, {"year_group": "4"})
    assert not requires(
        "transition.move_plan", of(transition={"move": "none"}), {"year_group": "6"}
    )


def test_a_first_plan_reviews_nothing():
    first = answers.Asked(PRIMARY, {}, {"first": "yes"})
    assert not first.is_asked("last_targets")
    assert not first.is_asked("premium.last_lines")
    assert answers.Asked(PRIMARY, {}, {"first": "no"}).is_asked("last_targets.review")


def test_a_desk_review_asks_for_no_meeting():
    desk = answers.Asked(PRIMARY, {}, {"kind": "desk_review"})
    assert not desk.is_asked("plan.meeting_date")
    assert not desk.is_asked("meeting.people")
    assert desk.is_asked("meeting.next_date")


def test_carers_and_parents_do_not_read_each_other():
    assert roles.PARENT not in PRIMARY.section("carer").readers
    assert roles.CARER not in PRIMARY.section("parent").readers


def test_the_sample_of_the_form_can_be_sent():
    context = {"year_group": "6", "age": 11, "kind": "termly", "first": "no", "phase": "primary"}
    given = answers.sample(PRIMARY)
    plan = answers.Asked(PRIMARY, given, context)
    assert {
        section.key: plan.gaps(section) for section in plan.sections() if plan.gaps(section)
    } == {}


def test_sessions_attended_and_missed_make_up_the_possible_ones():
    asked = PRIMARY.question("attendance.sessions")
    numbers = {"possible": "112", "attended": "100", "authorised": "4", "unauthorised": "0"}
    cells = {key: {"value": value} for key, value in numbers.items()}
    assert answers.problems(asked, {"value": [{"id": "this_term", "cells": cells}]}) == [
        "This term: Attended, Authorised absence and Unauthorised absence come to 104, "
        "and Possible is 112."
    ]
