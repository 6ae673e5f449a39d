"""Saving a section and showing the next, beside formtools' own session wizard behind a login.

Both have the same forms, the same template and the same fifteen filled sections. Ours also asks
who it is to the child, merges, and keeps the history and the audit.
"""

import itertools
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

REPOSITORY = Path(__file__).resolve().parents[2]
SAVED, NEXT = "progress", "progress-2"
FILLED = 15


def run() -> dict[str, Any]:
    """In a process and a database of its own, so that nothing else is measured with it."""
    with tempfile.TemporaryDirectory() as folder:
        env = {
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "council.settings.demo",
            "PEP_DEMO_DATABASE": str(Path(folder) / "save.sqlite3"),
            "PEP_VAR_DIR": folder,
            "PYTHONPATH": os.pathsep.join([str(REPOSITORY), str(REPOSITORY / "sandbox")]),
        }
        command = [sys.executable, "-m", "tests.benchmarks.save"]
        done = subprocess.run(
            command, env=env, cwd=REPOSITORY, check=True, capture_output=True, text=True
        )
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found


def measure() -> dict[str, Any]:
    import django
    from django.conf import settings

    settings.ROOT_URLCONF = "tests.benchmarks.save_peer"
    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    from tests.benchmarks.pairs import compare

    ours, peer = visits()
    return compare(
        "Saving a section, showing the next",
        ours,
        peer,
        described=f"bare NamedUrlSessionWizardView, login_required, {FILLED} filled sections",
        at_most=1.8,
        times=60,
    )


def visits() -> tuple[Callable[[], None], Callable[[], None]]:
    """A save and the next page: ours, and the peer's."""
    from django.test import Client
    from django.urls import reverse

    from pep_plugin.entry.around import Around
    from pep_plugin.plans.models import SectionAnswers
    from pep_plugin.plans.reading import open_plan
    from pep_plugin.sections import answers
    from pep_plugin.wizard import asking
    from tests.benchmarks.save_peer import Peer
    from tests.entry.pages import draw, sent
    from tests.factories import council, live_primary

    form = live_primary().form
    scene = council()
    sample = answers.sample(form)
    filled = [*list(sample)[:FILLED]]
    if SAVED not in filled:
        filled[-1] = SAVED
    for section in filled:
        SectionAnswers.objects.create(
            plan=scene.plan, section=section, data=sample[section], revision=1
        )
    opened = open_plan(scene.actor("designated_teacher"), scene.plan.pk)
    Peer.form, Peer.about = form, asking.about(opened)
    Peer.around = Around(form, {}, opened.context)

    def client() -> Any:
        made = Client()
        made.force_login(scene.user("designated_teacher"))
        return made

    def fields(step: str) -> dict[str, list[str]]:
        page = draw(form, sample[form.step(step).section.key], step=step)
        return {**dict(sent(page).lists()), "wizard-current_step": [step]}

    browser, bare = client(), client()
    for section in filled:
        for step in form.section(section).steps():
            data = {**fields(step.name), "peer-current_step": step.name}
            assert bare.post(reverse("peer", args=[step.name]), data).status_code == 302

    def visit(who: Any, save: str, follow: str) -> Callable[[], None]:
        data = fields(SAVED)
        marks = [mark.partition("@")[0] for mark in data[f"{SAVED}__asked"]]
        visits_before = itertools.count(1)

        def go() -> None:
            # Every visit changes one answer, and its page was drawn after the visit before it.
            revision = next(visits_before)
            text = f"Sentence number {revision} of what is going well. " * 20
            posted = {
                **data,
                "peer-current_step": SAVED,
                f"{SAVED}__asked": [f"{mark}@{revision}" for mark in marks],
                f"{SAVED}-going_well": text,
            }
            assert who.post(save, posted).status_code == 302
            assert who.get(follow).status_code == 200

        return go

    plan = scene.plan.pk
    ours = visit(
        browser,
        reverse("pep_plugin:step", args=[plan, SAVED]),
        reverse("pep_plugin:step", args=[plan, NEXT]),
    )
    return ours, visit(bare, reverse("peer", args=[SAVED]), reverse("peer", args=[NEXT]))


if __name__ == "__main__":
    sys.stdout.write(json.dumps(measure()) + "\n")
