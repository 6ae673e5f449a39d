"""How a Word document looks: styles, page and foot, in the palette of screens and PDF."""

from __future__ import annotations

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle

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


def dress(document: Document, *, language: str, foot: str) -> None:
    """Styles, page and foot of a new document."""
    _page(document)
    _language(document, language)
    _styles(document)
    _foot(document, foot)


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


def _styles(document: Document) -> None:
    styles = document.styles
    _font(styles["Normal"], size=10.5, after=4)
    _font(styles["Title"], size=25, bold=True, colour="FFFFFF", after=0, band=True)
    _font(styles["Subtitle"], size=12, colour="D8E8E6", after=16, band=True)
    _font(styles["Heading 1"], size=17, bold=True, before=22, after=0, keep=True)
    _font(styles["Heading 2"], size=13, bold=True, before=14, after=4, keep=True)
    _font(styles["Heading 3"], size=11.5, bold=True, before=10, after=3, keep=True)
    _font(styles["Heading 4"], size=10.5, bold=True, colour=MUTED, before=6, after=3, keep=True)

    def add(name: str, **how: object) -> None:
        style = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = styles["Normal"]
        _font(style, **how)  # type: ignore[arg-type]

    add("PEP From", size=10.5, colour="B9D7D5", after=0, band=True)
    add("PEP Owner", size=10.5, bold=True, after=8, keep=True)
    add("PEP Intro", size=10.5, colour=MUTED, after=6, keep=True)
    add("PEP Label", size=10, colour=MUTED, after=0)
    add("PEP Head", size=9, bold=True, colour=MUTED, after=0)
    add("PEP Hint", size=9, colour=MUTED, before=1, after=0, keep=True)
    add("PEP Answer", size=10.5, after=0)
    add("PEP Note", size=9, colour=MUTED, before=1, after=0)
    add("PEP Gap", size=4, after=4)
    add("PEP Notice", size=10.5, before=8, after=12, fill=WARM_SOFT, edge=WARM)
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
    band: bool = False,
) -> None:
    style.font.name = FONT
    fonts = style.element.get_or_add_rPr().find(qn("w:rFonts"))
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)
    for script in ("cs", "eastAsia"):
        fonts.set(qn(f"w:{script}"), FONT)
    style.font.size, style.font.bold, style.font.italic = Pt(size), bold, False
    style.font.color.rgb = RGBColor.from_string(colour)
    form = style.paragraph_format
    form.space_before, form.space_after, form.line_spacing = Pt(before), Pt(after), 1.15
    form.keep_with_next = keep
    properties = style.element.get_or_add_pPr()
    for border in properties.findall(qn("w:pBdr")):
        properties.remove(border)
    for spacing in style.element.rPr.findall(qn("w:spacing")):
        style.element.rPr.remove(spacing)
    if band:
        # The band's borders are of its own colour: they are the air round its words.
        fill = BAND
        form.left_indent = form.right_indent = Pt(14)
        sides = "".join(
            f'<w:{side} w:val="single" w:sz="48" w:space="{space}" w:color="{BAND}"/>'
            for side, space in (("top", 10), ("left", 8), ("bottom", 10), ("right", 8))
        )
        border = parse_xml(f"<w:pBdr {xml.NAMESPACES}>{sides}</w:pBdr>")
        properties.insert_element_before(border, "w:shd", "w:spacing", "w:ind", "w:outlineLvl")
    if edge:
        properties.insert_element_before(_edge(edge), "w:shd", "w:spacing", "w:ind", "w:outlineLvl")
    if fill:
        shade = parse_xml(f'<w:shd {xml.NAMESPACES} w:val="clear" w:color="auto" w:fill="{fill}"/>')
        properties.insert_element_before(shade, "w:spacing", "w:ind", "w:outlineLvl")


def _edge(colour: str) -> object:
    return parse_xml(
        f'<w:pBdr {xml.NAMESPACES}><w:left w:val="single" w:sz="24" w:space="8" '
        f'w:color="{colour}"/></w:pBdr>'
    )


def ruled(side: str) -> str:
    """Properties of a heading with a rule in the colour of whoever fills the section in."""
    return (
        f'<w:pBdr><w:left w:val="single" w:sz="48" w:space="8" w:color="{SIDES[side]}"/></w:pBdr>'
    )


def coloured(side: str) -> str:
    """Properties of words in the colour of whoever fills the section in."""
    return f'<w:color w:val="{SIDES[side]}"/>'


def _foot(document: Document, foot: str) -> None:
    footer = document.sections[0].footer
    footer.is_linked_to_previous = False
    style = document.styles["Footer"]
    _font(style, size=8.5, colour=MUTED)
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
