"""What people may add to a plan, and what is kept of it."""

import io
import zipfile

import pytest
from PIL import Image

from pep_plugin.files import intake
from pep_plugin.files.intake import Refused, clean_name, take_in

PDF = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n"


def picture(kind: str = "JPEG", *, size: tuple[int, int] = (40, 30), **options) -> bytes:
    stream = io.BytesIO()
    Image.new("RGB", size, "purple").save(stream, kind, **options)
    return stream.getvalue()


def with_a_place() -> bytes:
    """A photo that says where it was taken, and lies on its side."""
    exif = Image.Exif()
    exif[0x0112] = 6
    exif[0x010E] = "12 Quiet Lane"
    exif.get_ifd(0x8825)[2] = (51.0, 30.0, 0.0)
    return picture(exif=exif)


def word(extra: str = "word/document.xml") -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr(
            "[Content_Types].xml",
            '<Types><Override PartName="/word/document.xml" ContentType="application/vnd.'
            'openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
        )
        archive.writestr("_rels/.rels", "<Relationships/>")
        archive.writestr(extra, "<document/>")
    return stream.getvalue()


@pytest.mark.parametrize(
    ("name", "data", "content_type"),
    [
        ("Letter.pdf", PDF, "application/pdf"),
        ("Photo.JPG", picture(), "image/jpeg"),
        ("drawing.png", picture("PNG"), "image/png"),
        ("notes.txt", "Maya’s notes".encode(), "text/plain"),
        (
            "Report.docx",
            word(),
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        ),
    ],
)
def test_honest_files_come_in_under_their_own_name(name, data, content_type):
    accepted = take_in(name, data)
    assert (accepted.name, accepted.content_type) == (name, content_type)
    assert accepted.data


def test_a_photo_loses_the_place_where_it_was_taken_and_stands_upright():
    accepted = take_in("photo.jpg", with_a_place())
    assert b"Quiet Lane" not in accepted.data
    with Image.open(io.BytesIO(accepted.data)) as kept:
        assert dict(kept.getexif()) == {}
        assert kept.size == (30, 40)


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("run.exe", b"MZ\x90", "not taken"),
        ("no-ending", PDF, "not taken"),
        ("page.html", b"<script>", "not taken"),
        ("picture.svg", b"<svg/>", "not taken"),
        ("letter.pdf", b"MZ\x90\x00" * 40, "does not fit"),
        ("photo.jpg", picture("PNG"), "does not fit"),
        ("photo.jpg", b"", "empty"),
        ("notes.txt", b"a\0b", "does not fit"),
        ("letter.docx", b"PK\x03\x04 broken", "damaged"),
        ("letter.docx", word("word/vbaProject.bin"), "macros"),
        ("photo.png", picture("PNG")[:60], "cannot be opened"),
    ],
    ids=lambda given: given if isinstance(given, str) else "",
)
def test_other_files_are_refused_with_a_sentence(name, data, says):
    with pytest.raises(Refused, match=says):
        take_in(name, data)


def test_a_file_over_the_limit_is_refused(settings):
    settings.PEP_PLUGIN = {**settings.PEP_PLUGIN, "LARGEST_UPLOAD_MB": 1}
    with pytest.raises(Refused, match="over 1 MB"):
        take_in("long.txt", b"x" * (1024 * 1024 + 1))


def test_a_picture_of_too_many_points_is_refused_before_it_is_unpacked(monkeypatch):
    monkeypatch.setattr(intake, "MOST_POINTS", 1000)
    with pytest.raises(Refused, match="too large"):
        take_in("photo.png", picture("PNG", size=(100, 100)))


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("C:\\Users\\Sam\\My letter.pdf", "My letter.pdf"),
        ("../../etc/passwd.txt", "passwd.txt"),
        ("a\r\nb.pdf", "a b.pdf"),
        ("photo\u202egpj.exe", "photogpj.exe"),
        (f"{'x' * 300}.pdf", f"{'x' * 116}.pdf"),
        ("", "file"),
    ],
)
def test_a_name_is_one_line_and_no_path(given, shown):
    assert clean_name(given) == shown
