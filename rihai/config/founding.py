"""What comes before the settings can be read: a new office's keys, a backup's content, a passphrase to be changed.

The first two are put into a folder beside the office's own, with `.new` at the end of its name, and handed on to
Django's command of the same name, which finishes it and gives it the office's name: what was interrupted leaves nothing
that looks whole, and is thrown away by the next attempt.
"""

from __future__ import annotations

import os
import shutil
import sys
from argparse import ArgumentParser
from getpass import getpass
from pathlib import Path

from rihai.errors import Refused
from rihai.kit import keyring as keys
from rihai.kit.backup import archive

NEW = ".new"


def for_init(arguments: list[str]) -> None:
    """Fresh keys in memory for a new office. Raises Refused when the folder holds one already."""
    asked = ArgumentParser(add_help=False)
    asked.add_argument("--encrypted", action="store_true")
    encrypted = asked.parse_known_args(arguments)[0].encrypted
    if os.environ.get("DATABASE_URL") and encrypted:
        raise Refused("An encrypted database is SQLite's alone. On PostgreSQL encrypt the server's disk instead.")
    _begin(_empty_home())
    _hand_over(keys.new_keyring(encrypted=encrypted))


def for_restore(arguments: list[str]) -> None:
    """The content of a backup, beside the home it shall have.

    Raises Refused for a home that holds something, NoBackup for a file that is none or damaged, WrongPassphrase.
    """
    asked = ArgumentParser(add_help=False)
    asked.add_argument("file", nargs="?")
    given = asked.parse_known_args(arguments)[0].file
    if given is None:
        raise Refused("Name the backup: rihai restore FILE")
    home = _empty_home()
    if not Path(given).is_file():
        raise Refused(f"There is no file {given}.")
    with Path(given).open("rb") as file:
        wrapped = archive.skip_header(file)
        opened = archive.keys(wrapped, _passphrase())
        folder = _begin(home)
        archive.extract(file, opened, folder)
    path = folder / "keyring.json"
    if opened.database_key:
        keys.write_private(keys.sealed_path(path), wrapped)
    else:
        keys.write_private(path, keys.to_json(opened))
        keys.write_private(keys.recovery_path(path), wrapped)
    _hand_over(opened)


def for_passphrase(_arguments: list[str]) -> None:
    """What opens the office now, asked once: the settings and the command both read it from a pipe."""
    if os.environ.get("RIHAI_PASSPHRASE_FD") or not sys.stdin or not sys.stdin.isatty():
        return
    given = getpass("Passphrase of this office as it is now, or the recovery code from the safe: ")
    reading, writing = os.pipe()
    os.write(writing, f"{given}\n".encode())
    os.close(writing)
    os.environ["RIHAI_PASSPHRASE_FD"] = str(reading)


def _passphrase() -> str:
    if os.environ.get("RIHAI_PASSPHRASE_FD"):
        return keys.asked()
    return getpass("Passphrase of the office, or the recovery code from the safe: ")


def _empty_home() -> Path:
    home = Path(os.environ.get("RIHAI_HOME") or "~/rihai").expanduser().absolute()
    if home.exists() and (not home.is_dir() or any(home.iterdir())):
        raise Refused(f"{home} holds something already, and nothing was changed. Name an empty folder in RIHAI_HOME.")
    return home


def _begin(home: Path) -> Path:
    """The folder in which the new home is made; what an interrupted attempt left there is thrown away."""
    folder = home.with_name(home.name + NEW)
    if folder.exists():
        shutil.rmtree(folder)
    folder.mkdir(mode=0o700, parents=True)
    os.environ["RIHAI_HOME"] = str(folder)
    os.environ.pop("RIHAI_KEYRING", None)
    return folder


def _hand_over(keyring: keys.Keyring) -> None:
    """Through a pipe, as rihai serve does: never on disk in the open, never in the environment."""
    reading, writing = os.pipe()
    keys.hand_over(keyring, writing)
    os.close(writing)
    os.environ["RIHAI_KEYRING_FD"] = str(reading)
