"""A primary plan as PDF, from its answers to its bytes, beside WeasyPrint on the same HTML, and
beside LibreOffice turning the same plan's Word file into a PDF."""

import json
import statistics
import subprocess
import tempfile
import time
from pathlib import Path
from typing import Any

from tests.benchmarks.pairs import compare


def outline() -> Any:
    """The shipped primary form with a sample of every answer."""
    from pep_plugin.documents.walk import walk
    from pep_plugin.sections import answers, definitions
    from pep_plugin.sections.roles import VIRTUAL_SCHOOL
    from tests.documents.scene import CONTEXT, HEAD

    form = definitions.shipped()["primary"]
    return walk(form, answers.sample(form), CONTEXT, HEAD, roles=VIRTUAL_SCHOOL)


def run() -> list[dict[str, Any]]:
    import weasyprint

    from pep_plugin.documents.html import html
    from pep_plugin.documents.pdf import pdf

    document = html(outline())
    raw = compare(
        "A primary plan as PDF",
        lambda: pdf(outline()),
        lambda: weasyprint.HTML(string=document).write_pdf(pdf_variant="pdf/ua-1"),
        described="raw WeasyPrint on the same HTML",
        at_most=1.05,
    )
    return [raw, *_beside_libreoffice()]


def _beside_libreoffice(times: int = 5) -> list[dict[str, Any]]:
    """Nothing where LibreOffice is not installed."""
    from pep_plugin.documents import word
    from pep_plugin.documents.pdf import pdf

    with tempfile.TemporaryDirectory() as folder:
        source, target = Path(folder, "plan.docx"), Path(folder, "plan.pdf")
        source.write_bytes(word.filled(outline()))
        script = Path(__file__).with_name("libreoffice_peer.py")
        command = ["/usr/bin/python3", str(script), str(source), str(target), str(times)]
        try:
            done = subprocess.run(command, check=True, capture_output=True, text=True)
        except (OSError, subprocess.CalledProcessError):
            return []
        peer = statistics.median(json.loads(done.stdout))
    taken = []
    for _turn in range(times):
        began = time.perf_counter()
        pdf(outline())
        taken.append(time.perf_counter() - began)
    ours = statistics.median(taken)
    return [
        {
            "name": "The same, beside Word to PDF",
            "ours_seconds": round(ours, 4),
            "peer_seconds": round(peer, 4),
            "ratio": round(ours / peer, 2),
            "peer": "a warm LibreOffice, from the plan's .docx",
            "asked": "under 1",
            "holds": ours < peer,
        }
    ]
