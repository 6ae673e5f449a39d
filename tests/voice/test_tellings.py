"""A child's words reach a person: the one they chose, and if not, those whose job it is."""

import datetime

import pytest
import time_machine
from django.core import mail
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse

from pep_plugin.access import Actor, Forbidden
from pep_plugin.audit.models import AuditEvent
from pep_plugin.conf import today
from pep_plugin.outbox import daily
from pep_plugin.outbox.models import OutboxItem
from pep_plugin.people.models import Person
from pep_plugin.plans.actions import ask_removal, remove_from_record, save_answers
from pep_plugin.plans.clock import add_working_days
from pep_plugin.plans.models import Plan
from pep_plugin.plans.reading import open_own_part
from pep_plugin.voice.actions.move_tellings_on import move_tellings_on
from pep_plugin.voice.actions.tell_adult import tell_adult
from pep_plugin.voice.models import Telling, Worry
from pep_plugin.voice.tellings.adults import adults_for
from tests.factories import PersonFactory, PostFactory, SchoolFactory, SubmissionFactory
from tests.voice.conftest import WORDS, a_link

HOME = reverse("pep_plugin:home")


@pytest.fixture
def lead(scene) -> Person:
    return PostFactory(
        role="safeguarding_lead",
        school=scene.school,
        person=PersonFactory(name="Wren Tallow", email="wren@example.org", account=True),
    ).person


@pytest.fixture
def late(told):
    """The day after the end of the next working day."""
    day = told.open_by + datetime.timedelta(days=1)
    with time_machine.travel(datetime.datetime(day.year, day.month, day.day, 8, 0)):
        yield told


def as_person(person) -> Client:
    client = Client()
    client.force_login(person.user)
    return client


def address(telling) -> str:
    return reverse("pep_plugin:telling", args=[telling.pk])


def text(response) -> str:
    return response.content.decode()


def test_the_child_chooses_among_people_who_can_open_it(scene, carer):
    PersonFactory(name="No Account")
    opened = open_own_part(Actor.for_grant(a_link(scene.plan, "child")))

    names = [adult.name for adult in adults_for(opened)]

    assert names == ["Ngozi Okafor", "Tom Ashby", "Sam Reid", "Idris Vaughan"]


def test_a_carer_or_a_stranger_is_never_the_one(scene, carer):
    actor = Actor.for_grant(a_link(scene.plan, "child"))
    for wrong in (carer.pk, PostFactory(designated_teacher=True).person.pk):
        with pytest.raises(ValidationError):
            tell_adult(
                actor=actor, opened=open_own_part(actor), person_id=wrong, paths=["views.worries"]
            )


def test_only_a_child_tells(scene, carer):
    actor = Actor.for_grant(a_link(scene.plan, "carer", person=carer))
    with pytest.raises(Forbidden):
        tell_adult(
            actor=actor,
            opened=open_own_part(actor),
            person_id=scene.designated_teacher.pk,
            paths=["carer.worries"],
        )


def test_the_adult_finds_it_at_the_top_of_their_list_and_opens_it_by_a_button(scene, told):
    client = as_person(scene.designated_teacher)
    assert "Maya K has written to you" in text(client.get(HOME))

    closed = client.get(address(told))
    assert WORDS not in text(closed)
    told.refresh_from_db()
    assert told.opened_at is None, "looking at the closed page opens nothing"

    opened = client.post(address(told), follow=True)

    assert WORDS in text(opened)
    assert "Football with my friends" in text(opened)
    told.refresh_from_db()
    assert told.opened_by == scene.designated_teacher
    assert "Maya K has written" not in text(client.get(HOME))
    verbs = AuditEvent.objects.filter(object_id=str(told.pk)).values_list("verb", flat=True)
    assert set(verbs) == {"telling.send", "telling.open", "telling.read"}
    assert WORDS not in str(list(AuditEvent.objects.values()))


