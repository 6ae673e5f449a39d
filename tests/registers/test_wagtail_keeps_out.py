"""Wagtail's own machinery neither opens a record of a child nor writes one down."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.apps import apps
from django.db import models
from wagtail.models import ReferenceIndex

from pep_plugin.compat import WAGTAIL_8
from pep_plugin.people.models import Child
from pep_plugin.plans.models import Plan
from pep_plugin.registers.deny import models_denied
from tests.factories import EnrolmentFactory, PlanFactory, UserFactory

ROOT = Path(__file__).resolve().parents[2]


def models_of_a_child() -> list[type[models.Model]]:
    """Every installed model with a way to a child, found by following names of fields."""
    found = {Child}
    every = [model for model in apps.get_models() if model is not Child]
    while True:
        more = {
            model
            for model in every
            if model not in found
            and any(
                field.name == "child_id" or (field.is_relation and field.related_model in found)
                for field in model._meta.concrete_fields
            )
        }
        if not more:
            return sorted(found, key=lambda model: model._meta.label)
        found |= more


OF_A_CHILD = models_of_a_child()


def test_the_walk_finds_what_it_should():
    labels = {model._meta.label for model in OF_A_CHILD}

    assert {
        "pep_plugin.Child",
        "pep_plugin.Plan",
        "pep_plugin.SectionAnswers",
        "pep_plugin.Submission",
        "pep_plugin.AuditEvent",
        "pep_plugin.PrivateFile",
    } <= labels
    assert "pep_plugin.School" not in labels


@pytest.mark.parametrize("model", OF_A_CHILD, ids=lambda model: model._meta.model_name)
def test_a_model_that_holds_a_child_stays_out_of_the_reference_index(model):
    assert model.wagtail_reference_index_ignore is True
    assert not ReferenceIndex.model_is_indexable(model)


@pytest.mark.skipif(not WAGTAIL_8, reason="Wagtail 7.4 has no registry of policies")
@pytest.mark.django_db
@pytest.mark.parametrize("model", OF_A_CHILD, ids=lambda model: model._meta.model_name)
def test_wagtails_own_permissions_say_no_to_a_superuser(model):
    from wagtail.permissions import policy_registry

    policy = policy_registry.get_by_type(model, fallback=False)
    superuser = UserFactory(superuser=True)

    assert policy is not None
    for action in ("add", "change", "delete", "view", "publish"):
        assert not policy.user_has_permission(superuser, action)
        assert not policy.user_has_permission_for_instance(superuser, action, model())
        assert not policy.instances_user_has_permission_for(superuser, action).exists()
        assert not policy.users_with_permission(action).exists()


def test_people_and_their_posts_are_denied_too():
    labels = {model._meta.label for model in models_denied()}

    assert {"pep_plugin.Person", "pep_plugin.Post"} <= labels
    assert set(OF_A_CHILD) - {model for model in OF_A_CHILD if model in models_denied()} == set()


@pytest.mark.django_db
def test_saving_a_plan_writes_nothing_into_wagtails_reference_index():
    PlanFactory(submitted=True)
    EnrolmentFactory()

    assert Plan.objects.exists()
    assert not ReferenceIndex.objects.filter(content_type__app_label="pep_plugin").exists()


@pytest.mark.parametrize(("parts", "are_there"), [("public", "0"), ("private", "3")])
def test_a_public_site_has_no_register(parts, are_there):
    program = (
        "import django; django.setup()\n"
        "from django.urls import NoReverseMatch, reverse\n"
        "from wagtail import hooks\n"
        "def there(name):\n"
        "    try:\n"
        "        return bool(reverse(f'pep_{name}_modeladmin_index'))\n"
        "    except NoReverseMatch:\n"
        "        return False\n"
        "print(sum(map(there, ['children', 'plans', 'schools'])))\n"
    )
    settings = (
        "from council.settings.test import *\n"
        f"PEP_PLUGIN = {{**PEP_PLUGIN, 'PARTS': ({parts!r},)}}\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", f"{_as_module(settings)}{program}"],
        env={
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "one_part",
            "PYTHONPATH": os.pathsep.join([str(ROOT), str(ROOT / "sandbox")]),
        },
        capture_output=True,
        text=True,
        check=True,
    )

    assert done.stdout.split()[-1] == are_there


def _as_module(source: str) -> str:
    """Lines that make ``source`` importable as ``one_part``."""
    return (
        "import sys, types\n"
        "module = types.ModuleType('one_part')\n"
        f"exec({source!r}, module.__dict__)\n"
        "sys.modules['one_part'] = module\n"
    )
