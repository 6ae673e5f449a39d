"""A small form with a question of every kind, a plan of it, and ways to read what was made."""

import io
import re
import unicodedata
import zipfile
from collections.abc import Iterator
from typing import Any

from lxml import etree

from pep_plugin.documents.outline import OutlineDocument
from pep_plugin.documents.walk import walk
from pep_plugin.sections import answers as answers_of
from pep_plugin.sections import kinds, roles
from pep_plugin.sections.conditions import Is
from pep_plugin.sections.schema import Choice, Form, Page, Question, Section, Table

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"

#: Names and words that fonts, XML, HTML and sheets all stumble over, each in its own way.
NAUGHTY = {
    "long": ("Mae Siân yn mwynhau gwyddoniaeth. " * 600)[:19_999] + ".",
    "emoji": "Well done 👩🏽‍🚀🎉 and 👨‍👩‍👧 at home",
    "hebrew": "שלום עולם, אני נועה",
    "arabic": "مرحبا، اسمي ليلى",
    "mixed": "Layla says مرحبا and waves\nليلى تقول hello",
    "welsh": "Llŷr Gwŷnfor Ŵyn Siân",
    "polish": "Zażółć gęślą jaźń, Łucja",
    "markup": "<script>alert('x')</script> & <b>bold</b> &amp; \"quoted\" 'single'",
    "jinja": "{{ 7*7 }} {% if True %} {# not a comment #}",
    "lines": "first\nsecond\n\nfourth, after an empty line",
    "spaces": "two  spaces   three\tand a tab",
    "word": "W" * 900,
}

HEAD: dict[str, Any] = {
    "reference": "PEP-7K2M-4QX9",
    "kind_label": "Termly review",
    "term_label": "Autumn term 2026",
    "form_number": 3,
    "child": {"legal_name": "Maya Kestrel", "called": "Maya", "short_name": "Maya K"},
    "school": {"name": "Harrow Lane Primary", "urn": "900001"},
    "year_group": "Year 4",
    "people": [
        {
            "role": roles.DESIGNATED_TEACHER,
            "role_label": "Designated teacher",
            "name": "Ngozi Okafor",
        },
        {"role": roles.SOCIAL_WORKER, "role_label": "Social worker", "name": "Sam Reid"},
        {"role": roles.CARER, "role_label": "Carer", "name": "Jo Hart"},
    ],
    "due": "11 December 2026",
    "shown": {"child.upn": "R201100018042"},
}
CONTEXT = {"phase": "primary", "kind": "termly", "year_group": "4", "first": "no"}
STAFF = frozenset({roles.VS_HEAD})


def _of_kind(key: str) -> Question:
    """A question of a kind, with the least that the kind needs."""
    options = (Choice("a", "Alpha"), Choice("b", "Beta, with a comma"), Choice("c", "Gamma"))
    wants: dict[str, dict[str, Any]] = {
        "choice": {"choices": options},
        "choices": {"choices": options},
        "identifier": {"limits": {"scheme": "upn"}},
        "computed": {"limits": {"how": "percent", "of": ["number_part", "number"]}},
        "row_link": {"limits": {"table": "every.table"}},
        "table": {"table": _targets()},
    }
    return Question(key=key, label=f"A question of the kind {key}", kind=key, **wants.get(key, {}))


def _targets() -> Table:
    return Table(
        row_name="target",
        columns=(
            Question(key="area", label="Area", kind="choice", choices="target_area"),
            Question(key="target", label="The target", kind="long_text"),
            Question(key="by_when", label="By when", kind="date"),
            Question(key="home", label="What the carer does", sensitive=True),
        ),
    )


def form() -> Form:
    """Every registered kind; a section that a condition hides; a section that few may read."""
    every = [_of_kind(key) for key in kinds.registered()]
    every.insert(0, Question(key="number_part", label="Part of the number", kind="number"))
    return Form(
        key="primary",
        title="Personal Education Plan: tests",
        phase="primary",
        sections=(
            Section(
                key="every",
                title="Every kind",
                owner_role=roles.DESIGNATED_TEACHER,
                pages=(Page(questions=tuple(every)),),
            ),
            Section(
                key="words",
                title="In the child’s words",
                owner_role=roles.CHILD,
                pages=(
                    Page(
                        questions=tuple(
                            Question(key=key, label=f"Words that are {key}", kind="long_text")
                            for key in NAUGHTY
                        )
                    ),
                ),
            ),
            Section(
                key="home",
                title="Home",
                owner_role=roles.SOCIAL_WORKER,
                pages=(
                    Page(
                        questions=(
                            Question(key="upn", label="Pupil number", shows="child.upn"),
                            Question(key="phone", label="Carer’s telephone", sensitive=True),
                            Question(
                                key="barred",
                                label="Who may not know",
                                readers=(roles.VS_HEAD, roles.SOCIAL_WORKER),
                            ),
                            Question(key="more", label="More about home", detail=True),
                        )
                    ),
                ),
            ),
            Section(
                key="sixth",
                title="Leaving primary school",
                owner_role=roles.DESIGNATED_TEACHER,
                applies=Is("context.year_group", ("6",)),
                pages=(Page(questions=(Question(key="choice", label="Secondary choice"),)),),
            ),
        ),
    )


