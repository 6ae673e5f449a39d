"""A Word document's properties: what it is called, its language, which form it holds. No names."""

from __future__ import annotations

from django.utils import timezone
from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part

from pep_plugin.documents.outline import OutlineDocument
from pep_plugin.documents.word.xml import value

#: Names of the custom properties that a reader looks for.
FORM, VERSION, REFERENCE = "PepForm", "PepFormVersion", "PepReference"
_PROPERTIES = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
# The one that the format prescribes for properties of one's own.
_FORMAT_ID = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"


def describe(document: Document, outline: OutlineDocument, *, author: str) -> None:
    """Write the core properties and those of our own."""
    core = document.core_properties
    core.title = outline.name
    core.language = outline.language
    core.author = core.last_modified_by = author
    core.subject = core.comments = core.keywords = core.category = ""
    core.created = core.modified = timezone.now().replace(tzinfo=None, microsecond=0)
    own = {FORM: outline.form_key, VERSION: str(outline.form_version)}
    if outline.reference:
        own[REFERENCE] = outline.reference
    items = "".join(
        f'<property fmtid="{_FORMAT_ID}" pid="{number}" name={value(name)}>'
        f"<vt:lpwstr>{text}</vt:lpwstr></property>"
        for number, (name, text) in enumerate(own.items(), start=2)
    )
    data = (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
        f'<Properties xmlns="{_PROPERTIES}" xmlns:vt="{_TYPES}">{items}</Properties>'
    )
    package = document.part.package
    # A council's shell may bring properties of its own, and two parts of one name are no document.
    for key, relation in list(package.rels.items()):
        if relation.reltype == RELATIONSHIP_TYPE.CUSTOM_PROPERTIES:
            del package.rels[key]
    part = Part(
        PackURI("/docProps/custom.xml"), CONTENT_TYPE.OFC_CUSTOM_PROPERTIES, data.encode(), package
    )
    package.relate_to(part, RELATIONSHIP_TYPE.CUSTOM_PROPERTIES)
