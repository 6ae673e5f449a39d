"""Which words a copy must not hold in any sentence: those that stand where it leaves them out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from pep_plugin.documents import masking
from pep_plugin.documents.copies import Copy, Given
from pep_plugin.documents.masking import Masks
from pep_plugin.documents.title import Head
from pep_plugin.sections import kinds, roles
from pep_plugin.sections.kinds.tables import TableKind
from pep_plugin.sections.schema import Form, Question, Section
from pep_plugin.sections.text import normalise_text


def masks_of(form: Form, given: Mapping[str, Given], head: Head, copy: Copy) -> Masks:
    """No masks for a copy that stays among those who work with the child."""
    if copy.audience.policy.sensitive == "given":
        return Masks(())
    # Somebody may read their own name in their own copy.
    left_out = copy.people_left_out - copy.audience.roles
    people = head.get("people") or ()
    words = masking.words_of_people(people, left_out)
    words |= masking.words_of_rows(form, given, left_out)
    words |= set(_words_of_answers(form, given, copy))
    if copy.hides_school:
        words |= {normalise_text((head.get("school") or {}).get("name", ""))}
    child = head.get("child") or {}
    own = set(masking.words_of_name(child.get("legal_name") or ""))
    # A carer who is an aunt has the child's own surname, which stands in every copy.
    named = masking.words_of_people(people, frozenset(roles.LABELS) - left_out)
    return Masks(words - own - named - {""})


def _words_of_answers(form: Form, given: Mapping[str, Given], copy: Copy) -> Iterator[str]:
    for section in form.sections:
        for question in section.questions:
            yield from _words_of(section, question, given.get(section.key, {}), copy)


def _words_of(section: Section, question: Question, given: Given, copy: Copy) -> Iterator[str]:
    value = given.get(question.key, {}).get("value")
    is_left_out = not copy.gives(section, question, given)
    if question.table is None or not isinstance(kinds.get(question.kind), TableKind):
        if is_left_out:
            yield from masking.words_of_answer(question, value)
        return
    columns = question.table.columns
    for row in value or ():
        cells = row.get("cells", {})
        for column in columns:
            treatment = copy.cell_treatment(section, columns, column, cells)
            if is_left_out or treatment != "given":
                yield from masking.words_of_answer(column, cells.get(column.key, {}).get("value"))
