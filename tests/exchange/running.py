"""Running the command, and what the database holds before and after."""

from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.core.management import CommandError, call_command


def imported(kind: str, path: Path, **options: Any) -> str:
    """What the command prints; it must succeed."""
    out = StringIO()
    call_command("pep_import", kind, str(path), stdout=out, stderr=StringIO(), **options)
    return out.getvalue()


def refused(kind: str, path: Path) -> tuple[str, list[str]]:
    """(the last sentence, the sentences by line) of an import that must fail and write nothing."""
    before, errors = everything(), StringIO()
    with pytest.raises(CommandError) as caught:
        call_command("pep_import", kind, str(path), stdout=StringIO(), stderr=errors)
    assert caught.value.returncode == 1
    assert everything() == before
    return str(caught.value), errors.getvalue().splitlines()


def everything() -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every table of the package, the audit apart."""
    return {
        model._meta.label: sorted(map(repr, model._default_manager.values_list()))
        for model in apps.get_app_config("pep_plugin").get_models()
        if model._meta.model_name != "auditevent"
    }
