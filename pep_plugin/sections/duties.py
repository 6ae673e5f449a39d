"""What a council may not lose from a PEP form while it changes it: the law's heads, and facts."""

from __future__ import annotations

from collections.abc import Iterator

from pep_plugin.sections.definitions import coverage
from pep_plugin.sections.form_checks import Problem
from pep_plugin.sections.schema import Form

#: What each fact table is to people; figures and the next plan read it.
FACTS: dict[str, str] = {
    "targets": "targets",
    "last_targets": "how the last targets went",
    "premium_lines": "pupil premium plus",
    "suspensions": "suspensions",
    "attainment": "attainment",
    "attendance": "attendance",
    "people_at_meeting": "who was at the meeting",
    "actions": "actions",
}


def problems(form: Form, live: Form | None) -> list[Problem]:
    """What the form no longer does that the law asks or that others rely on; papers have none.

    ``live``: the form that it would replace, if there is one.
    """
    if form.purpose != "plan":
        return []
    return [*_uncovered(form), *_orphaned(form, live)]


def is_kept_as_file(form: Form) -> bool:
    """Whether the plan itself is a file that nobody can send it without: the law's heads are in
    that file, and no question of the form need ask for them."""
    return any(q.kind == "file" and q.required is True for _path, _section, q in form.paths())


def _uncovered(form: Form) -> Iterator[Problem]:
    for head in [] if is_kept_as_file(form) else coverage.uncovered(form):
        yield Problem("", "", f"The law asks for this, and no question does: {head}.")


def _feeding(form: Form) -> dict[str, list[tuple[str, str]]]:
    """Fact table -> the (section, question) places that fill it."""
    found: dict[str, list[tuple[str, str]]] = {}
    for _path, section, question in form.paths():
        if question.feeds:
            found.setdefault(question.feeds, []).append((section.key, question.key))
    return found


def _orphaned(form: Form, live: Form | None) -> Iterator[Problem]:
    now = _feeding(form)
    kept = {section.key for section in form.sections}
    for table, places in (_feeding(live) if live else {}).items():
        if table not in now:
            [section, key] = places[0]
            label = live.question(f"{section}.{key}").label if live else ""
            yield Problem(
                section if section in kept else "",
                "",
                f"“{label}” is gone or hidden, and figures about {_words(table)} are made of it.",
            )


def _words(table: str) -> str:
    return FACTS.get(table, table)
