"""Work on strangers' files in a process of its own: limited, kept warm, thrown away when in doubt.

No Django, on either side: the process is started as ``python -m pep_plugin.files.child WORK`` with
an environment that holds no secret, and what it does is a function ``bytes -> bytes`` given by
name (``package.module:function``). A file that makes it die takes nothing else along.

Both pipes carry frames: eight bytes of length, then so many bytes. An answer begins with one byte
that says how it went.
"""

from __future__ import annotations

import atexit
import contextlib
import gc
import importlib
import os
import select
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO

_DONE, _REFUSED, _FAILED, _FULL = b"+", b"-", b"!", b"#"
_SIZE = 8
_MEGABYTE = 1024 * 1024
#: Where the package lies, so that the process finds it however it was installed.
_HOME = str(Path(__file__).resolve().parents[2])

TOO_SLOW = "The file takes too long to read. Save only what is needed as a new file."
TOO_LARGE = "The file needs too much memory to read. Save only what is needed as a new file."
CANNOT = "The file cannot be read. Open it, save it again as a new file, and try once more."


class Refused(ValueError):
    """The work came to nothing. ``str()`` is a sentence for the person who sent the file."""


@dataclass(frozen=True, slots=True)
class Limits:
    """For each file: seconds by the clock and of the processor; for the process: megabytes of
    memory, files until a fresh one takes over, and seconds without work until it ends itself.
    """

    seconds: float = 20
    processor: int = 5
    megabytes: int = 400
    files: int = 200
    idle: int = 900


class Child:
    """One process, started when it is first asked; for one thread (:class:`Pool`: for many)."""

    def __init__(self, work: str, limits: Limits | None = None) -> None:
        self.work = work
        self.limits = limits or Limits()
        self._process: subprocess.Popen[bytes] | None = None
        self._owner = os.getpid()
        self._done = 0

    def ask(self, payload: bytes) -> bytes:
        """What the work makes of the payload. Raises :class:`Refused`."""
        if not self._is_alive():
            self._start()
        try:
            found = self._exchange(payload)
        except OSError:
            # It ended itself while nobody asked: once more, with a new one. A file that it has
            # taken in is never given to a second one.
            self._start()
            found = self._try(payload)
        if found is None:
            self.close()
            raise Refused(TOO_SLOW)
        return self._outcome(found)

    def _try(self, payload: bytes) -> bytes | None:
        try:
            return self._exchange(payload)
        except OSError:
            return None

    def close(self) -> None:
        """End the process; the next question starts another."""
        process, self._process = self._process, None
        # What was forked from the owner must leave the owner's process alone.
        if process is None or os.getpid() != self._owner:
            return
        process.kill()
        for pipe in (process.stdin, process.stdout):
            if pipe is not None:
                with contextlib.suppress(OSError):
                    pipe.close()
        process.wait()

    @property
    def process_id(self) -> int:
        """0 while there is none."""
        return self._process.pid if self._process is not None else 0

    def _is_alive(self) -> bool:
        is_own = self._process is not None and os.getpid() == self._owner
        return is_own and self._process is not None and self._process.poll() is None

    def _start(self) -> None:
        self.close()
        self._owner, self._done = os.getpid(), 0
        limits = self.limits
        self._process = subprocess.Popen(  # noqa: S603
            [
                *(sys.executable, "-m", "pep_plugin.files.child", self.work),
                *map(str, (limits.processor, limits.megabytes, limits.idle)),
            ],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            # An error would say what stands in the file.
            stderr=subprocess.DEVNULL,
            cwd=_HOME,
            env={"PATH": os.defpath, "LC_ALL": "C.UTF-8", "PYTHONDONTWRITEBYTECODE": "1"},
        )

    def _exchange(self, payload: bytes) -> bytes | None:
        """The answer with its first byte; None when the process ended before it gave one.

        Raises :class:`OSError` when it had ended before it took the payload in.
        """
        process = self._process
        if process is None or process.stdin is None or process.stdout is None:
            return None
        clock = threading.Timer(self.limits.seconds, process.kill)
        clock.start()
        try:
            _write(process.stdin, payload)
            return _read(process.stdout)
        finally:
            clock.cancel()

    def _outcome(self, found: bytes) -> bytes:
        self._done += 1
        kind, body = found[:1], found[1:]
        # After an error nobody knows what is left behind.
        if kind not in (_DONE, _REFUSED) or self._done >= self.limits.files:
            self.close()
        if kind == _DONE:
            return body
        words = {_REFUSED: body.decode(), _FULL: TOO_LARGE}
        raise Refused(words.get(kind, CANNOT))


