"""Looking for viruses: a hook for the council's scanner, and one for ClamAV's daemon.

Where a scanner is named, a file that could not be looked at is refused: never let in unseen.
"""

from __future__ import annotations

import logging
import socket
import struct
from collections.abc import Iterator

from django.utils.module_loading import import_string
from django.utils.translation import gettext as _

from pep_plugin.conf import conf

logger = logging.getLogger(__name__)

#: Seconds to wait for the daemon at each step.
PATIENCE = 30
_CHUNK = 64 * 1024


def scan(data: bytes) -> str:
    """A sentence for the sender when the file must not come in; "" when it may.

    ``PEP_PLUGIN["SCANNER"]`` is the dotted path of a function that takes the bytes and returns
    whether they are clean; without one nothing is looked for.
    """
    if not conf.SCANNER:
        return ""
    try:
        is_clean = import_string(conf.SCANNER)(data)
    except Exception as error:
        # The kind of failure only: a message of the scanner's may quote what it was given.
        logger.error("The virus scanner failed: %s.", type(error).__name__)
        return _(
            "The file could not be checked for viruses just now, so it was not added. Try again "
            "in a few minutes."
        )
    return "" if is_clean else _("The virus check found something in this file. It was not added.")


def clamd(data: bytes) -> bool:
    """Whether ClamAV's daemon calls the bytes clean (its command INSTREAM).

    ``PEP_PLUGIN["CLAMD_ADDRESS"]``: ``host:port``, or the path of a socket. Raises ``OSError``
    when it cannot be asked, ``ValueError`` when its answer is not understood.
    """
    with _connected() as daemon:
        daemon.sendall(b"zINSTREAM\0")
        for chunk in _chunks(data):
            daemon.sendall(struct.pack(">I", len(chunk)) + chunk)
        daemon.sendall(struct.pack(">I", 0))
        answer = b""
        while received := daemon.recv(4096):
            answer += received
    words = answer.rstrip(b"\0\n ").rsplit(b" ", 1)[-1]
    if words not in (b"OK", b"FOUND"):
        raise ValueError("The daemon's answer is not understood.")
    return words == b"OK"


def _chunks(data: bytes) -> Iterator[bytes]:
    for start in range(0, len(data), _CHUNK):
        yield data[start : start + _CHUNK]


def _connected() -> socket.socket:
    address: str = conf.CLAMD_ADDRESS
    host, _colon, port = address.rpartition(":")
    if host and port.isdigit():
        return socket.create_connection((host, int(port)), timeout=PATIENCE)
    connection = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    connection.settimeout(PATIENCE)
    connection.connect(address)
    return connection
