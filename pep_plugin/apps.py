"""The one app that a host adds to INSTALLED_APPS (``pep_plugin.pages`` is the optional second)."""

from django.apps import AppConfig


class PepPluginConfig(AppConfig):
    name = "pep_plugin"
    label = "pep_plugin"
    verbose_name = "Personal Education Plans"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        # Each of these registers something with the lower rooms when it is imported.
        from pep_plugin import checks  # noqa: F401
        from pep_plugin.access import accounts
        from pep_plugin.access import holdings as access_holdings  # noqa: F401
        from pep_plugin.documents import holdings as document_holdings  # noqa: F401
        from pep_plugin.documents import jobs as document_jobs  # noqa: F401
        from pep_plugin.formbuilder.blocks import lists as question_lists
        from pep_plugin.formbuilder.permission import register_policies
        from pep_plugin.guidance.feedback.policy import register_policy
        from pep_plugin.library import starter as library_starter  # noqa: F401
        from pep_plugin.library.shelf_memory import follow_changes
        from pep_plugin.notices import closing as sections_closing  # noqa: F401
        from pep_plugin.notices import jobs as notice_jobs  # noqa: F401
        from pep_plugin.people import holdings as people_holdings  # noqa: F401
        from pep_plugin.plans import holdings as plan_holdings  # noqa: F401
        from pep_plugin.registers.deny import deny_all
        from pep_plugin.voice import holdings as voice_holdings  # noqa: F401
        from pep_plugin.voice.actions import (
            clear_drafts,  # noqa: F401
            move_tellings_on,  # noqa: F401
        )
        from pep_plugin.voice.links import closing as links_closing  # noqa: F401

        accounts.follow_changes()
        deny_all()
        follow_changes()
        question_lists.follow_changes()
        register_policy()
        register_policies()
