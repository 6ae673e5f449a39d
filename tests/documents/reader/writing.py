"""Documents written by hand, in the manner of programs that are not here."""

from typing import Any

from pep_plugin.documents import word
from pep_plugin.documents.word import reader
from pep_plugin.sections.schema import Form
from tests.documents import scene
from tests.documents.corpus.make import pack, unpack

NAMESPACES = " ".join(
    f'xmlns:{prefix}="{uri}"'
    for prefix, uri in {
        "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
        "w15": "http://schemas.microsoft.com/office/word/2012/wordml",
        "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "v": "urn:schemas-microsoft-com:vml",
        "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    }.items()
)
FORM = scene.form()
_PARTS = unpack(word.blank(FORM, version=3))


def run(text: str, properties: str = "") -> str:
    inner = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{inner}<w:t xml:space="preserve">{text}</w:t></w:r>'


def p(*content: str, properties: str = "") -> str:
    inner = f"<w:pPr>{properties}</w:pPr>" if properties else ""
    return f"<w:p>{inner}{''.join(content)}</w:p>"


def control(content: str, tag: str = "", kind: str = "", *, prompt: bool = False) -> str:
    """A content control round anything. ``kind``: what it says of what may be typed."""
    tagged = f'<w:tag w:val="{tag}"/>' if tag else ""
    showing = "<w:showingPlcHdr/>" if prompt else ""
    return (
        f"<w:sdt><w:sdtPr>{tagged}{showing}{kind}</w:sdtPr>"
        f"<w:sdtContent>{content}</w:sdtContent></w:sdt>"
    )


def bookmark(content: str, name: str, number: int = 1) -> str:
    return (
        f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>{content}'
        f'<w:bookmarkEnd w:id="{number}"/>'
    )


def table(*rows: str) -> str:
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(rows)}</w:tbl>"


def row(*cells: str) -> str:
    return f"<w:tr>{''.join(cells)}</w:tr>"


def cell(*content: str) -> str:
    return f"<w:tc><w:tcPr/>{''.join(content)}</w:tc>"


def words(*texts: str) -> str:
    """A row with a paragraph in each cell."""
    return row(*(cell(p(run(text))) for text in texts))


def file(body: str, **others: str) -> bytes:
    """A Word file with a body. ``others``: further parts by their relationship, such as
    ``comments``; "plain" leaves our own properties out.
    """
    is_plain = others.pop("plain", "")
    parts = dict(_PARTS)
    if is_plain:
        parts.pop("docProps/custom.xml")
    for kind, content in others.items():
        parts[f"word/{kind}.xml"] = content.encode()
        relation = (
            f'<Relationship Id="x{kind}" Target="{kind}.xml" Type="http://schemas.openxmlformats'
            f'.org/officeDocument/2006/relationships/{kind}"/></Relationships>'
        )
        name = "word/_rels/document.xml.rels"
        parts[name] = parts[name].replace(b"</Relationships>", relation.encode())
    parts["word/document.xml"] = (
        f"<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>".encode()
    )
    return pack(parts)


def read(body: str, form: Form = FORM, **others: str) -> reader.Found:
    return reader.read(file(body, **others), form)


def value(body: str, path: str = "every.text", **others: str) -> Any:
    """The value that stands in a body, and nothing else does."""
    found = read(body, **others)
    assert set(found.answers) <= {path}, found.answers
    assert not found.unplaced, found.unplaced
    return found.answers.get(path, {}).get("value")
