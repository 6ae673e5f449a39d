"""How a Word document looks: styles, page and foot, in the palette of screens and PDF."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle

from pep_plugin.documents import theme
from pep_plugin.documents.word import xml

FONT = "Calibri"
INK, MUTED, LINE = "1C2B33", "54636B", "DDD7CA"
BAND, WARM, WARM_SOFT, SOFT = "12343B", "A84A18", "FBEADF", "F6F3EC"
SIDES = {
    "school": "0B5F63",
    "social-worker": "2D57A0",
    "virtual-school": "3F4A52",
    "carer": "A0522D",
    "child": "7A3F9D",
}
#: Width of the text on an A4 page with margins of 20 mm, in twentieths of a point.
WIDTH = 9638
# The schema wants a style's properties in this order.
_AFTER_BORDERS = ("w:shd", "w:spacing", "w:ind", "w:jc", "w:outlineLvl")


@dataclass(frozen=True, slots=True)
class Dress:
    """What differs from paper to paper. ``size`` and ``least``: of its text, and of its smallest,
    in points; ``band``: behind the title; ``soft``, ``line``: of cells; ``pale``: on the band.
    """

    size: float = 11
    least: float = 11
    band: str = BAND
    soft: str = SOFT
    line: str = LINE
    pale: str = "D8E8E6"

    @property
    def title(self) -> float:
        """The size of the title, in points."""
        return max(25, self.size * 1.9)


PLAN = Dress()


def for_plan() -> Dress:
    """How a plan looks: with the council's own colour behind the title, when its theme has one."""
    return replace(PLAN, band=theme.colours().get("header", BAND))


_PAPERS = {
    "staff": Dress(size=11.5, soft="EAF2F1", line="BFD3D1"),
    "carer": Dress(size=12, band=SIDES["carer"], soft="FBF0E8", line="E2C6B4", pale="FFFFFF"),
    "child": Dress(
        size=13, least=13, band=SIDES["child"], soft="F4EDF9", line="CDB5DF", pale="FFFFFF"
    ),
}


def side_of(audience: str) -> str:
    """Whose colour a paper has."""
    return audience if audience in SIDES else "school"


def for_paper(audience: str, type_size: int) -> Dress:
    """How a paper for an audience looks; ``type_size`` 0 for its usual size."""
    known = _PAPERS.get(audience, _PAPERS["staff"])
    return replace(known, size=max(type_size, known.least)) if type_size else known


def dress(document: Document, *, language: str, foot: str, as_: Dress = PLAN) -> None:
    """Styles, page and foot of a new document."""
    _page(document)
    _language(document, language)
    _styles(document, as_)
    _foot(document, foot, as_)


def dress_shell(document: Document, *, language: str) -> None:
    """What our pages need and a council's shell has not: its own styles stay as they are."""
    _language(document, language)
    own = {style.name for style in document.styles}
    _own_styles(document, PLAN, own)


def _page(document: Document) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(20)
    section.top_margin, section.bottom_margin = Mm(17), Mm(19)
    section.footer_distance = Mm(9)


def _language(document: Document, language: str) -> None:
    for element in document.styles.element.iter(qn("w:lang")):
        element.set(qn("w:val"), language)
    settings = document.settings.element
    for element in settings.iter(qn("w:themeFontLang")):
        element.set(qn("w:val"), language)
    for element in settings.iter(qn("w:compatSetting")):
        # Below 15, Word opens a document in what it calls compatibility mode.
        if element.get(qn("w:name")) == "compatibilityMode":
            element.set(qn("w:val"), "15")


def _styles(document: Document, how: Dress) -> None:
    styles, size = document.styles, how.size
    _font(styles["Normal"], size=size, after=4)
    _font(styles["Title"], size=how.title, bold=True, colour="FFFFFF", band=how.band)
    _font(styles["Subtitle"], size=size + 1, colour=how.pale, after=16, band=how.band)
    _font(styles["Heading 1"], size=size + 6, bold=True, before=18, after=0, keep=True)
    _font(styles["Heading 2"], size=size + 2.5, bold=True, before=14, after=4, keep=True)
    _font(styles["Heading 3"], size=size + 1, bold=True, before=10, after=3, keep=True)
    _font(styles["Heading 4"], size=size, bold=True, colour=MUTED, before=6, after=3, keep=True)
    _own_styles(document, how, frozenset())


