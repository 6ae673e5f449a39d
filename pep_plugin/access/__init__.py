"""The only gate: who somebody is to a child, and what that lets them see and do.

``Actor`` is made once per request. ``roles(actor, child)`` says who the actor is to the child
today, ``allows(roles, verb, state)`` what that permits, ``children(actor)`` which children exist
for the actor at all. Neither ``is_superuser`` nor ``has_perm`` opens anything here.
"""

from pep_plugin.access.actor import Actor, GrantHeld, PostHeld
from pep_plugin.access.answers import may_read, may_write, owns, person_key, readable
from pep_plugin.access.matrix import Forbidden, allows, could, require
from pep_plugin.access.scope import children, get_child, require_open_record, roles

__all__ = [
    "Actor",
    "Forbidden",
    "GrantHeld",
    "PostHeld",
    "allows",
    "children",
    "could",
    "get_child",
    "may_read",
    "may_write",
    "owns",
    "person_key",
    "readable",
    "require",
    "require_open_record",
    "roles",
]
