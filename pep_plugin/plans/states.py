"""The states of a plan and what leads from one to the next."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class State(models.TextChoices):
    DRAFT = "draft", _("Being written")
    SUBMITTED = "submitted", _("Sent")
    RETURNED = "returned", _("Sent back")
    SIGNED_OFF = "signed_off", _("Agreed")
    WITHDRAWN = "withdrawn", _("Withdrawn")


#: A child has at most one plan in these states.
UNFINISHED = (State.DRAFT, State.SUBMITTED, State.RETURNED)
BEING_WRITTEN = (State.DRAFT, State.RETURNED)


class Kind(models.TextChoices):
    INITIAL = "initial", _("First PEP")
    TERMLY = "termly", _("Termly review")
    DESK_REVIEW = "desk_review", _("Review without a meeting")
    INTERIM = "interim", _("Interim PEP")
    TRANSITION = "transition", _("Transition")
    CHANGE_OF_SCHOOL = "change_of_school", _("Change of school")
    ENDED = "ended", _("Final PEP")
    VOLUNTARY = "voluntary", _("Voluntary PEP (previously looked after)")


_NEXT = {
    State.DRAFT: {State.SUBMITTED, State.WITHDRAWN},
    State.SUBMITTED: {State.RETURNED, State.SIGNED_OFF},
    State.RETURNED: {State.SUBMITTED, State.WITHDRAWN},
    State.SIGNED_OFF: set(),
    State.WITHDRAWN: set(),
}


class WrongState(Exception):
    """The plan is no longer in a state in which this can be done. ``str()`` is a sentence."""


def move(plan_state: str, to: State) -> str:
    """The new state; raises :class:`WrongState` when nothing leads there."""
    now = State(plan_state)
    if to not in _NEXT[now]:
        raise WrongState(
            _("This plan is “{now}”, so it cannot become “{to}”.").format(
                now=now.label, to=to.label
            )
        )
    return str(to)
