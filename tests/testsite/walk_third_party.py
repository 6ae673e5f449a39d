"""Takes a council's own question through everything there is, and prints what came out, as JSON.

Kinds and sections are registered when Django starts, so this runs in a process of its own.
"""

import io
import json
import tempfile
from pathlib import Path

import django

django.setup()

from django.core.management import call_command  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.runner import DiscoverRunner  # noqa: E402
from django.urls import reverse  # noqa: E402

from pep_plugin.formbuilder import conversion, drafts  # noqa: E402
from pep_plugin.formbuilder.loading import load_form  # noqa: E402
from pep_plugin.formversions.publish import publish_shipped  # noqa: E402
from pep_plugin.plans.actions import start_plan  # noqa: E402
from pep_plugin.plans.models import SectionAnswers  # noqa: E402
from pep_plugin.sections import definitions  # noqa: E402
from tests.documents.scene import body, text_of  # noqa: E402
from tests.entry.pages import sent  # noqa: E402
from tests.factories import TermFactory, council  # noqa: E402

STEP = "riverside_travel"


def fill_in(client, path: str, bus_pass: str) -> str:
    """Type a number into the wizard's page and press Continue; the page that comes."""
    fields = sent(client.get(path).content.decode())
    fields[f"{STEP}-bus_pass"] = bus_pass
    fields[f"{STEP}-how"] = "bus"
    data = {**dict(fields.lists()), "go": "continue"}
    return client.post(path, data, follow=True).content.decode()


def rendered(plan, how: str) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, f"plan.{how}")
        call_command(
            "pep_render",
            plan.reference,
            format=how,
            audience="full",
            output=str(file),
            stdout=io.StringIO(),
        )
        return file.read_bytes()


def pdf_text(data: bytes) -> str:
    from pypdf import PdfReader

    return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(data)).pages)


def exported() -> str:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "plans.csv")
        call_command("pep_export", "plans", output=file, stdout=io.StringIO())
        return file.read_text("utf-8-sig")


def in_the_editor() -> tuple[str, str]:
    """The block that holds the question in the form editor, and the kind that it is saved as."""
    form = load_form(definitions.shipped()["primary"])
    row = next(row for row in conversion.sections_of(form) if row.key == STEP)
    drafted = drafts.newest(row)
    block = next(child for child in drafted.questions if child.value["key"] == "bus_pass")
    section = conversion.to_section(drafted)
    return block.block_type, section.question("bus_pass").kind


def walk() -> dict:
    publish_shipped()
    scene = council()
    TermFactory()
    plan = start_plan(actor=scene.actor("designated_teacher"), child=scene.child)
    client = Client()
    client.force_login(scene.user("designated_teacher"))
    step = reverse("pep_plugin:step", args=[plan.pk, STEP])
    found = {
        "task list": client.get(reverse("pep_plugin:plan", args=[plan.pk])).content.decode(),
        "wizard": client.get(step).content.decode(),
        "refused": fill_in(client, step, "12"),
    }
    fill_in(client, step, "rb 123 456")
    found["stored"] = SectionAnswers.objects.get(plan=plan, section=STEP).data["bus_pass"]["value"]
    for how in ("html", "text", "json"):
        found[how] = rendered(plan, how).decode()
    found["word"] = text_of(body(rendered(plan, "word")))
    found["pdf"] = pdf_text(rendered(plan, "pdf"))
    found["blank"] = text_of(body(client.get("/pep/templates/primary.docx").content))
    found["export"] = exported()
    found["block"], found["edited"] = in_the_editor()
    return found


def main() -> None:
    runner = DiscoverRunner(verbosity=0, interactive=False)
    old = runner.setup_databases()
    try:
        print("FOUND " + json.dumps(walk()))  # noqa: T201
    finally:
        runner.teardown_databases(old)


main()
