"""YAML 1.2 read strictly: duplicate keys and yes/no words are mistakes, and every value knows its line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from rihai.data_files import composed

_NUMBER = re.compile(r"[-+]?(0|[1-9][0-9]*)(\.[0-9]+)?")
_WORDS_OF_YAML_1_1 = {"yes", "no", "on", "off", "y", "n"}


class LinedMapping(dict[str, Any]):
    """A mapping that remembers its own line and those of its keys."""

    def __init__(self, line: int) -> None:
        super().__init__()
        self.line = line
        self.lines: dict[str, int] = {}


class LinedList(list[Any]):
    """A list that remembers the line of each item."""

    def __init__(self, line: int) -> None:
        super().__init__()
        self.line = line
        self.lines: list[int] = []


class Mistakes:
    """Gathers every mistake of one file as 'file:line: what is wrong', so that none hides another."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.found: list[str] = []

    def add(self, line: int, message: str) -> None:
        """Note one mistake; the same one on the same line is noted once."""
        mistake = f"{self.file}:{line}: {message}"
        if mistake not in self.found:
            self.found.append(mistake)


def read(text: str, mistakes: Mistakes) -> Any:
    """The document as mappings, lists, texts, numbers, true/false and None; broken YAML gives None and a mistake.

    Unquoted `yes`, `no`, `on`, `off` are refused: YAML 1.1 readers take them for true and false, 1.2 for text.
    Unquoted dates stay text.
    """
    import yaml

    try:
        node = composed(text)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        mistakes.add(mark.line + 1 if mark else 1, f"not readable as YAML: {getattr(error, 'problem', error)}")
        return None
    return None if node is None else _value(node, mistakes)


def _value(node: Any, mistakes: Mistakes) -> Any:
    line = node.start_mark.line + 1
    if node.id == "mapping":
        mapping = LinedMapping(line)
        for key_node, value_node in node.value:
            key, key_line = str(key_node.value), key_node.start_mark.line + 1
            if key in mapping:
                mistakes.add(key_line, f"the key '{key}' stands twice")
            mapping.lines[key] = key_line
            mapping[key] = _value(value_node, mistakes)
        return mapping
    if node.id == "sequence":
        items = LinedList(line)
        for child in node.value:
            items.lines.append(child.start_mark.line + 1)
            items.append(_value(child, mistakes))
        return items
    return _scalar(node, line, mistakes)


def _scalar(node: Any, line: int, mistakes: Mistakes) -> Any:
    text = str(node.value)
    if node.style in {"'", '"', "|", ">"}:
        return text
    if text in {"true", "false"}:
        return text == "true"
    if text in {"null", "~", ""}:
        return None
    if text.lower() in _WORDS_OF_YAML_1_1 or text.lower() in {"true", "false"}:
        mistakes.add(line, f"'{text}' is neither true nor false: write true or false, or put it in quotes")
        return text
    if _NUMBER.fullmatch(text):
        return float(text) if "." in text else int(text)
    return text


class Reader:
    """Takes the keys of one mapping, and says which are missing, of the wrong kind, or not known."""

    def __init__(self, value: Any, mistakes: Mistakes, line: int, what: str) -> None:
        self.mistakes = mistakes
        self.what = what
        if not isinstance(value, LinedMapping):
            mistakes.add(line, f"{what} must be a mapping")
            value = LinedMapping(line)
        self.value = value
        self.line = value.line
        self.taken: set[str] = set()

    def at(self, key: str) -> int:
        """The line of a key, or of the mapping when the key is not there."""
        return int(self.value.lines.get(key, self.line))

    def take(self, key: str, kind: type | tuple[type, ...], default: Any = None, *, required: bool = False) -> Any:
        """The value of a key; a missing required one or one of another kind is a mistake and gives the default."""
        self.taken.add(key)
        if key not in self.value:
            if required:
                self.mistakes.add(self.line, f"{self.what}: '{key}' is missing")
            return default
        value = self.value[key]
        allowed = kind if isinstance(kind, tuple) else (kind,)
        if not isinstance(value, allowed) or (isinstance(value, bool) and bool not in allowed):
            names = " or ".join(_NAMES.get(one, one.__name__) for one in allowed)
            self.mistakes.add(self.at(key), f"{self.what}: '{key}' must be {names}, not {value!r}")
            return default
        return value

    def finish(self) -> None:
        """Every key not taken is a mistake that names the known ones."""
        for key in self.value:
            if key not in self.taken:
                known = ", ".join(sorted(self.taken))
                self.mistakes.add(self.at(key), f"{self.what}: unknown key '{key}'; known: {known}")


_NAMES = {
    str: "text",
    int: "a whole number",
    float: "a number",
    bool: "true or false",
    list: "a list",
    dict: "a mapping",
}


def walk(items: Any, mistakes: Mistakes, line: int, what: str) -> Iterator[tuple[Any, int]]:
    """The items of a list with their lines; anything but a list is a mistake and gives none."""
    if not isinstance(items, LinedList):
        mistakes.add(line, f"{what} must be a list")
        return
    yield from zip(items, items.lines, strict=True)
