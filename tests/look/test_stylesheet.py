"""The stylesheet keeps its promises: it stays under .pep, asks nobody, and can be read."""

import re
from pathlib import Path

import pytest

import pep_plugin

SHEET = Path(pep_plugin.__file__).parent / "static" / "pep_plugin" / "pep.css"


@pytest.fixture(scope="module")
def css():
    return re.sub(r"/\*.*?\*/", "", SHEET.read_text(encoding="utf-8"), flags=re.DOTALL)


def selectors(css):
    """Every selector of every rule, also inside @media and @supports."""
    for found in re.findall(r"([^{};]+)\{", css):
        if not found.strip().startswith("@"):
            # Commas inside :not(...) do not separate selectors.
            yield from (part.strip() for part in re.split(r",(?![^(]*\))", found))


def test_every_rule_begins_with_our_own_class(css):
    strangers = [
        selector
        for selector in selectors(css)
        if not re.match(r"(\.pep[\s.:-]|\.pep$|\.pep-root|:where\(\.pep\))", selector)
    ]
    assert strangers == []


def test_only_hidden_words_override_a_host_by_force(css):
    forced = [
        rule for rule in css.split("}") if "!important" in rule and "visually-hidden" not in rule
    ]
    assert forced == []


def test_it_asks_no_address_and_brings_no_font(css):
    assert "url(" not in css
    assert "@import" not in css
    assert "@font-face" not in css


def test_colours_stand_in_properties_only(css):
    rules = css.split("@supports (color: light-dark", 1)[1].split("}\n}", 1)[1]
    written = set(re.findall(r"#[0-9a-f]{3,6}\b", rules))
    # The link over the page's head is yellow and dark whatever the colours are, and paper is white.
    assert written <= {"#1c2b33", "#fff"}


def tokens(css):
    """{property: (light, dark)}; a property without a dark side has the same colour twice."""
    found = {}
    for name, value in re.findall(r"--pep-([\w-]+): ([^;]+);", css):
        both = re.findall(r"#[0-9a-f]{3,6}\b", value)
        if both:
            found[name] = (both[0], both[-1])
    return found


def luminance(colour):
    digits = colour.lstrip("#")
    digits = "".join(d * 2 for d in digits) if len(digits) == 3 else digits
    channels = [int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, other):
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


GROUNDS = ("paper", "card")
ON_GROUND = ("ink", "muted", "link", "brand", "error", "done", "wait", "child", "carer", "warm")
PAIRS = [
    *((word, ground) for word in ON_GROUND for ground in GROUNDS),
    *((tone, f"{tone}-soft") for tone in ("brand", "error", "done", "wait", "warm", "child")),
    *(("ink", f"{tone}-soft") for tone in ("brand", "error", "done", "wait", "warm", "child")),
    ("link", "warm-soft"),
    ("link", "brand-soft"),
    ("carer", "warm-soft"),
    ("on-brand", "brand"),
    ("on-brand", "brand-strong"),
    ("on-error", "error"),
    ("on-error", "error-strong"),
    ("on-header", "header"),
]


@pytest.mark.parametrize("side", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize(("word", "ground"), PAIRS)
def test_words_stand_out_from_their_ground(css, word, ground, side):
    colours = tokens(css)
    assert contrast(colours[word][side], colours[ground][side]) >= 4.5


@pytest.mark.parametrize("side", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize(("edge", "ground"), [("field-line", "card"), ("field-line", "paper")])
def test_the_edges_of_controls_stand_out(css, edge, ground, side):
    colours = tokens(css)
    assert contrast(colours[edge][side], colours[ground][side]) >= 3


@pytest.mark.parametrize("side", [0, 1], ids=["light", "dark"])
def test_the_ring_of_focus_stands_out_from_any_ground(css, side):
    colours = tokens(css)
    ring = [colours["focus"][side], colours["focus-edge"][side]]
    assert contrast(*ring) >= 3
    for ground in ("paper", "card", "brand", "header"):
        assert max(contrast(colour, colours[ground][side]) for colour in ring) >= 3
