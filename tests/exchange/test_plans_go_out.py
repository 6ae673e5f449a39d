"""Plans as a table: stable columns, the newest words, and nothing that leads to a home."""

import csv
import dataclasses
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from openpyxl import load_workbook

from pep_plugin import access
from pep_plugin.access import Actor
from pep_plugin.audit.models import AuditEvent
from pep_plugin.documents.sheets import unguard
from pep_plugin.exchange.actions.export_plans import export_plans
from pep_plugin.exchange.plans.columns import OWN
from pep_plugin.people.models import Child
from pep_plugin.plans.models import SectionAnswers
from pep_plugin.sections import codec, roles
from pep_plugin.sections.schema import Page, Question, Section
from tests.factories import (
    ChildFactory,
    EnrolmentFactory,
    FormVersionFactory,
    PlanFactory,
    PostFactory,
    SchoolFactory,
    SubmissionFactory,
    TermFactory,
    council,
    live_primary,
    small_form,
)

pytestmark = pytest.mark.django_db


def exported(path: Path, **options):
    call_command("pep_export", "plans", output=path, stdout=StringIO(), **options)
    with path.open(encoding="utf-8-sig", newline="") as opened:
        rows = list(csv.reader(opened))
    return rows[0], [dict(zip(rows[0], row, strict=True)) for row in rows[1:]]


def say(plan, section, **answers):
    row, _ = SectionAnswers.objects.get_or_create(plan=plan, section=section)
    row.data = {
        key: value if isinstance(value, dict) else {"value": value}
        for key, value in answers.items()
    }
    row.save()


def test_the_reference_comes_first_then_the_plan_and_the_child_then_the_questions(tmp_path):
    plan = PlanFactory(child=ChildFactory(first_name="Maya", last_name="Kestrel"))
    say(plan, "progress", going_well="Reads to her brother", attendance="96.5")

    header, (row,) = exported(tmp_path / "plans.csv")

    assert header[0] == "reference"
    assert header[: len(OWN)] == list(OWN)
    assert row["reference"] == plan.reference
    assert (row["first_name"], row["last_name"], row["state"]) == ("Maya", "Kestrel", "draft")
    assert row["progress.going_well"] == "Reads to her brother"
    assert row["progress.attendance"] == "96.5"


def test_what_was_sent_goes_out_and_not_what_is_being_typed_since(tmp_path):
    plan = PlanFactory(returned=True)
    sent = plan.submissions.get()
    SubmissionFactory(
        plan=plan,
        number=2,
        answers={**sent.answers, "progress": {"going_well": {"value": "The second time"}}},
    )
    say(plan, "progress", going_well="Half a sentence")

    _header, (row,) = exported(tmp_path / "plans.csv")

    assert row["progress.going_well"] == "The second time"
    assert row["submission"] == "2"


def test_a_reason_for_no_answer_and_text_that_was_not_read_go_out_in_words(tmp_path):
    plan = PlanFactory()
    say(plan, "progress", going_well={"none": "unknown"}, attendance={"typed": "about ten"})

    _header, (row,) = exported(tmp_path / "plans.csv")

    assert row["progress.going_well"] == "Not known yet"
    assert row["progress.attendance"] == "about ten"


def test_a_table_is_one_column_of_words_and_one_of_how_many_rows(tmp_path):
    PlanFactory(submitted=True)

    header, (row,) = exported(tmp_path / "plans.csv")

    assert "targets.targets" in header
    assert row["targets.targets.rows"] == "2"
    assert "By when:" in row["targets.targets"]


def test_what_could_lead_to_a_home_has_no_column(tmp_path):
    plan = PlanFactory()
    say(plan, "care", legal_status="Interim care order", no_contact="Canary of Elm Grove")

    header, (row,) = exported(tmp_path / "plans.csv")

    assert row["care.legal_status"] == "Interim care order"
    assert "care.no_contact" not in header
    assert "Canary" not in (tmp_path / "plans.csv").read_text(encoding="utf-8-sig")