def test_the_words_stand_as_they_were_sent_whoever_changed_them_since(scene, told):
    actor = scene.actor("social_worker")
    save_answers(
        actor=actor,
        plan_id=scene.plan.pk,
        section="views",
        posted={"going_well": {"value": "Nothing to see here"}},
        base_revision=1,
    )
    page = as_person(scene.designated_teacher).post(address(told), follow=True)
    assert "Football with my friends" in text(page)
    assert "Nothing to see here" not in text(page)


@pytest.mark.parametrize("who", ["deputy", "social_worker", "vs_head", "superuser", "web_editor"])
def test_nobody_else_opens_it_in_time(scene, told, who):
    client = Client()
    client.force_login(scene.user(who))
    for response in (client.get(address(told)), client.post(address(told))):
        assert response.status_code in (403, 404)
        assert WORDS not in text(response)
    told.refresh_from_db()
    assert told.opened_at is None


def test_what_was_sent_on_a_friday_may_be_opened_all_monday(scene):
    with time_machine.travel(datetime.datetime(2026, 11, 27, 15, 0)):
        assert add_working_days(today(), 1) == datetime.date(2026, 11, 30)


def test_on_its_last_day_it_waits_and_the_day_after_it_moves_on_once(scene, told, lead):
    day = told.open_by
    with time_machine.travel(datetime.datetime(day.year, day.month, day.day, 21, 0)):
        assert move_tellings_on() == 0
    with time_machine.travel(datetime.datetime(day.year, day.month, day.day, 12, 0) + ONE_DAY):
        assert move_tellings_on() == 1
        assert move_tellings_on() == 0

    told.refresh_from_db()
    assert told.moved_on_at is not None
    kinds = OutboxItem.objects.order_by("kind").values_list("kind", flat=True)
    assert set(kinds) >= {"notices.telling_duty", "notices.telling_lead"}


ONE_DAY = datetime.timedelta(days=1)


def test_the_daily_round_moves_it_on(late):
    done, failed = daily.run()
    assert done["Words of children moved on to the duty list"] == 1
    assert failed == []


def test_the_virtual_school_and_the_safeguarding_lead_meet_it_then(scene, late, lead):
    move_tellings_on()

    vs_head, safeguarding = as_person(scene.vs_head), as_person(lead)

    assert "wait on the duty list" in text(vs_head.get(HOME))
    duty = text(vs_head.get(reverse("pep_plugin:duty_list")))
    assert "Maya K" in duty
    assert WORDS not in duty
    assert "Maya K has written, and nobody has read it" in text(safeguarding.get(HOME))
    assert WORDS in text(safeguarding.post(address(late), follow=True))
    late.refresh_from_db()
    assert late.opened_by == lead


def test_it_is_on_their_lists_even_where_no_daily_round_came_by(scene, late, lead):
    assert late.moved_on_at is None
    assert "Maya K" in text(as_person(scene.vs_head).get(reverse("pep_plugin:duty_list")))
    assert "Maya K has written" in text(as_person(lead).get(HOME))


def test_a_safeguarding_lead_sees_the_words_and_not_the_plan(scene, late, lead):
    client = as_person(lead)
    page = text(client.post(address(late), follow=True))
    plan = reverse("pep_plugin:plan", args=[scene.plan.pk])

    assert WORDS in page
    assert f'href="{plan}"' not in page
    assert client.get(plan).status_code == 404
    child = reverse("pep_plugin:child", args=[scene.child.pk])
    assert client.get(child).status_code == 404


def test_the_lead_of_another_school_meets_nothing(scene, late):
    other = PostFactory(role="safeguarding_lead", school=SchoolFactory()).person
    client = as_person(other)
    assert "Maya" not in text(client.get(HOME))
    assert client.get(address(late)).status_code == 404
    assert client.post(address(late)).status_code == 404


def test_words_to_somebody_who_left_move_on_at_once(scene, told):
    scene.designated_teacher.posts.all().delete()

    assert move_tellings_on() == 1
    assert as_person(scene.designated_teacher).get(address(told)).status_code in (403, 404)


