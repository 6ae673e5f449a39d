"""What web editors keep for the public pages, as one entry of Wagtail's menu."""

from django.utils.translation import gettext_lazy as _
from wagtail.snippets.views.snippets import SnippetViewSetGroup

from pep_plugin.conf import serves
from pep_plugin.guidance.contacts.admin import ContactCardViewSet
from pep_plugin.guidance.feedback.admin import FeedbackViewSet
from pep_plugin.guidance.terms.admin import TermViewSet
from pep_plugin.library.admin import TemplateViewSet
from pep_plugin.wizard.glossary.admin import GlossaryViewSet


class PublicSite(SnippetViewSetGroup):
    """Templates, contact cards, the dates, what visitors said, kinder words."""

    items = (
        *(TemplateViewSet, ContactCardViewSet, TermViewSet, FeedbackViewSet),
        # Words are suggested where plans are written; a public site alone writes none.
        *((GlossaryViewSet,) if serves("private") else ()),
    )
    menu_label = _("PEP website")
    menu_icon = "site"
    menu_order = 210
