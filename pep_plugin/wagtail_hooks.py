"""What the package adds to the Wagtail admin. Wagtail finds hooks here and nowhere deeper."""

from wagtail import hooks
from wagtail.snippets.models import register_snippet
from wagtail_modeladmin.options import modeladmin_register

from pep_plugin.conf import serves
from pep_plugin.guidance.admin import PublicSite
from pep_plugin.library import report as library_report

register_snippet(PublicSite)
hooks.register("register_admin_urls", library_report.urls)
hooks.register("register_reports_menu_item", library_report.menu_item)

# A public site holds no child, so it has no register, no menu and no address for one.
if serves("private"):
    from pep_plugin.registers.group import BackToPlans, Registers

    modeladmin_register(Registers)
    hooks.register("register_admin_menu_item", BackToPlans)
