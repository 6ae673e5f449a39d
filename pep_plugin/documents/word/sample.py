"""A plan of made-up answers, to look at a shell with."""

from __future__ import annotations

from pathlib import Path

from pep_plugin.documents.walk import walk
from pep_plugin.documents.word import writer
from pep_plugin.sections import answers, definitions, roles

_HEAD = {
    "reference": "PEP-7K2M-4QX9",
    "kind_label": "Termly review",
    "term_label": "Autumn term",
    "form_number": 1,
    "child": {"legal_name": "Maya Kestrel", "called": "Maya"},
    "school": {"name": "Harrow Lane Primary"},
    "people": [
        {
            "role": roles.DESIGNATED_TEACHER,
            "role_label": roles.LABELS[roles.DESIGNATED_TEACHER],
            "name": "Ngozi Okafor",
        }
    ],
    # What is marked so is sent; a draft would have room to go on.
    "sent_at": "2026-11-24T14:32:00+00:00",
}


def in_shell(path: str | Path) -> bytes:
    """The shipped primary form, every question answered, in the shell at the path."""
    form = definitions.shipped()["primary"]
    outline = walk(
        form, answers.sample(form), {"phase": form.phase}, _HEAD, roles=roles.VIRTUAL_SCHOOL
    )
    return writer.write(outline, in_shell=path)
