"""Files that go into Wagtail's documents are looked over: from there anyone may have them at once.

The setting ``WAGTAILDOCS_DOCUMENT_FORM_BASE`` names the form.
"""

from typing import Any

from wagtail.documents.forms import BaseDocumentForm
from wagtail.models import Collection

from pep_plugin.library.inspection import look

#: The collection in which the council's own templates lie; strictest there and below.
COLLECTION = "PEP templates"


class LookedOverDocumentForm(BaseDocumentForm):
    """Refuses a filled-in PEP wherever it is put, and what a template may not carry in its own
    collection.
    """

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        file = cleaned.get("file")
        collection = self._collection()
        for_library = is_for_templates(collection)
        is_moved = for_library and "collection" in self.changed_data
        if file and ("file" in self.changed_data or is_moved):
            refusals = look(file, for_library=for_library)
            for sentence in refusals:
                self.add_error("file" if "file" in self.fields else None, sentence)
            if refusals and not self.instance.pk:
                # Django gives a refused file to no document, and Wagtail, which looks at its
                # extension all the same, would say of each that its extension is empty.
                self.instance.file = file
        return cleaned

    def _collection(self) -> Collection | None:
        chosen = self.cleaned_data.get("collection")
        if chosen is None and len(self.collections) == 1:
            # Wagtail leaves the question out where there is only one answer.
            chosen = self.collections[0]
        return chosen or getattr(self.instance, "collection", None)


def is_for_templates(collection: Collection | None) -> bool:
    """Whether the collection is that of the templates, or lies in it."""
    return collection is not None and any(
        one.name == COLLECTION for one in collection.get_ancestors(inclusive=True)
    )
