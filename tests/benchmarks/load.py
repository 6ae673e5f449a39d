"""Fifty people who save at once: PostgreSQL, two gunicorn workers, and every answer is there.

A closed loop: each person sends the next save when the last one was answered. Twenty-five plans
have two people each, in the same section at different questions; no text is used twice, so that a
lost one cannot hide behind another. The measure is how far the slowest twentieth lies from the
middle: a lock that queues people up would show there.
"""

from __future__ import annotations

import http.client
import itertools
import json
import os
import re
import socket
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

REPOSITORY = Path(__file__).resolve().parents[2]
PEOPLE = 50
SAVES = 12
#: Two people of one plan write here, each at a question of their own.
SECTION, STEP = "progress", "progress-2"
QUESTIONS = ("to_improve", "next_summer")


def run() -> dict[str, Any]:
    """In processes and a database of their own."""
    with tempfile.TemporaryDirectory() as folder:
        env = {
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "tests.benchmarks.load_settings",
            "PEP_VAR_DIR": folder,
            "PYTHONPATH": os.pathsep.join([str(REPOSITORY), str(REPOSITORY / "sandbox")]),
        }
        command = [".ci/postgresql", sys.executable, "-m", "tests.benchmarks.load"]
        done = subprocess.run(
            command, env=env, cwd=REPOSITORY, check=True, capture_output=True, text=True
        )
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found


@dataclass
class Saver:
    """One person at a browser: a session, a plan, and what the server acknowledged."""

    cookie: str
    plan: str
    question: str
    port: int
    seconds: list[float] = field(default_factory=list)
    acknowledged: list[str] = field(default_factory=list)
    failed: list[int] = field(default_factory=list)

    @property
    def path(self) -> str:
        return f"/pep/plans/{self.plan}/fill-in/{STEP}/"

    def ask(self, method: str, path: str, body: str = "") -> tuple[int, str]:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=120)
        headers = {"Cookie": self.cookie, "Origin": f"http://127.0.0.1:{self.port}"}
        if body:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        connection.request(method, path, body, headers)
        response = connection.getresponse()
        text = response.read().decode()
        connection.close()
        return response.status, text

    def save(self, number: int) -> None:
        """Open the page, change one question, press Save."""
        _status, page = self.ask("GET", self.path)
        (person,) = set(re.findall(r'name="pep_page" value="([^"]+)"', page))
        marks = re.findall(rf'name="{STEP}__asked" value="({self.question}@\d+)"', page)
        text = f"{self.question} {self.plan} number {number}"
        fields = {
            "pep_page": person,
            "wizard-current_step": STEP,
            f"{STEP}__asked": marks[0],
            f"{STEP}-{self.question}": text,
            "go": "later",
        }
        began = time.perf_counter()
        status, _text = self.ask("POST", self.path, urlencode(fields))
        self.seconds.append(time.perf_counter() - began)
        if status == 302:
            self.acknowledged.append(text)
        else:
            self.failed.append(status)


def measure() -> dict[str, Any]:
    create_database()
    import django

    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    port = free_port()
    savers = people(port)
    server = subprocess.Popen(
        [
            *(sys.executable, "-m", "gunicorn", "council.wsgi:application"),
            *("--workers", "2", "--bind", f"127.0.0.1:{port}", "--log-level", "error"),
            *("--timeout", "120", "--backlog", "256"),
        ],
        cwd=REPOSITORY / "sandbox",
        stdout=subprocess.DEVNULL,
    )
    try:
        wait_for(port)
        for saver in savers[:4]:
            saver.save(0)
            saver.seconds.clear()
        together(savers)
    finally:
        server.terminate()
        server.wait()
    return result(savers)


def create_database() -> None:
    import psycopg

    with psycopg.connect(dbname="postgres", autocommit=True) as connection:
        connection.execute("CREATE DATABASE pep_load")


def people(port: int) -> list[Saver]:
    """Two signed-in people for each plan: the designated teacher and the deputy of its school."""
    from tests.factories import EnrolmentFactory, PlanFactory, PostFactory, live_primary

    live_primary()
    savers = []
    for _plan in range(PEOPLE // 2):
        teacher = PostFactory(designated_teacher=True)
        deputy = PostFactory(deputy=True, school=teacher.school)
        enrolment = EnrolmentFactory(school=teacher.school)
        plan = PlanFactory(child=enrolment.child)
        for post, question in zip((teacher, deputy), QUESTIONS, strict=True):
            cookie = f"sessionid={signed_in(post.person.user)}"
            savers.append(Saver(cookie, str(plan.pk), question, port))
    return savers


def signed_in(user: Any) -> str:
    """The key of a session in which somebody has signed in."""
    from django.conf import settings
    from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
    from django.contrib.sessions.backends.db import SessionStore

    session = SessionStore()
    session[SESSION_KEY] = str(user.pk)
    session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    session[HASH_SESSION_KEY] = user.get_session_auth_hash()
    session.create()
    key: str = session.session_key
    return key


def free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port: int = taken.getsockname()[1]
    return port


def wait_for(port: int) -> None:
    for _time in range(240):
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.25)
        else:
            return
    raise RuntimeError("The server did not start.")


def together(savers: list[Saver]) -> None:
    """All begin at one moment, and nobody waits for anybody but the server."""
    gate = threading.Barrier(len(savers))

    def work(saver: Saver) -> None:
        gate.wait()
        for number in range(1, SAVES + 1):
            saver.save(number)

    threads = [threading.Thread(target=work, args=(saver,)) for saver in savers]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def lost(savers: list[Saver]) -> int:
    """Acknowledged texts that no save of the history holds, and last ones that do not stand."""
    from pep_plugin.plans.models import SectionAnswers, SectionHistory

    kept: set[str] = set()
    for changes in SectionHistory.objects.values_list("changes", flat=True):
        kept |= {held["value"] for held in changes.values() if held and "value" in held}
    standing = {
        (str(row.plan_id), key): held.get("value")
        for row in SectionAnswers.objects.filter(section=SECTION)
        for key, held in row.data.items()
    }
    missing = [text for saver in savers for text in saver.acknowledged if text not in kept]
    overwritten = [
        saver
        for saver in savers
        if saver.acknowledged
        and standing.get((saver.plan, saver.question)) != saver.acknowledged[-1]
    ]
    return len(missing) + len(overwritten)


def result(savers: list[Saver]) -> dict[str, Any]:
    seconds = sorted(itertools.chain.from_iterable(saver.seconds for saver in savers))
    middle = statistics.median(seconds)
    slowest = seconds[int(len(seconds) * 0.95)]
    failed = sum(len(saver.failed) for saver in savers)
    gone = lost(savers)
    ratio = slowest / middle
    return {
        "name": f"{PEOPLE} people saving at once, p95",
        "ours_seconds": round(slowest, 4),
        "peer_seconds": round(middle, 4),
        "ratio": round(ratio, 2),
        "peer": f"p50 of the same {len(seconds)} saves; {failed} refused, {gone} answers lost",
        "asked": "at most 3, 0 lost",
        "holds": ratio <= 3 and failed == 0 and gone == 0,
    }


if __name__ == "__main__":
    sys.stdout.write(json.dumps(measure()) + "\n")
