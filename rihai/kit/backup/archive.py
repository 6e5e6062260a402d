"""The file of a backup: one line that says what it is, the wrapped keyring, and the office as an age stream.

    rihai-backup 1 LENGTH\\n      LENGTH bytes of the keyring, wrapped (kit/passphrase.py)      age v1 stream of a tar

The stream is encrypted to the keyring's own recipient, so that a nightly backup asks nobody; it is opened on another
machine by the passphrase or the recovery code, which open the keyring. age (https://age-encryption.org/v1) tells a
stream that was changed or cut off. Nothing is ever written in the open: the tar goes through a pipe.
"""

from __future__ import annotations

import os
import tarfile
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import Any, BinaryIO

from rihai.errors import Unreadable
from rihai.kit.keyring import Keyring, from_json
from rihai.kit.passphrase import unwrap

MAGIC = b"rihai-backup 1 "
LONGEST_KEYRING = 100_000


class NoBackup(Unreadable):
    """The file is not a backup of ours, was changed, or is cut off."""


def write(target: BinaryIO, wrapped: str, keyring: Keyring, fill: Callable[[tarfile.TarFile], None]) -> None:
    """Write a backup: `fill` adds the members to a tar that is encrypted as it comes. Raises what `fill` raises."""
    import pyrage

    header = wrapped.encode("utf-8")
    target.write(MAGIC + str(len(header)).encode("ascii") + b"\n" + header)
    recipient = pyrage.x25519.Identity.from_str(keyring.files_key).to_public()
    with (
        _piped(lambda source: pyrage.encrypt_io(source, target, [recipient])) as sink,
        tarfile.open(fileobj=sink, mode="w|") as tar,
    ):
        fill(tar)


def skip_header(source: BinaryIO) -> str:
    """The wrapped keyring; the stream comes next. Raises NoBackup for another kind of file."""
    line = source.readline(100)
    length = line.removeprefix(MAGIC).strip()
    if not line.startswith(MAGIC) or not length.isdigit() or int(length) > LONGEST_KEYRING:
        raise NoBackup("This file is not a backup of Rihai.")
    try:
        return source.read(int(length)).decode("utf-8")
    except UnicodeDecodeError as error:
        raise NoBackup("The beginning of this backup is damaged.") from error


def keys(wrapped: str, given: str) -> Keyring:
    """The keyring of a backup, by passphrase or recovery code. Raises WrongPassphrase, or NoBackup when damaged."""
    try:
        return from_json(unwrap(wrapped, given))
    except (KeyError, TypeError, ValueError) as error:
        raise NoBackup("The beginning of this backup is damaged.") from error


def extract(source: BinaryIO, keyring: Keyring, folder: Path) -> None:
    """Put the members into a folder, private to its owner. Raises NoBackup when the stream is damaged or cut off."""
    import pyrage

    identity = pyrage.x25519.Identity.from_str(keyring.files_key)
    try:
        with (
            _drained(lambda sink: pyrage.decrypt_io(source, sink, [identity])) as stream,
            tarfile.open(fileobj=stream, mode="r|") as tar,
        ):
            for member in tar:
                _extract_member(tar, member, folder)
    except (pyrage.DecryptError, tarfile.TarError, OSError, EOFError) as error:
        raise NoBackup("This backup is damaged or cut off; take an older one.") from error


def _extract_member(tar: tarfile.TarFile, member: tarfile.TarInfo, folder: Path) -> None:
    """A plain file at a plain place; a backup we made holds nothing else."""
    place = PurePosixPath(member.name)
    content = tar.extractfile(member)
    if place.is_absolute() or ".." in place.parts or not member.isreg() or content is None:
        raise tarfile.TarError(member.name)
    target = folder / place
    target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with os.fdopen(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        while chunk := content.read(1 << 20):
            file.write(chunk)


@contextmanager
def _piped(consume: Callable[[BinaryIO], Any]) -> Iterator[BinaryIO]:
    """A stream to write to, which another thread consumes; what goes wrong there is raised here."""
    reading, writing = os.pipe()
    wrong: list[BaseException] = []

    def run() -> None:
        with os.fdopen(reading, "rb") as source:
            try:
                consume(source)
            except BaseException as error:
                wrong.append(error)

    thread = threading.Thread(target=run)
    thread.start()
    try:
        with os.fdopen(writing, "wb") as sink:
            yield sink
    except BrokenPipeError:
        if not wrong:
            raise
    finally:
        thread.join()
    if wrong:
        raise wrong[0]


@contextmanager
def _drained(produce: Callable[[BinaryIO], Any]) -> Iterator[BinaryIO]:
    """A stream to read from, which another thread fills; what goes wrong there is raised here, whatever was read."""
    reading, writing = os.pipe()
    wrong: list[BaseException] = []

    def run() -> None:
        with os.fdopen(writing, "wb") as sink:
            try:
                produce(sink)
            except BrokenPipeError:
                pass
            except BaseException as error:
                wrong.append(error)

    thread = threading.Thread(target=run)
    thread.start()
    try:
        with os.fdopen(reading, "rb") as source:
            yield source
            while source.read(1 << 20):
                pass
    finally:
        thread.join()
        if wrong:
            raise wrong[0]
