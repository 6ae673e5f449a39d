"""The menu of the Wagtail admin that holds the registers."""

from django.utils.translation import gettext_lazy as _
from wagtail_modeladmin.options import ModelAdminGroup

from pep_plugin.registers.children import ChildRegister
from pep_plugin.registers.plans import PlanRegister
from pep_plugin.registers.schools import SchoolRegister


class Registers(ModelAdminGroup):
    """Shown to who may look at one of them."""

    menu_label = _("PEP registers")
    menu_icon = "list-ul"
    menu_order = 250
    items = (ChildRegister, PlanRegister, SchoolRegister)
