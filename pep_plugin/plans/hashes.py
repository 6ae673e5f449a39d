"""The hash of a submission: over salted digests, so that one answer can go and the rest hold."""

import hashlib
import secrets
from typing import Any

from pep_plugin.plans.models import Submission
from pep_plugin.sections import codec
from pep_plugin.sections.answers import Answers


def _digest(salt: str, answer: Any) -> str:
    return hashlib.sha256(salt.encode() + codec.canonical(answer)).hexdigest()


def digests(answers: Answers) -> dict[str, dict[str, str]]:
    """path -> {"salt", "digest"} for every answer."""
    found = {}
    for section, held in answers.items():
        for key, answer in held.items():
            salt = secrets.token_hex(16)
            found[f"{section}.{key}"] = {"salt": salt, "digest": _digest(salt, answer)}
    return found


def root(held: dict[str, dict[str, str]]) -> str:
    """The hash over the sorted (path, digest) pairs."""
    return codec.digest(sorted((path, entry["digest"]) for path, entry in held.items()))


def broken(submission: Submission) -> list[str]:
    """Paths whose answer no longer fits its digest, and "" when the whole does not; [] when sound.

    A removed answer, or a table that lost cells, has lost its salt: its digest still counts for
    the whole, and nothing can be tried against it any more.
    """
    found = [] if root(submission.digests) == submission.sha256 else [""]
    for section, answers in submission.answers.items():
        for key, answer in answers.items():
            entry = submission.digests.get(f"{section}.{key}", {})
            if ("removed" in answer or "partly" in answer) and entry.get("salt") == "":
                continue
            if not entry or _digest(entry["salt"], answer) != entry["digest"]:
                found.append(f"{section}.{key}")
    return found
