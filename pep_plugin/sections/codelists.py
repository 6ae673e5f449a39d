"""Named lists of options, shared by forms and never copied into them.

Codes are the national ones where there are any, so that exports match them. A code once published
is never given another meaning; a list may grow.
"""

from pep_plugin.sections import lists
from pep_plugin.sections.schema import Choice

_LISTS: dict[str, tuple[Choice, ...]] = {}


def register(name: str, *options: tuple[str, str]) -> None:
    """Add a list; raises :class:`ValueError` when the name is taken."""
    if name in _LISTS:
        raise ValueError(f"There is already a code list called {name}.")
    _LISTS[name] = tuple(Choice(code, label) for code, label in options)


def get(name: str) -> tuple[Choice, ...]:
    """Raises :class:`KeyError` when there is no such list."""
    return _LISTS[name]


def has(name: str) -> bool:
    return name in _LISTS


def names() -> tuple[str, ...]:
    return tuple(_LISTS)


for _subject in lists.EVERY:
    for _name, _options in _subject.items():
        register(_name, *_options)
