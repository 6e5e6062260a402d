"""A YAML text as a tree whose nodes know their line; keys stand once, and only true and false mean yes and no."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from rihai.data_files import composed


@dataclass(frozen=True, slots=True)
class Node:
    """A value with its line, from 1: a mapping or list of nodes, a text, a number, true or false."""

    value: Any
    line: int

    def plain(self) -> Any:
        """The value without lines."""
        if isinstance(self.value, dict):
            return {key: node.plain() for key, node in self.value.items()}
        if isinstance(self.value, list):
            return [node.plain() for node in self.value]
        return self.value


def read_tree(text: str, complain: Callable[[Node, str], None]) -> Node:
    """The tree of a YAML text; mistakes go to `complain`. An empty or broken text gives an empty node."""
    import yaml

    try:
        root = composed(text)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        complain(
            Node(None, mark.line + 1 if mark else 1),
            f"not readable as YAML: {getattr(error, 'problem', None) or error}",
        )
        return Node(None, 1)
    return Node(None, 1) if root is None else _node(root, complain)


def _node(node: Any, complain: Callable[[Node, str], None]) -> Node:
    import yaml

    line = node.start_mark.line + 1
    if isinstance(node, yaml.MappingNode):
        found: dict[str, Node] = {}
        for key, value in node.value:
            name = str(key.value)
            if name in found:
                complain(Node(None, key.start_mark.line + 1), f"'{name}' stands here twice")
            inner = _node(value, complain)
            found[name] = Node(inner.value, key.start_mark.line + 1)
        return Node(found, line)
    if isinstance(node, yaml.SequenceNode):
        return Node([_node(item, complain) for item in node.value], line)
    return Node(_scalar(node.value, plain=not node.style), line)


def _scalar(text: str, *, plain: bool) -> Any:
    """As YAML 1.2 reads it, so that M, N, Y, no and off stay the words that lists use."""
    if not plain:
        return text
    if text in {"true", "false"}:
        return text == "true"
    for read in (int, float):
        try:
            return read(text) if text[:1].isdigit() or text[:1] == "-" else text
        except ValueError:
            continue
    return text
