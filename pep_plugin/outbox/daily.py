"""What happens once a day by itself: each room registers its step, and ``pep_remind`` runs them."""

import logging
from collections.abc import Callable

logger = logging.getLogger("pep_plugin.outbox")

#: Returns how many things it did. It must be idempotent: a day may run twice, or not at all.
Step = Callable[[], int]
_STEPS: dict[str, Step] = {}


def register(name: str, step: Step) -> None:
    """``name`` is printed beside the count, so it says in words what is counted."""
    _STEPS[name] = step


def run() -> tuple[dict[str, int], list[str]]:
    """Every step: name -> count, and the names of those that failed. One does not stop another.

    An error's text may hold what somebody typed, so only its class is noted.
    """
    done: dict[str, int] = {}
    failed: list[str] = []
    for name, step in _STEPS.items():
        try:
            done[name] = step()
        except Exception as error:
            logger.error("Daily step “%s” failed: %s", name, type(error).__name__)
            failed.append(name)
    return done, failed
