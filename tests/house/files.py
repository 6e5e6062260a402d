"""The files of the house, for the tests that look at all of them."""

from __future__ import annotations

import ast
import subprocess
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "rihai"
TEXTS = {".py", ".md", ".html", ".yaml", ".yml", ".toml", ".csv", ".po", ".css", ".svg", ".typ", ".txt", ""}
"""Suffixes of what people write; `uv.lock` and fonts are made by programs."""


SITE = tuple(
    PACKAGE / room
    for room in (
        "kit",
        "places",
        "accounts",
        "instruments",
        "people",
        "screening",
        "casework",
        "legal",
        "monitoring",
        "helpline",
        "coordination",
        "training",
        "preparedness",
        "advocacy",
        "results",
        "web",
        "demo",
        "config",
    )
    if (PACKAGE / room).is_dir()
)
"""The rooms that know a web framework; everything else is pure."""


@cache
def modules() -> tuple[Path, ...]:
    """Every module of the package; migrations are made by a program and left out."""
    return tuple(path for path in sorted(PACKAGE.rglob("*.py")) if path.parent.name != "migrations")


@cache
def pure_modules() -> tuple[Path, ...]:
    """The modules of the pure rooms and of the command line."""
    return tuple(path for path in modules() if not any(room in path.parents for room in SITE))


@cache
def tree(path: Path) -> ast.Module:
    """The syntax tree of a module."""
    return ast.parse(path.read_text(encoding="utf-8"))


@cache
def written() -> tuple[Path, ...]:
    """Every text file that is, or is about to be, under version control."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
        cwd=ROOT, capture_output=True, check=True, text=True,
    ).stdout.split("\0")  # fmt: skip
    paths = (ROOT / name for name in listed if name)
    return tuple(path for path in paths if path.suffix in TEXTS and path.is_file() and "vendor" not in path.parts)


def documents() -> list[Path]:
    """Every page of documentation."""
    return [path for path in written() if path.suffix == ".md"]


def place(path: Path, line: int | None = None) -> str:
    """Where something is, as people and editors write it."""
    name = path.relative_to(ROOT).as_posix()
    return name if line is None else f"{name}:{line}"
