"""Why a file is not imported: one sentence for the whole, or one for each bad row."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong in a line. The sentence holds no value: it may end up in a mail or a log."""

    line: int
    sentence: str

    def __str__(self) -> str:
        return f"Line {self.line}: {self.sentence}"


class Refused(Exception):
    """The file is not imported and nothing was written. ``str()`` is a sentence.

    ``problems``: every bad row, when the file itself could be read.
    """

    def __init__(self, sentence: str, problems: Iterable[Problem] = ()) -> None:
        super().__init__(sentence)
        self.problems = tuple(problems)


def refuse_rows(problems: Iterable[Problem]) -> None:
    """Raises :class:`Refused` when there are any."""
    found = sorted(problems, key=lambda problem: problem.line)
    if found:
        lines = len({problem.line for problem in found})
        rows = "One row is" if lines == 1 else f"{lines:,} rows are"
        raise Refused(f"{rows} not right, so nothing was imported.", found)
