"""The docs are true: what exists is documented, and what is documented exists."""

import importlib.util
import re
from pathlib import Path

import pytest
from django.dispatch import Signal

from pep_plugin import conf, signals, urls
from pep_plugin.access.matrix import MATRIX
from pep_plugin.documents.audiences import AUDIENCES
from pep_plugin.documents.formats import FORMATS
from pep_plugin.sections import kinds, roles
from pep_plugin.sections.definitions import shipped

ROOT = Path(__file__).resolve().parent.parent
DOCS = ROOT / "docs"
REFERENCE = DOCS / "reference"
PAGES = sorted([*ROOT.glob("*.md"), *DOCS.rglob("*.md")])
LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")


def headings(page: str) -> set[str]:
    """The code names that stand as headings on a page of the reference: ``## `NAME` ``."""
    text = (REFERENCE / page).read_text(encoding="utf-8")
    return set(re.findall(r"^#{2,3} `(\w[\w-]*)", text, flags=re.MULTILINE))


def first_column(page: str, heading: str) -> set[str]:
    """The code names in the first column of the tables below a heading."""
    text = (REFERENCE / page).read_text(encoding="utf-8")
    part = re.split(r"^## ", text.split(f"## {heading}\n", 1)[1], flags=re.MULTILINE)[0]
    return set(re.findall(r"^\| `([\w.-]+)` \|", part, flags=re.MULTILINE))


def test_every_setting_is_documented_and_no_other():
    assert headings("settings.md") == set(conf.DEFAULTS)


def test_every_management_command_is_documented_and_no_other():
    folders = [
        ROOT / "pep_plugin" / "management" / "commands",
        ROOT / "sandbox" / "council" / "home" / "management" / "commands",
    ]
    commands = {
        path.stem
        for folder in folders
        for path in folder.glob("*.py")
        if not path.stem.startswith("_")
    }
    assert headings("commands.md") == commands


def test_every_kind_of_question_is_documented_and_no_other():
    shipped = {
        key
        for key, kind in kinds.registered().items()
        if type(kind).__module__.startswith("pep_plugin.")
    }
    assert first_column("kinds.md", "The kinds") == shipped


def test_every_signal_is_documented_and_no_other():
    ours = {name for name, value in vars(signals).items() if isinstance(value, Signal)}
    assert headings("signals.md") == ours


def test_every_role_is_documented_and_no_other():
    assert first_column("roles-and-permissions.md", "The roles") == set(roles.LABELS)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_link_of_a_page_leads_to_a_file(page):
    for link in LINK.findall(page.read_text(encoding="utf-8")):
        if not re.match(r"https?://|mailto:|#", link):
            target = (page.parent / link.partition("#")[0]).resolve()
            assert target.exists(), f"{page.relative_to(ROOT)} links to {link}."


def test_every_picture_is_shown_somewhere_and_says_in_words_what_it_shows():
    shown = {
        (page.parent / link).resolve(): words
        for page in PAGES
        for words, link in re.findall(r"!\[([^\]]*)\]\(([^)]+)\)", page.read_text("utf-8"))
    }
    assert set(shown) == {picture.resolve() for picture in (DOCS / "pictures").iterdir()}
    assert all(shown.values())


def test_every_page_of_the_docs_can_be_found_from_the_index():
    index = (DOCS / "README.md").read_text(encoding="utf-8")
    linked = {(DOCS / link).resolve() for link in LINK.findall(index) if "://" not in link}
    pages = {page.resolve() for page in DOCS.rglob("*.md")} - {(DOCS / "README.md").resolve()}
    assert pages - linked == set()


def test_what_each_role_may_do_is_documented_as_the_code_has_it():
    text = (REFERENCE / "roles-and-permissions.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| `(\w+\.\w+)` \| (.*?) \| (.*?) \|$", text, flags=re.MULTILINE)
    documented = {
        verb: (set(re.findall(r"`(\w+)`", states)), set(re.findall(r"`(\w+)`", may)))
        for verb, states, may in rows
    }
    assert documented == {
        verb: (set(states) - {""}, set(may)) for verb, (states, may) in MATRIX.items()
    }


def test_every_system_check_is_documented_and_no_other():
    source = "".join(path.read_text("utf-8") for path in (ROOT / "pep_plugin").rglob("checks.py"))
    text = (REFERENCE / "checks.md").read_text(encoding="utf-8")
    documented = re.findall(r"^## `(pep_plugin\.[EW]\d{3})`$", text, flags=re.MULTILINE)
    assert sorted(documented) == sorted(set(re.findall(r"\bpep_plugin\.[EW]\d{3}\b", source)))


@pytest.mark.parametrize("form", shipped().values(), ids=lambda form: form.key)
def test_every_shipped_form_is_documented_as_it_stands(form):
    spec = importlib.util.spec_from_file_location("form_reference", ROOT / ".ci/form_reference.py")
    form_reference = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(form_reference)
    written = (REFERENCE / "forms" / f"{form.key}.md").read_text(encoding="utf-8")
    assert written == form_reference.page(form), "Run `make reference`."


def test_every_format_and_audience_of_a_document_is_documented_and_no_other():
    assert first_column("commands.md", "`pep_render`") == {*FORMATS, *AUDIENCES}


@pytest.mark.parametrize(
    ("part", "heading"),
    [
        ("public", "Public"),
        ("private", "Private"),
        ("way_in", "Without an account"),
        ("own", "Pages of one's own"),
    ],
)
def test_every_address_is_documented_and_no_other(part, heading):
    text = (REFERENCE / "urls.md").read_text(encoding="utf-8")
    table = re.split(r"^## ", text.split(f"## {heading}\n", 1)[1], flags=re.MULTILINE)[0]
    documented = dict(re.findall(r"^\| `(\w+)` \| `/(.*?)` \|", table, flags=re.MULTILINE))
    assert documented == {
        pattern.name: re.sub(r"<\w+:", "<", str(pattern.pattern))
        for pattern in urls.urlpatterns
        if pattern.callback.pep_part == part and pattern.name != "nothing_here"
    }
