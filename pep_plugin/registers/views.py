"""modeladmin's views, with what it leaves open closed."""

from typing import Any

from django.http import HttpRequest
from wagtail_modeladmin.menus import ModelAdminMenuItem
from wagtail_modeladmin.views import IndexView, InspectView

from pep_plugin import access
from pep_plugin.registers.asking import actor_of


class RegisterMenuItem(ModelAdminMenuItem):
    """Hidden from who may not look."""

    def is_shown(self, request: HttpRequest) -> bool:
        return access.allows(actor_of(request).post_roles, "register.view")


class RegisterIndexView(IndexView):
    """A list of what is in scope, narrowed by its filters alone."""

    # Wagtail's own export writes cells as they are, formulas and all; ours is a command.
    FORMATS = ()

    def get_filters_params(self, params: Any = None) -> dict[str, Any]:
        """Only the parameters of this register's filters; see ``filters``."""
        known = {one.parameter_name for one in self.list_filter}
        given = super().get_filters_params(params)
        return {name: value for name, value in given.items() if name in known}


class RegisterInspectView(InspectView):
    """One record, told by its register in words."""

    def get_page_title(self) -> str:
        return str(self.model_admin.get_menu_label())

    def get_meta_title(self) -> str:
        return self.get_page_title()

    def get_fields_dict(self) -> list[dict[str, Any]]:
        facts = self.model_admin.facts(self.instance)
        return [{"label": label, "value": value or "-"} for label, value in facts]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        links = self.model_admin.links(self.instance)
        return super().get_context_data(links=links, **kwargs)
