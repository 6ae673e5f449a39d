"""The builder's page of a section of 40 questions beside Wagtail's own page of 40 blocks; and one
section's form as the wizard makes it, beside a plain Django form of as many fields.
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
QUESTIONS = 40


def run() -> list[dict[str, Any]]:
    """In a process and a database of its own, so that nothing else is measured with it."""
    with tempfile.TemporaryDirectory() as folder:
        env = {
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "council.settings.demo",
            "PEP_DEMO_DATABASE": str(Path(folder) / "builder.sqlite3"),
            "PEP_VAR_DIR": folder,
            "PYTHONPATH": os.pathsep.join([str(REPOSITORY), str(REPOSITORY / "sandbox")]),
        }
        command = [sys.executable, "-m", "tests.benchmarks.form_builder"]
        done = subprocess.run(
            command, env=env, cwd=REPOSITORY, check=True, capture_output=True, text=True
        )
    found: list[dict[str, Any]] = json.loads(done.stdout.splitlines()[-1])
    return found


def measure() -> list[dict[str, Any]]:
    import django
    from django.conf import settings

    settings.DEBUG = False
    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    call_command("load_council", verbosity=0)
    from tests.benchmarks.pairs import compare

    ours, peer = editing()
    form, plain = filling_in()
    return [
        compare(
            f"Opening a section of {QUESTIONS} questions in the builder",
            ours,
            peer,
            described="Wagtail's edit view of a page with as many blocks",
            at_most=1.5,
            times=9,
        ),
        {
            **compare(
                "The form of one section, 20 questions",
                form,
                plain,
                described="a plain Django form of as many text fields, drawn by Django",
                at_most=5,
                times=50,
            ),
            "asked": "under 5 ms",
        },
    ]


def editing() -> tuple[Callable[[], object], Callable[[], object]]:
    """An editor's request for either page."""
    from django.contrib.auth import get_user_model
    from django.test import Client
    from django.urls import reverse
    from wagtail.models import Site

    from pep_plugin.formbuilder.loading import make_section
    from pep_plugin.pages.models import GuidancePage
    from pep_plugin.sections.schema import Page, Question, Section

    user = get_user_model().objects.create_superuser("root", "root@example.org", "x")
    browser = Client()
    browser.force_login(user)
    kinds = ("text", "long_text", "yes_no", "date", "number")
    section = Section(
        key="many",
        title="Many questions",
        owner_role="designated_teacher",
        pages=(
            Page(
                questions=tuple(
                    Question(key=f"q{n}", label=f"Question {n}", kind=kinds[n % len(kinds)])
                    for n in range(QUESTIONS)
                )
            ),
        ),
    )
    row = make_section(section, variant="")
    words = [
        ("text", {"heading": f"Part {n}", "text": "<p>Words of a page.</p>"})
        if n % 2
        else ("callout", {"heading": f"Part {n}", "text": "<p>Words.</p>", "tone": "brand"})
        for n in range(QUESTIONS)
    ]
    page = GuidancePage(title="Many blocks", slug="many", body=words)
    Site.objects.get(is_default_site=True).root_page.add_child(instance=page)
    page.save_revision()
    here = reverse("wagtailsnippets_pep_plugin_pepsection:edit", args=[row.pk])
    there = reverse("wagtailadmin_pages:edit", args=[page.pk])

    def get(address: str) -> Callable[[], object]:
        def go() -> object:
            response = browser.get(address)
            assert response.status_code == 200
            return response.content

        return go

    return get(here), get(there)


def filling_in() -> tuple[Callable[[], object], Callable[[], object]]:
    """Making and drawing the form of one screen."""
    from django import forms

    from pep_plugin.sections.schema import Question
    from tests.entry.pages import draw, one_page

    questions = tuple(Question(key=f"q{n}", label=f"Question {n}") for n in range(20))
    form = one_page(*questions)
    answers = {question.key: {"value": "Some words"} for question in questions}
    plain = type(
        "Plain",
        (forms.Form,),
        {question.key: forms.CharField(label=question.label) for question in questions},
    )
    initial = dict.fromkeys(answers, "Some words")
    return lambda: draw(form, answers), lambda: plain(initial=initial)


if __name__ == "__main__":
    sys.stdout.write(json.dumps(measure()) + "\n")
