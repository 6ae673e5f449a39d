"""Our own form renderer: nothing of the host's form templates is needed, and none gets in."""

from typing import Any

from django.forms.renderers import DjangoTemplates
from django.template.loader import get_template


class EntryRenderer(DjangoTemplates):
    """Templates of ours come from the host's loaders, so that a council can override one.

    Django's own widget templates come from Django, whatever a host put in their place: a host's
    Bootstrap or Tailwind widgets would break ours.
    """

    def get_template(self, template_name: str) -> Any:
        if template_name.startswith("pep_plugin/"):
            return get_template(template_name)
        return super().get_template(template_name)
