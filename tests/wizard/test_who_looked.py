"""Who has looked is on the record: names of what was shown, never what stands there."""

import pytest

from pep_plugin.audit.models import AuditEvent


@pytest.mark.parametrize(
    ("name", "parts"), [("plan", ()), ("step", ("progress",)), ("check", ()), ("read", ())]
)
def test_every_look_leaves_one_line(browser, scene, name, parts):
    teacher = browser("designated_teacher")
    teacher.open("step", "progress")
    teacher.press("later", **{"progress-going_well": "canary"})
    before = AuditEvent.objects.filter(verb="plan.read").count()
    teacher.open(name, *parts)
    lines = AuditEvent.objects.filter(verb="plan.read")
    assert lines.count() == before + 1
    line = lines.latest("at")
    assert line.child_id == scene.child.pk
    assert line.person_id == scene.designated_teacher.pk
    assert "canary" not in str(line.detail)


def test_a_step_names_the_questions_that_were_on_it(browser):
    browser("designated_teacher").open("step", "progress")
    line = AuditEvent.objects.get(verb="plan.read")
    assert line.detail == {"where": "progress", "questions": ["going_well", "attendance"]}


def test_looking_changes_nothing_else(browser, scene, django_assert_num_queries):
    teacher = browser("designated_teacher")
    teacher.open("step", "progress")
    events = set(AuditEvent.objects.values_list("verb", flat=True))
    assert events == {"plan.read"}
