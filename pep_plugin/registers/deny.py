"""Wagtail's own permissions say no to everybody for every model that holds a child.

On Wagtail 8 a model without a policy falls back to Django's permissions, and then one "may change
plans" opens every plan. Wagtail 7.4 has no such registry, and nothing of ours asks it.
"""

from typing import Any

from django.apps import apps
from django.contrib.auth import get_user_model
from django.db import models
from wagtail.permission_policies.base import BasePermissionPolicy

from pep_plugin.compat import WAGTAIL_8
from pep_plugin.people.models import Child


class DenyAll(BasePermissionPolicy):
    """Nobody may do anything by Wagtail's leave; who may is asked of ``access``."""

    def user_has_permission(self, user: Any, action: str) -> bool:
        return False

    def users_with_any_permission(self, actions: Any) -> Any:
        return get_user_model().objects.none()


def leads_to_a_child(model: type[models.Model]) -> bool:
    """Whether a row of the model belongs to a child, through whatever other rows, or names one."""
    seen, rest = set(), [model]
    while rest:
        current = rest.pop()
        if current is Child:
            return True
        seen.add(current)
        for field in current._meta.concrete_fields:
            if field.name == "child_id":
                return True
            related = field.related_model
            if isinstance(related, type) and related not in seen:
                rest.append(related)
    return False


def models_denied() -> list[type[models.Model]]:
    """Models of a child, and those of people, which carry the same mark."""
    return [
        model
        for model in apps.get_app_config("pep_plugin").get_models()
        if leads_to_a_child(model) or getattr(model, "wagtail_reference_index_ignore", False)
    ]


def deny_all() -> None:
    """Called once, when the app is ready: later Wagtail would have made its fallback."""
    if not WAGTAIL_8:
        return
    from wagtail.permissions import register_permission_policy

    for model in models_denied():
        register_permission_policy(model, DenyAll(model))
