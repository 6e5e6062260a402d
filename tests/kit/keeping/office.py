"""A real office for a test: made by `rihai init`, asked by `rihai` in processes of its own, as a person would."""

from __future__ import annotations

import json
import os
import re
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from unittest import mock

from pypdf import PdfReader

from rihai.kit import passphrase
from rihai.kit.keyring import write_private

PASSPHRASE, PASSWORD = "five small words for us", "A long Password 12"
EMAIL = "nadia@office.example"


@dataclass(frozen=True)
class Office:
    """Its home, and the folder where its programs put what is temporary."""

    home: Path
    temporary: Path

    def environment(self) -> dict[str, str]:
        """As on a machine that knows nothing else of Rihai."""
        kept = {
            name: value for name, value in os.environ.items() if not name.startswith(("RIHAI_", "DATABASE_", "DJANGO_"))
        }
        return {**kept, "RIHAI_HOME": str(self.home), "TMPDIR": str(self.temporary), "COLUMNS": "200"}

    def run(
        self, *words: str, given: str = PASSPHRASE, more: Mapping[str, str] | None = None
    ) -> subprocess.CompletedProcess[str]:
        """Run `rihai` with what is typed as the passphrase."""
        environment = {**self.environment(), "RIHAI_PASSPHRASE_FD": "0", **(more or {})}
        command = [sys.executable, "-m", "rihai", *words]
        return subprocess.run(
            command, input=f"{given}\n", env=environment, capture_output=True, text=True, check=False, timeout=120
        )

    def python(self, code: str, given: str = PASSPHRASE) -> str:
        """Run some lines inside the office; what they print."""
        environment = {
            **self.environment(),
            "RIHAI_PASSPHRASE_FD": "0",
            "DJANGO_SETTINGS_MODULE": "rihai.config.settings",
        }
        command = [sys.executable, "-m", "django", "shell", "-v", "0", "-c", code]
        done = subprocess.run(
            command, input=f"{given}\n", env=environment, capture_output=True, text=True, check=False, timeout=120
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    def founding(self, sheet: Path, *, encrypted: bool) -> list[str]:
        """The words of `rihai init` with everything given."""
        options = ["--office", "Roshan", "--name", "Nadia Bukhari", "--email", EMAIL, "--prison", "Adiala"]
        options += ["--role", "supervisor", "--sheet", str(sheet), "--secrets-fd", "0"]
        return ["init", *options, *(["--encrypted"] if encrypted else [])]

    def found(
        self, sheet: Path, *, encrypted: bool, more: Mapping[str, str] | None = None
    ) -> subprocess.CompletedProcess[str]:
        """`rihai init`, to its end."""
        secrets = [PASSPHRASE, PASSWORD] if encrypted else [PASSWORD]
        command = [sys.executable, "-m", "rihai", *self.founding(sheet, encrypted=encrypted)]
        return subprocess.run(
            command,
            input="\n".join(secrets) + "\n",
            env={**self.environment(), **(more or {})},
            capture_output=True,
            text=True,
            check=False,
            timeout=120,
        )

    def start(self, *words: str) -> subprocess.Popen[bytes]:
        """Begin something that the test will kill."""
        environment = {**self.environment(), "RIHAI_PASSPHRASE_FD": "" if "init" in words else "0"}
        process = subprocess.Popen(
            [sys.executable, "-m", "rihai", *words],
            stdin=subprocess.PIPE,
            env=environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        assert process.stdin
        process.stdin.write(f"{PASSPHRASE}\n{PASSWORD}\n".encode())
        process.stdin.close()
        return process

    @contextmanager
    def served(self, log: Path) -> Iterator[str]:
        """The running site; gives its address, and ends it with SIGTERM."""
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        environment = {**self.environment(), "RIHAI_PASSPHRASE_FD": "0", "RIHAI_SITE": f"http://127.0.0.1:{port}"}
        with log.open("wb") as out:
            process = subprocess.Popen(
                [sys.executable, "-m", "rihai", "serve", "--port", str(port)],
                stdin=subprocess.PIPE,
                env=environment,
                stdout=out,
                stderr=out,
            )
            assert process.stdin
            process.stdin.write(f"{PASSPHRASE}\n".encode())
            process.stdin.close()
            address = f"http://127.0.0.1:{port}"
            try:
                wait_until_up(address, log)
                yield address
            finally:
                process.terminate()
                process.wait(30)


def wait_until_up(address: str, log: Path) -> None:
    """Until the site answers; fails with its log after a minute."""
    until = time.monotonic() + 60
    while time.monotonic() < until:
        try:
            with urllib.request.urlopen(f"{address}/health/", timeout=2) as answer:
                if answer.status == 200:
                    return
        except OSError:
            time.sleep(0.2)
    raise AssertionError(log.read_text())


def code_on(sheet: Path) -> str:
    """The recovery code as printed on the sheet."""
    text = "".join(page.extract_text() for page in PdfReader(sheet).pages)
    found = re.search(r"(?:[0-9A-Z]{4}-){7}[0-9A-Z]{4}", text.replace("\u2010", "-"))
    assert found, text
    return found[0]


def lighten(home: Path, code: str) -> None:
    """Wrap the keys of an encrypted office by a cheap Argon2id: every start of a test would pay the dear one again.

    Each wrap says its own cost, so nothing but the cost is another than in a real office.
    """
    sealed = home / "keyring.sealed"
    text = passphrase.unwrap(sealed.read_text(), PASSPHRASE)
    with mock.patch.multiple(passphrase, MEMORY_KIB=8 * 1024, PASSES=1):
        write_private(sealed, passphrase.wrap(text, passphrase=PASSPHRASE, recovery_code=code))


def costs(sealed: Path) -> set[tuple[int, int]]:
    """Memory (KiB) and passes of the wraps of a sealed keyring."""
    return {(one["memory_kib"], one["passes"]) for one in json.loads(sealed.read_text())["wraps"]}
