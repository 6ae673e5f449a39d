"""Who may open and do what: every address x method x person x state has a declared expectation.

Declared here by hand and not read from the package's own table, so that a slip there shows. An
address that is not declared fails. What a refused request changes is compared row by row.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

import pytest
from django.apps import apps
from django.contrib.auth.models import Permission
from django.db import transaction
from django.test import Client
from django.urls import reverse

from pep_plugin import urls
from pep_plugin.access.models import Delegation
from pep_plugin.conf import today
from pep_plugin.people.models import Person
from pep_plugin.plans.actions import ask_removal
from pep_plugin.plans.models import Plan, RemovalRequest
from pep_plugin.registers.group import Registers
from pep_plugin.voice.models import Telling
from tests.factories import (
    Council,
    PersonFactory,
    PlanFactory,
    PostFactory,
    council,
    live_form,
)
from tests.voice.conftest import a_link

VS = {"vs_head", "vs_adviser", "vs_admin"}
SCHOOL = {"designated_teacher", "deputy"}
SOCIAL = {"social_worker", "team_manager"} | VS
WRITE = SCHOOL | SOCIAL
ON_CASE = WRITE | {"iro"}
STRANGERS = {"stranger_teacher", "stranger_worker"}
ANYONE = ON_CASE | STRANGERS | {"leaver"}
NOBODY: set[str] = set()
PEOPLE = ("anonymous", "web_editor", "superuser", *sorted(ANYONE))
STATES = ("draft", "submitted", "returned", "signed_off", "withdrawn")


def every(people: set[str]) -> dict[str, set[str]]:
    return dict.fromkeys(STATES, people)


def only(people: set[str], *states: str) -> dict[str, set[str]]:
    return {state: people if state in states else NOBODY for state in STATES}


@dataclass
class Route:
    """Who is let in, by state of the child's plan ("" where there is no plan in it).

    None: the method is not offered (405). ``told``: who is told that the state forbids it (409).
    """

    get: dict[str, set[str]] | None = None
    post: dict[str, set[str]] | None = None
    given: tuple[str, ...] = ()
    fields: dict[str, str] = field(default_factory=dict)
    told: dict[str, set[str]] = field(default_factory=dict)


def plain(get: set[str] | None = None, post: set[str] | None = None, *given: str) -> Route:
    return Route(
        None if get is None else {"": get}, None if post is None else {"": post}, given=given
    )


BEING_WRITTEN = ("draft", "returned")
SENT = ("submitted", "signed_off", "withdrawn")
PROGRESS = SCHOOL | VS
ROUTES = {
    "home": plain(ANYONE),
    "find_child": plain(ANYONE, ANYONE),
    "add_child": plain(SOCIAL | {"stranger_worker"}, SOCIAL | {"stranger_worker"}),
    "child": plain(ON_CASE, None, "child_id"),
    "start_plan": plain(None, WRITE, "child_id"),
    "hand_over": plain(SOCIAL, SOCIAL, "child_id"),
    "move_school": plain(SOCIAL, SOCIAL, "child_id"),
    "involve": plain(SOCIAL, SOCIAL, "child_id"),
    "mark_adopted": plain({"vs_head", "vs_admin"}, {"vs_head", "vs_admin"}, "child_id"),
    "handover_pack": plain(WRITE, WRITE, "child_id"),
    "bundles": plain(VS, None),
    # Another's bundle is nobody's: who may have their own is in home/test_bundles.
    "bundle": plain(NOBODY, NOBODY, "bundle_id"),
    "bundle_zip": plain(NOBODY, None, "bundle_id"),
    "session": plain(ANYONE, ANYONE),
    "school_search": plain(ON_CASE | STRANGERS),
    "posts": plain(VS | {"designated_teacher", "stranger_teacher"}),
    "give_post": plain(
        VS | {"designated_teacher", "stranger_teacher"},
        VS | {"designated_teacher", "stranger_teacher"},
    ),
    "end_post": plain(VS | {"designated_teacher"}, VS | {"designated_teacher"}, "post_id"),
    "connect_account": plain(None, VS, "person_id"),
    "invite_person": plain(None, VS | {"designated_teacher"}, "person_id"),
    "confirm_account": plain(None, VS, "person_id"),
    "plan": Route(every(ON_CASE), given=("plan_id",)),
    "step": Route(
        every(ON_CASE),
        only(PROGRESS, *BEING_WRITTEN),
        ("plan_id", "step"),
        {
            "wizard-current_step": "progress",
            "progress__asked": "going_well@0",
            "progress-going_well": "Reads aloud to Reception.",
        },
        told=only(PROGRESS, *SENT),
    ),
    "autosave": Route(
        None, only(PROGRESS, *BEING_WRITTEN), ("plan_id", "step"), told=only(PROGRESS, *SENT)
    ),
    # Nor does it ask for a school: who may look one up is in wizard/test_schools.
    "school": Route(every(NOBODY), every(NOBODY), ("plan_id", "step", "path")),
    # The form of this scene has no rows on pages of their own: who may have one is in
    # wizard/test_rows.
    **dict.fromkeys(
        ("row", "row_more", "row_remove"),
        Route(every(NOBODY), every(NOBODY), ("plan_id", "step", "row")),
    ),
    **dict.fromkeys(
        ("row_autosave", "row_more_autosave"),
        Route(None, every(NOBODY), ("plan_id", "step", "row")),
    ),
    # The shipped form of this scene asks for no file: who may have one is in wizard/test_files.
    "files": Route(every(NOBODY), every(NOBODY), ("plan_id", "path")),
    "file": Route(every(NOBODY), given=("plan_id", "path", "file_id")),
    "word_in": Route(
        every(WRITE), only(WRITE, *BEING_WRITTEN), ("plan_id",), told=only(WRITE, *SENT)
    ),
    # Nothing was brought in this scene: who meets what is in wizard/test_word_in.
    "word_in_compare": Route(
        # Who writes is told by 409 that the plan was sent, before a file is looked for.
        only(WRITE, *SENT),
        every(NOBODY),
        ("plan_id", "filled_id"),
        told=only(WRITE, *SENT),
    ),
    "changed": Route(
        every(ON_CASE),
        only(WRITE, *BEING_WRITTEN),
        ("plan_id",),
        {"shown": "care.legal_status@1"},
        told=only(WRITE, *SENT),
    ),
    "history": Route(every(PROGRESS), given=("plan_id", "section")),
    "restore": Route(
        # There is one save of the section in the state that has a removal to ask for.
        every(NOBODY),
        every(NOBODY),
        ("plan_id", "section", "first", "last"),
    ),
    "meeting": Route(every(ON_CASE), every(ON_CASE), ("plan_id",), {"here": "child"}),
    "meeting_shown": Route(every(ON_CASE), given=("plan_id",)),
    # The small form of this scene has none: who may read them is in wizard/test_meeting.
    "restrictions": Route(every(NOBODY), given=("plan_id",)),
    "present": Route(None, only(PROGRESS, *BEING_WRITTEN), ("plan_id", "section")),
    # Nobody was asked anything here: who is let in is in wizard/test_asks.
    "asked": Route(every(NOBODY), every(NOBODY), ("plan_id", "ask_id")),
    "check": Route(every(ON_CASE), given=("plan_id",)),
    "send": Route(
        None,
        # Once sent, everyone on the case is only led back to the plan.
        only(ON_CASE, *SENT),
        ("plan_id",),
        told=only(WRITE, *BEING_WRITTEN),
    ),
    "sent": Route(every(ON_CASE), given=("plan_id",)),
    "read": Route(every(ON_CASE), given=("plan_id",)),
    # Drawing a document takes a second, so only one state of each sort is tried.
    "pdf": Route({"draft": ON_CASE, "signed_off": ON_CASE}, given=("plan_id",)),
    "word": Route({"returned": ON_CASE, "submitted": ON_CASE}, given=("plan_id",)),
    "copies": Route(
        {"draft": ON_CASE, "signed_off": ON_CASE},
        {"draft": ON_CASE, "signed_off": ON_CASE},
        ("plan_id",),
        {"audience": "full", "format": "word"},
    ),
    # Another's copy is nobody's: who may fetch their own is in wizard/test_copies.
    "copy": Route(every(NOBODY), given=("plan_id", "copy_id")),
    "return_plan": Route(
        every(VS),
        only(VS, "submitted"),
        ("plan_id",),
        {"reason": "Say how you will know."},
        told=only(VS, "draft", "returned", "signed_off", "withdrawn"),
    ),
    "agree": Route(
        every(VS),
        only(VS, "submitted"),
        ("plan_id",),
        told=only(VS, "draft", "returned", "signed_off", "withdrawn"),
    ),
    "withdraw": Route(
        every(SOCIAL),
        only(SOCIAL, *BEING_WRITTEN),
        ("plan_id",),
        {"reason": "Begun for the wrong child."},
        told=only(SOCIAL, "submitted", "signed_off", "withdrawn"),
    ),
    "removals": Route(
        only(VS, "submitted", "returned", "signed_off", "withdrawn"),
        only(VS, "submitted", "returned", "signed_off", "withdrawn"),
        ("plan_id",),
        {"path": "progress.going_well", "reason": "About another child."},
    ),
    "remove": Route(
        None,
        only(VS, "submitted", "returned", "signed_off", "withdrawn"),
        ("plan_id", "request_id"),
    ),
    "people": Route(
        every(ON_CASE),
        # Maya is seven: a link through an adult's address is the social worker's to send.
        {**only(SOCIAL, *BEING_WRITTEN), "signed_off": WRITE},
        ("plan_id",),
        {"whom": "child", "email": "maya@example.org"},
    ),
    # Handing over signs the colleague out: what it does besides is in voice/test_handing_over.
    "hand_over_screen": Route(
        only(WRITE, *BEING_WRITTEN), only(WRITE, *BEING_WRITTEN), ("plan_id",)
    ),
    "take_back_link": Route(None, every(WRITE), ("plan_id", "grant_id")),
    "send_link_again": Route(
        None, only(WRITE, *BEING_WRITTEN, "signed_off"), ("plan_id", "grant_id")
    ),
    "ask_somebody": Route(every(WRITE), given=("plan_id",)),
    # Once sent, whoever writes plans is only led back to this one.
    "delegate": Route(
        {**only(PROGRESS, *BEING_WRITTEN), **dict.fromkeys(SENT, WRITE)},
        {**only(PROGRESS, *BEING_WRITTEN), **dict.fromkeys(SENT, WRITE)},
        ("plan_id", "section"),
        {"name": "Asha Verdin", "email": "asha.verdin@example.org"},
    ),
    "take_back_section": Route(None, every(PROGRESS), ("plan_id", "delegation_id")),
    "my_plan": Route(only(WRITE, "signed_off"), given=("plan_id",)),
    # The adult whom the child chose; who meets it when it moved on is in voice/test_tellings.
    "telling": Route(every({"designated_teacher"}), every({"designated_teacher"}), ("telling_id",)),
    "duty_list": plain(VS),
    # The form of this scene asks no child: who may press it is in voice/test_tellings.
    "worry": Route(every(NOBODY), every(NOBODY), ("plan_id", "path")),
    "nothing_here": plain(NOBODY, NOBODY),
}
#: Open to everyone in the world.
PUBLIC = {
    *("library_blank", "library_template", "library_edition", "library_old_file"),
    "feedback",
}
#: By a cookie that names a link; no account counts there. Tried in tests/voice.
OWN = {
    "own",
    "own_screen",
    "own_picture",
    "own_check",
    "own_readers",
    "own_reader",
    "own_first",
    "own_send",
    "own_sent",
    "own_stop",
    "own_close",
    "own_plan",
    "own_copy",
}
#: Open by a secret in the address, to people without an account: tried in tests/notices, voice.
WAY_IN = {"invited", "mine", "voice_renew", "own_stopped"}
#: A GET may note who looked, and keep a document that it had to make.
GET_MAY_ADD = {"AuditEvent", "RenderedDocument", "PrivateFile", "CopyGiven"}


@pytest.fixture
def scene(db) -> Council:
    live_form()
    return council()


@pytest.fixture
def people(scene) -> dict[str, Any]:
    """Account of each person, None for who is not signed in."""
    found = {who: scene.user(who) for who in ON_CASE | {"web_editor", "superuser"}}
    leaver = PostFactory(designated_teacher=True, school=scene.school, ended=True)
    return {
        **found,
        "anonymous": None,
        "stranger_teacher": PostFactory(designated_teacher=True).person.user,
        "stranger_worker": PostFactory(social_worker=True).person.user,
        "leaver": leaver.person.user,
    }


def rows() -> dict[str, dict[Any, str]]:
    """Every row of the package, by model and key."""
    return {
        model.__name__: {
            row["pk"]: repr(row) for row in model._default_manager.values("pk", *names)
        }
        for model in apps.get_app_config("pep_plugin").get_models()
        if (names := [f.attname for f in model._meta.concrete_fields])
    }


def changed(before: dict[str, Any], after: dict[str, Any]) -> set[str]:
    return {name for name in before if before[name] != after[name]}


def address(name: str, route: Route, scene: Council, plan: Plan | None) -> str:
    if name == "nothing_here":
        return reverse("pep_plugin:home") + "nowhere/at/all/"
    known: dict[str, Any] = {
        "child_id": scene.child.pk,
        "plan_id": plan and plan.pk,
        "step": "progress",
        "row": "k3v9m2x8q4",
        "path": "progress.going_well",
        "file_id": UUID(int=0),
        "copy_id": UUID(int=0),
        "bundle_id": UUID(int=0),
        "ask_id": UUID(int=0),
        "section": "progress",
        "first": 1,
        "last": 1,
        "filled_id": UUID(int=0),
        "post_id": scene.deputy.posts.get().pk,
        "person_id": Person.objects.get(email="robin.hale@alderbrook.example").pk
        if "person_id" in route.given
        else None,
        "grant_id": a_link(plan, email="jo@example.org").pk if "grant_id" in route.given else None,
        "delegation_id": Delegation.objects.create(
            plan=plan, section="progress", person=PersonFactory()
        ).pk
        if "delegation_id" in route.given
        else None,
        "telling_id": Telling.objects.create(
            plan=plan, person=scene.designated_teacher, open_by=today()
        ).pk
        if "telling_id" in route.given
        else None,
        "request_id": plan
        and RemovalRequest.objects.filter(plan=plan).values_list("pk", flat=True).first(),
    }
    return reverse(f"pep_plugin:{name}", kwargs={key: known[key] for key in route.given})


def test_every_address_is_declared():
    names = {pattern.name for pattern in urls.urlpatterns}
    staff = names - PUBLIC - WAY_IN - OWN
    assert staff == set(ROUTES), "declare who may open it, and in which state"


def cases() -> list[Any]:
    found = []
    for name, route in ROUTES.items():
        states = (route.get or route.post or {}).keys()
        found += [
            pytest.param(name, state, id=f"{name}-{state}" if state else name) for state in states
        ]
    return found


@pytest.mark.parametrize(("name", "state"), cases())
def test_who_is_let_in(name, state, scene, people):
    route = ROUTES[name]
    plan = None
    if "person_id" in route.given:
        person = PersonFactory(email="robin.hale@alderbrook.example")
        PostFactory(person=person, deputy=True, school=scene.school)
    if state:
        plan = PlanFactory(child=scene.child, **{state: True})
        if "request_id" in route.given:
            _ask_removal(scene, plan)
    path = address(name, route, scene, plan)
    clients = {who: signed_in(user) for who, user in people.items()}
    before = rows()
    for method, expected in (("get", route.get), ("post", route.post)):
        # A method that is not offered is refused before anybody's part is looked at.
        for who in PEOPLE if expected is not None else ("anonymous", "superuser", "vs_head"):
            _ask(method, who, clients[who], path, route, expected, state, before)


def signed_in(user: Any) -> Client:
    client = Client()
    if user is not None:
        client.force_login(user)
    return client


def _ask_removal(scene: Council, plan: Plan) -> None:
    if plan.state == "draft":
        RemovalRequest.objects.create(plan=plan, path="progress.going_well", reason="x")
    elif plan.state in ("returned", "withdrawn"):
        plan.answers.create(section="progress", data={"going_well": {"value": "x"}}, revision=1)
        RemovalRequest.objects.create(plan=plan, path="progress.going_well", reason="x")
    else:
        # A person who is not among those tried, so that none of them asked for it.
        asker = PostFactory(vs_adviser=True).person
        from pep_plugin.access import Actor

        ask_removal(
            actor=Actor.for_person(asker), plan_id=plan.pk, path="progress.going_well", reason="x"
        )


def _ask(
    method: str,
    who: str,
    client: Client,
    path: str,
    route: Route,
    expected: dict[str, set[str]] | None,
    state: str,
    before: dict[str, Any],
) -> None:
    point = transaction.savepoint()
    given: dict[str, Any] = {"data": route.fields} if method == "post" else {}
    if path.endswith("/autosave/"):
        given = {
            "data": {"fields": [*ROUTES["step"].fields.items()]},
            "content_type": "application/json",
        }
    response = getattr(client, method)(path, **given)
    touched = changed(before, rows())
    transaction.savepoint_rollback(point)
    told = f"{method} {path} as {who} in {state or 'any state'}: {response.status_code}"
    if who == "anonymous":
        assert response.status_code == (302 if method == "get" else 403), told
        assert not touched, told
    elif who in ("web_editor", "superuser"):
        assert response.status_code == 403, told
        assert not touched, told
    elif expected is None:
        assert response.status_code in (404, 405), told
        assert not touched, told
    elif who in expected[state]:
        assert response.status_code < 400 or response.status_code in (400, 409, 422), told
        if method == "get":
            assert touched <= GET_MAY_ADD, told
    elif method == "post" and who in route.told.get(state, NOBODY):
        assert response.status_code == 409, told
        assert not touched, told
    else:
        assert response.status_code == 404, told
        assert not touched, told


def test_another_childs_plan_and_one_that_does_not_exist_are_the_same(scene, people):
    plan = PlanFactory(child=scene.child)
    client = Client()
    client.force_login(people["stranger_teacher"])
    for name in ("plan", "check", "read", "pdf", "word", "sent"):
        theirs = client.get(reverse(f"pep_plugin:{name}", args=[plan.pk]))
        nothing = client.get(reverse(f"pep_plugin:{name}", args=[scene.child.pk]))
        assert theirs.status_code == nothing.status_code == 404
        assert len(theirs.content) == len(nothing.content)


def test_a_leaver_sees_nothing_from_the_next_request_on(scene):
    plan = PlanFactory(child=scene.child)
    client = Client()
    client.force_login(scene.designated_teacher.user)
    path = reverse("pep_plugin:plan", args=[plan.pk])
    assert client.get(path).status_code == 200

    scene.designated_teacher.posts.all().delete()
    assert client.get(path).status_code == 404


#: The registers stand in Wagtail's admin; nobody's right there counts, only their post.
REGISTERS = {
    "pep_children_modeladmin_index": VS,
    "pep_children_modeladmin_inspect": VS,
    "pep_plans_modeladmin_index": VS,
    "pep_plans_modeladmin_inspect": VS,
    "pep_schools_modeladmin_index": VS,
    "pep_schools_modeladmin_inspect": VS,
    "pep_schools_modeladmin_create": {"vs_admin"},
    "pep_schools_modeladmin_edit": {"vs_admin"},
}


def test_every_address_of_the_registers_is_declared():
    names = {pattern.name for pattern in Registers().get_admin_urls_for_registration()}
    assert names == set(REGISTERS)


@pytest.mark.parametrize("name", REGISTERS)
def test_who_is_let_into_a_register(name, scene, people):
    let_in = Permission.objects.get(codename="access_admin")
    record = {"children": scene.child, "plans": scene.plan, "schools": scene.school}[
        name.split("_")[1]
    ]
    stands_alone = name.endswith(("_index", "_create"))
    path = reverse(name, args=[] if stands_alone else [record.pk])
    for user in people.values():
        if user is not None:
            user.user_permissions.add(let_in)
    before = rows()
    for who in PEOPLE:
        client = signed_in(people[who])
        for method in ("get", "post"):
            point = transaction.savepoint()
            response = getattr(client, method)(path)
            touched = changed(before, rows())
            transaction.savepoint_rollback(point)
            told = f"{method} {name} as {who}: {response.status_code}"
            if who in REGISTERS[name]:
                assert response.status_code in (200, 405), told
                assert touched <= {"AuditEvent"}, told
            else:
                assert response.status_code == (302 if who == "anonymous" else 404), told
                assert not touched, told