def answers() -> dict[str, dict[str, Any]]:
    """A sample of every kind, and the words that are hard to print."""
    given = answers_of.sample(form())
    given["every"]["number_part"] = {"value": "25"}
    given["every"]["number"] = {"value": "50"}
    given["words"] = {key: {"value": text} for key, text in NAUGHTY.items()}
    given["home"]["phone"] = {"value": "01632 960123"}
    given["home"]["barred"] = {"value": "Nobody called Rowan Thorne"}
    return given


def outline(**how: Any) -> OutlineDocument:
    """The outline of the scene; ``given``, ``context`` and ``head`` replace the scene's own."""
    return walk(
        how.pop("form", None) or form(),
        how.pop("given", answers()),
        how.pop("context", CONTEXT),
        how.pop("head", HEAD),
        **{"roles": STAFF, **how},
    )


def said(document: OutlineDocument, path: str) -> Any:
    """The entry or table at a path."""
    return next(item for _section, item in document.items if item.path == path)


# -- reading what was made ------------------------------------------------------------------------


def plain(text: str) -> str:
    """The text without what a printer of pages may add or drop: white space, joiners and marks of
    direction, and the difference between composed letters and presentation forms.
    """
    text = re.sub("[\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufe0f]", "", text)
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text))


def parts(data: bytes) -> dict[str, etree._Element]:
    """The XML parts of an Office file, by name."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {
            name: etree.fromstring(archive.read(name))
            for name in archive.namelist()
            if name.endswith((".xml", ".rels"))
        }


def body(data: bytes) -> etree._Element:
    return parts(data)["word/document.xml"]


def text_of(element: etree._Element) -> str:
    """What a word processor shows: breaks and tabs as the characters they stand for."""
    found = []
    for node in element.iter(f"{W}t", f"{W}br", f"{W}tab", f"{W}p"):
        if node.tag == f"{W}t":
            found.append(node.text or "")
        elif node.tag == f"{W}br":
            found.append("\n")
        elif node.tag == f"{W}tab" and node.getparent().tag == f"{W}r":
            found.append("\t")
    return "".join(found)


def controls(data: bytes) -> dict[str, etree._Element]:
    """Tag -> content control. Fails when two controls have the same tag."""
    found: dict[str, etree._Element] = {}
    for control in body(data).iter(f"{W}sdt"):
        tag = control.find(f"{W}sdtPr/{W}tag").get(f"{W}val")
        assert tag not in found, f"Two controls are tagged {tag}."
        found[tag] = control
    return found


def content(control: etree._Element) -> str:
    """The text in a control."""
    return text_of(control.find(f"{W}sdtContent"))


def bookmarks(data: bytes) -> dict[str, str]:
    """Bookmark -> the text that it brackets. Fails on a name used twice or an end without start."""
    found: dict[str, list[str]] = {}
    names: dict[str, str] = {}
    closed: set[str] = set()
    for node in body(data).iter():
        if node.tag == f"{W}bookmarkStart":
            name, number = node.get(f"{W}name"), node.get(f"{W}id")
            assert name not in found, f"Two bookmarks are called {name}."
            assert number not in names, f"Two bookmarks have the number {number}."
            found[name], names[number] = [], name
        elif node.tag == f"{W}bookmarkEnd":
            assert node.get(f"{W}id") in names, "A bookmark ends that never began."
            closed.add(node.get(f"{W}id"))
        else:
            word = {f"{W}t": node.text or "", f"{W}br": "\n"}.get(node.tag)
            if node.tag == f"{W}tab" and node.getparent().tag == f"{W}r":
                word = "\t"
            if word is not None:
                for number, name in names.items():
                    if number not in closed:
                        found[name].append(word)
    assert closed == set(names), "A bookmark never ends."
    return {name: "".join(words) for name, words in found.items()}


def labelled_cells(data: bytes) -> Iterator[tuple[str, str]]:
    """(label, answer) of every row of the tables of labels and answers."""
    for row in body(data).iter(f"{W}tr"):
        cells = row.findall(f"{W}tc")
        if len(cells) == 2:
            first = cells[0].find(f"{W}p")
            yield text_of(first), text_of(cells[1].find(f"{W}p"))
