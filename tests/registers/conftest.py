"""People who may enter the Wagtail admin, so that only the registers' own answer is tested."""

import pytest
from django.contrib.auth.models import Group, Permission

from tests.factories import council


@pytest.fixture
def scene(db):
    """The council; everybody but the superuser is let into the Wagtail admin, as a host may do."""
    scene = council()
    let_in = Group.objects.create(name="May enter the admin")
    let_in.permissions.add(Permission.objects.get(codename="access_admin"))
    for role in [*scene.people(), "web_editor"]:
        scene.user(role).groups.add(let_in)
    return scene


@pytest.fixture
def signed_in(client, scene):
    """The test client, signed in as a role of the scene."""

    def signed_in(role):
        client.force_login(scene.user(role))
        return client

    return signed_in
