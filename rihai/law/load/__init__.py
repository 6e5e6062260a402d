"""Loads packs of law strictly: every mistake at once, with file and line, or the pack."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from importlib.metadata import entry_points
from pathlib import Path

from rihai.errors import PackInvalid
from rihai.law.load.cases import missing_sorts, read_cases
from rihai.law.load.provision import read_provision, turns_with_the_day, warnings_of
from rihai.law.provision import Case, Pack, Provision, Text
from rihai.law.strict import Mistakes, Reader, read

SHIPPED = Path(__file__).parent.parent / "packs"
ENTRY_POINTS = "rihai.law_packs"
"""The group of entry points by which a pack outside the package registers: a name and a function giving its folder."""


def shipped_packs() -> tuple[str, ...]:
    """Names of the packs in the package, in order."""
    return tuple(sorted(folder.name for folder in SHIPPED.iterdir() if (folder / "pack.yaml").exists()))


def pack_folder(name: str) -> Path:
    """The folder of a pack by its name, its entry point or its path. Raises PackInvalid when there is none."""
    if (SHIPPED / name / "pack.yaml").exists():
        return SHIPPED / name
    for entry in entry_points(group=ENTRY_POINTS):
        if entry.name == name:
            return Path(entry.load()())
    if Path(name).is_dir():
        return Path(name)
    known = ", ".join([*shipped_packs(), *(entry.name for entry in entry_points(group=ENTRY_POINTS))])
    raise PackInvalid([f"there is no pack or folder called '{name}'; known packs: {known}"])


def load_pack(name: str | Path) -> Pack:
    """The pack of a name or folder. Raises PackInvalid with every mistake of every file."""
    folder = name if isinstance(name, Path) else pack_folder(name)
    return _load(folder.resolve(), _stamp(folder))


def _stamp(folder: Path) -> tuple[tuple[str, int, int], ...]:
    """What changes when a file of the pack changes, so that a pack is read once and never stale."""
    files = sorted(folder.rglob("*.yaml"))
    return tuple((str(one), (stat := one.stat()).st_mtime_ns, stat.st_size) for one in files)


@lru_cache(maxsize=16)
def _load(folder: Path, _stamp: tuple[tuple[str, int, int], ...]) -> Pack:
    found: list[str] = []
    head = _read_file(folder / "pack.yaml", found)
    provisions: list[Provision] = []
    for path in sorted((folder / "provisions").glob("*.yaml")):
        provision = _read_provision(path, folder / "cases" / path.name, found)
        if provision is not None:
            provisions.append(provision)
    found += [
        f"cases/{path.name}:1: there is no provision of that name"
        for path in sorted((folder / "cases").glob("*.yaml"))
        if not (folder / "provisions" / path.name).exists()
    ]
    mistakes = Mistakes("pack.yaml")
    reader = Reader(head, mistakes, 1, "pack.yaml")
    pack_id, version = reader.take("id", str, required=True), reader.take("version", str, required=True)
    title = reader.take("names", dict, {}, required=True)
    country, order = reader.take("country", str), reader.take("order", list, [])
    reader.take("languages", list, required=True)
    reader.take("reviewers", list, required=True)
    reader.finish()
    found += mistakes.found
    if not provisions and not found:
        found.append(f"{folder.name}: the pack has no provisions")
    if found:
        raise PackInvalid(found)
    offences = folder / "offences.csv"
    return Pack(
        str(pack_id), Text(str(title.get("en", "")), str(title.get("ur", ""))), str(version), country,
        tuple(_in_order(provisions, [str(one) for one in order])), folder, offences if offences.exists() else None,
        tuple(warning for one in provisions for warning in warnings_of(one)),
    )  # fmt: skip


def _in_order(provisions: list[Provision], order: list[str]) -> Iterable[Provision]:
    """Provisions in the order of the pack; those it does not name follow by id."""
    place = {name: index for index, name in enumerate(order)}
    return sorted(provisions, key=lambda one: (place.get(one.id, len(place)), one.id))


def _read_file(path: Path, found: list[str]) -> object:
    mistakes = Mistakes(path.name)
    try:
        value = read(path.read_text(encoding="utf-8"), mistakes)
    except (OSError, UnicodeDecodeError) as error:
        found.append(f"{path.name}:1: cannot be read: {type(error).__name__}")
        return None
    found += mistakes.found
    return value


def _read_provision(path: Path, cases_path: Path, found: list[str]) -> Provision | None:
    mistakes, case_mistakes = Mistakes(f"provisions/{path.name}"), Mistakes(f"cases/{path.name}")
    cases: tuple[Case, ...] = ()
    if cases_path.exists():
        cases = read_cases(cases_path.read_text(encoding="utf-8"), case_mistakes)
    else:
        mistakes.add(1, "has no worked cases")
    provision = read_provision(path.read_text(encoding="utf-8"), mistakes, cases, path.stem)
    if provision is not None and cases:
        day_decides = any(map(turns_with_the_day, provision.versions))
        case_mistakes.found += [
            f"{case_mistakes.file}:1: no case of the sort: {sort}" for sort in missing_sorts(provision, day_decides)
        ]
    found += mistakes.found + case_mistakes.found
    return provision


__all__ = ["ENTRY_POINTS", "load_pack", "pack_folder", "shipped_packs"]
