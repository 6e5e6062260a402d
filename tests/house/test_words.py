"""What is written in the house: modules that open with a sentence, names that say something, no loose ends."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.house.files import PACKAGE, SITE, modules, place, pure_modules, tree, written

EMPTY_NAMES = {"util", "utils", "helper", "helpers", "misc", "common", "tools", "stuff"}
LOOSE_ENDS = re.compile(r"\b(?:TO" + r"DO|FIX" + r"ME|X" + r"XX|HA" + r"CK)\b")
CLOCKS = {
    ("date", "today"), ("datetime", "now"), ("datetime", "today"), ("datetime", "utcnow"), ("time", "time"),
    ("timezone", "now"), ("timezone", "localdate"), ("timezone", "localtime"),
}  # fmt: skip
MAY_READ_THE_CLOCK = {"views", "api", "commands", "middleware", "context"}
"""Where the site is asked by somebody at a moment: it translates that moment into an argument."""


def outside_the_command_line() -> list[Path]:
    """Modules that speak to nobody at a terminal: not `cli`, not what runs a word, not the commands of the rooms."""
    return [
        path
        for path in modules()
        if PACKAGE / "cli" not in path.parents
        and "commands" not in path.parts
        and path not in {PACKAGE / "config" / "command.py", PACKAGE / "config" / "env.py"}
    ]


def reads_of_the_clock(paths: tuple[Path, ...]) -> list[Path]:
    return [
        path
        for path in paths
        for call in calls(path)
        if isinstance(call.func, ast.Attribute)
        and isinstance(call.func.value, ast.Name)
        and (call.func.value.id, call.func.attr) in CLOCKS
        and not call.args  # with an argument it turns a given moment into a day
    ]


def calls(path: Path) -> Iterator[ast.Call]:
    return (node for node in ast.walk(tree(path)) if isinstance(node, ast.Call))


def undescribed(path: Path) -> Iterator[str]:
    """Public functions and classes of a module that do not say what they do."""
    for node in tree(path).body:
        if not isinstance(node, ast.FunctionDef | ast.ClassDef) or node.name.startswith("_"):
            continue
        if not ast.get_docstring(node):
            yield f"{place(path, node.lineno)} {node.name}"


@pytest.mark.parametrize("path", modules(), ids=place)
def test_a_module_opens_with_one_sentence(path: Path) -> None:
    opening = (ast.get_docstring(tree(path)) or "").split("\n\n")[0]

    assert opening, "it says nothing"
    assert opening.endswith((".", ":")), opening


def test_public_functions_and_classes_say_what_they_do() -> None:
    assert [found for path in modules() for found in undescribed(path)] == []


def test_modules_are_named_by_what_is_in_them() -> None:
    names = [place(path) for path in modules() if EMPTY_NAMES & {path.stem, path.parent.name}]

    assert names == []


def test_nothing_is_left_for_later() -> None:
    found = [
        place(path, number)
        for path in written()
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if LOOSE_ENDS.search(line)
    ]

    assert found == []


def test_in_the_pure_rooms_only_the_command_as_typed_reads_the_clock() -> None:
    assert {place(path) for path in reads_of_the_clock(pure_modules())} == {place(PACKAGE / "__main__.py")}


def test_in_the_site_only_views_and_commands_read_the_clock() -> None:
    site = tuple(path for path in modules() if any(room in path.parents for room in SITE))
    allowed = [path for path in site if MAY_READ_THE_CLOCK & {path.stem, *path.parts}]

    assert [place(path) for path in reads_of_the_clock(site) if path not in allowed] == []


def test_only_the_command_line_prints() -> None:
    found = [
        place(path, call.lineno)
        for path in outside_the_command_line()
        for call in calls(path)
        if isinstance(call.func, ast.Name) and call.func.id == "print"
    ]

    assert found == []
