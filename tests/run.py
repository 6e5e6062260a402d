"""Every check of the house, one after another: `make test`, or `python -m tests.run`.

A check that fails does not stop the next ones; all failures are named at the end.
"""

from __future__ import annotations

import importlib.metadata
import os
import platform
import subprocess
import sys
import tempfile
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


SITE_FOLDERS = {
    "kit",
    "places",
    "accounts",
    "people",
    "screening",
    "legal",
    "instruments",
    "casework",
    "monitoring",
    "helpline",
    "coordination",
    "training",
    "preparedness",
    "advocacy",
    "results",
    "web",
    "demo",
    "browser",
    "journeys",
    "house",
}
FOLDERS = sorted(path.parent for path in (ROOT / "tests").glob("*/__init__.py"))
SITE = sorted(
    (str(path.relative_to(ROOT)) for path in FOLDERS if path.name in SITE_FOLDERS),
    key=lambda name: name not in {"tests/house", "tests/journeys"},
)
"""What takes longest first: at the end one worker would wait for it."""
PURE = [str(path.relative_to(ROOT)) for path in FOLDERS if path.name not in SITE_FOLDERS]
TEMPLATES = sorted(str(path.relative_to(ROOT)) for path in (ROOT / "rihai").glob("*/templates/**/*.html"))
ON_POSTGRESQL = [
    *(f"tests/house/test_{name}.py" for name in ("access", "walls")),
    *(folder for folder in SITE if folder not in {"tests/browser", "tests/journeys", "tests/house"}),
]
NOT_ON_POSTGRESQL = (
    "--ignore-glob=*/test_look*.py",
    "--ignore-glob=*_looks.py",
    "--ignore-glob=*/test_pages*.py",
    "--ignore-glob=*/test_nonsense*.py",
    "--ignore-glob=*/test_constant_queries.py",
    "--ignore=tests/screening/test_story.py",
    "--ignore=tests/instruments/test_offline_page.py",
    "--ignore=tests/casework/sessions/test_phone.py",
    "--ignore=tests/kit/keeping/test_office.py",
)
"""What pages look like, and offices on SQLite in processes of their own: no database changes it, and it takes long.

What single pages say, and what is thrown at them, is asked on SQLite; here every role asks, behind the walls, each
address that its gate lets in (test_access): what the gate refuses reaches no wall. The whole has to end within 25
minutes on two cores.
"""
BYTECODE = ROOT / ".venv" / "bytecode"
"""Where Python keeps what it compiled, for all checks and every process they start: one compiles, the others read. A
machine that forbids it (PYTHONDONTWRITEBYTECODE) would compile Django and the house anew for each of some hundred
processes, two seconds of processor each."""
ONE_TEST = "run the named test alone: .venv/bin/pytest tests/… -k …"

SPARK = "tests/law/test_spark.py"
"""By itself: it starts a Java machine, which would take the time of the pure rooms beside it."""
A_FILE_TOGETHER = ("--dist", "loadfile", "--no-loadscope-reorder")
"""A file stays with one worker: what its tests share is then made once. In the order of the rooms, since the longest
files have the fewest tests and would otherwise come last, one worker idle."""
WHO_IS_IDLE_TAKES = ("--dist", "worksteal")
"""Half of the tests for each worker; who has done his takes from the other."""


def _pytest(*folders: str) -> list[str]:
    return _python("pytest", "-n", "2", "--durations", "12", *folders)


# These keep one core busy, and Spark little more than one: it runs beside them. Beside tests nothing is won.
FIRST = (
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
        "templates",
        "the templates are in order (djade)",
        [str(Path(sys.executable).parent / "djade"), "--check", "--target-version", "5.2", *TEMPLATES],
        "run: make format",
    ),
    Step(
        "migrations",
        "the tables are what the models say",
        [sys.executable, "manage.py", "makemigrations", "--check", "--dry-run", "--settings", "tests.settings"],
        "run: .venv/bin/python manage.py makemigrations --settings tests.settings",
    ),
)
BESIDE = Step(
    "spark",
    "Spark says what DuckDB says, cell by cell, where Java is",
    _python("pytest", "-rs", "--durations", "3", SPARK),
    f"run it alone: .venv/bin/pytest {SPARK}",
)
LAST = (
    Step(
        "pure",
        "the pure rooms do what their tests say",
        _pytest(*A_FILE_TOGETHER, f"--ignore={SPARK}", *PURE),
        ONE_TEST,
    ),
    Step(
        "site",
        "the site does what its tests say, on SQLite and in a browser",
        _pytest(*WHO_IS_IDLE_TAKES, *SITE),
        ONE_TEST,
    ),
    Step(
        "postgres",
        "the site does the same on PostgreSQL, behind its walls",
        _python("tests.postgres", *_pytest(*WHO_IS_IDLE_TAKES, *ON_POSTGRESQL, *NOT_ON_POSTGRESQL)),
        ".venv/bin/python -m tests.postgres .venv/bin/pytest tests/… -k …",
    ),
)


def environment() -> None:
    """Say what the checks run on."""
    versions = {
        name: importlib.metadata.version(name) for name in ("duckdb", "sqlglot", "django", "typst", "pytest", "mypy")
    }
    named = ", ".join(f"{name} {version}" for name, version in versions.items())
    print(f"== environment: Python {platform.python_version()} on {platform.platform()}, {os.cpu_count()} cores")
    print(f"   {named}", flush=True)


def run(step: Step) -> bool:
    """Run one check, saying what it does as it begins and how long it took; True when it holds."""
    print(f"\n== {step.name}: {step.sees_to}", flush=True)
    start = time.perf_counter()
    return _told(step, subprocess.run(step.command, cwd=ROOT, check=False).returncode, start)


def _told(step: Step, code: int, start: float) -> bool:
    print(f"   {step.name} {'FAILED' if code else 'ok'} after {time.perf_counter() - start:.1f} s", flush=True)
    return code == 0


def run_beside(step: Step, others: Sequence[Step]) -> dict[str, bool]:
    """Run one check while others run one after another; it is told of at the end. Whether each holds, by name."""
    print(f"\n== {step.name}: begun, and told of after the next {len(others)} checks", flush=True)
    start = time.perf_counter()
    with tempfile.TemporaryFile() as out:
        begun = subprocess.Popen(step.command, cwd=ROOT, stdout=out, stderr=subprocess.STDOUT)
        held = {other.name: run(other) for other in others}
        print(f"\n== {step.name}: {step.sees_to}", flush=True)
        code = begun.wait()
        out.seek(0)
        print(out.read().decode(errors="replace"), end="", flush=True)
    return {**held, step.name: _told(step, code, start)}


def main() -> int:
    """Run every check; 0 when all hold, else 1."""
    start = time.perf_counter()
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    os.environ["PYTHONPYCACHEPREFIX"] = str(BYTECODE)
    environment()
    held = run_beside(BESIDE, FIRST) | {step.name: run(step) for step in LAST}
    failed = [step for step in (*FIRST, BESIDE, *LAST) if not held[step.name]]
    print(f"\n== {len(held) - len(failed)} of {len(held)} checks hold, {time.perf_counter() - start:.0f} s in all")
    for step in failed:
        print(f"   {step.name} FAILED: {step.mend}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
