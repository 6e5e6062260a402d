"""The keeping of the site: lines into the trail and their proof; an encrypted office saved and restored."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

from bench.measure import Measurement, measure
from rihai.kit import keyring as keys
from rihai.kit.passphrase import wrap

PASSPHRASE = "five small words for us"
_NOTE = "SQLCipher, one process. "
_FILL = """
from django.utils import timezone
from rihai.kit.files import keep
from rihai.kit.audit.models import Opening
from rihai.kit.ids import new_id
at = timezone.now()
for megabyte in range({megabytes}):
    Opening.objects.bulk_create(
        Opening(person_id=new_id(), event_number=1, actor_id=new_id(), actor_name="x" * 80, moment=at)
        for _ in range(3_000)
    )
for _ in range({files}):
    import os
    keep(b"%PDF-1.7" + os.urandom(250_000), name="a.pdf", data_class="personal", actor=None, at=at)
"""
_APPEND = """
from django.db import transaction
from django.utils import timezone
from rihai.kit.audit import append
at = timezone.now()
for line in range({lines}):
    with transaction.atomic():
        append("bench.line.written", actor=None, at=at, subject=line, detail=dict(line=line))
"""
_VERIFY = "from rihai.kit.audit.chain import verify\nassert verify().holds"


def run(quick: bool) -> list[Measurement]:
    """Four measurements on an office made for them in the temporary folder."""
    lines, megabytes, files = (500, 5, 5) if quick else (20_000, 60, 60)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        home, backup = folder / "home", folder / "office.rihai"
        _make(home)
        _django(home, "migrate", "-v", "0")
        start = _timed(home, "pass").runs[0].wall
        found = [
            replace(_timed(home, code), name=what, size=f"{lines:,} lines", note=_NOTE + _start_says(start))
            for what, code in (("Trail: append", _APPEND.format(lines=lines)), ("Trail: verify", _VERIFY))
        ]
        _shell(home, _FILL.format(megabytes=megabytes, files=files))
        size = f"{sum(path.stat().st_size for path in home.rglob('*') if path.is_file()) / 1e6:,.0f} MB"
        saved = measure("Backup, checked", size, lambda: _rihai(home, "backup", str(backup)), runs=1)
        restored = measure("Restore, checked", size, lambda: _rihai(folder / "new", "restore", str(backup)), runs=1)
        note = "The command as people run it, passphrase (Argon2id) and start of Python included."
        return [*found, *(replace(one, note=note) for one in (saved, restored))]


def _start_says(seconds: float) -> str:
    return f"{seconds:.1f} s of it are the start of Python and Django, and opening the keys (Argon2id)."


def _make(home: Path) -> None:
    home.mkdir(mode=0o700)
    keyring = keys.to_json(keys.new_keyring(encrypted=True))
    keys.write_private(home / "keyring.sealed", wrap(keyring, passphrase=PASSPHRASE))


def _timed(home: Path, code: str) -> Measurement:
    return measure("", "", lambda: _shell(home, code), runs=1)


def _shell(home: Path, code: str) -> None:
    _django(home, "shell", "-v", "0", "-c", code)


def _django(home: Path, *words: str) -> None:
    _run(home, [sys.executable, "-m", "django", *words], {"DJANGO_SETTINGS_MODULE": "rihai.config.settings"})


def _rihai(home: Path, *words: str) -> None:
    _run(home, [sys.executable, "-m", "rihai", *words], {})


def _run(home: Path, command: list[str], more: dict[str, str]) -> None:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("RIHAI_", "DATABASE_"))}
    environment = {**kept, "RIHAI_HOME": str(home), "RIHAI_PASSPHRASE_FD": "0", **more}
    subprocess.run(command, input=f"{PASSPHRASE}\n", env=environment, check=True, text=True, stdout=subprocess.DEVNULL)
