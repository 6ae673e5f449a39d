"""What the limited process does with a file; see :mod:`pep_plugin.files.child`.

The payload is eight bytes of length, so many bytes of a form's JSON (none: only say what the file
is), then the file. The answer is JSON.
"""

from __future__ import annotations

import json
from functools import lru_cache

from pep_plugin.documents.word.reader.extract import extract, look
from pep_plugin.documents.word.reader.layout import Layout
from pep_plugin.sections import codec

#: As a child and its owner know it.
WORK = "pep_plugin.documents.word.reader.job:work"
_SIZE = 8


def pack(form: bytes, data: bytes) -> bytes:
    """The payload for a form's JSON and a file."""
    return len(form).to_bytes(_SIZE, "big") + form + data


def work(payload: bytes) -> bytes:
    """Raises :class:`~pep_plugin.files.child.Refused`."""
    size = int.from_bytes(payload[:_SIZE], "big")
    form, data = payload[_SIZE : _SIZE + size], payload[_SIZE + size :]
    found = extract(data, _layout(form)) if form else look(data)
    return json.dumps(found, ensure_ascii=False).encode("utf-8", "replace")


@lru_cache(maxsize=16)
def _layout(form: bytes) -> Layout:
    return Layout(codec.from_json(json.loads(form)))
