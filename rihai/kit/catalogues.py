"""Compiles the rooms' catalogues (.po) to what Django reads (.mo), by Babel: no gettext needs to be installed.

`python -m rihai.kit.catalogues`. The compiled files are not kept in the repository; building the package makes them.
"""

from __future__ import annotations

from pathlib import Path

ROOMS = Path(__file__).parent.parent


def catalogues(rooms: Path = ROOMS) -> list[Path]:
    """Every catalogue of a Django room, by path; the pure rooms keep theirs in rihai/locale and compile nothing."""
    return sorted(rooms.glob("*/locale/*/LC_MESSAGES/django.po"))


def compile_catalogues(rooms: Path = ROOMS) -> int:
    """Write a .mo beside each .po that is newer; says how many. Entries marked fuzzy are left out."""
    stale = [path for path in catalogues(rooms) if _is_stale(path)]
    for path in stale:
        _compile(path)
    return len(stale)


def _is_stale(path: Path) -> bool:
    compiled = path.with_suffix(".mo")
    return not compiled.exists() or compiled.stat().st_mtime <= path.stat().st_mtime


def _compile(path: Path) -> None:
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    with path.open("rb") as source:
        catalogue = read_po(source, locale=path.parent.parent.name)
    # Written beside and moved, so that a process that starts meanwhile never reads half a file.
    part = path.with_suffix(".mo.part")
    with part.open("wb") as target:
        write_mo(target, catalogue)
    part.replace(path.with_suffix(".mo"))


if __name__ == "__main__":
    compile_catalogues()
