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
    [b"", b"PK", b"PK\x03\x04" + bytes(100), zlib.compress(b"x" * 999), random_bytes(5000)],
)
def test_what_is_no_office_file_is_refused(content):
    assert "damaged" in sentence(io.BytesIO(content))


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
