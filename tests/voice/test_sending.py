"""A child's words: kept until they are sent, told to one adult, read by whom the child says."""

import pytest

from pep_plugin.access import Actor, person_key
from pep_plugin.audit.models import AuditEvent
from pep_plugin.outbox.models import OutboxItem
from pep_plugin.plans.models import Plan, SectionAnswers, SectionHistory
from pep_plugin.plans.reading import open_plan
from pep_plugin.voice.models import Telling, VoiceDraft
from tests.voice.conftest import WORDS, a_link
from tests.voice.own import OWN, at, opened, say, send, text_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def grant(scene):
    return a_link(scene.plan, "child")


@pytest.fixture
def child(grant):
    return opened(grant)


def test_next_keeps_an_answer_and_the_plan_holds_nothing_of_it(scene, child, grant):
    response = say(child, "views.going_well", "Football with my friends")
    assert response.status_code == 302
    assert grant.draft.answers["views.going_well"]["value"] == "Football with my friends"
    assert not SectionAnswers.objects.filter(plan=scene.plan).exists()
    assert not SectionHistory.objects.filter(plan=scene.plan).exists()
    assert "Football" in child.get(at("views.going_well")).content.decode()


def test_what_is_changed_or_taken_away_before_sending_is_gone(scene, child, grant):
    say(child, "views.going_well", "My first words")
    say(child, "views.going_well", "My second words")
    say(child, "views.good_at", "Running")
    child.post(at("views.good_at"), {"do": "clear"})
    say(child, "views.wish", "A dog")
    say(child, "views.wish", "")
    draft = VoiceDraft.objects.get(grant=grant)
    assert set(draft.answers) == {"views.going_well"}
    send(child, scene.designated_teacher)
    everything = str(list(SectionHistory.objects.values_list("changes", flat=True)))
    assert "My second words" in everything
    for gone in ("My first words", "Running", "A dog"):
        assert gone not in everything
    assert "My first words" not in str(list(AuditEvent.objects.values()))


def test_skipping_keeps_what_stands_there(child, grant):
    say(child, "views.going_well", "Football")
    child.post(at("views.going_well"), {"answer": "typed and skipped", "do": "skip"})
    assert grant.draft.answers["views.going_well"]["value"] == "Football"


def test_faces_are_one_screen_each_and_one_answer_together(child, grant):
    assert "How do I feel about playtime?" in text_of(child.get(at("views.faces.playtime")))
    for row, face in (("playtime", "5"), ("reading", "2")):
        child.post(at(f"views.faces.{row}"), {"answer-face": face})
    rows = {row["id"]: row["cells"] for row in grant.draft.answers["views.faces"]["value"]}
    assert rows == {
        "playtime": {"face": {"value": "5"}},
        "reading": {"face": {"value": "2"}},
    }


def test_sending_is_one_save_with_the_childs_name_on_it(scene, child, grant):
    say(child, "views.going_well", "Football")
    child.post(at("views.faces.playtime"), {"answer-face": "5"})
    response = send(child, scene.designated_teacher)
    assert response["Location"] == f"{OWN}sent/"
    saved = SectionHistory.objects.filter(plan=scene.plan, source="voice").order_by("revision")
    # What the child said is one save; how and when they were asked is known, and is another.
    assert [sorted(row.changes) for row in saved] == [
        ["faces", "going_well"],
        ["asked_on", "how_asked"],
    ]
    answer = saved[0].changes["going_well"]
    assert answer["value"] == "Football"
    assert answer["for"] == "self"
    assert answer["by"] == "grant"
    assert "readers" not in answer
    assert not VoiceDraft.objects.exists()
    grant.refresh_from_db()
    assert grant.sent_at is not None


def test_one_adult_is_told_and_the_message_is_promised_without_a_word(scene, child):
    say(child, "views.would_like_help", WORDS)
    send(child, scene.social_worker)
    telling = Telling.objects.get()
    assert telling.person == scene.social_worker
    assert telling.paths == ["views.would_like_help"]
    assert OutboxItem.objects.filter(kind="notices.telling", object_id=telling.pk).count() == 1
    assert WORDS not in str(list(OutboxItem.objects.values()))


def test_sending_twice_is_once(scene, child):
    say(child, "views.going_well", "Football")
    send(child, scene.designated_teacher)
    again = child.post(f"{OWN}send/")
    assert again["Location"] == f"{OWN}sent/"
    assert Telling.objects.count() == 1
    assert SectionHistory.objects.filter(changes__has_key="going_well").count() == 1
    assert scene.designated_teacher.name in text_of(child.get(again["Location"]))


