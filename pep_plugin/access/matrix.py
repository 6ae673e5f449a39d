"""What each role may do to a plan in each state: one table, read by everything."""

from collections.abc import Collection

from pep_plugin.sections.roles import (
    CARER,
    CHILD,
    DEPUTY,
    DESIGNATED_TEACHER,
    IRO,
    PARENT,
    SOCIAL_WORKER,
    TEAM_MANAGER,
    VIRTUAL_SCHOOL,
    VS_ADMIN,
    VS_ADVISER,
    VS_HEAD,
)

_WRITERS = frozenset({DESIGNATED_TEACHER, DEPUTY, SOCIAL_WORKER, TEAM_MANAGER}) | VIRTUAL_SCHOOL
_READERS = _WRITERS | {IRO}
_SOCIAL = frozenset({SOCIAL_WORKER, TEAM_MANAGER}) | VIRTUAL_SCHOOL
_EVERY_STATE = ("draft", "submitted", "returned", "signed_off", "withdrawn")
_BEING_WRITTEN = ("draft", "returned")

#: verb -> (states in which it is possible, roles that may). "" is a verb without a plan.
MATRIX: dict[str, tuple[tuple[str, ...], frozenset[str]]] = {
    "child.view": (("",), _READERS),
    "child.add": (("",), _SOCIAL),
    "child.change": (("",), _SOCIAL),
    "child.mark_adopted": (("",), frozenset({VS_HEAD, VS_ADMIN})),
    "plan.start": (("",), _WRITERS),
    "plan.view": (_EVERY_STATE, _READERS),
    "plan.download": (_EVERY_STATE, _READERS),
    "plan.write": (_BEING_WRITTEN, _WRITERS),
    "plan.write_own": (_BEING_WRITTEN, frozenset({CHILD, CARER, PARENT})),
    "plan.delegate": (_BEING_WRITTEN, _WRITERS),
    "link.give": (_BEING_WRITTEN, _WRITERS),
    "link.give_parent": (_BEING_WRITTEN, _SOCIAL),
    "link.give_young": (_BEING_WRITTEN, _SOCIAL),
    "link.give_copy": (("signed_off",), _WRITERS),
    "link.give_copy_to_parent": (("signed_off",), _SOCIAL),
    "plan.read_agreed": (("signed_off",), frozenset({CHILD, CARER, PARENT})),
    "telling.duty": (("",), VIRTUAL_SCHOOL),
    "person.invite": (("",), VIRTUAL_SCHOOL | {DESIGNATED_TEACHER, SOCIAL_WORKER, TEAM_MANAGER}),
    "account.confirm": (("",), VIRTUAL_SCHOOL),
    "plan.send": (_BEING_WRITTEN, _WRITERS),
    "plan.return": (("submitted",), VIRTUAL_SCHOOL),
    "plan.agree": (("submitted",), VIRTUAL_SCHOOL),
    "plan.withdraw": (_BEING_WRITTEN, _SOCIAL),
    "answer.ask_removal": (("submitted", "returned", "signed_off", "withdrawn"), VIRTUAL_SCHOOL),
    "answer.remove": (("submitted", "returned", "signed_off", "withdrawn"), VIRTUAL_SCHOOL),
    "school.search": (("",), _READERS),
    "post.give": (("",), VIRTUAL_SCHOOL),
    "post.give_deputy": (("",), frozenset({DESIGNATED_TEACHER}) | VIRTUAL_SCHOOL),
    "record.hand_over": (("",), _WRITERS),
    "plans.export": (("",), VIRTUAL_SCHOOL),
    "children.import": (("",), VIRTUAL_SCHOOL),
    "schools.import": (("",), VIRTUAL_SCHOOL),
    "register.view": (("",), VIRTUAL_SCHOOL),
    "school.change": (("",), frozenset({VS_ADMIN})),
    "form.publish": (("",), frozenset({VS_HEAD, VS_ADVISER})),
}


class Forbidden(Exception):
    """The actor may not do this. Shown as the one 404, which tells nothing."""


def allows(roles: Collection[str], verb: str, state: str = "") -> bool:
    """Whether anyone with these roles may do the verb in the state.

    Raises :class:`KeyError` for a verb that nobody declared.
    """
    states, may = MATRIX[verb]
    return state in states and not may.isdisjoint(roles)


def could(roles: Collection[str], verb: str) -> bool:
    """Whether anyone with these roles may do the verb in some state.

    Asked before the state is judged: who never may is not told what state a plan is in.
    """
    return not MATRIX[verb][1].isdisjoint(roles)


def require(roles: Collection[str], verb: str, state: str = "") -> None:
    """Raises :class:`Forbidden` unless :func:`allows`."""
    if not allows(roles, verb, state):
        raise Forbidden(verb)
