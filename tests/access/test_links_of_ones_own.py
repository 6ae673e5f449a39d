import datetime

import pytest
from django.utils import timezone

from pep_plugin import access
from pep_plugin.access import Actor
from pep_plugin.access.links import hash_of, token_for
from pep_plugin.access.models import LinkGrant
from pep_plugin.plans.models import Plan
from pep_plugin.plans.reading import open_own_part, open_plan
from tests.factories import ChildFactory, council

pytestmark = pytest.mark.django_db


def a_link(plan, role="carer", **given):
    given.setdefault("expires_at", timezone.now() + datetime.timedelta(days=28))
    grant = LinkGrant(plan=plan, role=role, **given)
    grant.token_sha256 = hash_of(token_for("grant", grant.pk))
    grant.save()
    return grant


def test_somebody_on_a_link_has_one_role_towards_one_child():
    scene = council()
    actor = Actor.for_grant(a_link(scene.plan))

    assert access.roles(actor, scene.child) == {"carer"}
    assert access.roles(actor, ChildFactory()) == frozenset()
    assert not access.children(actor).exists(), "there are no lists on a link"


def test_a_link_opens_its_own_part_and_never_the_plan():
    scene = council()
    actor = Actor.for_grant(a_link(scene.plan))

    assert open_own_part(actor).plan == scene.plan
    with pytest.raises(Plan.DoesNotExist):
        open_plan(actor, scene.plan.pk)


@pytest.mark.parametrize(
    "closed",
    [
        {"expires_at": timezone.now() - datetime.timedelta(seconds=1)},
        {"revoked_at": timezone.now()},
    ],
    ids=["run out", "taken back"],
)
def test_a_closed_link_is_nobodys(closed):
    actor = Actor.for_grant(a_link(council().plan, **closed))

    assert not actor.is_somebody
    with pytest.raises(Plan.DoesNotExist):
        open_own_part(actor)


def test_a_link_to_an_adopted_childs_plan_opens_nothing():
    scene = council()
    grant = a_link(scene.plan)
    scene.child.status = "adopted"
    scene.child.save()
    grant.plan.child.refresh_from_db()

    with pytest.raises(Plan.DoesNotExist):
        open_own_part(Actor.for_grant(grant))


def test_the_secret_is_kept_nowhere_and_differs_between_tables():
    grant = a_link(council().plan)
    token = token_for("grant", grant.pk)

    assert len(token) == 43
    assert token not in str(vars(grant))
    assert token != token_for("invitation", grant.pk)
    assert LinkGrant.objects.get(token_sha256=hash_of(token)) == grant
