"""Feedback comes from visitors: no editor, superusers included, writes it in their place."""

from typing import Any

from wagtail.permission_policies import ModelPermissionPolicy

from pep_plugin.compat import WAGTAIL_8
from pep_plugin.guidance.feedback.models import Feedback


class NobodyAdds(ModelPermissionPolicy):
    def user_has_permission(self, user: Any, action: str) -> bool:
        return action != "add" and super().user_has_permission(user, action)


def register_policy() -> None:
    """Tell Wagtail 8, once and when the app is ready. Wagtail 7.4 asks the viewset instead."""
    if not WAGTAIL_8:
        return
    from wagtail.permissions import register_permission_policy

    register_permission_policy(Feedback, NobodyAdds(Feedback), exact_class=True)
