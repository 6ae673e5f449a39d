"""What the records know stands in a new plan; what was typed is a record once it is sent."""

import pytest

from pep_plugin.audit.holdings import Removal, everything
from pep_plugin.conf import today
from pep_plugin.people.models import Attendance
from pep_plugin.plans import hashes, records
from pep_plugin.plans.actions import ask_removal, remove_from_record, start_plan
from pep_plugin.plans.models import SectionAnswers, Submission
from pep_plugin.plans.terms import term_for
from tests.factories import InvolvementFactory, PersonFactory, PlanFactory, live_primary

FIGURES = {"possible": 112, "attended": 108, "authorised": 3, "unauthorised": 1}


@pytest.fixture
def known(scene):
    """Maya's attendance of this term, imported."""
    live_primary()
    term = term_for(today())
    Attendance.objects.create(
        child=scene.child, academic_year=term.academic_year, term=term.key, **FIGURES
    )
    return scene


def begun(scene, section, key):
    plan = start_plan(actor=scene.actor("social_worker"), child=scene.child)
    row = SectionAnswers.objects.filter(plan=plan, section=section).first()
    return (row.data if row else {}).get(key)


def test_attendance_stands_there_and_waits_to_be_confirmed(known):
    answer = begun(known, "attendance", "sessions")
    [row] = answer["value"]
    assert row["id"] == "this_term"
    assert {key: cell["value"] for key, cell in row["cells"].items()} == {
        key: str(count) for key, count in FIGURES.items()
    }
    assert answer["to_confirm"]


def test_attendance_of_another_child_or_year_is_not_taken(known):
    Attendance.objects.update(academic_year=2001)
    assert begun(known, "attendance", "sessions") is None


def test_the_people_around_the_child_stand_among_those_at_the_meeting(known):
    carer = PersonFactory(name="Joyce Adeyemi")
    InvolvementFactory(child=known.child, person=carer, carer=True)
    rows = begun(known, "meeting", "people")["value"]
    found = [(row["cells"]["role"]["value"], row["cells"]["name"]["value"]) for row in rows]
    assert found == [
        ("child", "Maya"),
        ("carer", "Joyce Adeyemi"),
        ("social_worker", "Sam Reid"),
        ("designated_teacher", "Ngozi Okafor"),
    ]
    assert all("took_part" not in row["cells"] for row in rows)


def test_a_carer_whose_address_is_confidential_is_not_named(known):
    InvolvementFactory(child=known.child, person=PersonFactory(name="Joyce Adeyemi"), carer=True)
    first = PlanFactory(child=known.child, signed_off=True)
    sent = first.submissions.get()
    sent.answers["restrictions"]["address_confidential"] = {"value": "yes"}
    type(sent).objects.filter(pk=sent.pk).update(answers=sent.answers)
    rows = begun(known, "meeting", "people")["value"]
    assert [row["cells"]["name"]["value"] for row in rows].count("Carer") == 1
    assert "Joyce" not in repr(rows)


def sent_with(scene, answer):
    plan = PlanFactory(child=scene.child, submitted=True, term=term_for(today()))
    submission = plan.submissions.get()
    submission.answers["attendance"]["sessions"] = answer
    records.keep(submission, plan)
    return plan


def cells(**changes):
    figures = {**FIGURES, **changes}
    return {key: {"value": str(count)} for key, count in figures.items()}


def test_what_was_typed_is_the_record_once_it_is_sent(known):
    rows = [{"id": "this_term", "cells": cells(attended=100, authorised=11)}]
    sent_with(known, {"value": rows})
    record = Attendance.objects.get()
    assert (record.attended, record.authorised, record.source) == (100, 11, "submission")


@pytest.mark.parametrize(
    "row",
    [
        {"id": "this_term", "cells": {}},
        {"id": "this_term", "cells": {"possible": {"value": "x"}}},
        {"id": "no_such_period", "cells": cells()},
        {"id": "this_term", "cells": {**cells(), "attended": {"typed": "many"}}},
    ],
)
def test_what_is_not_whole_changes_no_record(known, row):
    sent_with(known, {"value": [row]})
    assert Attendance.objects.get().attended == FIGURES["attended"]


def test_what_came_from_the_record_is_not_written_back_to_it(known):
    rows = [{"id": "this_term", "cells": cells()}]
    sent_with(known, {"value": rows, "source": "record:attendance"})
    assert Attendance.objects.get().source == "typed"


def test_last_years_figures_alone_are_no_answer_about_this_term(known):
    Attendance.objects.update(term="")
    assert begun(known, "attendance", "sessions") is None


def test_figures_that_came_out_of_a_removed_answer_go_with_it(known):
    rows = [{"id": "this_term", "cells": cells(attended=99)}]
    plan = sent_with(known, {"value": rows})
    Submission.objects.filter(plan=plan).update(
        answers={"attendance": {"sessions": {"value": rows}}}
    )
    request = ask_removal(
        actor=known.actor("vs_head"),
        plan_id=plan.pk,
        path="attendance.sessions",
        reason="Another child's register.",
    )
    sent = Submission.objects.get(plan=plan)
    Submission.objects.filter(plan=plan).update(digests=hashes.digests(sent.answers))
    remove_from_record(actor=known.actor("vs_admin"), request_id=request.pk)
    assert not Attendance.objects.exists()


def test_figures_that_were_imported_stay_when_an_answer_is_removed(known):
    removal = Removal(
        child_id=known.child.pk,
        plan_id=known.child.pk,
        path="attendance.sessions",
        contents=({"value": [{"id": "this_term", "cells": cells()}]}, {"value": "x"}),
        marker={"removed": {}},
    )
    assert next(h for h in everything() if h.model is Attendance).remove(removal) == 0
    assert Attendance.objects.exists()
