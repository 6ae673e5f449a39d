"""``python -m tests.documents.corpus.table``: every file of the corpus through the limited process,
with what was said, the time and the most memory that it took.
"""

import os
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from pep_plugin.documents.word.reader.job import WORK, pack
from pep_plugin.files.child import Child, Refused


@dataclass
class Line:
    """One file. ``said``: the sentence of a refusal, "" when it was read; ``megabytes``: the most
    that the process held, 0 where that cannot be asked.
    """

    name: str
    said: str
    seconds: float
    megabytes: float


def run(child: Child, form: bytes, name: str, data: bytes) -> Line:
    """Anything but a sentence is an error that nobody caught, and goes up from here."""
    _forget_peak(child)
    began = time.perf_counter()
    said = ""
    process = child.process_id
    try:
        child.ask(pack(form, data))
    except Refused as refused:
        said = str(refused)
    seconds = time.perf_counter() - began
    return Line(name, said, seconds, _peak(child.process_id or process))


def _forget_peak(child: Child) -> None:
    try:
        Path(f"/proc/{child.process_id}/clear_refs").write_text("5")
    except OSError:
        return


def _peak(process: int) -> float:
    try:
        status = Path(f"/proc/{process}/status").read_text()
    except OSError:
        return 0.0
    lines = dict(line.split(":", 1) for line in status.splitlines() if ":" in line)
    return int(lines.get("VmHWM", "0 kB").split()[0]) / 1024


def lines() -> list[Line]:
    import json

    from pep_plugin.sections import codec
    from tests.documents import scene
    from tests.documents.corpus import make

    form = json.dumps(codec.to_json(scene.form())).encode()
    child = Child(WORK)
    try:
        run(child, form, "a file that is right", make.good())
        return [run(child, form, name, data) for name, data, _said in make.cases()]
    finally:
        child.close()


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "council.settings.test")
    sys.path.insert(0, str(Path(__file__).parents[3] / "sandbox"))
    import django

    django.setup()
    found = lines()
    sys.stdout.write(f"{'File':<40}{'ms':>7}{'MB':>7}  What is said\n")
    for line in found:
        sys.stdout.write(
            f"{line.name:<40}{line.seconds * 1000:>7.0f}{line.megabytes:>7.0f}  "
            f"{line.said or 'read'}\n"
        )
    sys.stdout.write(
        f"{len(found)} files; slowest {max(one.seconds for one in found):.2f} s, "
        f"largest {max(one.megabytes for one in found):.0f} MB.\n"
    )


if __name__ == "__main__":
    main()
