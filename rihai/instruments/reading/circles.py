"""Rules that wait for each other in a circle: no phone opens such a form (JavaRosa: "cycle detected"), so none is made.

What stands inside a group waits also for what the group waits for. A constraint waits for nothing: it is looked at once
there is an answer, and may name its own question.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from posixpath import normpath

from rihai.instruments.form import Form, Group, Question
from rihai.instruments.form.tree import Node

_TEXT = re.compile(r"'[^']*'|\"[^\"]*\"")
_PATH = re.compile(r"(?:\.\.|/[^\W\d])[\w./-]*|(?<![\w./])\.(?![\w./])")
"""A path from the root, one from the question upwards, or the dot that is the question itself."""


def circle_of(form: Form) -> tuple[str, ...]:
    """The paths of one circle, each waiting for the next, the first again at the end; empty where there is none."""
    waits = dict(_waits(form.children, frozenset(), form))
    try:
        TopologicalSorter(waits).prepare()
    except CycleError as error:
        return tuple(reversed(error.args[1]))
    return ()


def _waits(nodes: tuple[Node, ...], around: frozenset[str], form: Form) -> Iterator[tuple[str, frozenset[str]]]:
    """Each question with the paths it waits for."""
    for node in nodes:
        here = around | _named(node.relevant, node, form)
        if isinstance(node, Group):
            yield from _waits(node.children, here, form)
        elif isinstance(node, Question):
            rules = (node.calculate, node.required, node.readonly)
            yield node.path, here.union(*(_named(rule, node, form) for rule in rules))


def _named(rule: str, node: Node, form: Form) -> frozenset[str]:
    """The paths of this form that a rule of a node names."""
    found = _PATH.findall(_TEXT.sub("''", rule))
    paths = (normpath(f"{node.path}/{one}" if one.startswith(".") else one) for one in found)
    return frozenset(one for one in paths if one in form.by_path)
