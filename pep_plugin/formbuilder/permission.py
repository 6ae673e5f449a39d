"""Who may edit forms, by Wagtail's groups; nobody publishes them that way."""

from typing import Any

from django.core.exceptions import PermissionDenied
from wagtail.permission_policies import ModelPermissionPolicy

from pep_plugin import access
from pep_plugin.access import Actor
from pep_plugin.compat import WAGTAIL_8
from pep_plugin.formbuilder.models import PEPForm, PEPSection


class DraftsOnly(ModelPermissionPolicy):
    """Django's permissions, but for publishing: drafts go live on a screen of ours, all together.

    A superuser has no way past it either: Wagtail asks the policy, and the policy says no.
    """

    def user_has_permission(self, user: Any, action: str) -> bool:
        return action != "publish" and super().user_has_permission(user, action)

    def user_has_any_permission(self, user: Any, actions: Any) -> bool:
        return super().user_has_any_permission(user, set(actions) - {"publish"})

    def users_with_any_permission(self, actions: Any) -> Any:
        return super().users_with_any_permission(set(actions) - {"publish"})

    def instances_user_has_any_permission_for(self, user: Any, actions: Any) -> Any:
        return super().instances_user_has_any_permission_for(user, set(actions) - {"publish"})


def may_edit(user: Any) -> bool:
    """Whether somebody may change the drafts of forms."""
    return bool(user.has_perm("pep_plugin.change_pepsection"))


def may_publish(actor: Actor) -> bool:
    return access.allows(actor.post_roles, "form.publish")


def require_sight(user: Any, actor: Actor) -> None:
    """Drafts are for those who edit or publish them. Raises ``PermissionDenied``."""
    if not (may_edit(user) or may_publish(actor)):
        raise PermissionDenied


def register_policies() -> None:
    """Tell Wagtail 8 of the policy, once and when the app is ready: later it has made its own.

    Wagtail 7.4 asks the viewset instead.
    """
    if not WAGTAIL_8:
        return
    from wagtail.permissions import register_permission_policy

    for model in (PEPForm, PEPSection):
        register_permission_policy(model, DraftsOnly(model), exact_class=True)
