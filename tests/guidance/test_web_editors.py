"""The web editors' group may write the guidance, and opens nothing of a child."""

import pytest
from django.contrib.auth.models import Group
from django.core.management import call_command

from pep_plugin.guidance.groups import COLLECTION, WEB_EDITORS
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(published):
    user = UserFactory(username="robin")
    user.groups.add(Group.objects.get(name=WEB_EDITORS))
    return user


def test_an_editor_may_change_and_publish_guidance_and_nothing_beside_it(editor, published):
    permissions = published.permissions_for_user(editor)
    assert permissions.can_edit()
    assert permissions.can_publish()
    beside = published.get_parent().get_children().get(slug="virtual-school")
    assert not beside.permissions_for_user(editor).can_edit()


def test_an_editor_gets_into_the_admin(editor, client):
    client.force_login(editor)
    assert client.get("/admin/").status_code == 200


def test_an_editor_can_open_the_page_in_the_editor(editor, published, client):
    client.force_login(editor)
    response = client.get(f"/admin/pages/{published.pk}/edit/")
    assert response.status_code == 200
    assert "Who comes to the meeting" in response.content.decode()


def test_an_editor_keeps_templates_cards_and_feedback_and_nothing_of_any_child(editor):
    given = [p for p in editor.get_all_permissions() if p.startswith("pep_plugin.")]
    assert {name.rpartition("_")[2] for name in given} == {
        *("template", "contactcard", "feedback", "glossaryword")
    }
    assert "pep_plugin.add_feedback" not in given


def test_an_editor_may_put_documents_into_the_templates_collection_only(editor):
    rows = Group.objects.get(name=WEB_EDITORS).collection_permissions.all()
    assert {row.collection.name for row in rows} == {COLLECTION}


def test_what_a_council_took_from_the_group_stays_taken(published):
    group = Group.objects.get(name=WEB_EDITORS)
    group.permissions.clear()
    group.page_permissions.filter(permission__codename="publish_page").delete()
    call_command("pep_setup", verbosity=0)
    assert group.permissions.count() == 0
    assert not group.page_permissions.filter(permission__codename="publish_page").exists()
