"""The production settings pass Django's deployment check, and refuse to start half-configured."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

SANDBOX = Path(__file__).resolve().parents[2] / "sandbox"
COMPLETE = {
    "SECRET_KEY": "k7-mossy-lantern-quiet-harbour-paper-kettle-91-bright-otter-tide",
    "ALLOWED_HOSTS": "www.alderbrook.example",
    "PGDATABASE": "alderbrook",
    "PEP_PRIVATE_DIR": "private-files",
}


def check_deploy(**environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "manage.py", "check", "--deploy", "--fail-level", "WARNING"],
        cwd=SANDBOX,
        env={
            **{k: os.environ[k] for k in ("PATH", "HOME") if k in os.environ},
            "DJANGO_SETTINGS_MODULE": "council.settings.production",
            **environment,
        },
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_complete_environment_passes_the_deployment_check_without_a_warning():
    done = check_deploy(**COMPLETE)
    assert done.returncode == 0, done.stderr
    assert "WARNINGS" not in done.stderr


@pytest.mark.parametrize("missing", list(COMPLETE))
def test_a_missing_value_is_refused_by_name(missing):
    done = check_deploy(**{k: v for k, v in COMPLETE.items() if k != missing})
    assert done.returncode != 0
    assert f"Set the environment variable {missing}" in done.stderr


@pytest.mark.parametrize(
    ("name", "value"),
    [("SECRET_KEY", "short"), ("SECRET_KEY", "a" * 60), ("ALLOWED_HOSTS", "*")],
)
def test_a_careless_value_is_refused(name, value):
    done = check_deploy(**{**COMPLETE, name: value})
    assert done.returncode != 0
    assert name in done.stderr
