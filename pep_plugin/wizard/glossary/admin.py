"""The glossary in Wagtail's admin: a list of words that the council keeps. No child is in it."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, HelpPanel, ObjectList
from wagtail.admin.ui.tables import BooleanColumn
from wagtail.admin.viewsets.model import ModelViewSet

from pep_plugin.wizard.models import GlossaryWord


class GlossaryWordForm(WagtailAdminModelForm):
    """A word is there once, however it is written."""

    def clean_word(self) -> str:
        word = " ".join(str(self.cleaned_data["word"]).split())
        others = GlossaryWord.objects.filter(word__iexact=word).exclude(pk=self.instance.pk)
        if others.exists():
            raise ValidationError(_("This word is in the glossary already."))
        return word

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean() or self.cleaned_data
        word, instead = given.get("word", ""), given.get("instead", "")
        if word and instead and word.lower() == instead.lower():
            self.add_error("instead", _("Enter other words than the word itself."))
        return given


class GlossaryViewSet(ModelViewSet):
    """In the order of the alphabet."""

    model = GlossaryWord
    name = "pep_glossary"
    url_prefix = "pep-glossary"
    icon = "openquote"
    menu_label = gettext_lazy("Kinder words")
    menu_order = 230
    menu_item_name = "pep-glossary"
    copy_view_enabled = False
    inspect_view_enabled = False
    add_to_reference_index = False
    ordering = ["word"]
    search_fields = ["word", "instead"]
    list_display = ["word", "instead", BooleanColumn("is_on", label=gettext_lazy("Suggested"))]
    edit_handler = ObjectList(
        [
            HelpPanel(
                gettext_lazy(
                    "Where somebody writes the word in a PEP, the kinder words are suggested "
                    "beside it. The text is never changed, and whoever writes may leave it as it "
                    "is."
                )
            ),
            FieldPanel("word", help_text=gettext_lazy("Whole words; a plural is found too.")),
            FieldPanel("instead"),
            FieldPanel("why", help_text=gettext_lazy("One short sentence, shown beside it.")),
            FieldPanel("is_on"),
        ],
        base_form_class=GlossaryWordForm,
    )
