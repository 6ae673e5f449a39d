"""The Virtual School looks into registers. To everybody else they are not there."""

import uuid

import pytest
from django.contrib.auth.models import Permission
from django.urls import reverse

from pep_plugin.people.models import Child, Involvement
from pep_plugin.sections import roles
from tests.factories import ChildFactory, PostFactory

VIRTUAL_SCHOOL = sorted(roles.VIRTUAL_SCHOOL)
OTHERS = ["designated_teacher", "deputy", "social_worker", "team_manager", "iro"]
NOBODY = ["web_editor", "superuser"]
REGISTERS = ["children", "plans", "schools"]


def index(register):
    return reverse(f"pep_{register}_modeladmin_index")


def inspect(register, pk):
    return reverse(f"pep_{register}_modeladmin_inspect", args=[pk])


def records(scene):
    return {"children": scene.child, "plans": scene.plan, "schools": scene.school}


@pytest.mark.parametrize("register", REGISTERS)
@pytest.mark.parametrize("role", VIRTUAL_SCHOOL)
def test_the_virtual_school_sees_lists_and_records(scene, signed_in, role, register):
    client = signed_in(role)
    record = records(scene)[register]

    assert client.get(index(register)).status_code == 200
    assert client.get(inspect(register, record.pk)).status_code == 200


@pytest.mark.parametrize("register", REGISTERS)
@pytest.mark.parametrize("role", [*OTHERS, *NOBODY])
def test_to_everybody_else_a_register_is_not_there(scene, signed_in, role, register):
    client = signed_in(role)
    record = records(scene)[register]

    there = client.get(inspect(register, record.pk))
    missing = client.get(inspect(register, uuid.uuid4()))

    assert client.get(index(register)).status_code == 404
    assert there.status_code == missing.status_code == 404
    assert len(there.content) == len(missing.content)
    assert b"Kestrel" not in there.content


@pytest.mark.parametrize("role", NOBODY)
def test_every_permission_that_django_can_give_opens_nothing(scene, signed_in, role):
    scene.user(role).user_permissions.set(Permission.objects.all())

    for register in REGISTERS:
        assert signed_in(role).get(index(register)).status_code == 404


@pytest.mark.parametrize(
    ("role", "is_shown"),
    [*((role, True) for role in VIRTUAL_SCHOOL), *((role, False) for role in [*OTHERS, *NOBODY])],
)
def test_the_menu_is_shown_to_the_virtual_school_only(scene, signed_in, role, is_shown):
    page = signed_in(role).get(reverse("wagtailadmin_home")).content.decode()

    assert ("PEP registers" in page) == is_shown
    assert (index("children") in page) == is_shown


def test_who_is_not_signed_in_is_sent_to_sign_in(scene, client):
    response = client.get(inspect("children", scene.child.pk), follow=True)

    assert response.redirect_chain
    assert response.request["PATH_INFO"] == "/sign-in/"


def test_a_post_that_ended_yesterday_opens_nothing_today(scene, signed_in):
    scene.vs_adviser.posts.all().delete()
    PostFactory(person=scene.vs_adviser, vs_adviser=True, ended=True)

    assert signed_in("vs_adviser").get(index("children")).status_code == 404


def test_an_adopted_child_is_in_no_list_and_opens_to_the_head_alone(scene, signed_in):
    Child.objects.filter(pk=scene.child.pk).update(status=Child.Status.ADOPTED)
    address = inspect("children", scene.child.pk)

    for role in VIRTUAL_SCHOOL:
        client = signed_in(role)
        assert b"Kestrel" not in client.get(index("children")).content
        assert client.get(address).status_code == (200 if role == "vs_head" else 404)
        assert client.get(inspect("plans", scene.plan.pk)).status_code == 404


@pytest.mark.parametrize("action", ["edit", "delete", "create", "history"])
@pytest.mark.parametrize("register", ["children", "plans"])
def test_children_and_plans_cannot_be_changed_here(scene, signed_in, register, action):
    base = index(register)
    pk = "" if action == "create" else f"{records(scene)[register].pk}/"

    response = signed_in("vs_head").post(f"{base}{action}/{pk}")

    assert response.status_code == 404
    assert Child.objects.filter(pk=scene.child.pk).exists()


@pytest.mark.parametrize("text", ["1", "nothing", "00000000-0000-0000-0000-00000000000g", "-"])
def test_an_id_that_cannot_be_one_is_not_there(scene, signed_in, text):
    assert signed_in("vs_head").get(f"{index('children')}inspect/{text}/").status_code == 404


def test_looking_at_a_child_and_a_plan_leaves_a_line_each_and_changes_nothing_else(
    scene, signed_in
):
    from pep_plugin.audit.models import AuditEvent

    client = signed_in("vs_adviser")
    plan = scene.plan
    AuditEvent.objects.all().delete()

    client.get(inspect("children", scene.child.pk))
    client.get(inspect("plans", plan.pk))
    client.get(inspect("schools", scene.school.pk))

    lines = AuditEvent.objects.filter(verb="register.inspect")
    assert {line.child_id for line in lines} == {scene.child.pk}
    assert {line.object_id for line in lines} == {str(scene.child.pk), str(plan.pk)}
    assert {line.person_id for line in lines} == {scene.vs_adviser.pk}


def test_an_adviser_with_a_part_in_one_case_still_sees_every_child(scene, signed_in):
    Involvement.objects.create(child=scene.child, person=scene.vs_adviser, role=roles.SOCIAL_WORKER)
    ChildFactory(last_name="Finch")

    page = signed_in("vs_adviser").get(index("children")).content.decode()

    assert "Finch" in page
    assert "Kestrel" in page
