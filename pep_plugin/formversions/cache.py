"""Forms already read, by hash. A form of 300 questions takes longer to build than to fill in."""

from collections import OrderedDict
from typing import Any

from pep_plugin.sections import codec
from pep_plugin.sections.schema import Form

_SIZE = 64
_forms: OrderedDict[str, Form] = OrderedDict()


def known(sha256: str) -> Form | None:
    """The form for a hash when this process has read it before."""
    return _forms.get(sha256)


def form(sha256: str, data: dict[str, Any]) -> Form:
    """The form for a hash; ``data`` is read only when the hash is new to this process."""
    found = _forms.get(sha256)
    if found is None:
        found = _forms[sha256] = codec.from_json(data)
        if len(_forms) > _SIZE:
            _forms.popitem(last=False)
    return found
