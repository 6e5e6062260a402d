"""Writes a backup beside its final name, opens it again, proves it, and only then gives it that name."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import tarfile
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from io import BytesIO
from pathlib import Path

from django.conf import settings
from django.core.files.storage import default_storage
from django.db import transaction

from rihai.errors import Refused
from rihai.kit.audit.chain import append
from rihai.kit.backup import archive
from rihai.kit.backup.snapshot import NotWhole, Snapshot, opened, program, prove, run_postgresql, take

TOLD, MISSING, FILES, LETTERS = "told.json", "missing.json", "files", "letters"
SETTINGS = "rihai.env"
WORKSPACE = ".backup-"
Report = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Written:
    """A backup that passed its checks: its size in bytes, rows, stored files, and stored files that were not there."""

    size: int
    rows: int
    files: int
    missing: int
    head: str


def write_backup(target: Path, wrapped: str, *, at: datetime, report: Report) -> Written:
    """Write a backup of this office to `target`; one line in the trail.

    `wrapped` is the keyring as the backup carries it. Raises Refused when the file is there already or the database
    cannot be copied, NotWhole when what was written does not pass its checks; then nothing lies at `target`.
    """
    if target.exists():
        raise Refused(f"{target} is there already and was left as it is. Give the backup a name of its own.")
    part = target.with_name(target.name + ".part")
    with _workspace(at) as folder:
        report("Copying the database …")
        told = take(folder)
        report(f"Writing {len(told.files):,} stored files …")
        missing: list[str] = []
        with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
            archive.write(file, wrapped, settings.KEYRING, lambda tar: _fill(tar, told, missing))
            file.flush()
            os.fsync(file.fileno())
        report("Opening it again to check it …")
        told.path.unlink()
        _check(part, folder / "again")
    size = part.stat().st_size
    part.replace(target)
    with transaction.atomic():
        append("kit.backup.written", actor=None, at=at, kind="kit.backup", detail={"bytes": size, "head": told.head})
    return Written(size, sum(told.counts.values()), len(told.files), len(missing), told.head)


def _fill(tar: tarfile.TarFile, told: Snapshot, missing: list[str]) -> None:
    _add(tar, TOLD, told.as_json().encode("utf-8"))
    tar.add(told.path, told.path.name, filter=_bare)
    for place in sorted(told.files):
        try:
            with default_storage.open(place) as held:
                _add(tar, f"{FILES}/{place}", held.read())
        except OSError:
            missing.append(place)
    own = [settings.HOME / SETTINGS, *sorted((settings.HOME / LETTERS).glob("*.docx"))]
    for path in filter(Path.is_file, own):
        tar.add(path, path.relative_to(settings.HOME).as_posix(), filter=_bare)
    _add(tar, MISSING, json.dumps(missing).encode("utf-8"))


def _add(tar: tarfile.TarFile, name: str, content: bytes) -> None:
    member = tarfile.TarInfo(name)
    member.size = len(content)
    tar.addfile(member, BytesIO(content))


def _bare(member: tarfile.TarInfo) -> tarfile.TarInfo:
    """Without the names and numbers of this machine's users."""
    member.uid = member.gid = 0
    member.uname = member.gname = ""
    return member


def _check(part: Path, folder: Path) -> None:
    folder.mkdir(mode=0o700)
    with part.open("rb") as file:
        archive.skip_header(file)
        archive.extract(file, settings.KEYRING, folder)
    told = read_told(folder)
    check_files(folder, told)
    if told.path.suffix == ".dump":
        run_postgresql([program("pg_restore"), "--list", "--file=/dev/null", str(told.path)])
        return
    with opened(told.path) as alias:
        prove(alias, told)


def read_told(folder: Path) -> Snapshot:
    """What an extracted backup says of itself. Raises NotWhole when it does not."""
    try:
        return Snapshot.from_json((folder / TOLD).read_text(encoding="utf-8"), folder)
    except (OSError, ValueError, KeyError) as error:
        raise NotWhole("The backup does not say what it holds.") from error


def check_files(folder: Path, told: Snapshot) -> int:
    """How many stored files lie there. Raises NotWhole unless all do that lay there before, with their digests."""
    missing = set(json.loads((folder / MISSING).read_text(encoding="utf-8")))
    for place, digest in told.files.items():
        path = folder / FILES / place
        if place in missing:
            continue
        if not path.is_file() or hashlib.sha256(path.read_bytes()).hexdigest() != digest:
            raise NotWhole("A stored file is not in the backup as it was kept.")
    return len(told.files) - len(missing)


@contextmanager
def _workspace(at: datetime) -> Iterator[Path]:
    """A private folder in the office's home; those of interrupted runs are taken away first."""
    settings.HOME.mkdir(mode=0o700, parents=True, exist_ok=True)
    for old in settings.HOME.glob(f"{WORKSPACE}*"):
        if at.timestamp() - old.stat().st_mtime > timedelta(hours=6).total_seconds():
            shutil.rmtree(old, ignore_errors=True)
    with tempfile.TemporaryDirectory(prefix=WORKSPACE, dir=settings.HOME) as folder:
        yield Path(folder)
