"""YAML read strictly: every mistake with its file and line, all of them at once."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import yaml

from rihai.data_files import composed

_TURNED = {"yes", "no", "on", "off", "y", "n"}
"""Words that YAML 1.1 takes for true and false: refused unless in quotes."""


class Mistakes:
    """What is wrong in one file, as `file:line: sentence`."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.found: list[str] = []

    def add(self, line: int, message: str) -> None:
        """Note one mistake."""
        self.found.append(f"{self.file}:{line}: {message}")


class Part:
    """One mapping of a file: its keys are taken one by one, and what nobody took is a mistake."""

    def __init__(self, node: Any, mistakes: Mistakes, what: str, line: int = 1) -> None:
        self.mistakes, self.what, self.taken = mistakes, what, set[str]()
        self.line = node.start_mark.line + 1 if node is not None else line
        self.nodes: dict[str, Any] = {}
        if not isinstance(node, yaml.MappingNode):
            mistakes.add(self.line, f"{what} must be a mapping of keys")
            return
        for key, value in node.value:
            if key.value in self.nodes:
                mistakes.add(key.start_mark.line + 1, f"'{key.value}' stands twice in {what}")
            self.nodes[key.value] = value

    def text(self, key: str, *, required: bool = True) -> str:
        """A text that is not empty."""
        node = self._take(key, required)
        if node is None or (not required and _is_null(node)):
            return ""
        if not isinstance(node, yaml.ScalarNode) or not node.value.strip() or _is_null(node):
            self.mistakes.add(node.start_mark.line + 1, f"'{key}' of {self.what} must be a text")
            return ""
        return str(node.value).strip()

    def flag(self, key: str) -> bool:
        """True or false; false when it is left out."""
        node = self._take(key, required=False)
        if node is None:
            return False
        if node.value not in {"true", "false"} or getattr(node, "style", None):
            hint = " (no quotes, no yes or no)" if str(node.value).lower() in _TURNED else ""
            self.mistakes.add(node.start_mark.line + 1, f"'{key}' of {self.what} must be true or false{hint}")
        return bool(node.value == "true")

    def number(self, key: str) -> int:
        """A whole number from nought to 999."""
        text = self.text(key)
        if text and not (text.isascii() and text.isdigit() and len(text) < 4):
            self.mistakes.add(self.nodes[key].start_mark.line + 1, f"'{key}' of {self.what} must be a whole number")
            return 0
        return int(text or 0)

    def codes(self, key: str, known: frozenset[str] | None = None, *, required: bool = True) -> tuple[str, ...]:
        """A list of codes, each of the known ones when these are given."""
        found: list[str] = []
        for node in self.items(key, required=required):
            code = str(node.value) if isinstance(node, yaml.ScalarNode) else ""
            if not code or (known is not None and code not in known) or code in found:
                among = f"; one of: {', '.join(sorted(known))}" if known else ""
                self.mistakes.add(node.start_mark.line + 1, f"'{code}' is no code for '{key}', or stands twice{among}")
            found.append(code)
        return tuple(found)

    def items(self, key: str, *, required: bool = True) -> list[Any]:
        """The nodes of a list."""
        node = self._take(key, required)
        if node is None:
            return []
        if not isinstance(node, yaml.SequenceNode) or (required and not node.value):
            self.mistakes.add(node.start_mark.line + 1, f"'{key}' of {self.what} must be a list")
            return []
        return list(node.value)

    def part(self, key: str) -> Part:
        """A mapping within this one."""
        return Part(self._take(key, required=True), self.mistakes, f"'{key}' of {self.what}", self.line)

    def finish(self) -> None:
        """Say which keys nobody knows."""
        for key, node in self.nodes.items():
            if key not in self.taken:
                self.mistakes.add(node.start_mark.line + 1, f"{self.what} knows no '{key}'")

    def _take(self, key: str, required: bool) -> Any:
        self.taken.add(key)
        if key not in self.nodes and required:
            self.mistakes.add(self.line, f"{self.what} lacks '{key}'")
        return self.nodes.get(key)


def parts(nodes: list[Any], mistakes: Mistakes, what: str) -> Iterator[Part]:
    """Each node of a list as a mapping."""
    for node in nodes:
        yield Part(node, mistakes, what)


def read(text: str, mistakes: Mistakes) -> Any:
    """The root of a file; None, with the mistake noted, for what is no YAML at all."""
    try:
        return composed(text)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        mistakes.add(mark.line + 1 if mark else 1, "this is not YAML")
        return None


def _is_null(node: Any) -> bool:
    return getattr(node, "value", "") in {"null", "~", ""} and not getattr(node, "style", None)
