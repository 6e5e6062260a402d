"""Starting is quick: heavy libraries are imported where they are used, a web framework only above the pure rooms."""

from __future__ import annotations

import json
import resource
import subprocess
import sys

import pytest

from tests.house.files import PACKAGE, ROOT, pure_modules

HEAVY = {
    "duckdb", "pyarrow", "sqlglot", "openpyxl", "xlsxwriter", "typst", "yaml", "rapidfuzz", "python_calamine",
    "defusedxml",
}  # fmt: skip
_LOADED = "import json, sys; print(json.dumps(sorted({name.partition('.')[0] for name in sys.modules})))"
_HELP = """
import contextlib, io
with contextlib.redirect_stdout(io.StringIO()), contextlib.suppress(SystemExit):
    from datetime import date
    from rihai.cli.main import main
    main(['--help'], date(2026, 11, 22))
"""


def loaded_after(code: str) -> set[str]:
    """The top-level modules that a new interpreter has loaded after running `code`."""
    done = subprocess.run([sys.executable, "-c", f"{code}\n{_LOADED}"], cwd=ROOT, capture_output=True, check=True)
    return set(json.loads(done.stdout))


@pytest.mark.parametrize("code", ["import rihai.cli.main", _HELP], ids=["import", "help"])
def test_the_command_starts_without_heavy_libraries(code: str) -> None:
    assert loaded_after(code) & (HEAVY | {"django"}) == set()


def test_no_module_imports_a_heavy_library_when_it_is_imported() -> None:
    names = [
        ".".join(path.relative_to(ROOT).with_suffix("").parts) for path in pure_modules() if path.stem != "__main__"
    ]
    code = "\n".join(f"import {name.removesuffix('.__init__')}" for name in names)

    assert loaded_after(code) & (HEAVY | {"django"}) == set()


def test_help_takes_less_than_a_fifth_of_a_second() -> None:
    def seconds() -> float:
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run([sys.executable, "-m", "rihai", "--help"], cwd=ROOT, capture_output=True, check=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime

    assert min(seconds() for _ in range(5)) < 0.2


def test_the_pure_rooms_have_no_web_framework_in_them() -> None:
    texts = {path: path.read_text(encoding="utf-8") for path in pure_modules()}

    assert [path.relative_to(PACKAGE) for path, text in texts.items() if "import django" in text] == []
