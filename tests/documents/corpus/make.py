"""Broken, hostile and odd files: name -> bytes, and what is said of each ("" for one that is read).

Made by hand and by mutation of a file that is right, so that nothing hostile is kept in the
repository.
"""

import io
import random
import struct
import zipfile
import zlib
from collections.abc import Iterator

from pep_plugin.documents import word
from tests.documents import scene

MAIN = "word/document.xml"
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

Case = tuple[str, bytes, str]


def good() -> bytes:
    return word.filled(scene.outline())


def unpack(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def pack(parts: dict[str, bytes], **how: int) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", how.pop("compression", zipfile.ZIP_DEFLATED)) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return stream.getvalue()


def document(body: str, head: str = "") -> bytes:
    xml = "<?xml version='1.0' encoding='UTF-8'?>"
    return f"{xml}{head}<w:document {W}><w:body>{body}</w:body></w:document>".encode()


def with_body(parts: dict[str, bytes], body: str, head: str = "") -> bytes:
    return pack({**parts, MAIN: document(body, head)})


def tagged(content: str, tag: str = "every.text") -> str:
    return (
        f'<w:sdt><w:sdtPr><w:tag w:val="{tag}"/></w:sdtPr><w:sdtContent>{content}</w:sdtContent>'
        "</w:sdt>"
    )


def says(text: str) -> str:
    return f"<w:r><w:t>{text}</w:t></w:r>"


def cases() -> Iterator[Case]:
    data = good()
    parts = unpack(data)
    yield from _not_word()
    yield from _cut(data)
    yield from _archives(parts)
    yield from _xml(parts)
    yield from _structure(parts)
    yield from _odd_but_read(parts)
    yield from _mutated(data, parts)


def _not_word() -> Iterator[Case]:
    yield "empty", b"", "empty"
    yield "letter as text", b"Dear all, here is the plan.", "damaged or is not"
    yield "rtf", b"{\\rtf1\\ansi Dear all}", "RTF"
    yield "html called docx", b"<html><body><p>Plan</p></body></html>", "web page"
    yield "web archive", b"MIME-Version: 1.0\nContent-Type: multipart/related\n", "web page"
    yield "pdf", b"%PDF-1.7\n1 0 obj", "PDF"
    yield "photo of the form", b"\xff\xd8\xff\xe0" + bytes(500), "picture"
    yield "old doc", OLE + bytes(2000) + "WordDocument".encode("utf-16-le"), "old version"
    yield "password", OLE + bytes(9000) + "EncryptedPackage".encode("utf-16-le"), "password"
    yield "flat xml", b"<?xml version='1.0'?><pkg:package xmlns:pkg='package'/>", "XML format"
    yield "odt", pack({"content.xml": b"<c/>", "META-INF/manifest.xml": b"<m/>"}), "OpenDocument"
    yield "pages", pack({"Index/Document.iwa": b"x", "preview.jpg": b"x"}), "Pages"
    yield "any zip", pack({"letter.txt": b"Dear all"}), "damaged or is not"
    yield "random bytes", random.Random(3).randbytes(4000), "damaged or is not"
    sheet = {
        "[Content_Types].xml": b"<Types/>",
        "_rels/.rels": b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/'
        b'relationships"><Relationship Id="r" Type="http://schemas.openxmlformats.org/'
        b'officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/>'
        b"</Relationships>",
        "xl/workbook.xml": b"<workbook/>",
    }
    yield "spreadsheet", pack(sheet), "not a Word document"


def _cut(data: bytes) -> Iterator[Case]:
    for share in (10, 40, 70, 99):
        yield f"cut at {share} per cent", data[: len(data) * share // 100], "damaged or is not"
    yield "first byte gone", data[1:], "damaged or is not"
    yield "junk before", b"\0" * 300 + data, ""
    yield "junk after", data + b"\0" * 300, ""


def _archives(parts: dict[str, bytes]) -> Iterator[Case]:
    yield "bomb of blanks", pack({**parts, "word/x.xml": b" " * 7_000_000}), "unpacks to more"
    yield "bomb of noughts", pack({**parts, "word/x.bin": bytes(19_000_000)}), "unpacks to more"
    many = {f"word/{number}.xml": b"<x/>" for number in range(2_100)}
    yield "2,100 parts", pack({**parts, **many}), "unpacks to more"
    inner = pack({"a": bytes(1_000_000)})
    yield "archives in archives", pack({**parts, "word/a.zip": inner}), ""
    yield "out of the folder", pack({**parts, "../../etc/passwd": b"x"}), "not put together"
    yield "a path of the machine", pack({**parts, "/etc/passwd": b"x"}), "not put together"
    yield "backslashes", pack({**parts, "word\\..\\..\\x.xml": b"<x/>"}), "not put together"
    yield "two of one name", pack({**parts, "word/DOCUMENT.xml": b"<x/>"}), "not put together"
    yield "macros", pack({**parts, "word/vbaProject.bin": b"x"}), "macros"
    locked = bytearray(pack(parts))
    entry = locked.rindex(b"PK\x01\x02")
    locked[entry + 8] |= 1
    yield "one part locked", bytes(locked), "password"
    unknown = bytearray(pack(parts))
    struct.pack_into("<H", unknown, unknown.rindex(b"PK\x01\x02") + 10, 99)
    yield "an unknown compression", bytes(unknown), "damaged or is not"
    yield "stored, not compressed", pack(parts, compression=zipfile.ZIP_STORED), ""
    yield "lzma", pack(parts, compression=zipfile.ZIP_LZMA), ""
    yield (
        "twelve megabytes",
        pack({**parts, "x.bin": random.Random(5).randbytes(12_000_000)}),
        "10 MB",
    )
    sums = bytearray(pack(parts))
    at = sums.index(MAIN.encode()) - 30 + 14
    sums[at] ^= 0xFF
    start = sums.rindex(MAIN.encode()) - 46 + 16
    sums[start] ^= 0xFF
    yield "wrong check sum", bytes(sums), "damaged or is not"


def _xml(parts: dict[str, bytes]) -> Iterator[Case]:
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    bomb = f'<!DOCTYPE x [<!ENTITY l0 "ha">{laughs}]>'
    yield "a billion laughs", with_body(parts, says("&l9;"), bomb), "not put together"
    outside = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
    yield "a file of the machine", with_body(parts, says("&e;"), outside), "not put together"
    web = '<!DOCTYPE x SYSTEM "http://192.0.2.1/x.dtd">'
    yield "a type from the web", with_body(parts, "", web), "not put together"
    utf16 = document("", "<!DOCTYPE x>").decode().replace("UTF-8", "UTF-16").encode("utf-16")
    yield "a type in UTF-16", pack({**parts, MAIN: utf16}), "not put together"
    yield "an entity nobody defined", with_body(parts, says("&nobody;")), "damaged inside"
    yield "no xml at all", pack({**parts, MAIN: b"Dear all"}), "damaged inside"
    yield "an empty document", pack({**parts, MAIN: b""}), "damaged inside"
    yield "a tag that never ends", pack({**parts, MAIN: parts[MAIN][:-300]}), "damaged inside"
    yield "two roots", pack({**parts, MAIN: parts[MAIN] + b"<x/>"}), "damaged inside"
    yield "another root", pack({**parts, MAIN: b"<html/>"}), "not a Word document"
    yield (
        "bytes that are no UTF-8",
        pack({**parts, MAIN: parts[MAIN].replace(b"Alpha", b"\xff\xfe")}),
        "damaged inside",
    )
    yield (
        "nul in the text",
        pack({**parts, MAIN: parts[MAIN].replace(b"Alpha", b"\0")}),
        "damaged inside",
    )
    utf16 = parts[MAIN].decode().replace("UTF-8", "UTF-16", 1).encode("utf-16")
    yield "honest UTF-16", pack({**parts, MAIN: utf16}), ""
    yield "no relationships", pack({n: c for n, c in parts.items() if n != "_rels/.rels"}), ""
    yield "broken relationships", pack({**parts, "_rels/.rels": b"<"}), "damaged inside"
    loop = parts["word/_rels/document.xml.rels"].replace(b"footer1.xml", b"document.xml")
    yield (
        "a document that is its own footer",
        pack({**parts, "word/_rels/document.xml.rels": loop}),
        "",
    )
    elsewhere = parts["_rels/.rels"].replace(b"word/document.xml", b"../../../etc/passwd")
    yield "a document outside", pack({**parts, "_rels/.rels": elsewhere}), "not a Word document"
    gone = {name: content for name, content in parts.items() if name != MAIN}
    yield "no document", pack(gone), "not a Word document"
    yield "no numbering", pack({n: c for n, c in parts.items() if "numbering" not in n}), ""
    yield "broken numbering", pack({**parts, "word/numbering.xml": b"<w:x"}), "damaged inside"
    custom = parts["docProps/custom.xml"].replace(b"<vt:lpwstr>3<", b"<vt:lpwstr>a lot<")
    yield "a version that is no number", pack({**parts, "docProps/custom.xml": custom}), ""


def _structure(parts: dict[str, bytes]) -> Iterator[Case]:
    deep = says("x")
    for level in range(10_000):
        deep = tagged(deep, f"x{level * 7919 % 100_003}")
    yield "controls 10,000 deep", with_body(parts, f"<w:p>{deep}</w:p>"), "too many layers"
    tables = "<w:p/>"
    for level in range(2_000):
        name = f'<w:tblPr><w:tblStyle w:val="{level * 7919 % 100_003}"/></w:tblPr>'
        tables = f"<w:tbl>{name}<w:tr><w:tc>{tables}</w:tc></w:tr></w:tbl>"
    yield "tables 2,000 deep", with_body(parts, tables), "too many layers"
    some = says("deep down")
    for _level in range(60):
        some = tagged(some)
    yield "controls 60 deep", with_body(parts, f"<w:p>{some}</w:p>"), ""
    cells = "<w:tc><w:p/></w:tc>" * 300
    row = f"<w:tr>{cells}</w:tr>"
    yield "a table of 90,000 cells", with_body(parts, f"<w:tbl>{row * 300}</w:tbl>"), "unpacks to"
    rows = "".join(
        f"<w:tr>{''.join(f'<w:tc><w:p>{says(str(n * m))}</w:p></w:tc>' for m in range(40))}</w:tr>"
        for n in range(1_000)
    )
    yield "a table of 40,000 cells", with_body(parts, f"<w:tbl>{rows}</w:tbl>"), ""
    wide = "".join(f"<w:tc><w:p>{says(str(n * 7919))}</w:p></w:tc>" for n in range(40_000))
    yield "40,000 cells in a row", with_body(parts, f"<w:tbl><w:tr>{wide}</w:tr></w:tbl>"), ""
    span = (
        '<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="900000000"/></w:tcPr></w:tc></w:tr></w:tbl>'
    )
    yield "a cell 900 million wide", with_body(parts, span), "wider than any page"
    minus = (
        '<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="-5"/></w:tcPr><w:p/></w:tc></w:tr></w:tbl>'
    )
    yield "a cell of width -5", with_body(parts, minus), ""
    words = "".join(says(f"w{n * 7919 % 100_003} ") for n in range(60_000))
    yield "60,000 runs in one paragraph", with_body(parts, f"<w:p>{words}</w:p>"), ""
    many = "".join(f"<w:p>{tagged(says(f'x{n * 7919}'))}</w:p>" for n in range(15_000))
    yield "15,000 controls of one tag", with_body(parts, many), ""
    marks = "".join(
        f'<w:bookmarkStart w:id="{n}" w:name="c_9fce5d603a_r{n}"/>' for n in range(40_000)
    )
    yield "40,000 bookmarks that never end", with_body(parts, f"<w:p>{marks}</w:p>"), ""
    fields = "".join(
        f'<w:r w:rsidR="{n * 7919}"><w:fldChar w:fldCharType="begin"/></w:r>' for n in range(5_000)
    )
    yield "fields that never end", with_body(parts, f"<w:p>{fields}{says('x')}</w:p>"), ""
    boxes = "<w:r><w:pict><w:txbxContent><w:p>" * 40 + "</w:p></w:txbxContent></w:pict></w:r>" * 40
    yield "boxes in boxes", with_body(parts, f"<w:p>{boxes}</w:p>"), ""
    lists = '<w:p><w:pPr><w:numPr><w:ilvl w:val="x"/><w:numId w:val="-1"/></w:numPr></w:pPr></w:p>'
    yield "lists that are none", with_body(parts, lists * 100), ""
    cell = "<w:tc><w:p/></w:tc><w:tr/><w:sdt/><w:bookmarkEnd/><w:r><w:t/></w:r>"
    yield "everything where it does not belong", with_body(parts, cell), ""
    wrong = '<w:sdt><w:sdtPr><w:date w:fullDate="not a day"/><w:tag/></w:sdtPr></w:sdt>'
    yield "controls without content", with_body(parts, f"<w:p>{wrong}</w:p>"), ""
    signs = '<w:r><w:sym w:char="zz"/><w:sym w:char="110000"/><w:sym w:char="D800"/></w:r>'
    yield "signs that are none", with_body(parts, f"<w:p>{tagged(signs)}</w:p>"), ""
    path = "count(//*[count(//*) > count(//*)])"
    bound = f'<w:sdt><w:sdtPr><w:dataBinding w:xpath="{path}" w:storeItemID="x"/></w:sdtPr></w:sdt>'
    yield "a path that never comes back", with_body(parts, f"<w:p>{bound}</w:p>"), ""
    long = tagged(says("W" * 3_000_000))
    yield (
        "one word of three million letters",
        pack({**parts, MAIN: document(f"<w:p>{long}</w:p>")}),
        "unpacks to more",
    )


def _odd_but_read(parts: dict[str, bytes]) -> Iterator[Case]:
    types = parts["[Content_Types].xml"]
    dotx = types.replace(b"document.main+xml", b"template.main+xml")
    yield "template (.dotx)", pack({**parts, "[Content_Types].xml": dotx}), ""
    docm = types.replace(
        b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
        b"application/vnd.ms-word.document.macroEnabled.main+xml",
    )
    yield ".docm without macros", pack({**parts, "[Content_Types].xml": docm}), ""
    yield "Strict", strict(parts), ""
    moved = {name.replace("word/", "deep/er/"): content for name, content in parts.items()}
    moved["_rels/.rels"] = parts["_rels/.rels"].replace(b"word/", b"deep/er/")
    yield "parts by other names", pack(moved), ""


def strict(parts: dict[str, bytes]) -> bytes:
    """The file as Word writes it when asked for Strict Open XML."""
    pairs = (
        (
            b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
            b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        ),
        (
            b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
            b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        ),
    )
    made = {}
    for name, content in parts.items():
        for usual, other in pairs:
            content = content.replace(usual, other)
        made[name] = content
    return pack(made)


def _mutated(data: bytes, parts: dict[str, bytes]) -> Iterator[Case]:
    """Bytes turned at random: in the archive, and in the XML before it is packed."""
    chance = random.Random(11)
    for number in range(8):
        turned = bytearray(data)
        for _byte in range(6):
            turned[chance.randrange(len(turned))] = chance.randrange(256)
        yield f"archive with six bytes turned, {number + 1}", bytes(turned), "?"
    for number in range(8):
        main = bytearray(parts[MAIN])
        for _byte in range(3):
            main[chance.randrange(len(main))] = chance.randrange(32, 127)
        yield (
            f"XML with three letters turned, {number + 1}",
            pack({**parts, MAIN: bytes(main)}),
            "?",
        )
    for number in range(4):
        main = parts[MAIN]
        start = chance.randrange(len(main) // 2)
        again = main[:start] + main[start : start + 4000] + main[start:]
        yield f"XML with a piece twice, {number + 1}", pack({**parts, MAIN: again}), "?"
    raw = bytearray(zlib.compress(parts[MAIN]))
    yield "bare zlib", bytes(raw), "damaged or is not"
