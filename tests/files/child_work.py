"""Work of all sorts for a limited process, good and bad."""

import importlib
import os
import sys
import time

from pep_plugin.files.child import Refused


def upper(payload: bytes) -> bytes:
    return payload.upper()


def refuse(payload: bytes) -> bytes:
    raise Refused("Save it again.")


def fail(payload: bytes) -> bytes:
    raise KeyError(payload)


def sleep(payload: bytes) -> bytes:
    if payload == b"bad":
        time.sleep(60)
    return payload.upper()


def spin(payload: bytes) -> bytes:
    while payload == b"bad":
        pass
    return payload.upper()


def fill(payload: bytes) -> bytes:
    if payload == b"bad":
        return b"x" * 10_000_000_000
    return payload.upper()


def die(payload: bytes) -> bytes:
    if payload == b"bad":
        os._exit(3)
    return payload.upper()


def count_and_die(payload: bytes) -> bytes:
    if payload.startswith(b"bad "):
        # A folder may be made, though no file may be written.
        os.mkdir(f"{payload.decode().partition(' ')[2]}/{os.getpid()}")
        os._exit(3)
    return payload.upper()


def shout(payload: bytes) -> bytes:
    sys.stdout.write("in between")
    sys.stdout.flush()
    return payload.upper()


def environment(payload: bytes) -> bytes:
    told = [f"{key}={value}" for key, value in os.environ.items()]
    # To write over a limit on size is a signal unless it is ignored, and then an error.
    import signal

    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    try:
        with open(payload, "wb") as stream:
            stream.write(b"x")
    except OSError:
        told.append("no file was written")
    return "\n".join(told).encode()


def modules(payload: bytes) -> bytes:
    importlib.import_module(payload.decode())
    return "\n".join(sys.modules).encode()
