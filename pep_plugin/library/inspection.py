"""Looking over a file before anyone may have it: is it what it says, does it carry a child?

Every finding is a sentence for the editor who sent the file. It names what was found, and of what
may be a child's no more than its kind.
"""

import re
from collections.abc import Callable, Iterator
from pathlib import PurePath
from typing import IO, Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from stdnum.gb import upn

from pep_plugin.conf import conf
from pep_plugin.documents.word import traces
from pep_plugin.files.guard import LARGEST_FILE, Unsafe, check_office_file, check_opendocument
from pep_plugin.library import other_files
from pep_plugin.library.file_types import kind_of

_UPN = re.compile(r"(?<![A-Za-z0-9])[A-Za-z][ -]?(?:\d[ -]?){11}[0-9A-Za-z](?![A-Za-z0-9])")
#: Whole names that programs write by themselves, and words that a person's name does not have.
_NOBODY = frozenset({"", "python-docx", "openpyxl", "unknown", "un-named", "libreoffice"})
_NOT_A_PERSON = re.compile(
    r"\b(council|school|schools|team|service|services|department|trust|borough|county|city|"
    r"academy|office|user|admin\w*|author|editor|ltd|limited|department)\b",
    re.I,
)
_SHOWN = 3


def found(file: IO[bytes], name: str, *, for_library: bool = True) -> list[str]:
    """What speaks against the file, as sentences; nothing when all is well.

    ``for_library`` False looks only for a child and for a file that is not what it says: the
    council's other documents may carry their authors and comments. The file is read from its start
    and left at its start.
    """
    try:
        return list(_looked_over(file, PurePath(name).suffix.lower(), for_library))
    finally:
        file.seek(0)


def look(file: Any, *, for_library: bool = True) -> list[str]:
    """The same for Django's files: an upload that is open, or a stored file that is not."""
    was_closed = file.closed
    if was_closed:
        file.open("rb")
    try:
        return found(file, file.name, for_library=for_library)
    finally:
        if was_closed:
            file.close()


def _looked_over(file: IO[bytes], suffix: str, for_library: bool) -> Iterator[str]:
    file.seek(0, 2)
    size = file.tell()
    file.seek(0)
    head = file.read(4096)
    file.seek(0)
    kind, refusal = kind_of(head, suffix, for_library=for_library)
    if refusal:
        yield refusal
        return
    if size > LARGEST_FILE:
        # Elsewhere on the council's site large files are no business of ours.
        if for_library:
            yield _("The file is larger than %(limit)s MB.") % {"limit": LARGEST_FILE // 1024**2}
        return
    reader = _READERS.get(kind)
    if reader is None:
        return
    try:
        carried = reader(file)
    except (Unsafe, ValueError) as error:
        if for_library or not isinstance(error, Unsafe):
            yield str(error) if isinstance(error, Unsafe) else _("The file cannot be read.")
        return
    yield from _a_child(carried)
    if for_library:
        yield from _manners(carried)


def _a_child(carried: traces.Traces) -> Iterator[str]:
    # A control that another program saved may have lost its title.
    if carried.answers and not any(carried.answers):
        yield _(
            "This looks like a PEP that was filled in: there are answers in it. Download the blank "
            "form and start from that."
        )
    elif carried.answers:
        yield _(
            "This looks like a PEP that was filled in: there is an answer at %(where)s. Download "
            "the blank form and start from that."
        ) % {"where": _some([title for title in carried.answers if title])}
    if any(upn.is_valid(number) for number in _UPN.findall(carried.text)):
        yield _("There is a valid UPN (a pupil's number) in the text. A template names no child.")


def _manners(carried: traces.Traces) -> Iterator[str]:
    people = [name for name in dict.fromkeys(carried.people) if _is_a_person(name)]
    if people:
        yield _(
            "The file's properties name a person: %(names)s. In Word, choose File, Info, Check for "
            "Issues, Inspect Document and remove the personal information."
        ) % {"names": _some(people)}
    if carried.comments:
        yield ngettext(
            "There is %(number)s comment in the file. Delete it first.",
            "There are %(number)s comments in the file. Delete them first.",
            carried.comments,
        ) % {"number": carried.comments}
    if carried.changes:
        yield ngettext(
            "There is %(number)s tracked change in the file. Accept or reject it first.",
            "There are %(number)s tracked changes in the file. Accept or reject them first.",
            carried.changes,
        ) % {"number": carried.changes}


def _some(titles: list[str]) -> str:
    shown = ", ".join(f"“{title}”" for title in titles[:_SHOWN])
    more = len(titles) - _SHOWN
    return shown if more <= 0 else _("%(these)s and %(more)s more") % {"these": shown, "more": more}


def _is_a_person(name: str) -> bool:
    plain = " ".join(name.split()).casefold()
    own = [conf.COUNCIL_NAME.casefold(), conf.TEAM_NAME.casefold()]
    is_ours = any(one and one in plain for one in own)
    return not (is_ours or plain in _NOBODY or _NOT_A_PERSON.search(plain))


def _word(file: IO[bytes]) -> traces.Traces:
    check_office_file(file)
    return traces.read(file)


def _office(file: IO[bytes]) -> traces.Traces:
    check_office_file(file)
    return other_files.office(file)


def _opendocument(file: IO[bytes]) -> traces.Traces:
    check_opendocument(file)
    return other_files.opendocument(file)


_READERS: dict[str, Callable[[IO[bytes]], traces.Traces]] = {
    "word": _word,
    "office": _office,
    "opendocument": _opendocument,
    "pdf": other_files.pdf,
    "text": other_files.plain,
}
