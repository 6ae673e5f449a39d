"""The virus check fails closed, and speaks to ClamAV's daemon."""

import socket
import struct
import threading

import pytest

from pep_plugin.files.intake import Refused, take_in
from pep_plugin.files.scanners import clamd, scan

BAD = b"this one is bad"


def finds_what_is_bad(data: bytes) -> bool:
    return data != BAD


def is_broken(data: bytes) -> bool:
    raise RuntimeError(f"The scanner choked on {data!r}")


@pytest.fixture
def scanner(settings):
    def use(name: str, address: str = "127.0.0.1:1") -> None:
        settings.PEP_PLUGIN = {
            **settings.PEP_PLUGIN,
            "SCANNER": name,
            "CLAMD_ADDRESS": address,
        }

    return use


def test_without_a_scanner_nothing_is_looked_for():
    assert scan(BAD) == ""


def test_what_the_scanner_finds_is_refused(scanner):
    scanner(f"{__name__}.finds_what_is_bad")
    assert scan(b"fine") == ""
    with pytest.raises(Refused, match="found something"):
        take_in("notes.txt", BAD)


@pytest.mark.parametrize("name", [f"{__name__}.is_broken", "no.such.scanner"])
def test_a_file_that_could_not_be_looked_at_stays_out_and_out_of_the_log(scanner, name, caplog):
    scanner(name)
    assert "could not be checked" in scan(b"Maya Kestrel")
    assert caplog.records
    assert "Maya" not in caplog.text


@pytest.fixture
def daemon():
    """A daemon that finds the bad bytes and no others; it says how many bytes it was given."""
    listening = socket.create_server(("127.0.0.1", 0))
    seen: list[bytes] = []

    def answer() -> None:
        connection, _address = listening.accept()
        with connection, connection.makefile("rb") as stream:
            assert stream.read(10) == b"zINSTREAM\0"
            data = b""
            while length := struct.unpack(">I", stream.read(4))[0]:
                data += stream.read(length)
            seen.append(data)
            found = b"stream: Eicar-Test FOUND\0" if data == BAD else b"stream: OK\0"
            connection.sendall(found)

    thread = threading.Thread(target=answer, daemon=True)
    thread.start()
    yield f"127.0.0.1:{listening.getsockname()[1]}", seen
    thread.join(timeout=5)
    listening.close()


@pytest.mark.parametrize(("data", "is_clean"), [(BAD, False), (b"x" * 200_000, True)])
def test_clamav_is_given_every_byte_and_believed(scanner, daemon, data, is_clean):
    address, seen = daemon
    scanner("pep_plugin.files.scanners.clamd", address)
    assert clamd(data) is is_clean
    assert seen == [data]


def test_a_daemon_that_is_not_there_lets_nothing_in(scanner):
    scanner("pep_plugin.files.scanners.clamd", "127.0.0.1:1")
    assert "could not be checked" in scan(b"fine")