def test_what_became_sensitive_later_has_no_column_for_older_plans_either(tmp_path):
    form = small_form()
    page = form.sections[1].pages[0]
    hidden = dataclasses.replace(page.questions[0], sensitive=True)
    section = dataclasses.replace(
        form.sections[1], pages=(Page(questions=(hidden, *page.questions[1:])),)
    )
    later = dataclasses.replace(form, sections=(form.sections[0], section, form.sections[2]))
    PlanFactory(submitted=True, form_version=FormVersionFactory())
    PlanFactory(submitted=True, form_version=FormVersionFactory(data=codec.to_json(later)))

    header, _rows = exported(tmp_path / "plans.csv")

    assert "progress.going_well" not in header
    assert "progress.attendance" in header


def test_the_school_of_a_child_whose_school_is_confidential_stays_out(tmp_path):
    plan = PlanFactory()
    EnrolmentFactory(child=plan.child, school=SchoolFactory(urn="900001", name="Canary School"))
    _header, (row,) = exported(tmp_path / "plans.csv")
    assert (row["school_urn"], row["school_name"]) == ("900001", "Canary School")

    Child.objects.update(is_school_confidential=True)
    _header, (row,) = exported(tmp_path / "plans.csv")
    assert (row["school_urn"], row["school_name"]) == ("", "")


def test_an_answer_to_a_question_that_is_no_longer_asked_stays_out(tmp_path):
    live = FormVersionFactory()
    plan = PlanFactory(form_version=live)
    say(plan, "progress", going_well="Not asked any more")
    FormVersionFactory(hidden=["progress.going_well"])

    _header, (row,) = exported(tmp_path / "plans.csv")

    assert row["progress.going_well"] == ""


def test_a_later_version_adds_columns_and_moves_none(tmp_path):
    old = FormVersionFactory()
    PlanFactory(submitted=True, form_version=old)
    before, _rows = exported(tmp_path / "plans.csv")
    form = small_form()
    extra = Section(
        key="local",
        title="Ours",
        owner_role=roles.VS_ADVISER,
        pages=(Page(questions=(Question(key="club", label="Club"),)),),
    )
    newer = dataclasses.replace(form, sections=(extra, *form.sections))
    PlanFactory(submitted=True, form_version=FormVersionFactory(data=codec.to_json(newer)))

    header, rows = exported(tmp_path / "plans.csv")

    assert header == [*before, "local.club"]
    assert [bool(row["local.club"]) for row in rows] == [False, True]


def test_every_question_of_the_live_primary_has_a_column_or_is_sensitive(tmp_path):
    version = live_primary()
    PlanFactory(submitted=True, form_version=version)

    header, (row,) = exported(tmp_path / "plans.csv")

    asked = {path: q for path, _section, q in version.form.paths()}
    for path, question in asked.items():
        assert (path in header) != question.sensitive, path
    assert len(header) == len(set(header))
    assert sum(bool(text) for text in row.values()) > 60


@pytest.mark.parametrize("text", ["=1+1", "+44 1632 960 142", "-1", "@SUM(A1)", "\t=2", "'=3"])
def test_no_answer_runs_as_a_formula_and_none_is_changed(tmp_path, text):
    say(PlanFactory(), "progress", going_well=text)

    _header, (row,) = exported(tmp_path / "plans.csv")
    assert not row["progress.going_well"].startswith(("=", "+", "-", "@", "\t"))
    assert unguard(row["progress.going_well"]) == text

    call_command("pep_export", "plans", output=tmp_path / "plans.xlsx", stdout=StringIO())
    sheet = load_workbook(tmp_path / "plans.xlsx").active
    column = [cell.value for cell in sheet[1]].index("progress.going_well") + 1
    cell = sheet.cell(2, column)
    assert (cell.value, cell.data_type, cell.quotePrefix) == (text, "s", True)


def test_a_term_may_be_chosen(tmp_path):
    this, last = TermFactory(), TermFactory(last=True)
    PlanFactory(term=this)
    old = PlanFactory(term=last)

    _header, rows = exported(tmp_path / "plans.csv", term=f"{last.academic_year}-last")
    assert [row["reference"] for row in rows] == [old.reference]

    _header, rows = exported(tmp_path / "plans.csv", term="current")
    assert [row["term"] for row in rows] == [this.key]

    with pytest.raises(CommandError, match=r"There is no term “2031-autumn”\. There are: "):
        exported(tmp_path / "plans.csv", term="2031-autumn")


