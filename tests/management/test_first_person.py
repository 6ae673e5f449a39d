"""The first post is given from the command line: nobody in the site could give it."""

from io import StringIO

import pytest
from django.contrib.auth import get_user_model
from django.core.management import CommandError, call_command

from pep_plugin.access import Actor
from pep_plugin.people.models import Person, Post
from pep_plugin.sections.roles import VS_HEAD

pytestmark = pytest.mark.django_db

ADDRESS = "helen.marsh@alderbrook.example"


def let_in(address: str) -> str:
    out = StringIO()
    call_command("pep_setup", head=address, stdout=out)
    return out.getvalue()


def make_account(username: str, **fields: str):
    return get_user_model().objects.create_user(username, **{"email": ADDRESS, **fields})


def test_an_account_becomes_the_virtual_school_head():
    account = make_account("helen", first_name="Helen", last_name="Marsh")
    assert "Virtual School head: Helen Marsh." in let_in(ADDRESS.upper())
    assert Actor.for_user(account).post_roles == {VS_HEAD}


def test_a_second_time_changes_nothing():
    make_account("helen", first_name="Helen", last_name="Marsh")
    let_in(ADDRESS)
    let_in(ADDRESS)
    assert Post.objects.count() == 1
    assert Person.objects.count() == 1


@pytest.mark.parametrize("usernames", [[], ["helen", "another"]], ids=["none", "two"])
def test_without_exactly_one_account_nobody_is_let_in(usernames):
    for username in usernames:
        make_account(username)
    with pytest.raises(CommandError, match="no single account"):
        let_in(ADDRESS)
    assert not Post.objects.exists()
    assert not Person.objects.exists()
