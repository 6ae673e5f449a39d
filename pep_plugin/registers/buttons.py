"""The buttons beside a record: by role alone, since only what is in scope is ever drawn."""

from typing import Any

from wagtail_modeladmin.helpers import ButtonHelper


class RegisterButtons(ButtonHelper):
    """modeladmin's own would ask the database about each row of a list anew."""

    def get_buttons_for_obj(
        self,
        obj: Any,
        exclude: Any = None,
        classnames_add: Any = None,
        classnames_exclude: Any = None,
    ) -> list[dict[str, Any]]:
        """To change it. To read it, its name is the link."""
        if not self.permission_helper.user_can_create(self.request.user):
            return []
        return [self.edit_button(obj.pk, classnames_add, classnames_exclude)]

    def get_primary_button(self, obj: Any) -> dict[str, Any]:
        """Where the name of a record leads: to reading it."""
        return self.inspect_button(obj.pk)

    def inspect_button(self, pk: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        # The same words for every row, as modeladmin has them, would name none of them.
        return {**super().inspect_button(pk, *args, **kwargs), "title": ""}
