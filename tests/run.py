"""Every check of the house, one after another: `make test`, or `python -m tests.run`.

A check that fails does not stop the next ones; all failures are named at the end.
"""

from __future__ import annotations

import importlib.metadata
import os
import platform
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parent.parent


class Step(NamedTuple):
    """One check: its name, what it sees to, the command, and how to mend what it finds."""

    name: str
    sees_to: str
    command: Sequence[str]
    mend: str


def _python(*words: str) -> list[str]:
    return [sys.executable, "-m", *words]


STEPS = (
    Step("format", "the code is in order", _python("ruff", "format", "--check", "."), "run: make format"),
    Step("lint", "no known mistake is in the code", _python("ruff", "check", "."), "run: make format, mend the rest"),
    Step("types", "every value is what it says (mypy --strict)", _python("mypy"), "mend the lines named above"),
    Step(
        "storeys",
        "rooms look only down (.importlinter)",
        [str(Path(sys.executable).parent / "lint-imports"), "--no-logo"],
        "move the import, or the thing imported, down",
    ),
    Step(
        "tests",
        "the house does what its tests say",
        _python("pytest", "-n", "2", "--durations", "5"),
        "run the named test alone: .venv/bin/pytest tests/… -k …",
    ),
)


def environment() -> None:
    """Say what the checks run on."""
    versions = {name: importlib.metadata.version(name) for name in ("duckdb", "sqlglot", "typst", "pytest", "mypy")}
    named = ", ".join(f"{name} {version}" for name, version in versions.items())
    print(f"== environment: Python {platform.python_version()} on {platform.platform()}, {os.cpu_count()} cores")
    print(f"   {named}", flush=True)


def run(step: Step) -> bool:
    """Run one check, saying what it does as it begins and how long it took; True when it holds."""
    print(f"\n== {step.name}: {step.sees_to}", flush=True)
    start = time.perf_counter()
    holds = subprocess.run(step.command, cwd=ROOT, check=False).returncode == 0
    print(f"   {step.name} {'ok' if holds else 'FAILED'} after {time.perf_counter() - start:.1f} s", flush=True)
    return holds


def main() -> int:
    """Run every check; 0 when all hold, else 1."""
    start = time.perf_counter()
    environment()
    failed = [step for step in STEPS if not run(step)]
    print(f"\n== {len(STEPS) - len(failed)} of {len(STEPS)} checks hold, {time.perf_counter() - start:.0f} s in all")
    for step in failed:
        print(f"   {step.name} FAILED: {step.mend}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
