"""Who a copy is for, and what is therefore left out of it. One table, read by every output."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Literal

from pep_plugin import access
from pep_plugin.sections import roles as role_keys
from pep_plugin.sections.answers import Answer
from pep_plugin.sections.schema import Question, Section

#: What a copy does with a part that is not for everybody: give it, say "Left out of this copy" in
#: its place, or leave it out so that nobody can tell that it is there.
Treatment = Literal["given", "said", "no_trace"]
_ORDER: tuple[Treatment, ...] = ("given", "said", "no_trace")


def strictest(*found: Treatment) -> Treatment:
    """The one that gives least away."""
    return max(found, key=_ORDER.index)


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """What becomes of each part that is not for everybody.

    ``sensitive``: what could lead somebody to a home - carers, contacts, restrictions.
    ``readers``: what the form lets other roles read. ``chosen``: what whoever said it wants only
    some to read. ``school``: a school that is confidential. ``files``: the list of files, each of
    which follows the answer that it belongs to.
    """

    sensitive: Treatment
    readers: Treatment
    chosen: Treatment
    school: Treatment
    files: Treatment = "given"


#: For whatever leaves the house and has no line of its own in the table.
CAREFUL = Policy(sensitive="said", readers="said", chosen="said", school="said")


@dataclass(frozen=True, slots=True, kw_only=True)
class Audience:
    """``roles``: who the reader of the copy is; empty for "whoever asks for it".

    ``givers``: roles that may give such a copy. ``people_left_out``: roles whose holders are not
    named. ``is_plain``: the child's own short plan, in plain words.
    """

    key: str
    label: str
    policy: Policy = CAREFUL
    roles: frozenset[str] = frozenset()
    givers: frozenset[str] = frozenset()
    people_left_out: frozenset[str] = frozenset()
    is_plain: bool = False

    def gives(
        self,
        asking: Collection[str],
        section: Section,
        question: Question,
        answer: Answer | None,
    ) -> bool:
        """Whether an answer stands in the copy, wherever the child's school is."""
        return self.treatment(asking, section, question, answer) == "given"

    def treatment(
        self,
        asking: Collection[str],
        section: Section,
        question: Question,
        answer: Answer | None,
        *,
        hides_school: bool = False,
    ) -> Treatment:
        """The strictest that the table says: the reader may read it, and who asks for it too."""
        found: list[Treatment] = ["given"]
        if question.sensitive:
            found.append(self.policy.sensitive)
        if hides_school and tells_school(question):
            found.append(self.policy.school)
        reading = [self._reads_as(asking)] if self.roles else []
        for readers in (frozenset(asking), *reading):
            if access.readable(readers, section, question, answer):
                continue
            by_the_form = not access.readable(readers, section, question, _without_own(answer))
            # Not even in the child's own copy: paper lies about where the others live.
            found.append(self.policy.readers if by_the_form else self.policy.chosen)
        return strictest(*found)

    def _reads_as(self, asking: Collection[str]) -> frozenset[str]:
        """The roles of the copy's reader, and the person when it is for whoever asks for it."""
        if self.roles.isdisjoint(asking):
            return self.roles
        return self.roles | {key for key in asking if key.startswith(_PERSON)}

    @property
    def hides_school(self) -> bool:
        """Whether a confidential school is left out of the copy."""
        return self.policy.school != "given"


_PERSON = access.person_key("")

#: The answer that says that nobody outside may learn which school it is.
SCHOOL_CONFIDENTIAL = "restrictions.school_confidential"
_TELLS_SCHOOL = ("enrolment.school", "people.designated_teacher")
_WHERE_PEOPLE_MEET = "meeting_place"


def tells_school(question: Question) -> bool:
    """Whether an answer names a school, somebody who works there, or where people meet."""
    return (
        question.kind == "school"
        or question.shows in _TELLS_SCHOOL
        or question.key == _WHERE_PEOPLE_MEET
    )


def _without_own(answer: Answer | None) -> Answer | None:
    """The answer as if whoever gave it had said nothing about who may read it."""
    return {key: held for key, held in answer.items() if key != "readers"} if answer else answer


_STAFF = Policy(sensitive="given", readers="said", chosen="said", school="given")
# A carer knows that there are such parts; only what would lead to a school must leave no trace.
_CARER = Policy(sensitive="said", readers="said", chosen="no_trace", school="no_trace")
_PARENT = Policy(sensitive="no_trace", readers="said", chosen="no_trace", school="no_trace")
# A child's copy lies about on a bus; and a page full of "left out" is no page for a child.
_CHILD = Policy(sensitive="no_trace", readers="no_trace", chosen="no_trace", school="no_trace")

# A parent need not know who cares for the child, nor whoever finds the child's copy.
_HOME = frozenset({role_keys.CARER, role_keys.PARENT})
_SOCIAL = role_keys.SOCIAL_CARE | role_keys.VIRTUAL_SCHOOL
_WRITERS = role_keys.SCHOOL | _SOCIAL

_EVERY = (
    Audience(key="full", label="Full copy", policy=_STAFF, givers=_WRITERS | {role_keys.IRO}),
    Audience(
        key="school",
        label="Copy for the school",
        roles=role_keys.SCHOOL,
        givers=_WRITERS,
        policy=_STAFF,
    ),
    Audience(
        key="iro",
        label="Copy for the reviewing officer",
        roles=frozenset({role_keys.IRO}),
        givers=_WRITERS | {role_keys.IRO},
        policy=_STAFF,
    ),
    Audience(
        key="carer",
        label="Copy for the carer",
        roles=frozenset({role_keys.CARER}),
        givers=_WRITERS | {role_keys.CARER},
        people_left_out=frozenset({role_keys.PARENT}),
        policy=_CARER,
    ),
    Audience(
        key="parent",
        label="Copy for the parent",
        roles=frozenset({role_keys.PARENT}),
        # Whether a parent is told at all is for who holds the child's case.
        givers=_SOCIAL | {role_keys.PARENT},
        people_left_out=_HOME,
        policy=_PARENT,
    ),
    Audience(
        key="child",
        label="Copy for the child",
        roles=frozenset({role_keys.CHILD}),
        givers=_WRITERS | {role_keys.CHILD},
        people_left_out=_HOME,
        policy=_CHILD,
    ),
    Audience(
        key="my-plan",
        label="My plan, for the child",
        roles=frozenset({role_keys.CHILD}),
        givers=_WRITERS | {role_keys.CHILD},
        people_left_out=_HOME,
        policy=_CHILD,
        is_plain=True,
    ),
)
AUDIENCES: dict[str, Audience] = {audience.key: audience for audience in _EVERY}
#: What a command gives when nobody says for whom: the copy from which most is left out.
LEAST = "parent"


def may_give(roles: Collection[str]) -> list[Audience]:
    """The copies that anyone with these roles may give, the fullest first."""
    return [audience for audience in _EVERY if not audience.givers.isdisjoint(roles)]
