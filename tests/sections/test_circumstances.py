"""What circumstances switch on, in every form: by conditions, and never by another form."""

import pytest

from pep_plugin.sections import answers, definitions, roles

FORMS = definitions.of_phases()
every_form = pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
school_years = pytest.mark.parametrize("form", [FORMS["primary"], FORMS["secondary"]])


def of(path, value):
    section, key = path.split(".")
    return {section: {key: {"value": value}}}


def asked(form, given=None, **context):
    return answers.Asked(form, given or {}, context)


def requires(form, path, given=None, **context):
    plan = asked(form, given, **context)
    return plan.is_asked(path) and plan.is_required(form.question(path))


@every_form
def test_a_first_plan_looks_back_on_nothing(form):
    assert not asked(form, first="yes").is_asked("last_targets.review")
    assert not asked(form, first="yes").is_asked("plan.previous_date")
    assert asked(form, first="no").is_asked("last_targets.review")


@every_form
def test_a_review_without_a_meeting_says_why_and_asks_for_no_people(form):
    assert requires(form, "plan.desk_review_why", kind="desk_review")
    assert not asked(form, kind="desk_review").is_asked("meeting.people")
    assert not asked(form, kind="termly").is_asked("plan.desk_review_why")
    assert requires(form, "meeting.people", kind="termly")


@every_form
def test_an_interim_plan_is_short_and_says_when_the_full_one_follows(form):
    assert requires(form, "plan.interim_why", kind="interim")
    assert requires(form, "plan.full_plan_by", kind="interim")
    assert not requires(form, "targets.targets", kind="interim")
    assert not requires(form, "attendance.sessions", kind="interim")
    assert requires(form, "targets.targets", kind="termly")
    assert not asked(form, kind="termly").is_asked("plan.interim_why")


@every_form
def test_the_last_plan_says_who_carries_on_and_sets_no_meeting(form):
    assert requires(form, "plan.ended_why", kind="ended")
    assert not asked(form, kind="ended").is_asked("meeting.next_date")
    assert requires(form, "meeting.next_date", kind="termly")


@every_form
def test_a_change_of_school_is_explained_and_the_records_asked_for(form):
    assert requires(form, "transition.change_why", kind="change_of_school")
    assert requires(form, "transition.change_records", kind="change_of_school")
    assert not asked(form, kind="termly").is_asked("transition.change_why")


@every_form
def test_a_voluntary_plan_does_not_ask_by_which_law_a_child_is_looked_after(form):
    plan = asked(form, kind="voluntary")
    for key in ("legal_status", "placement_type", "placement_since", "school_decisions"):
        assert not plan.is_asked(f"care.{key}")
        assert requires(form, f"care.{key}", kind="termly")
    assert requires(form, "care.left_care_by", kind="voluntary")
    assert requires(form, "care.school_summary", kind="voluntary")


@school_years
@pytest.mark.parametrize("status", ["off_roll", "home", "none"])
def test_a_child_on_no_roll_brings_the_plan_for_a_place(form, status):
    assert requires(form, "school.no_place_plan", of("school.roll_status", status))
    assert not requires(form, "school.class_teacher", of("school.roll_status", status))


@school_years
def test_education_otherwise_than_at_school_is_described_with_its_providers(form):
    given = of("school.roll_status", "otherwise")
    assert requires(form, "school.otherwise_package", given)
    assert requires(form, "school.providers", given)
    assert not asked(form, given).is_asked("school.no_place_plan")


@school_years
def test_alternative_provision_lists_its_providers(form):
    assert requires(form, "school.providers", of("school.alternative", "yes"))
    assert not asked(form, of("school.alternative", "no")).is_asked("school.providers")


@school_years
def test_two_rolls_name_the_other_school(form):
    assert requires(form, "school.other_school", of("school.roll_status", "dual_main"))
    assert not asked(form, of("school.roll_status", "single")).is_asked("school.other_school")


@every_form
def test_a_child_who_seeks_asylum_alone_brings_languages_and_schooling(form):
    plan = asked(form, of("child.asylum_seeking", "yes"))
    assert plan.is_asked("child.asylum_schooling")
    assert plan.is_asked("child.asylum_english")
    assert not asked(form, of("child.asylum_seeking", "no")).is_asked("child.asylum_schooling")


@every_form
def test_an_education_health_and_care_plan_brings_its_review_and_its_transfer(form):
    given = {**of("support.sen_status", "E"), **of("transition.move", "new_school")}
    assert requires(form, "support.ehc_next_review", given)
    assert asked(form, given).is_asked("transition.ehc_transfer_on")
    assert not asked(form, of("transition.move", "new_school")).is_asked(
        "transition.ehc_transfer_on"
    )


@pytest.mark.parametrize(
    ("key", "year"),
    [("early-years", "N2"), ("primary", "6"), ("secondary", "11"), ("post-16", "13")],
)
def test_the_last_year_of_a_phase_plans_the_move(key, year):
    given = of("transition.move", "new_school")
    assert requires(FORMS[key], "transition.move_plan", given, year_group=year)
    assert not requires(FORMS[key], "transition.move_plan", given, year_group="3")


