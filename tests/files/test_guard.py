"""Office files are looked over before anything parses them; each refusal is a plain sentence."""

import io
import zipfile
import zlib

import pytest

from pep_plugin.files import guard

TYPES = "[Content_Types].xml"


def office_file(parts=None, **options):
    """A zip archive with the least of an Office file and ``parts``."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED, **options) as archive:
        archive.writestr(TYPES, "<Types/>")
        for name, content in (parts or {}).items():
            archive.writestr(name, content)
    data.seek(0)
    return data


def random_bytes(size):
    """Bytes that do not shrink, the same each time."""
    import random

    return random.Random(7).randbytes(size)


def sentence(source):
    with pytest.raises(guard.Unsafe) as caught:
        guard.check_office_file(source)
    text = str(caught.value)
    assert text.endswith(".")
    return text


def test_an_ordinary_file_passes():
    guard.check_office_file(office_file({"word/document.xml": "<w:document/>"}))


@pytest.mark.parametrize(
    ("parts", "said"),
    [
        ({"word/document.xml": b" " * (guard.LARGEST_XML + 1)}, "unpacks to more"),
        ({"word/document.xml": b" " * 1_000_000}, "unpacks to more"),
        ({"a.bin": b" " * (guard.LARGEST_PART + 1)}, "unpacks to more"),
        ({f"{n}.xml": "<x/>" for n in range(guard.MOST_ENTRIES)}, "unpacks to more"),
        ({"word/vbaProject.bin": b"x"}, "macros"),
        ({"../outside.xml": "<x/>"}, "not put together"),
        ({"word\\..\\..\\outside.xml": "<x/>"}, "not put together"),
        ({"/etc/passwd": "x"}, "not put together"),
        ({"word/Document.xml": "<x/>", "word/document.XML": "<x/>"}, "not put together"),
        ({"word/document.xml": "<!DOCTYPE x><x/>"}, "not put together"),
        ({"word/document.xml": "<!ENTITY a 'b'>"}, "not put together"),
        ({"word/document.xml": "<!DOCTYPE x><x/>".encode("utf-16")}, "not put together"),
        ({"word/_rels/document.xml.rels": "<!DOCTYPE x><x/>"}, "not put together"),
    ],
)
def test_a_trap_is_refused(parts, said):
    assert said in sentence(office_file(parts))


def test_many_parts_that_are_large_together_are_refused():
    size = 19 * 1024 * 1024
    # Stored, so that no single part is refused for shrinking too well.
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr(TYPES, "<Types/>")
        for n in range(4):
            archive.writestr(f"{n}.bin", bytes(size))
    data.seek(0)

    assert "over 10 MB" in sentence(data)


def test_a_file_that_is_too_large_is_refused():
    assert "over 10 MB" in sentence(office_file({"a.bin": random_bytes(11 * 1024 * 1024)}))


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_the_same_part_twice_is_refused():
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr(TYPES, "<Types/>")
        archive.writestr("word/document.xml", "<one/>")
        archive.writestr("word/document.xml", "<two/>")
    data.seek(0)

    assert "not put together" in sentence(data)


def test_a_part_with_a_password_is_refused():
    data = bytearray(office_file({"word/document.xml": "<x/>"}).getvalue())
    entry = data.rindex(b"PK\x01\x02")
    data[entry + 8] |= 1

    assert "password" in sentence(io.BytesIO(bytes(data)))


def test_a_part_that_says_it_is_smaller_than_it_is_is_refused():
    data = office_file({"word/document.xml": "<x>" + "abc" * 5000 + "</x>"}).getvalue()
    whole = (3 + 15000 + 4).to_bytes(4, "little")
    lying = data.replace(whole, (16).to_bytes(4, "little"))
    assert lying != data

    assert "damaged" in sentence(io.BytesIO(lying))


@pytest.mark.parametrize(
    "content",
    [b"PK", b"PK\x03\x04" + bytes(100), zlib.compress(b"x" * 999), random_bytes(5000)],
)
def test_what_is_no_office_file_is_refused(content):
    assert "damaged" in sentence(io.BytesIO(content))


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "empty"),
        (b"{\\rtf1\\ansi Dear all}", "RTF"),
        (b"%PDF-1.7 and so on", "PDF"),
        (b"\xff\xd8\xff\xe0" + bytes(50), "picture"),
        (b"\x89PNG\r\n\x1a\n", "picture"),
        (b"<!DOCTYPE html><html><body>Dear all", "web page"),
        (b"\xef\xbb\xbf  <html xmlns:w='urn:x'>", "web page"),
        (b"MIME-Version: 1.0\r\n", "web page"),
        (b"<?xml version='1.0'?><pkg:package xmlns:pkg='urn:package'/>", "XML format"),
        (guard._OLE + bytes(3000), "old version"),
        (guard._OLE + bytes(70_000) + "EncryptedPackage".encode("utf-16-le"), "password"),
    ],
)
def test_what_honest_people_send_instead_is_called_by_its_name(content, said, tmp_path):
    assert said in sentence(io.BytesIO(content))
    path = tmp_path / "file"
    path.write_bytes(content)
    assert said in sentence(path)


def test_files_of_other_programs_are_called_by_their_name():
    for parts, said in (
        ({"META-INF/manifest.xml": "<m/>", "content.xml": "<c/>"}, "OpenDocument"),
        ({"Index/Document.iwa": "x"}, "Pages"),
    ):
        data = io.BytesIO()
        with zipfile.ZipFile(data, "w") as archive:
            for name, content in parts.items():
                archive.writestr(name, content)
        assert said in sentence(data)


@pytest.mark.parametrize("span", ["1001", "99999999999999999999"])
def test_a_table_wider_than_any_page_is_refused(span):
    xml = f'<w:tc><w:tcPr><w:gridSpan w:val="{span}"/></w:tcPr></w:tc>'
    assert "wider" in sentence(office_file({"word/document.xml": xml}))
    guard.check_office_file(office_file({"word/document.xml": xml.replace(span, "1000")}))


def test_a_zip_without_the_list_of_types_is_refused():
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr("letter.txt", "Dear all")
    data.seek(0)

    assert "damaged" in sentence(data)


@pytest.mark.parametrize("cut", [10, 60, 200])
def test_a_file_cut_short_is_refused(cut):
    data = office_file({"word/document.xml": random_bytes(400)}).getvalue()

    assert "damaged" in sentence(io.BytesIO(data[:-cut]))