class Pool:
    """Children for any number of threads: as many as work at once, of which some are kept warm."""

    def __init__(self, work: str, limits: Limits | None = None, *, warm: int = 1) -> None:
        self.work = work
        self.limits = limits
        self.warm = warm
        self._idle: list[Child] = []
        self._lock = threading.Lock()
        atexit.register(self.close)

    def ask(self, payload: bytes) -> bytes:
        """What the work makes of the payload. Raises :class:`Refused`."""
        with self._lock:
            child = self._idle.pop() if self._idle else Child(self.work, self.limits)
        try:
            return child.ask(payload)
        finally:
            with self._lock:
                keep = len(self._idle) < self.warm
                if keep:
                    self._idle.append(child)
            if not keep:
                child.close()

    def close(self) -> None:
        """End all that are idle."""
        with self._lock:
            idle, self._idle = self._idle, []
        for child in idle:
            child.close()


def _write(pipe: IO[bytes], body: bytes) -> None:
    pipe.write(len(body).to_bytes(_SIZE, "big") + body)
    pipe.flush()


def _read(pipe: IO[bytes]) -> bytes | None:
    head = pipe.read(_SIZE)
    if len(head) < _SIZE:
        return None
    size = int.from_bytes(head, "big")
    body = pipe.read(size)
    return body if len(body) == size else None


# -- the other side -----------------------------------------------------------------------------


def _serve(work: str, processor: int, megabytes: int, idle: int) -> None:
    module, _, name = work.partition(":")
    function = getattr(importlib.import_module(module), name)
    answers = os.fdopen(os.dup(1), "wb")
    # Whatever prints must not print into the answers.
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    _limit(megabytes)
    # Rubbish is collected while nobody waits.
    gc.disable()
    for payload in _payloads(sys.stdin.buffer, idle):
        _limit_processor(processor)
        _write(answers, _answer(function, payload))
        gc.collect()


def _payloads(pipe: IO[bytes], idle: int) -> Iterator[bytes]:
    while select.select([pipe], [], [], idle)[0]:
        payload = _read(pipe)
        if payload is None:
            return
        yield payload


def _answer(function: object, payload: bytes) -> bytes:
    try:
        return _DONE + function(payload)  # type: ignore[operator]
    except Refused as refused:
        return _REFUSED + str(refused).encode()
    except MemoryError:
        return _FULL
    # Whatever a file brings about ends here and not in the site.
    except Exception as error:
        return _FAILED + type(error).__name__.encode()


def _limit(megabytes: int) -> None:
    try:
        import resource
    except ImportError:
        # Not on Windows; the clock holds there too.
        return
    for what, most in (
        (resource.RLIMIT_AS, megabytes * _MEGABYTE),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(what, (most, most))


def _limit_processor(seconds: int) -> None:
    try:
        import resource
    except ImportError:
        return
    used = resource.getrusage(resource.RUSAGE_SELF)
    most = int(used.ru_utime + used.ru_stime) + seconds + 1
    hard = resource.getrlimit(resource.RLIMIT_CPU)[1]
    resource.setrlimit(resource.RLIMIT_CPU, (most, hard))


if __name__ == "__main__":
    # ``-m`` runs this file as ``__main__``: the exception must be the one that others import.
    from pep_plugin.files.child import _serve as serve

    serve(sys.argv[1], *map(int, sys.argv[2:5]))
