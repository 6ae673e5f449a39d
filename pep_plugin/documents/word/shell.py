"""A council's own Word file round our pages: its logo, head, foot and styles.

A shell is code: it is named in the settings by whoever runs the site. It is filled in *before* the
plan is written into it, so that no answer ever passes the template engine, and it gets plain texts
only, in a sandbox, escaped.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path

import docx
from docx.document import Document
from docxtpl import DocxTemplate
from jinja2 import TemplateError
from jinja2.sandbox import SandboxedEnvironment

from pep_plugin.documents.outline import OutlineDocument
from pep_plugin.documents.word.look import WIDTH
from pep_plugin.files.guard import Unsafe, check_office_file

#: What a shell may print, and what stands there. All are texts.
KNOWN = {
    "council": "the council's name",
    "team": "the team's name",
    "contact": "the team's telephone and e-mail",
    "reference": "the plan's reference",
    "version": "“Draft”, or how often it was sent",
    "audience": "for whom the copy is",
    "foot": "reference, version, audience and “Confidential” in one line",
    "form": "the form's title",
    "title": "the title, with the child's name: on the first page only",
}
_NAMES_THE_CHILD = "title"
#: Twentieths of a point by which the text may be narrower than our tables.
_NARROWER = 300
_STYLES = ("Title", "Subtitle", "Heading 1", "Heading 2", "Heading 3", "Normal", "Footer")
_EDGES = re.compile(r"word/(?:header|footer)\d*\.xml")
_OUTSIDE = re.compile(rb'Type="([^"]*)"[^>]*TargetMode="External"|TargetMode="External"[^>]*')


class BadShell(Exception):
    """The shell cannot be used. ``str()`` is a sentence for whoever made it."""


def values(
    outline: OutlineDocument, *, council: str, team: str, contact: str, foot: str
) -> dict[str, str]:
    """The texts of one document, by the names of :data:`KNOWN`."""
    return {
        "council": council,
        "team": team,
        "contact": contact,
        "reference": outline.reference,
        "version": outline.version,
        "audience": outline.audience_label,
        "foot": foot,
        "form": outline.form_title,
        "title": outline.title,
    }


def opened(path: str | Path, texts: Mapping[str, str]) -> Document:
    """The shell with its texts filled in, as a document to go on with. Raises :class:`BadShell`."""
    try:
        template = DocxTemplate(str(path))
        template.render(dict(texts), jinja_env=_engine())
    except (TemplateError, OSError, KeyError, ValueError) as error:
        raise BadShell(f"The Word shell cannot be filled in: {_why(error)}") from error
    stream = io.BytesIO()
    template.save(stream)
    stream.seek(0)
    return docx.Document(stream)


def problems(path: str | Path) -> list[str]:
    """Sentences on what is wrong with a shell; none when it can be used."""
    try:
        check_office_file(Path(path))
        names = DocxTemplate(str(path)).get_undeclared_template_variables(jinja_env=_engine())
        document = docx.Document(str(path))
    except Unsafe as unsafe:
        return [str(unsafe)]
    except TemplateError as error:
        return [f"What stands between curly brackets cannot be read: {_why(error)}"]
    except (OSError, KeyError, ValueError) as error:
        return [f"The file cannot be opened as a Word document: {_why(error)}"]
    found = [
        f"{{{{ {name} }}}} is not known. Known: {', '.join(KNOWN)}."
        for name in sorted(names - set(KNOWN))
    ]
    if not found:
        try:
            opened(path, dict.fromkeys(KNOWN, "x"))
        except BadShell as bad:
            found.append(str(bad))
    return [*found, *_edges(Path(path)), *_outside(Path(path)), *_shape(document)]


def _engine() -> SandboxedEnvironment:
    return SandboxedEnvironment(autoescape=True)


def _edges(path: Path) -> Iterator[str]:
    """What must, and what may not, stand at the head and foot of each page."""
    with zipfile.ZipFile(path) as archive:
        parts = [archive.read(name) for name in archive.namelist() if _EDGES.fullmatch(name)]
    marked_up = b" ".join(parts).decode("utf-8", "replace")
    words = re.sub(r"<[^>]*>", "", marked_up)
    used = set(re.findall(r"\{\{\s*(\w+)", words))
    if "foot" not in used and not {"reference", "version", "audience"} <= used:
        yield (
            "The head or foot must print {{ foot }}, or {{ reference }}, {{ version }} and "
            "{{ audience }}."
        )
    for field, what in (("NUMPAGES", "how many pages there are"), ("PAGE", "the page’s number")):
        if not re.search(rf"(?<![A-Z]){field}(?![A-Z])", marked_up):
            yield (
                f"The head or foot must print {what} "
                f"(in Word: Insert, Quick Parts, Field, {field})."
            )
    if _NAMES_THE_CHILD in used:
        yield "{{ title }} names the child, so it may not stand in the head or foot of every page."


def _outside(path: Path) -> Iterator[str]:
    """A document that fetches something tells somebody else when and where it is opened."""
    with zipfile.ZipFile(path) as archive:
        for name in archive.namelist():
            if name.endswith(".rels") and any(
                not (kind.group(1) or b"").endswith(b"/hyperlink")
                for kind in _OUTSIDE.finditer(archive.read(name))
            ):
                yield f"{name} fetches something from elsewhere. Put pictures into the file itself."


def _shape(document: Document) -> Iterator[str]:
    section = document.sections[-1]
    sizes = (section.page_width, section.left_margin, section.right_margin)
    if all(size is not None for size in sizes):
        page, left, right = (int(size or 0) for size in sizes)
        room = (page - left - right) / 635
        if room < WIDTH - _NARROWER:
            yield (
                f"The text is {room / 56.7:.0f} mm wide; tables of a plan need 170 mm. "
                "Make the margins smaller."
            )
    names = {style.name for style in document.styles}
    for wanted in _STYLES:
        if wanted not in names:
            yield f"The style “{wanted}” is missing."


def _why(error: Exception) -> str:
    """One line, without what a library adds about itself."""
    return " ".join(str(error).split())[:200] or type(error).__name__
