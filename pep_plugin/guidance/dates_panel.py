"""What the editor of a page of dates sees above its fields: days on which nobody works."""

from typing import Any

from wagtail.admin.panels import Panel

from pep_plugin.conf import today
from pep_plugin.guidance.dates import year_at_a_glance
from pep_plugin.guidance.dates_warnings import of_page


class DatesPanel(Panel):
    """The warnings, and which terms nobody has checked yet; nothing where all is well."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "pep_plugin/guidance/admin/dates_panel.html"

        def __init__(self, **kwargs: Any) -> None:
            super().__init__(**kwargs)
            self.warnings = of_page(self.instance)
            self.unchecked = [
                term
                for term in year_at_a_glance()
                if not term.is_checked and term.last_day_to_send >= today()
            ]

        def is_shown(self) -> bool:
            return bool(self.warnings or self.unchecked)

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            context: dict[str, Any] = super().get_context_data(parent_context)
            return {**context, "warnings": self.warnings, "unchecked": self.unchecked}
