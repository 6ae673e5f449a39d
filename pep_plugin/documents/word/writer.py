"""An outline as a Word document."""

from __future__ import annotations

import io
from collections.abc import Iterator

import docx
from docx.oxml import parse_xml

from pep_plugin.conf import conf
from pep_plugin.documents.html import contact, foot
from pep_plugin.documents.outline import OutlineDocument
from pep_plugin.documents.word import look, names, properties, xml
from pep_plugin.documents.word.body import Body
from pep_plugin.sections.schema import Form

_HOW = (
    "Fill in what you know and leave the rest. Click where you want to write; lists open when you "
    "click on them. “Optional” means that nobody will ask you for it.",
    "Say what is strong before what is hard, and write so that the child may read it.",
    "This form is confidential once it is filled in. Send it only in the way that your Virtual "
    "School has agreed with you, and never put the child’s name into the name of the file.",
)


def write(
    outline: OutlineDocument, *, form: Form | None = None, council: str = "", team: str = ""
) -> bytes:
    """The bytes of a .docx file. ``form``: given when it is a blank template of that form."""
    council, team = council or conf.COUNCIL_NAME, team or conf.TEAM_NAME
    document = docx.Document()
    line = foot(outline) if form is None else f"{outline.name} · Confidential when filled in"
    look.dress(document, language=outline.language, foot=line)
    properties.describe(document, outline, author=f"{council}, {team}")
    body = Body(outline, form)
    text = "".join(
        (*_title(outline, body, council, team), *_opening(outline, form), body.write(), *_end())
    )
    root = document.element.body
    end = root[-1]
    for element in list(parse_xml(f"<w:body {xml.NAMESPACES}>{text}</w:body>")):
        end.addprevious(element)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def _title(outline: OutlineDocument, body: Body, council: str, team: str) -> Iterator[str]:
    yield xml.paragraph(
        xml.runs(council, '<w:b/><w:color w:val="FFFFFF"/>') + xml.runs(f"   {team}"), "PEPFrom"
    )
    mark = names.form_bookmark(outline.form_key, outline.form_version)
    yield xml.paragraph(
        xml.bookmarked(xml.runs(outline.title), mark, body.ids), "Title", text=outline.title
    )
    version = f"Version {outline.form_version}" if outline.form_version else ""
    yield xml.says(outline.subtitle or version or " ", "Subtitle")


def _opening(outline: OutlineDocument, form: Form | None) -> Iterator[str]:
    if form is not None:
        yield from (xml.says(words, "Normal") for words in _HOW)
        return
    widths = (3300, look.WIDTH - 3300)
    tables = (
        ("About this plan", ("About this plan", "Details"), outline.facts),
        ("People", ("Role", "Name"), outline.people),
    )
    for title, heads, facts in tables:
        if facts:
            head = xml.row(
                (
                    xml.cell(xml.says(words, "PEPHead"), width, fill=look.SOFT)
                    for words, width in zip(heads, widths, strict=True)
                ),
                is_header=True,
            )
            lines = [
                xml.row(
                    (
                        xml.cell(xml.says(fact.label, "PEPLabel"), widths[0]),
                        xml.cell(xml.says(fact.text, "PEPAnswer"), widths[1]),
                    )
                )
                for fact in facts
            ]
            yield xml.says("", "PEPGap") + xml.table([head, *lines], widths, title=title)
    yield xml.says(
        "Confidential. This plan is about a child. Keep it safe, and show it only to people who "
        f"work on it. {outline.audience_label}.",
        "PEPNotice",
    )


def _end() -> Iterator[str]:
    yield xml.says("The Personal Education Plan is part of the child’s care plan.", "PEPNote")
    if contact():
        yield xml.says(f"Questions: {contact()}.", "PEPNote")
