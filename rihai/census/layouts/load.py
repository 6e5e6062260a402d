"""Reads a layout file strictly: every mistake at once, each with its line."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, get_args, get_type_hints

from rihai.census.fields import FACT_OF, TOGETHER
from rihai.census.layouts.layout import Layout, LayoutInvalid
from rihai.census.layouts.tree import Node, read_tree
from rihai.census.parse.fields import FIELDS
from rihai.facts import CASE_FACTS, PERSON_FACTS, Fact

_FOLDER = Path(__file__).parent
SHIPPED = ("pakistan", "e_prisons", "us_jail_roster")
_FIELDS = {*FIELDS, TOGETHER} - {"id", "case_id"}
_Complain = Callable[[Node, str], None]


def load_layout(name_or_path: str) -> Layout:
    """A layout by the name of a shipped one, or from a file; raises LayoutInvalid with every mistake and its line."""
    path = _FOLDER / f"{name_or_path}.yaml" if name_or_path in SHIPPED else Path(name_or_path)
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        ours = ", ".join(SHIPPED)
        raise LayoutInvalid(
            (f"{name_or_path}:1: no such layout; ours are {ours}, or give the path of a YAML file",)
        ) from None
    return read_layout(text, path.name)


def read_layout(text: str, file: str) -> Layout:
    """A layout from its text; `file` stands before the line in each mistake. Raises LayoutInvalid."""
    mistakes: list[str] = []

    def complain(node: Node, what: str) -> None:
        mistakes.append(f"{file}:{node.line}: {what}")

    tree = read_tree(text, complain)
    said: dict[str, Any] = {}
    if not isinstance(tree.value, dict):
        complain(tree, "a layout is a mapping that begins with its name, as 'layout: our_jail'")
    else:
        for key, node in tree.value.items():
            check = _CHECKS.get(key)
            if check is None:
                complain(node, f"unknown key '{key}'; known are {', '.join(_CHECKS)}")
            else:
                check(node, complain)
                said["name" if key == "layout" else key] = node.plain()
        if "layout" not in tree.value:
            complain(tree, "the key 'layout' is missing: give the layout a name")
    if mistakes:
        raise LayoutInvalid(tuple(mistakes))
    return Layout(**{**said, "sheets": tuple(said.get("sheets", ()))})


def _text(node: Node, complain: _Complain) -> None:
    if not isinstance(node.value, str):
        complain(node, "a text is expected")


def _one_of(option: str) -> Callable[[Node, _Complain], None]:
    hint = get_type_hints(Layout)[option]
    words = [word for part in (get_args(hint)) for word in (get_args(part) or (part,)) if isinstance(word, str)]

    def check(node: Node, complain: _Complain) -> None:
        if node.value not in words:
            complain(node, f"'{option}' is one of {', '.join(words)}")

    return check


def _headings(node: Node, complain: _Complain) -> None:
    for heading, field in _pairs(node, complain):
        if not isinstance(field.value, str) or field.value not in _FIELDS:
            complain(field, f"heading '{heading}': '{field.value}' is neither a census field nor a fact")


def _values(node: Node, complain: _Complain) -> None:
    for field, words in _pairs(node, complain):
        if field not in _FIELDS:
            complain(words, f"'{field}' is neither a census field nor a fact")
            continue
        for word, value in _pairs(words, complain):
            fact = _fact(FACT_OF.get(field, field))
            if fact and fact.kind in {"code", "codes", "yes_no"}:
                _fits(fact, value, f"'{word}'", complain)
            elif not isinstance(value.value, str):
                complain(value, f"'{word}': write the text that should be read instead")


def _facts(node: Node, complain: _Complain) -> None:
    for name, value in _pairs(node, complain):
        fact = _fact(name)
        if fact is None or name in {"id", "case_id"} or fact.kind == "list":
            complain(value, f"'{name}' is not a fact that can hold for a whole file")
        else:
            _fits(fact, value, f"'{name}'", complain)


def _sheet_facts(node: Node, complain: _Complain) -> None:
    for _, facts in _pairs(node, complain):
        _facts(facts, complain)


def _sheets(node: Node, complain: _Complain) -> None:
    if not isinstance(node.value, list) or not all(isinstance(item.value, str) for item in node.value):
        complain(node, "a list of sheet names is expected")


def _row(node: Node, complain: _Complain) -> None:
    if isinstance(node.value, bool) or not isinstance(node.value, int) or node.value < 1:
        complain(node, "the number of the row with the headings is expected, from 1")


def _yes_no(node: Node, complain: _Complain) -> None:
    if not isinstance(node.value, bool):
        complain(node, "true or false is expected")


def _pairs(node: Node, complain: _Complain) -> list[tuple[str, Node]]:
    if isinstance(node.value, dict):
        return list(node.value.items())
    complain(node, "a mapping is expected, one 'word: meaning' a line")
    return []


def _fact(name: str) -> Fact | None:
    return PERSON_FACTS.get(name) or CASE_FACTS.get(name)


_WRITTEN_AS: dict[str, tuple[type, ...]] = {"yes_no": (bool,), "number": (int, float), "money": (int, float)}


def _fits(fact: Fact, node: Node, where: str, complain: _Complain) -> None:
    """A value written in a layout has the fact's type, and a code is one of its codes."""
    values = (
        [item.plain() for item in node.value] if fact.kind == "codes" and isinstance(node.value, list) else [node.value]
    )
    wanted = _WRITTEN_AS.get(fact.kind, (str,))
    for value in values:
        if not isinstance(value, wanted) or (isinstance(value, bool) and bool not in wanted):
            complain(node, f"{where}: {fact.name} is written as {fact.kind.replace('_', '/')}")
        elif fact.codes and not fact.free and value not in fact.codes:
            complain(node, f"{where}: {fact.name} is one of {', '.join(fact.codes)}")


_CHECKS: Mapping[str, Callable[[Node, _Complain], None]] = {
    "layout": _text,
    "says": _text,
    "dates": _one_of("dates"),
    "names": _one_of("names"),
    "charges": _one_of("charges"),
    "charges_split": _text,
    "sheets": _sheets,
    "heading_row": _row,
    "known_headings": _yes_no,
    "headings": _headings,
    "values": _values,
    "facts": _facts,
    "sheet_facts": _sheet_facts,
}
