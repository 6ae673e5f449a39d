"""A guidance page beside a bare Wagtail page: the same frames round it, and as much to read.

The bare page is one title and one field of rich text. Ours has a starter page's blocks, its way
here, its downloads and its mark for caches.
"""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

REPOSITORY = Path(__file__).resolve().parents[2]
TEMPLATES = REPOSITORY / "tests" / "benchmarks" / "templates"
PAGE = "the-meeting"


def run() -> dict[str, Any]:
    """In a process and a database of its own, so that nothing else is measured with it."""
    with tempfile.TemporaryDirectory() as folder:
        env = {
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "council.settings.demo",
            "PEP_DEMO_DATABASE": str(Path(folder) / "guidance.sqlite3"),
            "PEP_VAR_DIR": folder,
            "PYTHONPATH": os.pathsep.join([str(REPOSITORY), str(REPOSITORY / "sandbox")]),
        }
        command = [sys.executable, "-m", "tests.benchmarks.guidance"]
        done = subprocess.run(
            command, env=env, cwd=REPOSITORY, check=True, capture_output=True, text=True
        )
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found


def measure() -> dict[str, Any]:
    import django
    from django.conf import settings

    settings.DEBUG = False
    (engine,) = settings.TEMPLATES
    engine["DIRS"] = [TEMPLATES, *engine["DIRS"]]
    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    call_command("load_council", verbosity=0)
    call_command("pep_setup", publish=True, verbosity=0)
    from tests.benchmarks.pairs import compare

    ours, peer = visits()
    return compare(
        "A guidance page",
        ours,
        peer,
        described="a bare Wagtail page in the same templates, as many bytes",
        at_most=1.2,
        times=200,
    )


def visits() -> tuple[Callable[[], bytes], Callable[[], bytes]]:
    """A visitor's request for either page."""
    from council.home.models import InfoPage
    from django.test import Client

    from pep_plugin.pages.models import GuidancePage

    guidance = GuidancePage.objects.live().get(slug=PAGE)
    InfoPage.template = "bare_page.html"
    bare = InfoPage(title=guidance.title, slug="bare", body="")
    guidance.get_parent().add_child(instance=bare)
    browser = Client()

    def visit(page: Any) -> Callable[[], bytes]:
        address = page.url

        def go() -> bytes:
            response = browser.get(address)
            assert response.status_code == 200
            return response.content

        return go

    ours, peer = visit(guidance), visit(bare)
    line = "<p>A page of words that says what a meeting is for, and who comes to it.</p>\n"
    missing = len(ours()) - len(peer())
    bare.body = line * (missing // len(line) + 1)
    bare.save()
    return ours, peer


if __name__ == "__main__":
    sys.stdout.write(json.dumps(measure()) + "\n")
