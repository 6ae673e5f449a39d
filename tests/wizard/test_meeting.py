"""The plan on a wall: what whoever has least access may see, and restrictions never in sight."""

import re

import pytest

from pep_plugin.audit.models import AuditEvent
from pep_plugin.plans.models import SectionAnswers
from pep_plugin.sections import answers as answers_of
from pep_plugin.sections.schema import Form
from tests.factories import InvolvementFactory, PersonFactory, PlanFactory, council, live_primary
from tests.wizard.conftest import Browser

ROLES = ("child", "carer", "parent", "designated_teacher", "social_worker", "iro", "professional")


@pytest.fixture
def form(db) -> Form:
    return live_primary().form


@pytest.fixture
def scene(form):
    """A plan in which every question is answered."""
    scene = council()
    for section, data in answers_of.sample(form).items():
        SectionAnswers.objects.create(plan=scene.plan, section=section, data=data, revision=1)
    return scene


def show(person, *present):
    person.path = person.address("meeting_shown")
    person.page = person.client.get(person.path, {"here": ",".join(present)})
    return person.words


def labels(person):
    return set(re.findall(r'<th scope="row">(.*?)</th>', person.text, re.S))


def test_it_asks_who_is_here_by_name(browser):
    teacher = browser("designated_teacher")
    teacher.open("meeting")
    assert "Who is here?" in teacher.words
    for words in ("Maya", "Social worker Sam Reid", "Parent", "Somebody else"):
        assert words in teacher.words
    teacher.press(here=["social_worker", "child", "nobody", "vs_head<script>"])
    assert teacher.page["Location"].endswith("/meeting/shown/?here=child%2Csocial_worker")


def test_who_cares_for_the_child_is_not_named_on_a_wall(browser, scene):
    carer = PersonFactory(name="Zyxcarer")
    InvolvementFactory(child=scene.child, person=carer, role="carer")
    teacher = browser("designated_teacher")
    teacher.open("meeting")
    assert "Zyxcarer" not in teacher.text
    assert "Zyxcarer" not in show(teacher, "parent", "social_worker")


def test_nobody_is_no_answer(browser):
    teacher = browser("designated_teacher")
    teacher.open("meeting")
    teacher.press()
    assert teacher.page.status_code == 422
    assert "Say who is here, or who may come in." in teacher.words


@pytest.mark.parametrize("here", ["", "nobody", "child\x00", "<script>", "CHILD"])
def test_an_address_that_names_nobody_asks_again(browser, here):
    teacher = browser("designated_teacher")
    assert teacher.open("meeting_shown", here=here)["Location"] == teacher.address("meeting")


def test_more_people_never_see_more(browser):
    """Whoever joins may only take something off the wall."""
    teacher = browser("designated_teacher")
    alone = {}
    for role in ROLES:
        show(teacher, role)
        alone[role] = labels(teacher)
    for role in ROLES:
        show(teacher, role, "parent")
        assert labels(teacher) <= alone[role] & alone["parent"], role
    show(teacher, *ROLES)
    assert labels(teacher) <= set.intersection(*alone.values())
    assert alone["designated_teacher"] > alone["parent"]


def test_nothing_sensitive_is_ever_shown(browser, scene, form):
    """Every answer and cell in words that could lead to a home bears a word of its own."""
    for row in scene.plan.answers.all():
        for question in form.section(row.section).questions:
            held = row.data.get(question.key)
            if held and question.sensitive and question.kind in ("text", "long_text", "person"):
                held["value"] = "Zyxhome"
            for column in question.table.columns if question.table else ():
                sensitive = column.sensitive or question.sensitive
                if sensitive and column.kind in ("text", "long_text", "person"):
                    for line in held["value"]:
                        line["cells"][column.key] = {"value": "Zyxhome"}
        row.save()
    head = browser("vs_head")
    head.open("read")
    assert head.words.count("Zyxhome") > 5
    for present in [("social_worker",), ("child",), ("parent", "carer")]:
        assert "Zyxhome" not in show(head, *present), present


def test_an_answer_for_named_people_only_is_on_no_wall(browser, scene):
    row = scene.plan.answers.get(section="progress")
    key = next(key for key, held in row.data.items() if isinstance(held.get("value"), str))
    row.data[key] = {
        "value": "Canary of one person",
        "readers": [f"person:{scene.designated_teacher.pk}"],
    }
    row.save()
    teacher = browser("designated_teacher")
    teacher.open("read")
    assert "Canary of one person" in teacher.words
    for role in ROLES:
        assert "Canary of one person" not in show(teacher, role)


def test_what_whoever_shows_it_may_not_read_is_not_there_either(browser, scene):
    restricted = {"value": "For the social worker", "readers": ["social_worker"]}
    row = scene.plan.answers.get(section="progress")
    key = next(key for key, held in row.data.items() if isinstance(held.get("value"), str))
    row.data[key] = restricted
    row.save()
    assert "For the social worker" not in show(browser("designated_teacher"), "social_worker")
    assert "For the social worker" in show(browser("social_worker"), "social_worker")


def test_restrictions_are_a_quiet_line_for_who_may_read_them(browser):
    worker = browser("social_worker")
    words = show(worker, "parent")
    assert re.search(r"Restrictions \(\d\)", words)
    assert "Parental responsibility and restrictions" not in words
    worker.open("restrictions", **{"from": "meeting"})
    assert "turn it away first" in worker.words
    assert "<details" in worker.text
    worker.open("restrictions")
    assert "Is the child’s address confidential?" in worker.words


def test_who_may_not_read_restrictions_is_not_told_that_there_are_any(browser, scene):
    officer = browser("iro")
    may_read = officer.open("restrictions").status_code == 200
    assert ("Restrictions (" in show(officer, "parent")) == may_read
    stranger = browser("designated_teacher")
    scene.designated_teacher.posts.all().delete()
    assert stranger.open("restrictions").status_code == 404
    assert stranger.open("meeting").status_code == 404


def test_leaving_needs_nothing_and_the_page_loads_nothing_else(browser):
    teacher = browser("designated_teacher")
    show(teacher, "child")
    assert f'href="{teacher.address("plan")}"' in teacher.text
    assert "<form" not in teacher.text.split("<main")[1]
    assert "Find a child" not in teacher.words


def test_it_is_on_the_record_without_a_word_of_it(browser):
    teacher = browser("designated_teacher")
    show(teacher, "child")
    event = AuditEvent.objects.filter(detail__where="meeting").get()
    assert set(event.detail) == {"where", "questions"}


@pytest.mark.parametrize("state", ["submitted", "signed_off"])
def test_a_plan_that_was_sent_is_shown_too(form, state):
    scene = council()
    scene.__dict__["plan"] = PlanFactory(child=scene.child, **{state: True})
    teacher = Browser(scene, "designated_teacher")
    assert "Maya’s plan" in show(teacher, "child", "parent")
    assert labels(teacher)


def test_it_asks_the_database_little_however_many_are_there(browser, django_assert_max_num_queries):
    teacher = browser("designated_teacher")
    show(teacher, "child")
    with django_assert_max_num_queries(15):
        show(teacher, *ROLES)
