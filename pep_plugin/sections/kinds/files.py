"""Files: a photo, a drawing, a certificate, a letter. Added on a page of their own, never typed."""

from collections.abc import Mapping
from typing import Any

from pep_plugin.sections.kinds.base import Kind, Raw, Unreadable, Value
from pep_plugin.sections.schema import Question

#: What a person may add under one question, unless ``limits["most"]`` says otherwise.
MOST_FILES = 10


class Files(Kind):
    """A list of ``{"id", "name", "type", "size", "sha256"}``, in the order in which they came.

    ``id`` is that of the private file (hexadecimal), ``size`` counts bytes, and ``sha256`` goes
    into what is sent, so that a file cannot be changed behind a plan's back.
    """

    key = "file"
    label = "Files"

    def parse(self, raw: Raw, question: Question) -> Value:
        """Nothing can be typed here: words in place of a file are kept as they are typed."""
        if super().parse(raw, question) is None:
            return None
        raise Unreadable("Files cannot be typed. Add them on their own page.")

    def raw(self, value: Value, question: Question) -> Raw:
        return self.as_text(value, question)

    def as_text(self, value: Value, question: Question) -> str:
        """ "My drawing.jpg (120 KB)", one file a line."""
        return "\n".join(f"{file['name']} ({size_words(file['size'])})" for file in value or ())

    def errors(self, value: Value, question: Question) -> list[str]:
        most = most_files(question)
        return [f"Keep at most {most} files here."] if len(value or ()) > most else []

    def export(self, value: Value, question: Question) -> dict[str, str]:
        return {"": "; ".join(file["name"] for file in value or ())}

    def sample(self, question: Question) -> Value:
        return [
            {
                "id": "0" * 32,
                "name": "My drawing.png",
                "type": "image/png",
                "size": 20_480,
                "sha256": "0" * 64,
            }
        ]


def most_files(question: Question) -> int:
    """How many files the question takes."""
    return int(question.limits.get("most", MOST_FILES))


def ids(value: Value) -> frozenset[str]:
    """The ids of the files in a stored value; none in anything else."""
    if not isinstance(value, list):
        return frozenset()
    return frozenset(str(file["id"]) for file in value if _is_file(file))


def _is_file(item: Any) -> bool:
    return isinstance(item, Mapping) and {"id", "sha256"} <= set(item)


def size_words(size: int) -> str:
    """ "1 KB" at least; megabytes with one decimal."""
    if size < 1_000_000:
        return f"{max(1, round(size / 1000))} KB"
    return f"{size / 1_000_000:.1f} MB"