def test_an_adopted_childs_plans_stay_out(tmp_path):
    PlanFactory(child=ChildFactory(adopted=True))

    _header, rows = exported(tmp_path / "plans.csv")

    assert rows == []


def test_the_export_leaves_one_line_in_the_audit_with_a_count(tmp_path):
    PlanFactory(), PlanFactory()

    exported(tmp_path / "plans.csv")

    assert AuditEvent.objects.get(verb="plans.export").detail == {
        "count": 2,
        "format": "csv",
        "term": "",
    }


def test_only_the_virtual_school_exports(tmp_path):
    scene = council()
    path = tmp_path / "plans.csv"
    for role in [*scene.people(), "web_editor", "superuser"]:
        if role in roles.VIRTUAL_SCHOOL:
            assert export_plans(actor=scene.actor(role), path=path) == 0
            path.unlink()
        else:
            with pytest.raises(access.Forbidden):
                export_plans(actor=scene.actor(role), path=path)
            assert not path.exists()


def test_an_answer_that_the_actors_role_may_not_read_stays_out(tmp_path):
    plan = PlanFactory()
    say(plan, "progress", going_well={"value": "For the head alone", "readers": [roles.VS_HEAD]})
    adviser = Actor.for_person(PostFactory(vs_adviser=True).person)

    export_plans(actor=adviser, path=tmp_path / "plans.csv")

    assert "For the head alone" not in (tmp_path / "plans.csv").read_text(encoding="utf-8-sig")


def test_a_file_of_another_kind_is_refused(tmp_path):
    with pytest.raises(CommandError, match=r"must end in \.csv or \.xlsx"):
        exported(tmp_path / "plans.ods")


def test_a_folder_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(CommandError, match="cannot be written: No such file"):
        exported(tmp_path / "nowhere" / "plans.csv")


def test_a_failed_export_leaves_the_file_before_it_as_it_was(tmp_path, monkeypatch):
    path = tmp_path / "plans.csv"
    path.write_text("yesterday's")
    PlanFactory()
    monkeypatch.setattr("pep_plugin.exchange.plans.columns.Columns.row", lambda *args: 1 / 0)

    with pytest.raises(ZeroDivisionError):
        exported(path)

    assert path.read_text() == "yesterday's"
    assert list(tmp_path.iterdir()) == [path]


def test_the_number_of_questions_to_the_database_does_not_grow_with_what_was_sent(
    tmp_path, django_assert_max_num_queries
):
    term = TermFactory()
    version = FormVersionFactory()
    for _ in range(12):
        PlanFactory(submitted=True, form_version=version, term=term)

    with django_assert_max_num_queries(8):
        exported(tmp_path / "plans.csv")


def test_a_plan_that_says_so_itself_keeps_its_school_out_too(tmp_path):
    live_primary()
    child = ChildFactory()
    EnrolmentFactory(child=child, school=SchoolFactory(urn="900001", name="Canary School"))
    say(PlanFactory(child=child), "restrictions", school_confidential="yes")

    exported(tmp_path / "plans.csv")

    text = (tmp_path / "plans.csv").read_text(encoding="utf-8-sig")
    assert "Canary School" not in text
    assert "900001" not in text


@pytest.mark.parametrize("narrowed", [{"sensitive": True}, {"readers": (roles.SOCIAL_WORKER,)}])
def test_what_the_live_form_keeps_closer_stays_out_of_what_was_sent_before(tmp_path, narrowed):
    plan = PlanFactory(submitted=True, form_version=FormVersionFactory())
    assert "progress.going_well" in exported(tmp_path / "plans.csv")[0]

    form = small_form()
    sections = [
        dataclasses.replace(
            section,
            pages=tuple(
                Page(
                    questions=tuple(
                        dataclasses.replace(q, **narrowed) if q.key == "going_well" else q
                        for q in page.questions
                    )
                )
                for page in section.pages
            ),
        )
        for section in form.sections
    ]
    FormVersionFactory(data=codec.to_json(dataclasses.replace(form, sections=tuple(sections))))

    header, (row,) = exported(tmp_path / "plans.csv")
    assert row["reference"] == plan.reference
    assert "progress.going_well" not in header
