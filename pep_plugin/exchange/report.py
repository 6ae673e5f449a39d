"""What an import does or would do, in numbers and by line."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from pep_plugin.exchange.resource import Change


@dataclass(frozen=True, slots=True)
class Report:
    """``changes`` hold values, for a screen; a command prints the names of fields only."""

    changes: Sequence[Change]
    unchanged: int
    encoding: str
    ignored: Sequence[str]
    is_written: bool

    @property
    def added(self) -> int:
        return sum(change.is_new for change in self.changes)

    @property
    def changed(self) -> int:
        return len(self.changes) - self.added

    def updates(self) -> list[Change]:
        """What happens to records that are there already, in the order of the file."""
        return [change for change in self.changes if not change.is_new]

    def fields(self) -> Counter[str]:
        """How often each field of a record that was there already changes."""
        return Counter(field for change in self.updates() for field in change.differences)
