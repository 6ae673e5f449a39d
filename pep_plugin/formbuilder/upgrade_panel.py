"""What an upgrade of the package did to a section that a council changed, above its questions."""

from typing import Any

from wagtail.admin.panels import Panel


class UpgradePanel(Panel):
    """Shown as long as the draft that the upgrade made is not published."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "pep_plugin/formbuilder/upgrade.html"

        def is_shown(self) -> bool:
            row = self.instance
            return bool(super().is_shown() and row.upgrade and row.has_unpublished_changes)

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            context: dict[str, Any] = super().get_context_data(parent_context)
            return {**context, "upgrade": self.instance.upgrade}