def test_only_the_people_a_child_names_read_an_answer_and_the_first_is_among_them(scene, child):
    say(child, "views.would_like_help", WORDS)
    say(child, "views.going_well", "Football")
    send(child, scene.designated_teacher, would_like_help=[person_key(scene.iro.pk)])
    may = {"designated_teacher", "iro"}
    for role, person in scene.people().items():
        readable = open_plan(Actor.for_person(person), scene.plan.pk).readable()["views"]
        assert ("would_like_help" in readable) == (role in may), role
        assert "going_well" in readable


def test_nobody_named_means_only_who_gets_it_first(scene, child):
    say(child, "views.would_like_help", WORDS)
    send(child, scene.designated_teacher, would_like_help=[])
    held = SectionAnswers.objects.get(plan=scene.plan, section="views").data["would_like_help"]
    assert held["readers"] == [person_key(scene.designated_teacher.pk)]


def test_a_carer_is_never_first_and_a_stranger_neither(scene, child, carer, parent):
    say(child, "views.going_well", "Football")
    offered = text_of(child.get(f"{OWN}first/"))
    assert scene.designated_teacher.name in offered
    assert carer.name not in offered
    assert parent.name not in offered
    for person in (carer, parent, scene.vs_head):
        response = child.post(f"{OWN}first/", {"first": str(person.pk)})
        assert response.status_code == 422
    assert child.post(f"{OWN}first/", {}).status_code == 422
    assert child.post(f"{OWN}send/")["Location"] == f"{OWN}first/"
    assert not Telling.objects.exists()
    assert not SectionAnswers.objects.exists()


def test_a_reader_who_is_not_on_the_plan_is_not_taken(scene, child):
    say(child, "views.going_well", "Football")
    send(child, scene.designated_teacher, going_well=["carer", person_key(scene.vs_head.pk)])
    held = SectionAnswers.objects.get(plan=scene.plan, section="views").data["going_well"]
    assert held["readers"] == [person_key(scene.designated_teacher.pk)]


def test_a_page_opened_again_shows_what_is_answered_and_never_the_words(scene, child, grant):
    say(child, "views.would_like_help", WORDS)
    say(child, "views.going_well", "Football with my friends")
    send(child, scene.designated_teacher, would_like_help=[])
    again = opened(grant)
    for path in ("", "q/views.would_like_help/", "q/views.going_well/", "check/", "sent/"):
        text = again.get(f"{OWN}{path}", follow=True).content.decode()
        assert WORDS not in text
        assert "Football with my friends" not in text
    assert "There is an answer here already" in text_of(again.get(at("views.would_like_help")))


def test_what_was_limited_can_be_said_anew(scene, child, grant):
    say(child, "views.would_like_help", WORDS)
    send(child, scene.designated_teacher, would_like_help=[])
    say(child, "views.would_like_help", "It is better now")
    send(child, scene.designated_teacher)
    held = SectionAnswers.objects.get(plan=scene.plan, section="views").data["would_like_help"]
    assert held["value"] == "It is better now"
    assert "readers" not in held
    assert Telling.objects.count() == 2


def test_the_words_about_safety_stand_where_it_is_sent_and_the_numbers_everywhere(scene, child):
    say(child, "views.going_well", "Football")
    child.post(f"{OWN}first/", {"first": str(scene.designated_teacher.pk)})
    text = text_of(child.get(f"{OWN}send/"))
    name = scene.designated_teacher.name
    assert (
        f"If something you write makes us worried that you are not safe, {name} will talk with you "
        "and tell someone whose job is to help." in text
    )
    for path in ("", "q/views.going_well/", "check/", "readers/", "first/", "send/", "stop/"):
        text = text_of(child.get(f"{OWN}{path}"))
        assert "Nobody reads this straight away. If you are in danger, ring 999" in text, path
        assert "01632 960 199" in text, path


def test_a_plan_that_was_sent_meanwhile_takes_nothing_and_says_so_kindly(scene, child, grant):
    say(child, "views.going_well", "Football")
    child.post(f"{OWN}first/", {"first": str(scene.designated_teacher.pk)})
    Plan.objects.filter(pk=scene.plan.pk).update(state="submitted")
    response = child.post(f"{OWN}send/")
    assert response.status_code == 409
    assert "closed now" in text_of(response)
    assert say(child, "views.going_well", "Later").status_code == 409
    assert not SectionAnswers.objects.exists()
    assert grant.draft.answers["views.going_well"]["value"] == "Football"


def test_nothing_of_a_child_is_in_session_cookie_address_or_title(scene, child):
    say(child, "views.would_like_help", WORDS)
    response = child.get(at("views.would_like_help"))
    assert "sessionid" not in child.cookies
    assert WORDS not in str(child.cookies)
    title = response.content.decode().partition("<title>")[2].partition("</title>")[0]
    assert scene.child.called not in title
    assert WORDS not in title
    assert response["Cache-Control"] == "no-store, private"
