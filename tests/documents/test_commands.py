"""pep_blank and pep_render: files for whoever has a shell, with the least in them unless asked."""

import io
import os
import stat

import pytest
from django.core.management import CommandError, call_command

from pep_plugin.audit.models import AuditEvent
from pep_plugin.formversions.publish import publish_shipped
from pep_plugin.sections import definitions
from tests.documents.scene import body, text_of
from tests.factories import FormVersionFactory


def run(*arguments: str) -> str:
    out = io.StringIO()
    call_command(*arguments, stdout=out)
    return out.getvalue()


def test_pep_blank_writes_the_live_version(db, tmp_path):
    FormVersionFactory()
    FormVersionFactory()
    path = tmp_path / "blank.docx"
    assert "version 2" in run("pep_blank", "primary", "-o", str(path))
    assert "Version 2" in text_of(body(path.read_bytes()))


@pytest.mark.parametrize("key", definitions.papers())
def test_pep_blank_writes_the_papers_that_pep_setup_publishes(db, tmp_path, key):
    publish_shipped()
    path = tmp_path / "paper.docx"
    assert definitions.papers()[key].title in run("pep_blank", key, "-o", str(path))
    assert definitions.papers()[key].title in text_of(body(path.read_bytes()))


def test_pep_blank_names_the_forms_there_are(db, tmp_path):
    FormVersionFactory()
    with pytest.raises(CommandError, match=r"no form called “secondary”. Forms: primary\."):
        run("pep_blank", "secondary", "-o", str(tmp_path / "x.docx"))


def test_pep_render_writes_the_least_unless_another_copy_is_asked_for(sent, tmp_path):
    path = tmp_path / "plan.txt"
    said = run("pep_render", sent.plan.reference, "--as", "text", "-o", str(path))
    assert "Copy for the parent" in said
    assert "Rowan Thorne" not in path.read_text()
    run("pep_render", sent.plan.reference, "--as", "text", "--for", "full", "-o", str(path))
    assert "Rowan Thorne" in path.read_text()


@pytest.mark.parametrize("format", ["pdf", "word", "html", "text", "json"])
def test_pep_render_writes_every_format_for_its_owner_only(sent, tmp_path, format):
    path = tmp_path / "out"
    run("pep_render", sent.plan.reference.lower(), "--as", format, "-o", str(path))
    assert path.stat().st_size > 500
    assert stat.S_IMODE(os.stat(path).st_mode) == 0o600


def test_each_use_is_a_line_in_the_audit(sent, tmp_path):
    run("pep_render", sent.plan.reference, "--as", "text", "-o", str(tmp_path / "x"))
    line = AuditEvent.objects.get(verb="document.give")
    assert (line.actor_kind, line.detail["audience"]) == ("command", "parent")


@pytest.mark.parametrize(
    ("reference", "says"),
    [
        ("PEP-0000-0000", "There is no plan"),
        ("Maya", "is not a reference"),
        ("PEP-7K2M-4QX8", "is not a reference"),
    ],
)
def test_a_reference_that_is_none_is_said_plainly(db, tmp_path, reference, says):
    with pytest.raises(CommandError, match=says):
        run("pep_render", reference, "-o", str(tmp_path / "x"))


def test_a_folder_that_is_not_there_is_said_plainly(sent, tmp_path):
    with pytest.raises(CommandError, match="No such file"):
        run("pep_render", sent.plan.reference, "--as", "text", "-o", str(tmp_path / "no" / "x"))
