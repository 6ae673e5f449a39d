"""The menu of the Wagtail admin that holds the registers."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem
from wagtail_modeladmin.options import ModelAdminGroup

from pep_plugin.registers.asking import actor_of
from pep_plugin.registers.children import ChildRegister
from pep_plugin.registers.plans import PlanRegister
from pep_plugin.registers.schools import SchoolRegister


class Registers(ModelAdminGroup):
    """Shown to who may look at one of them."""

    menu_label = _("PEP registers")
    menu_icon = "list-ul"
    menu_order = 250
    items = (ChildRegister, PlanRegister, SchoolRegister)


class BackToPlans(MenuItem):
    """The way from the admin to a term's ordinary work, for whoever has a part in it."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            _("My PEPs"),
            reverse_lazy("pep_plugin:home"),
            name="my-peps",
            icon_name="clipboard-list",
            order=Registers.menu_order - 1,
            **kwargs,
        )

    def is_shown(self, request: HttpRequest) -> bool:
        return actor_of(request).is_somebody
