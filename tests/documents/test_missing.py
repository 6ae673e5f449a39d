"""Where a library is missing, a sentence says what to install, before anything is drawn."""

import sys

import pytest
from django.core.checks import run_checks

from pep_plugin.documents import missing, pdf, word
from pep_plugin.documents.missing import MissingLibrary
from tests.documents import scene


def test_without_weasyprint_a_sentence_names_the_extra_and_the_packages(monkeypatch):
    monkeypatch.setattr(missing, "find_spec", lambda name: None)
    with pytest.raises(MissingLibrary, match=r"pep-plugin\[pdf\].*libpango-1\.0-0"):
        pdf.pdf(scene.outline())


def test_without_a_font_nothing_is_drawn(monkeypatch):
    monkeypatch.setattr(missing, "has_fonts", lambda: False)
    monkeypatch.setattr(missing, "find_spec", lambda name: name)
    monkeypatch.setitem(sys.modules, "weasyprint", None)
    with pytest.raises(MissingLibrary, match=r"none.* on this machine.*fonts-noto-core"):
        pdf.pdf(scene.outline())


def test_without_pango_a_sentence_says_so(monkeypatch):
    class Broken:
        def __getattr__(self, name):
            raise OSError("cannot load library 'libpango-1.0-0'")

    monkeypatch.setattr(missing, "find_spec", lambda name: name)
    monkeypatch.setitem(sys.modules, "weasyprint", Broken())
    with pytest.raises(MissingLibrary, match="Pango"):
        pdf.pdf(scene.outline())


def test_without_python_docx_a_sentence_names_the_extra(monkeypatch):
    monkeypatch.setattr(missing, "find_spec", lambda name: None)
    for make in (lambda: word.blank(scene.form()), lambda: word.filled(scene.outline())):
        with pytest.raises(MissingLibrary, match=r"pep-plugin\[word\]"):
            make()


def test_fontconfig_is_asked_and_knows_fonts_here():
    missing.has_fonts.cache_clear()
    assert missing.has_fonts() is True


def test_where_there_is_no_fontconfig_there_are_no_fonts(monkeypatch):
    def nowhere(name):
        raise OSError

    missing.has_fonts.cache_clear()
    monkeypatch.setattr(missing.ctypes, "CDLL", nowhere)
    assert missing.has_fonts() is False
    missing.has_fonts.cache_clear()


def test_importing_documents_imports_neither_library():
    import subprocess

    code = (
        "import os, sys, django; os.environ['DJANGO_SETTINGS_MODULE'] = 'council.settings.test'; "
        "django.setup(); import pep_plugin.documents.formats, pep_plugin.documents.word; "
        "print(sorted({'weasyprint', 'docx', 'docxtpl'} & set(sys.modules)))"
    )
    out = subprocess.run(
        [sys.executable, "-c", code],
        check=True,
        capture_output=True,
        text=True,
        env={"PYTHONPATH": ".:sandbox", "PATH": ""},
    )
    assert out.stdout.strip() == "[]"


def found() -> set[str | None]:
    return {message.id for message in run_checks(tags=["pep_plugin"])}


def test_a_machine_without_fonts_is_an_error_before_the_first_pdf(monkeypatch):
    monkeypatch.setattr(missing, "has_fonts", lambda: False)
    assert "pep_plugin.E005" in found()


def test_a_site_without_weasyprint_is_warned(monkeypatch):
    monkeypatch.setattr(missing, "find_spec", lambda name: None)
    assert "pep_plugin.W002" in found()
    assert "pep_plugin.E005" not in found()


def test_a_public_only_site_makes_no_pdf_and_needs_no_fonts(monkeypatch, settings):
    monkeypatch.setattr(missing, "has_fonts", lambda: False)
    settings.PEP_PLUGIN = {**settings.PEP_PLUGIN, "PARTS": "public"}
    assert "pep_plugin.E005" not in found()
