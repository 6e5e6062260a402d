"""Versions of packs in the office's folder `law`: read strictly as text, never run, kept whole by their digest."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from django.conf import settings
from django.utils.translation import gettext as _

from rihai.errors import PackInvalid
from rihai.law.check import check_pack
from rihai.law.load import load_pack
from rihai.law.provision import Pack

NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]{0,79}")
FILE = re.compile(r"pack\.yaml|offences\.csv|(?:provisions|cases)/[A-Za-z0-9_.-]{1,100}\.yaml")
LARGEST = 8_000_000
MOST_FILES = 2_000
KEPT = ".kept"
Files = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Draft:
    """A folder: its pack where it loads, else every mistake of it."""

    folder: str
    pack: Pack | None
    files: Files
    mistakes: tuple[str, ...] = ()

    @property
    def digest(self) -> str:
        """What tells it from every other version."""
        return digest_of(self.files)


def home() -> Path:
    """Where the office lays versions to be tried."""
    return Path(settings.HOME) / "law"


def folders() -> list[str]:
    """The folders there, by name; links and hidden ones are left out."""
    if not home().is_dir():
        return []
    return sorted(one.name for one in home().iterdir() if NAME.fullmatch(one.name) and _is_plain(one))


def draft_in(folder: str) -> Draft | None:
    """The version in a folder; None where there is no such folder."""
    if folder not in folders():
        return None
    try:
        files = files_of(home() / folder)
        return Draft(folder, load_pack(kept_folder(files)), files)
    except PackInvalid as wrong:
        return Draft(folder, None, {}, wrong.mistakes)


def failing(pack: Pack) -> list[str]:
    """The worked cases that come out otherwise than they say; a version with one of them never comes into force."""
    return [
        f"{one.provision.id}, {one.case.line}: {one.case.says}: {'; '.join(one.differences)}"
        for one in check_pack(pack)
        if one.differences
    ]


def files_of(folder: Path) -> dict[str, str]:
    """Every file of a pack as text. Raises PackInvalid for anything a pack does not hold, or too much of it."""
    found: dict[str, str] = {}
    size = 0
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_symlink():
            raise PackInvalid([_("%(file)s: a link is not read.") % {"file": name}])
        if path.is_dir():
            continue
        if not FILE.fullmatch(name):
            continue
        size += path.stat().st_size
        if size > LARGEST or len(found) >= MOST_FILES:
            raise PackInvalid([_("The folder is larger than a pack of law can be.")])
        try:
            found[name] = path.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError):
            raise PackInvalid([_("%(file)s: this is no text in UTF-8.") % {"file": name}]) from None
    return found


def digest_of(files: Files) -> str:
    """What tells one version from another, to the letter."""
    told = hashlib.sha256()
    for name in sorted(files):
        told.update(f"{len(name)}:{name}:{len(files[name])}:".encode())
        told.update(files[name].encode())
    return told.hexdigest()[:32]


def kept_folder(files: Files) -> Path:
    """A folder that holds exactly these files; written once for each digest."""
    folder = home() / KEPT / digest_of(files)
    if not (folder / "pack.yaml").exists() or files_of(folder) != dict(files):
        for name, text in sorted(files.items(), key=lambda one: one[0] == "pack.yaml"):
            path = folder / PurePosixPath(name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
    return folder


def _is_plain(path: Path) -> bool:
    return path.is_dir() and not path.is_symlink()
