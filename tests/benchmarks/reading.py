"""Reading a filled primary form, beside python-docx opening it: inside the started process, and
with the way there and back; and the most memory that the process holds.
"""

import io
import json
from typing import Any

from tests.benchmarks.pairs import compare
from tests.benchmarks.pdf import outline


def run() -> list[dict[str, Any]]:
    import docx

    from pep_plugin.documents import word
    from pep_plugin.documents.word import reader, reading
    from pep_plugin.sections import definitions

    data, form = word.filled(outline()), definitions.shipped()["primary"]
    layout = reader.Layout(form)

    def peer() -> Any:
        return docx.Document(io.BytesIO(data))

    inside = compare(
        "Reading a filled form, in the process",
        lambda: json.dumps(reader.extract(data, layout)),
        peer,
        described="python-docx opening it",
        at_most=6,
    )
    whole = compare(
        "Reading a filled form, there and back",
        lambda: reading.read_filled(data, form, version=3),
        peer,
        described="python-docx opening it",
        at_most=8,
    )
    return [inside, whole, _memory(data, form)]


def _memory(data: bytes, form: Any) -> dict[str, Any]:
    """The most that a process holds that reads the file for the first time, in megabytes."""
    from pep_plugin.documents.word import reading
    from pep_plugin.documents.word.reader.job import WORK
    from pep_plugin.files.child import Child
    from tests.documents.corpus import table

    child = Child(WORK)
    try:
        packed = reading._packed(form)
        table.run(child, packed, "", data)
        line = table.run(child, packed, "", data)
    finally:
        child.close()
    return {
        "name": "Reading a filled form, memory in MB",
        "ratio": round(line.megabytes, 1),
        "peer": "the process at its largest",
        "asked": "under 100",
        "holds": line.megabytes < 100,
    }
