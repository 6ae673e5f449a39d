"""The drawings of papers, and the council's logo: what goes into a Word document, and what not."""

import hashlib
import re
from pathlib import Path

import docx
import pytest
from lxml import etree
from PIL import Image

from pep_plugin.documents import word
from pep_plugin.documents.word import pictures
from pep_plugin.documents.word.pictures import Pictures, logo_path
from pep_plugin.sections import definitions
from tests.documents import scene

FOLDER = Path(pictures.path_of("face-1")).parent
DRAWINGS = sorted(FOLDER.glob("*.svg"))
PAPERS = definitions.papers()


@pytest.fixture
def found(tmp_path, settings):
    """A folder of the council's static files."""
    settings.STATICFILES_DIRS = [tmp_path]
    from django.contrib.staticfiles import finders

    finders.get_finder.cache_clear()
    yield tmp_path
    finders.get_finder.cache_clear()


@pytest.mark.parametrize("drawing", DRAWINGS, ids=lambda path: path.stem)
class TestEveryDrawing:
    def test_its_png_was_made_from_the_svg_as_it_is_now(self, drawing):
        image = Image.open(drawing.with_suffix(".png"))
        assert image.text["Source"] == hashlib.sha256(drawing.read_bytes()).hexdigest()
        assert image.size == (256, 256)

    def test_it_has_a_title_and_loads_nothing(self, drawing):
        tree = etree.parse(drawing)
        assert tree.findtext("{http://www.w3.org/2000/svg}title").strip()
        assert not re.search(rb"href|url\(|<script|<image", drawing.read_bytes())


def test_every_picture_that_a_paper_names_is_shipped():
    named = {
        picture
        for form in PAPERS.values()
        for picture in (
            *(section.picture for section in form.sections),
            *(question.picture for _path, _section, question in form.paths()),
        )
        if picture
    }
    assert {drawing.stem for drawing in DRAWINGS} >= named
    assert len(named) > 15


def test_every_drawing_is_used(settings):
    settings.PEP_PLUGIN = {}
    shown = set()
    for form in PAPERS.values():
        names = scene.body(word.blank(form)).iter("{*}cNvPr")
        shown |= {Path(node.get("name")).stem for node in names}
    assert shown == {drawing.stem for drawing in DRAWINGS}


def test_a_name_that_is_no_drawing_draws_nothing():
    drawn = Pictures(docx.Document())
    for name in ("", "no-such-drawing", "../../mark", "face-1.png", "FACE-1"):
        assert drawn.draw(name, 10) == ""


def test_a_picture_lies_in_the_document_once_however_often_it_is_shown():
    document = docx.Document()
    drawn = Pictures(document)
    first, second = drawn.draw("star", 10), drawn.draw("star", 10)
    relation = re.compile(r'r:embed="(\w+)"')
    assert relation.search(first)[1] == relation.search(second)[1]
    assert re.search(r'docPr id="(\d+)"', first)[1] != re.search(r'docPr id="(\d+)"', second)[1]


def test_a_logo_stands_above_the_title_with_the_councils_name(found, settings):
    Image.new("RGB", (120, 40), "navy").save(found / "logo.png")
    settings.PEP_PLUGIN = {"COUNCIL_NAME": "Alderbrook “& Sons” Council", "LOGO": "logo.png"}
    root = scene.body(word.blank(PAPERS["my-profile"]))
    first = next(root.iter("{*}docPr"))
    assert first.get("descr") == "Alderbrook “& Sons” Council"
    assert first.find(".//{*}decorative") is None
    extent = next(root.iter("{*}extent"))
    assert int(extent.get("cx")) == 3 * int(extent.get("cy"))


def test_a_png_beside_an_svg_logo_is_its_stand_in(found):
    (found / "logo.svg").write_text("<svg/>")
    assert logo_path("logo.svg") is None
    Image.new("RGB", (10, 10)).save(found / "logo.png")
    assert logo_path("logo.svg") == found / "logo.png"


@pytest.mark.parametrize("name", ["", "nothing.png", "logo.svg", "logo.gif", "logo.txt"])
def test_without_a_logo_that_word_shows_the_councils_name_stands_alone(found, settings, name):
    for kind in ("logo.svg", "logo.gif", "logo.txt"):
        (found / kind).write_text("<svg/>")
    settings.PEP_PLUGIN = {"COUNCIL_NAME": "Alderbrook Council", "LOGO": name}
    root = scene.body(word.blank(scene.form()))
    assert next(root.iter("{*}docPr"), None) is None
    assert scene.text_of(root).startswith("Alderbrook Council")


def test_a_logo_that_is_no_picture_is_left_out(found, settings):
    (found / "logo.png").write_text("This is not a picture.")
    settings.PEP_PLUGIN = {"COUNCIL_NAME": "Alderbrook Council", "LOGO": "logo.png"}
    assert next(scene.body(word.blank(scene.form())).iter("{*}docPr"), None) is None
