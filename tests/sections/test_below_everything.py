"""What a PEP asks stands below everything: no Django, no settings, no translation."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import pep_plugin.sections

ROOM = Path(pep_plugin.sections.__file__).parent
MODULES = sorted(ROOM.rglob("*.py"))


def imports(path: Path) -> set[str]:
    """Full names of all modules that a file imports, hidden imports included."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path.name} has a relative import."
            found.add(node.module or "")
    return found


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOM)))
def test_a_module_imports_the_standard_library_stdnum_and_this_room_alone(path):
    for name in imports(path):
        first = name.split(".")[0]
        assert (
            first in sys.stdlib_module_names
            or first == "stdnum"
            or name.startswith("pep_plugin.sections")
        ), f"{path.name} imports {name}."


def test_loading_the_shipped_forms_loads_no_django():
    code = (
        "import sys; from pep_plugin.sections import definitions, form_checks;"
        "assert definitions.shipped();"
        "print(sorted(name for name in sys.modules if name.split('.')[0] in ('django', 'wagtail')))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
