"""Who a copy is for, and what is therefore left out of it. One table, read by every output."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from pep_plugin import access
from pep_plugin.sections import roles as role_keys
from pep_plugin.sections.answers import Answer
from pep_plugin.sections.schema import Question, Section


@dataclass(frozen=True, slots=True, kw_only=True)
class Audience:
    """``roles``: who the reader of the copy is; empty for "whoever asks for it".

    ``sensitive``: whether the copy holds what could lead somebody to a home: carers, contacts,
    restrictions. ``people_left_out``: roles whose holders' names do not stand in the head.
    """

    key: str
    label: str
    roles: frozenset[str] = frozenset()
    sensitive: bool = False
    people_left_out: frozenset[str] = frozenset()

    def gives(
        self,
        asking: Collection[str],
        section: Section,
        question: Question,
        answer: Answer | None,
    ) -> bool:
        """Whether an answer stands in the copy: its reader may read it, and who asks for it too."""
        if question.sensitive and not self.sensitive:
            return False
        if self.roles and not access.readable(self.roles, section, question, answer):
            return False
        return access.readable(asking, section, question, answer)


#: The answer that says that nobody outside may learn which school it is.
SCHOOL_CONFIDENTIAL = "restrictions.school_confidential"
_TELLS_SCHOOL = ("enrolment.school", "people.designated_teacher")


def tells_school(question: Question) -> bool:
    """Whether an answer names a school, or somebody who works there."""
    return question.kind == "school" or question.shows in _TELLS_SCHOOL


# A parent need not know who cares for the child, nor a child's copy that lies about on a bus.
_HOME = frozenset({role_keys.CARER, role_keys.PARENT})

_EVERY = (
    Audience(key="full", label="Full copy", sensitive=True),
    Audience(key="school", label="Copy for the school", roles=role_keys.SCHOOL, sensitive=True),
    Audience(
        key="iro",
        label="Copy for the reviewing officer",
        roles=frozenset({role_keys.IRO}),
        sensitive=True,
    ),
    Audience(
        key="carer",
        label="Copy for the carer",
        roles=frozenset({role_keys.CARER}),
        people_left_out=frozenset({role_keys.PARENT}),
    ),
    Audience(
        key="parent",
        label="Copy for the parent",
        roles=frozenset({role_keys.PARENT}),
        people_left_out=_HOME,
    ),
    Audience(
        key="child",
        label="Copy for the child",
        roles=frozenset({role_keys.CHILD}),
        people_left_out=_HOME,
    ),
)
AUDIENCES: dict[str, Audience] = {audience.key: audience for audience in _EVERY}
#: What a command gives when nobody says for whom: the copy from which most is left out.
LEAST = "parent"
