"""Writes docs/reference/forms/FORM.md from the shipped forms: what each asks, of whom, and when."""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "docs" / "reference" / "forms"
sys.path.insert(0, str(ROOT))

from pep_plugin.sections import kinds, roles  # noqa: E402
from pep_plugin.sections.definitions import shipped  # noqa: E402
from pep_plugin.sections.schema import Form, Question, Section  # noqa: E402

_NEXT_TERM = {"carry": "carried", "confirm": "to be confirmed", "never": "asked anew"}


def page(form: Form) -> str:
    """The whole page, in Markdown."""
    parts = [
        f"# {form.title}",
        "The form as the package ships it, made by `make reference`. A question’s address is its "
        "section and its own key, as in `targets.targets`. “Detail” stands behind “Add "
        "detail”; “record” is shown and not typed; “sensitive” is left out of copies for a home.",
        *(_section(section) for section in form.sections),
    ]
    return "\n\n".join(parts) + "\n"


def _section(section: Section) -> str:
    people = roles.LABELS[section.owner_role]
    if section.also:
        people += "; also " + ", ".join(roles.LABELS[role].lower() for role in section.also)
    lines = [f"## {section.title}", "", f"`{section.key}`. Filled in by: {people}."]
    if section.applies is not None:
        lines += ["", f"Asked only when {section.applies.words()}."]
    lines += ["", "| Key | Question | Kind | Required | Next term | |", "|---|---|---|---|---|---|"]
    return "\n".join([*lines, *(_row(question) for question in section.questions)])


def _row(question: Question) -> str:
    cells = (
        f"`{question.key}`",
        question.label,
        kinds.get(question.kind).label.lower(),
        _required(question),
        _NEXT_TERM[question.carry] if question.is_typed else "",
        ", ".join(_notes(question)),
    )
    return "| " + " | ".join(cell.replace("|", "\\|").replace("\n", " ") for cell in cells) + " |"


def _required(question: Question) -> str:
    if isinstance(question.required, bool):
        return "yes" if question.required else ""
    # Required whenever it is asked at all: the condition stands at the end of the row already.
    if question.required == question.applies:
        return "yes"
    return f"when {question.required.words()}"


def _notes(question: Question) -> list[str]:
    notes = []
    if question.shows:
        notes.append("record")
    if question.detail:
        notes.append("detail")
    if question.sensitive:
        notes.append("sensitive")
    if question.applies is not None:
        notes.append(f"asked only when {question.applies.words()}")
    if question.table is not None:
        notes.append("columns: " + ", ".join(column.label for column in question.table.columns))
    return notes


def main() -> None:
    FOLDER.mkdir(exist_ok=True)
    for form in shipped().values():
        (FOLDER / f"{form.key}.md").write_text(page(form), encoding="utf-8")


if __name__ == "__main__":
    main()
