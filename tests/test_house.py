"""The house as a newcomer finds it: where things stand, and which tool speaks where."""

import ast
import configparser
import re
import subprocess
import sys
from importlib.metadata import requires, version
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.version import Version

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "pep_plugin"

try:
    import tomllib
except ModuleNotFoundError:  # Python 3.10
    import tomli as tomllib

PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def modules(folder: Path) -> list[Path]:
    return [path for path in sorted(folder.rglob("*.py")) if "migrations" not in path.parts]


def imported(path: Path) -> set[str]:
    """The first part of every module that a file imports, hidden imports included."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module.split(".")[0])
    return found


def test_continuous_integration_runs_the_test_command_of_the_readme_and_nothing_else():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    commands = re.findall(r"^make \w+", readme, flags=re.MULTILINE)
    assert commands == ["make demo", "make test"], "The README shows exactly the two commands."

    lines = (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()
    code = [line for line in lines if line and not line.startswith("#")]
    assert code == ["set -euo pipefail", 'cd "$(dirname "$0")/.."', "exec make test"]


def test_every_make_command_in_the_docs_is_one():
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z]+):", makefile, flags=re.MULTILINE))
    for page in [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]:
        for command in re.findall(r"`make (\w+)", page.read_text(encoding="utf-8")):
            assert command in targets, f"{page.name} names `make {command}`."


def test_no_tool_is_set_up_in_two_places():
    parser = configparser.ConfigParser(interpolation=None)
    parser.read(ROOT / "setup.cfg", encoding="utf-8")
    in_setup_cfg = {name.split(":")[0].split("-")[0] for name in parser.sections()}
    in_pyproject = set(PYPROJECT["tool"]) | {"metadata", "options", "flake8", "isort"}
    assert in_setup_cfg.isdisjoint(in_pyproject)
    assert {"importlinter", "mypy", "coverage"} <= in_setup_cfg


def test_no_module_is_a_drawer_for_odds_and_ends():
    drawers = {"utils", "helpers", "services", "common", "misc"}
    assert [path for path in modules(PACKAGE) if path.stem in drawers] == []


@pytest.mark.parametrize(
    "package",
    [path.parent.name for path in sorted(PACKAGE.glob("*/__init__.py")) if path.stat().st_size]
    + [""],
)
def test_every_room_says_at_its_door_what_it_is_for(package):
    source = (PACKAGE / package / "__init__.py").read_text(encoding="utf-8")
    first_line = (ast.get_docstring(ast.parse(source)) or "").partition("\n")[0]
    assert first_line.endswith((".", "!", "?")), f"pep_plugin/{package} has no sentence."


def test_what_a_pep_asks_needs_the_standard_library_and_stdnum_only():
    allowed = set(sys.stdlib_module_names) | {"pep_plugin", "stdnum"}
    files = modules(PACKAGE / "sections")
    assert files
    for path in files:
        assert imported(path) <= allowed, path


def test_starting_the_site_loads_no_writer_of_documents():
    """WeasyPrint takes a second to import, and neither it nor python-docx need be installed."""
    program = (
        "import django, sys; django.setup(); from django.urls import get_resolver; "
        "get_resolver().url_patterns; "
        "print(*sorted({'weasyprint', 'docx', 'docxtpl'} & set(sys.modules)))"
    )
    run = subprocess.run(
        [sys.executable, "-c", program],
        env={"DJANGO_SETTINGS_MODULE": "council.settings.test", "PYTHONPATH": "sandbox"},
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert run.stdout.strip() == ""


@pytest.mark.parametrize(
    ("package", "least"),
    [
        ("Django", "5.2.18"),
        ("weasyprint", "70"),
        ("lxml", "6.1"),
        ("jinja2", "3.1.6"),
        ("defusedxml", "0.7.1"),
    ],
)
def test_versions_with_known_holes_cannot_be_installed(package, least):
    asked = [Requirement(line) for line in requires("pep-plugin") or []]
    specifiers = [one.specifier for one in asked if one.name.lower() == package.lower()]
    assert specifiers
    for specifier in specifiers:
        lowest = [Version(part.version) for part in specifier if part.operator == ">="]
        assert lowest, f"{package} has no lower bound."
        assert max(lowest) >= Version(least)
    assert Version(version(package)) >= Version(least)
