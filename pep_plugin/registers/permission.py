"""What modeladmin asks about permissions, answered by ``access`` and never by Django's own."""

from typing import Any

from django.contrib.auth.models import Permission
from django.core.exceptions import ObjectDoesNotExist
from django.db.models import Model, QuerySet
from wagtail_modeladmin.helpers import PermissionHelper

from pep_plugin import access
from pep_plugin.registers.asking import actor_of_user


class RegisterPermissions(PermissionHelper):
    """Each register makes a subclass that knows it; see ``base.Register``."""

    register: Any = None

    def get_all_model_permissions(self) -> "QuerySet[Permission]":
        """None: a permission in a group's settings would promise what it cannot give."""
        return Permission.objects.none()

    def user_has_specific_permission(self, user: Any, perm_codename: str) -> bool:
        return False

    def user_can_list(self, user: Any) -> bool:
        return access.allows(actor_of_user(user).post_roles, "register.view")

    def user_can_create(self, user: Any) -> bool:
        return self.register.may_change(actor_of_user(user))

    def user_can_inspect_obj(self, user: Any, obj: Model) -> bool:
        return self.user_can_list(user) and self._is_in_scope(user, obj)

    def user_can_edit_obj(self, user: Any, obj: Model) -> bool:
        return self.user_can_create(user) and self._is_in_scope(user, obj)

    def user_can_delete_obj(self, user: Any, obj: Model) -> bool:
        """Nothing is deleted in a register: records end, and erasure has its own way."""
        return False

    def _is_in_scope(self, user: Any, obj: Model) -> bool:
        try:
            return bool(self.register.one(actor_of_user(user), obj.pk))
        except ObjectDoesNotExist:
            return False
