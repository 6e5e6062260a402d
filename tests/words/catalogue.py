"""Finds every English text that the code says or marks, so that none is left without translation."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

_TEXTS_OF = {"say": 1, "mark": 1, "say_count": 2}


def said_in(source: str) -> Iterator[str]:
    """The texts written out in calls of say, mark and say_count, also where these are spelled words.say."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call):
            name = getattr(node.func, "id", None) or getattr(node.func, "attr", None)
            for argument in node.args[: _TEXTS_OF.get(str(name), 0)]:
                if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
                    yield argument.value


def said_under(folder: Path) -> dict[str, str]:
    """Every text said by the modules of a folder, with the module that says it."""
    return {
        text: str(path.relative_to(folder))
        for path in sorted(folder.rglob("*.py"))
        for text in said_in(path.read_text(encoding="utf-8"))
    }
