"""Files and functions are small enough to be read at one sitting."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from statistics import median

from tests.house.files import SITE, modules, place, tree


def lines_of_files() -> dict[str, int]:
    return {place(path): len(path.read_text(encoding="utf-8").splitlines()) for path in modules()}


def functions() -> Iterator[tuple[str, int]]:
    """Every function with its length in lines, from `def` to its last line."""
    for path in modules():
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                assert node.end_lineno is not None
                yield f"{place(path, node.lineno)} {node.name}", node.end_lineno - node.lineno + 1


def test_no_file_is_longer_than_400_lines() -> None:
    assert {name: lines for name, lines in lines_of_files().items() if lines > 400} == {}


def test_nine_files_in_ten_have_at_most_300_lines() -> None:
    lines = lines_of_files()
    long = {name: count for name, count in lines.items() if count > 300}

    assert len(long) <= len(lines) / 10, long


def test_half_of_the_files_have_at_most_120_lines() -> None:
    assert median(lines_of_files().values()) <= 120


def test_no_function_is_longer_than_50_lines() -> None:
    assert {name: lines for name, lines in functions() if lines > 50} == {}


def test_half_of_the_functions_have_at_most_10_lines() -> None:
    assert median(lines for _, lines in functions()) <= 10


def test_no_line_of_a_template_is_too_long_to_be_read() -> None:
    long = [
        f"{place(path, at)}: {len(line)} signs"
        for room in SITE
        for path in sorted(room.rglob("templates/**/*.html"))
        for at, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if len(line) > 345
    ]

    assert long == []
