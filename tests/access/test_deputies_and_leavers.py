"""From one request to the next: whoever comes into post sees the children, who leaves sees none."""

import pytest
from django.test import Client

from pep_plugin.access.actions.end_post import end_post
from pep_plugin.access.actions.give_post import give_post
from pep_plugin.access.actions.hand_over_child import hand_over_child
from pep_plugin.people.models import Post
from tests.factories import PersonFactory, PostFactory, council, days_from_today

pytestmark = pytest.mark.django_db


@pytest.fixture
def scene():
    return council()


def browser_of(person):
    client = Client()
    client.force_login(person.user)
    return client


def everything(scene):
    """Pages, documents and saving: (what it is, how it is asked for)."""
    plan = f"/pep/plans/{scene.plan.pk}/"
    fields = [["progress__asked", "attendance@0"], ["progress-attendance", "95"]]
    step = {
        "wizard-current_step": "progress",
        "progress__asked": "going_well@0",
        "progress-going_well": "Typed before the post ended.",
    }
    return {
        "the child": lambda client: client.get(f"/pep/children/{scene.child.pk}/"),
        "the plan": lambda client: client.get(plan),
        "a section": lambda client: client.get(f"{plan}fill-in/progress/"),
        "the text": lambda client: client.get(f"{plan}read/"),
        "Word": lambda client: client.get(f"{plan}word/"),
        "a save": lambda client: client.post(f"{plan}fill-in/progress/", step),
        "autosave": lambda client: client.post(
            f"{plan}fill-in/progress/autosave/",
            {"fields": fields},
            content_type="application/json",
        ),
    }


@pytest.mark.parametrize("role", ["deputy", "designated_teacher"])
def test_a_deputy_or_successor_sees_the_children_at_once(scene, role):
    newcomer = PersonFactory(account=True)
    client = browser_of(newcomer)
    asked = everything(scene)
    assert {ask(client).status_code for ask in asked.values()} == {404}

    give_post(actor=scene.actor("vs_head"), person=newcomer, role=role, school=scene.school)
    for name, ask in asked.items():
        assert ask(client).status_code < 400, name
    assert scene.child.short_name in client.get("/pep/").content.decode()


@pytest.mark.parametrize("role", ["designated_teacher", "deputy"])
def test_a_leaver_sees_none_from_the_next_request_on(scene, role):
    client = browser_of(getattr(scene, role))
    asked = everything(scene)
    for name, ask in asked.items():
        assert ask(client).status_code < 400, name
    before = scene.plan.answers.get(section="progress").data

    post = Post.objects.get(person=getattr(scene, role))
    end_post(actor=scene.actor("vs_head"), post_id=post.pk, last_day=days_from_today(-1))
    for name, ask in asked.items():
        response = ask(client)
        assert response.status_code == 404, name
        assert scene.child.first_name.encode() not in response.content
    assert scene.plan.answers.get(section="progress").data == before
    assert scene.child.short_name not in client.get("/pep/").content.decode()


def test_a_social_worker_who_hands_a_child_over_sees_it_no_longer(scene):
    client = browser_of(scene.social_worker)
    successor = PostFactory(social_worker=True, team=scene.team).person
    asked = everything(scene)
    assert asked["Word"](client).status_code == 200

    hand_over_child(
        actor=scene.actor("vs_head"),
        child=scene.child,
        to=successor,
        starts=days_from_today(0),
    )
    for name in ("the child", "the plan", "the text", "Word"):
        assert asked[name](client).status_code == 404, name
        assert asked[name](browser_of(successor)).status_code == 200, name
