"""Runs a word of the site: puts in place what must stand before the settings can be read, then asks Django."""

from __future__ import annotations

import os
import sys
from argparse import ArgumentParser
from collections.abc import Callable
from pathlib import Path

from rihai.config.founding import for_init, for_passphrase, for_restore
from rihai.errors import RihaiError
from rihai.kit.keyring import new_keyring, to_json

DEMO_HOME = "rihai-demo"


def run(arguments: list[str]) -> int:
    """Run `rihai WORD …`; the exit code is Django's (0, or 1 with a sentence on the error stream)."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "rihai.config.settings")
    os.umask(0o077)  # what an office writes is read by its own user alone
    word, *rest = arguments
    prepare = PREPARED_BY.get(word)
    from django.core.exceptions import ImproperlyConfigured
    from django.core.management import execute_from_command_line

    try:
        if prepare:
            prepare(rest)
        execute_from_command_line(["rihai", word.replace("-", "_"), *rest])
    except (ImproperlyConfigured, RihaiError) as error:
        sys.stderr.write(f"Rihai does not start: {error}\n")
        return 2
    return 0


def _demo(arguments: list[str]) -> None:
    """A home of its own with keys of its own, beside whatever office this computer may have."""
    os.environ["RIHAI_HOME"] = os.environ.get("RIHAI_HOME") or str(Path(DEMO_HOME).resolve())
    os.environ["RIHAI_DEMO"] = "yes"
    os.environ["RIHAI_OFFICE"] = "Sehrabad Prisoners’ Welfare Society (invented)"
    os.environ["RIHAI_SITE"] = f"http://127.0.0.1:{_port(arguments)}"
    home = Path(os.environ["RIHAI_HOME"])
    home.mkdir(mode=0o700, parents=True, exist_ok=True)
    keys = home / "keyring.json"
    if not keys.exists():
        keys.touch(mode=0o600)
        keys.write_text(to_json(new_keyring(encrypted=False)), encoding="utf-8")


def _port(arguments: list[str]) -> str:
    """What --port says, else 8000; the settings want the whole address before the command has read its options."""
    parser = ArgumentParser(add_help=False)
    parser.add_argument("--port", default="8000")
    return str(parser.parse_known_args(arguments)[0].port)


PREPARED_BY: dict[str, Callable[[list[str]], None]] = {
    "demo": _demo,
    "init": for_init,
    "passphrase": for_passphrase,
    "restore": for_restore,
}