def _own_styles(document: Document, how: Dress, known: Collection[str]) -> None:
    """Styles of our own; ``known``: those that a shell brought along."""
    styles, size, least = document.styles, how.size, how.least
    small = max(least, size - 2)

    def add(name: str, **how: object) -> None:
        if name in known:
            return
        style = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = styles["Normal"]
        _font(style, **how)  # type: ignore[arg-type]

    add("PEP From", size=size, colour=how.pale, band=how.band)
    add("PEP Logo", size=least, after=5)
    add("PEP Owner", size=size, bold=True, after=8, keep=True)
    add("PEP Intro", size=size, colour=MUTED, after=6, keep=True)
    add("PEP Label", size=size)
    add("PEP Head", size=small, bold=True, colour=MUTED)
    add("PEP Hint", size=small, colour=MUTED, before=1)
    add("PEP Answer", size=size)
    add("PEP Tick", size=size, after=2, hanging=size * 1.9)
    add("PEP Face", size=max(size, 15.5), centred=True)
    add("PEP Note", size=small, colour=MUTED, before=1)
    add("PEP Gap", size=4, after=4)
    add("PEP Notice", size=size, before=8, after=12, fill=WARM_SOFT, edge=WARM)
    add("PEP Opening", size=size, after=4, fill=how.soft, edge=how.band, is_padded=True)
    if "Placeholder Text" in known:
        return
    placeholder = styles.add_style("Placeholder Text", WD_STYLE_TYPE.CHARACTER)
    placeholder.element.set(qn("w:styleId"), "PlaceholderText")
    placeholder.font.color.rgb = RGBColor.from_string("5C6B73")


def _font(
    style: ParagraphStyle,
    *,
    size: float,
    bold: bool = False,
    colour: str = INK,
    before: float = 0,
    after: float = 0,
    keep: bool = False,
    fill: str = "",
    edge: str = "",
    band: str = "",
    is_padded: bool = False,
    hanging: float = 0,
    centred: bool = False,
) -> None:
    style.font.name = FONT
    fonts = style.element.get_or_add_rPr().find(qn("w:rFonts"))
    for kind in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{kind}"), None)
    for script in ("cs", "eastAsia"):
        fonts.set(qn(f"w:{script}"), FONT)
    style.font.size, style.font.bold, style.font.italic = Pt(size), bold, False
    style.font.color.rgb = RGBColor.from_string(colour)
    form = style.paragraph_format
    form.space_before, form.space_after, form.line_spacing = Pt(before), Pt(after), 1.15
    form.keep_with_next = keep
    if hanging:
        form.left_indent, form.first_line_indent = Pt(hanging), Pt(-hanging)
    if centred:
        form.alignment = WD_ALIGN_PARAGRAPH.CENTER
    properties = style.element.get_or_add_pPr()
    for border in properties.findall(qn("w:pBdr")):
        properties.remove(border)
    for spacing in style.element.rPr.findall(qn("w:spacing")):
        style.element.rPr.remove(spacing)
    if band:
        # The band's borders are of its own colour: they are the air round its words.
        fill = band
        form.left_indent = form.right_indent = Pt(14)
        sides = "".join(
            f'<w:{side} w:val="single" w:sz="48" w:space="{space}" w:color="{band}"/>'
            for side, space in (("top", 10), ("left", 8), ("bottom", 10), ("right", 8))
        )
        border = parse_xml(f"<w:pBdr {xml.NAMESPACES}>{sides}</w:pBdr>")
        properties.insert_element_before(border, *_AFTER_BORDERS)
    if is_padded:
        form.left_indent = form.right_indent = Pt(9)
    if edge:
        border = _edge(edge, fill if is_padded else "")
        properties.insert_element_before(border, *_AFTER_BORDERS)
    if fill:
        shade = parse_xml(f'<w:shd {xml.NAMESPACES} w:val="clear" w:color="auto" w:fill="{fill}"/>')
        properties.insert_element_before(shade, *_AFTER_BORDERS[1:])


def _edge(colour: str, air: str = "") -> object:
    """A rule at the left. ``air``: a colour that the paragraph is framed in all round."""
    left = f'<w:left w:val="single" w:sz="24" w:space="8" w:color="{colour}"/>'
    above, below, right = (
        f'<w:{side} w:val="single" w:sz="24" w:space="3" w:color="{air}"/>' if air else ""
        for side in ("top", "bottom", "right")
    )
    return parse_xml(f"<w:pBdr {xml.NAMESPACES}>{above}{left}{below}{right}</w:pBdr>")


def ruled(side: str) -> str:
    """Properties of a heading with a rule in the colour of whoever fills the section in."""
    return (
        f'<w:pBdr><w:left w:val="single" w:sz="48" w:space="8" w:color="{SIDES[side]}"/></w:pBdr>'
    )


def coloured(side: str) -> str:
    """Properties of words in the colour of whoever fills the section in."""
    return f'<w:color w:val="{SIDES[side]}"/>'


def _foot(document: Document, foot: str, how: Dress) -> None:
    footer = document.sections[0].footer
    footer.is_linked_to_previous = False
    style = document.styles["Footer"]
    _font(style, size=how.least, colour=MUTED)
    for stops in style.element.pPr.findall(qn("w:tabs")):
        style.element.pPr.remove(stops)
    old = footer.paragraphs[0]._p
    new = parse_xml(
        f'<w:p {xml.NAMESPACES}><w:pPr><w:pStyle w:val="Footer"/><w:tabs>'
        f'<w:tab w:val="right" w:pos="{WIDTH}"/></w:tabs></w:pPr>'
        f"{xml.runs(foot)}<w:r><w:tab/></w:r>{xml.runs('Page ')}{_field('PAGE')}"
        f"{xml.runs(' of ')}{_field('NUMPAGES')}</w:p>"
    )
    old.getparent().replace(old, new)


def _field(name: str) -> str:
    return f'<w:fldSimple w:instr=" {name} "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
