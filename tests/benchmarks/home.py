"""My PEPs of a Virtual School with 2,000 children, beside Wagtail's own list of 2,000 users.

Both sort by the database, count, and draw one page; ours also works out where each child's PEP
stands, what is overdue and where nobody fills a role. Queries are counted: under twenty.
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
CHILDREN = 2000
MOST_QUERIES = 20


def run() -> dict[str, Any]:
    """In a process and a database of its own, so that nothing else is measured with it."""
    with tempfile.TemporaryDirectory() as folder:
        env = {
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "council.settings.demo",
            "PEP_DEMO_DATABASE": str(Path(folder) / "home.sqlite3"),
            "PEP_VAR_DIR": folder,
            "PYTHONPATH": os.pathsep.join([str(REPOSITORY), str(REPOSITORY / "sandbox")]),
        }
        done = subprocess.run(
            [sys.executable, "-m", "tests.benchmarks.home"],
            env=env,
            cwd=REPOSITORY,
            check=True,
            capture_output=True,
            text=True,
        )
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found


def measure() -> dict[str, Any]:
    import django

    django.setup()
    from django.core.management import call_command
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    call_command("migrate", verbosity=0)
    from tests.benchmarks.pairs import compare

    ours, peer = visits()
    ours()
    with CaptureQueriesContext(connection) as queries:
        ours()
    # Read at once: the next request begins the log anew.
    count = len(queries)
    result = compare(
        f"Home of a Virtual School, {CHILDREN} children",
        ours,
        peer,
        described=f"Wagtail's list of {CHILDREN} users, a page of 20",
        at_most=2,
        times=15,
    )
    result["asked"] += f", < {MOST_QUERIES} queries ({count})"
    result["holds"] = result["holds"] and count < MOST_QUERIES
    return result


def visits() -> tuple[Callable[[], None], Callable[[], None]]:
    """Opening the first page: ours as the head, the peer's as a superuser."""
    from django.contrib.auth import get_user_model
    from django.test import Client
    from django.urls import reverse

    from tests.factories import council
    from tests.home.test_team_and_queue import many

    scene = council()
    many(scene, CHILDREN)
    users = get_user_model()
    users.objects.bulk_create(
        users(username=f"reader{number}", first_name="Robin", last_name=f"Hale{number}")
        for number in range(CHILDREN)
    )
    head, editor = Client(), Client()
    head.force_login(scene.user("vs_head"))
    editor.force_login(scene.user("superuser"))
    return (
        lambda: _open(head, reverse("pep_plugin:home")),
        lambda: _open(editor, reverse("wagtailusers_users:index")),
    )


def _open(client: Any, address: str) -> None:
    response = client.get(address, headers={"host": "127.0.0.1"})
    assert response.status_code == 200, response.status_code


if __name__ == "__main__":
    sys.stdout.write(json.dumps(measure()) + "\n")
