"""An outline as a Word document."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import docx
from docx.document import Document
from docx.oxml import parse_xml

from pep_plugin.conf import conf
from pep_plugin.documents.html import contact, foot, notice
from pep_plugin.documents.outline import OutlineDocument
from pep_plugin.documents.word import look, names, properties, shell, xml
from pep_plugin.documents.word.body import Body
from pep_plugin.documents.word.papers import Paper
from pep_plugin.documents.word.pictures import Pictures, logo_path
from pep_plugin.sections.schema import Form

_HOW = (
    "Fill in what you know and leave the rest. Click where you want to write; lists open when you "
    "click on them. “Optional” means that nobody will ask you for it.",
    "Say what is strong before what is hard, and write so that the child may read it.",
    "This form is confidential once it is filled in. Send it only in the way that your Virtual "
    "School has agreed with you, and never put the child’s name into the name of the file.",
)


def write(
    outline: OutlineDocument,
    *,
    form: Form | None = None,
    council: str = "",
    team: str = "",
    in_shell: str | Path = "",
) -> bytes:
    """The bytes of a .docx file. ``form``: given when it is a blank template of that form.

    ``in_shell``: a file to write it into, in place of the one that the settings name.
    """
    council, team = council or conf.COUNCIL_NAME, team or conf.TEAM_NAME
    is_paper = form is not None and form.purpose == "template"
    how = look.for_paper(form.audience, form.type_size) if form and is_paper else look.for_plan()
    shell_path = "" if is_paper else in_shell or conf.WORD_SHELL
    has_shell = bool(shell_path)
    if has_shell:
        document = _in_shell(shell_path, outline, form, council=council, team=team)
    else:
        document = docx.Document()
        look.dress(document, language=outline.language, foot=_foot(outline, form), as_=how)
    properties.describe(document, outline, author=f"{council}, {team}")
    logo = logo_path(conf.LOGO) if conf.LOGO else None
    pictures = Pictures(document, {"logo": logo} if logo else None)
    body = Paper(outline, form, pictures, how) if form and is_paper else Body(outline, form)
    text = "".join(
        (
            *(() if has_shell else _logo(pictures, council)),
            *(() if has_shell else _from(council, team)),
            *_title(outline, body),
            *_opening(outline, form),
            body.write(),
            *_end(form),
        )
    )
    root = document.element.body
    end = root[-1]
    for element in list(parse_xml(f"<w:body {xml.NAMESPACES}>{text}</w:body>")):
        end.addprevious(element)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def _foot(outline: OutlineDocument, form: Form | None) -> str:
    if form is None:
        return foot(outline)
    is_childs = form.audience == "child"
    private = "Private once I have filled it in" if is_childs else "Confidential when filled in"
    return f"{outline.name} · {private}"


def _logo(pictures: Pictures, council: str) -> Iterator[str]:
    """On white, since nobody can know whether it shows on the band."""
    if drawn := pictures.draw("logo", 11, alt=council):
        yield xml.paragraph(drawn, "PEPLogo")


def _in_shell(
    path: str | Path, outline: OutlineDocument, form: Form | None, *, council: str, team: str
) -> Document:
    """The council's own file, filled in: from here on nothing is a template any more."""
    foot = _foot(outline, form)
    texts = shell.values(outline, council=council, team=team, contact=contact(), foot=foot)
    document = shell.opened(path, texts)
    look.dress_shell(document, language=outline.language)
    return document


def _from(council: str, team: str) -> Iterator[str]:
    yield xml.paragraph(
        xml.runs(council, '<w:b/><w:color w:val="FFFFFF"/>') + xml.runs(f"   {team}"), "PEPFrom"
    )


def _title(outline: OutlineDocument, body: Body) -> Iterator[str]:
    mark = names.form_bookmark(outline.form_key, outline.form_version)
    title = xml.bookmarked(xml.runs(outline.title), mark, body.ids)
    drawn = body.title_picture
    far = f'<w:tabs><w:tab w:val="right" w:pos="{look.WIDTH - 280}"/></w:tabs>' if drawn else ""
    yield xml.paragraph(title + drawn, "Title", before=far, text=outline.title)
    yield xml.says(outline.subtitle or body.subtitle or " ", "Subtitle")


def _opening(outline: OutlineDocument, form: Form | None) -> Iterator[str]:
    if form is not None:
        lines = form.intro.splitlines() or list(_HOW)
        if form.purpose == "template" and form.intro:
            # The first line stands under the title.
            lines = lines[1:]
        yield from (xml.says(words, "PEPOpening") for words in lines)
        yield xml.says("", "PEPGap")
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
    yield xml.says("", "PEPGap") + xml.says(
        f"Confidential. {notice()} {outline.audience_label}.",
        "PEPNotice",
    )


def _end(form: Form | None) -> Iterator[str]:
    if form is None or form.purpose == "plan":
        yield xml.says("The Personal Education Plan is part of the child’s care plan.", "PEPNote")
    if contact():
        yield xml.says(f"Questions: {contact()}.", "PEPNote")
