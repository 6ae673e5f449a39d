"""What the package adds to the Wagtail admin. Wagtail finds hooks here and nowhere deeper."""

from wagtail import hooks
from wagtail.snippets.models import register_snippet
from wagtail_modeladmin.options import modeladmin_register

from pep_plugin.conf import serves
from pep_plugin.guidance import dates_warnings
from pep_plugin.guidance import reports as guidance_reports
from pep_plugin.guidance.admin import PublicSite
from pep_plugin.guidance.terms.admin import TermViewSet
from pep_plugin.library import report as library_report
from pep_plugin.wizard.glossary.admin import GlossaryViewSet

if serves("public"):
    register_snippet(PublicSite)
    hooks.register("register_admin_urls", library_report.urls)
    hooks.register("register_reports_menu_item", library_report.menu_item)
    hooks.register("register_admin_urls", guidance_reports.urls)
    hooks.register("register_reports_menu_item", guidance_reports.menu_item)
    hooks.register("after_create_page", dates_warnings.after_saving)
    hooks.register("after_edit_page", dates_warnings.after_saving)
else:
    # Plans are due by them, so that they are set where there are no public pages too.
    hooks.register("register_admin_viewset", lambda: TermViewSet(add_to_admin_menu=True))
    hooks.register("register_admin_viewset", lambda: GlossaryViewSet(add_to_admin_menu=True))

# A public site holds no child, so it has no register, no menu and no address for one.
if serves("private"):
    from pep_plugin.access.wagtail_account import own_account_page
    from pep_plugin.formbuilder import admin as form_editor
    from pep_plugin.registers.group import BackToPlans, Registers

    modeladmin_register(Registers)
    hooks.register("register_admin_menu_item", BackToPlans)
    form_editor.register()
    hooks.register("register_account_settings_panel", own_account_page)