def test_words_that_were_opened_move_nowhere(scene, late):
    Telling.objects.update(opened_at=late.sent_at, opened_by=scene.designated_teacher)
    assert move_tellings_on() == 0
    assert as_person(scene.vs_head).get(address(late)).status_code == 404


def test_no_message_holds_a_word_of_it(
    scene, late, lead, settings, django_capture_on_commit_callbacks
):
    settings.PEP_PLUGIN = {**settings.PEP_PLUGIN, "DUTY_EMAIL": "duty@alderbrook.example"}
    with django_capture_on_commit_callbacks(execute=True):
        move_tellings_on()

    to = sorted(address for message in mail.outbox for address in message.recipients())
    assert to == ["duty@alderbrook.example", "ngozi.okafor@alderbrook.example", "wren@example.org"]
    whole = "\n".join(message.message().as_string() for message in mail.outbox)
    for word in (WORDS, "scared", "Maya", "Kestrel", scene.plan.reference, str(late.pk)):
        assert word not in whole


# "I am worried about this" ------------------------------------------------------------------------


def worry_about(path, scene) -> str:
    return reverse("pep_plugin:worry", args=[scene.plan.pk, path])


def test_worry_shows_what_to_do_and_notes_who_pressed(scene, told, settings):
    settings.PEP_PLUGIN = {
        **settings.PEP_PLUGIN,
        "SAFETY_NUMBERS": (("Emergency duty team", "01632 960 999"),),
        "DUTY_NAME": "Dan Whitlock",
    }
    client = as_person(scene.designated_teacher)
    page = text(client.get(worry_about("views.would_like_help", scene)))
    for said in ("999", "01632 960 999", "Dan Whitlock"):
        assert said in page
    assert WORDS not in page
    assert not Worry.objects.exists(), "a look presses nothing"

    after = text(client.post(worry_about("views.would_like_help", scene), follow=True))

    worry = Worry.objects.get()
    assert (worry.by, worry.path) == (scene.designated_teacher, "views.would_like_help")
    assert "you are worried" in after
    assert WORDS not in str(list(Worry.objects.values())) + str(list(AuditEvent.objects.values()))
    duty = text(as_person(scene.vs_head).get(reverse("pep_plugin:duty_list")))
    assert "Ngozi Okafor" in duty
    assert WORDS not in duty


def test_whoever_may_not_read_an_answer_is_not_told_that_it_is_there(scene, told):
    """The social worker reads the child's page, and not this one answer of it."""
    client = as_person(scene.social_worker)
    assert client.get(worry_about("views.going_well", scene)).status_code == 200
    assert client.get(worry_about("views.would_like_help", scene)).status_code == 404
    assert client.post(worry_about("views.would_like_help", scene)).status_code == 404
    assert not Worry.objects.exists()


def test_the_lead_may_be_worried_about_what_they_opened(scene, late, lead):
    client = as_person(lead)
    assert client.post(worry_about("views.would_like_help", scene)).status_code == 302
    assert Worry.objects.get().by == lead
    assert client.get(worry_about("carer.worries", scene)).status_code == 404


@pytest.mark.parametrize("path", ["progress.going_well", "nowhere.at_all", "views", "x" * 120])
def test_worry_is_about_somebodys_own_words(scene, path):
    client = as_person(scene.social_worker)
    assert client.get(worry_about(path, scene)).status_code == 404


def test_words_taken_out_of_the_record_are_gone_here_too(scene, told):
    data = {row.section: row.data for row in scene.plan.answers.all()}
    SubmissionFactory(plan=scene.plan, answers=data)
    Plan.objects.filter(pk=scene.plan.pk).update(state="signed_off")
    asked = ask_removal(
        actor=scene.actor("vs_adviser"),
        plan_id=scene.plan.pk,
        path="views.going_well",
        reason="About another child",
    )
    remove_from_record(actor=scene.actor("vs_head"), request_id=asked.pk)

    page = text(as_person(scene.designated_teacher).post(address(told), follow=True))

    assert "Football with my friends" not in page
    assert "About another child" in page
    assert WORDS in page, "and nothing else is gone"