@every_form
@pytest.mark.parametrize(
    ("path", "code"), [("care.legal_status", "J1"), ("care.placement_type", "R5")]
)
def test_custody_asks_who_teaches_there(form, path, code):
    assert requires(form, "care.custody_education", of(path, code))
    assert not asked(form, of(path, "C2")).is_asked("care.custody_education")


@pytest.mark.parametrize(("year", "must_say"), [("9", False), ("10", True), ("11", True)])
def test_whether_a_move_is_planned_must_be_said_in_the_examination_years(year, must_say):
    form = FORMS["secondary"]
    assert asked(form, year_group=year).is_asked("care.planned_move")
    assert requires(form, "care.planned_move", year_group=year) == must_say


def test_who_may_leave_a_course_early_is_said_of_those_on_a_course():
    risk = "progress.leaving_risk"
    assert requires(FORMS["post-16"], risk, of("education_work.status", "part_time"))
    assert not asked(FORMS["post-16"], of("education_work.status", "seeking")).is_asked(risk)


def test_a_move_in_the_examination_years_waits_for_the_nominated_officer():
    moving = of("care.planned_move", "yes")
    assert requires(FORMS["secondary"], "care.move_approved", moving, year_group="10")
    assert not asked(FORMS["secondary"], moving, year_group="8").is_asked("care.move_approved")


@pytest.mark.parametrize("status", ["seeking", "illness", "custody", "unknown"])
def test_who_is_in_no_education_or_work_is_asked_for_the_next_step_and_not_for_a_tutor(status):
    form, given = FORMS["post-16"], of("education_work.status", status)
    assert requires(form, "education_work.next_step_by", given)
    plan = asked(form, given)
    for path in ("school.roll_status", "school.class_teacher", "progress.subjects"):
        assert not plan.is_asked(path)
    # What came before stays in the record.
    assert plan.is_asked("school.past_schools")


def test_who_is_on_a_course_is_asked_for_it():
    form, given = FORMS["post-16"], of("education_work.status", "full_time")
    assert requires(form, "progress.subjects", given)
    assert requires(form, "school.class_teacher", given)
    assert not asked(form, given).is_asked("education_work.neither_since")


def test_an_apprentice_is_asked_for_employer_and_provider():
    plan = asked(FORMS["post-16"], of("education_work.status", "apprenticeship_3"))
    assert plan.is_asked("education_work.employer")
    assert plan.is_asked("education_work.training_provider")
    assert plan.is_asked("progress.subjects")


def test_a_child_without_a_setting_says_why_and_by_when():
    form, given = FORMS["early-years"], of("school.setting_type", "none")
    assert requires(form, "school.no_place_plan", given)
    assert requires(form, "school.no_place_until", given)
    assert not asked(form, given).is_asked("school.hours")


def test_under_three_only_the_prime_areas_are_required():
    form = FORMS["early-years"]
    assert requires(form, "progress.communication_now", age=2)
    assert not requires(form, "progress.literacy_now", age=2)
    assert requires(form, "progress.literacy_now", age=3)


def test_the_goals_are_asked_in_the_summer_of_reception():
    form = FORMS["early-years"]
    assert asked(form, year_group="R", term="summer").is_asked("progress.early_goals")
    assert not asked(form, year_group="R", term="autumn").is_asked("progress.early_goals")
    assert not asked(form, year_group="N2", term="summer").is_asked("progress.early_goals")


def test_grades_are_asked_in_the_examination_years_and_comparison_before():
    form = FORMS["secondary"]
    assert requires(form, "progress.subjects", year_group="10")
    assert not asked(form, year_group="10").is_asked("progress.english_now")
    assert not requires(form, "progress.subjects", year_group="8")
    assert requires(form, "progress.english_now", year_group="8")


def test_the_step_after_year_11_is_required_in_year_11():
    form = FORMS["secondary"]
    assert requires(form, "careers.intended", year_group="11")
    assert not requires(form, "careers.intended", year_group="10")
    assert not asked(form, year_group="7").is_asked("careers")


def test_views_on_another_form_are_enough():
    for form in FORMS.values():
        given = of("views.how_asked", "other_form")
        assert requires(form, "views.other_form", given)
    assert not requires(FORMS["primary"], "views.going_well", of("views.how_asked", "other_form"))


#: What the social worker must say in every routine plan; all else of theirs is optional.
SOCIAL_WORKERS_DUTY = {
    "plan.meeting_how",
    "plan.meeting_date",
    "plan.next_care_review",
    "care.legal_status",
    "care.placement_type",
    "care.placement_since",
    "care.school_decisions",
    "care.school_summary",
    "contacts.first_call",
    "restrictions.parental_responsibility",
    "restrictions.no_information",
    "restrictions.address_confidential",
    "parent.gathered",
    "beyond_class.interests",
}


@every_form
def test_the_social_worker_is_asked_for_no_more_than_they_must_say(form):
    plan = asked(form, kind="termly", first="no", year_group="4", age=8)
    required = {
        path
        for path, section, question in form.paths()
        if plan.is_asked(path)
        and plan.is_required(question)
        and (question.owner_role or section.owner_role) == roles.SOCIAL_WORKER
    }
    over_16 = {"education_work.status", "money.bursary"} if form.key == "post-16" else set()
    assert required == SOCIAL_WORKERS_DUTY | over_16
