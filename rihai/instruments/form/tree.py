"""The parts of a form: questions, groups of them, groups that repeat; their texts in every language of the form."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal
from xml.etree.ElementTree import Element

Kind = Literal[
    "text", "integer", "decimal", "date", "time", "moment", "one", "several", "note", "tick", "range", "calculated",
    "meta", "other",
]  # fmt: skip
"""`tick` is "I have seen this"; `calculated` is worked out; `meta` is of the form itself; `other` no page can take."""

ASKED: frozenset[Kind] = frozenset(
    {"text", "integer", "decimal", "date", "time", "moment", "one", "several", "tick", "range"}
)


@dataclass(frozen=True, slots=True)
class Output:
    """A value that stands in a text: an expression, worked out where it stands."""

    expression: str


Text = Mapping[str, tuple[str | Output, ...]]
"""A text by language: its parts in order. Empty: there is none."""


@dataclass(frozen=True, slots=True)
class Choice:
    """An option of a list, which may carry further values for filters."""

    code: str
    label: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """What stands in a form under a path (`/data/group/name`); `relevant` is the rule when it is asked."""

    path: str
    name: str
    label: Text = field(default_factory=dict)
    relevant: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question(Node):
    """One question. `choices` is a nodeset with its filter; `value_of`, `label_of` say where codes and labels are."""

    kind: Kind
    hint: Text = field(default_factory=dict)
    required: str = ""
    required_says: Text = field(default_factory=dict)
    constraint: str = ""
    constraint_says: Text = field(default_factory=dict)
    calculate: str = ""
    readonly: str = ""
    choices: str = ""
    value_of: str = "name"
    label_of: str = "label"
    fixed: tuple[Choice, ...] = ()
    start: str = ""
    end: str = ""
    step: str = ""
    preload: tuple[str, str] = ("", "")
    default: str = ""
    appearance: str = ""

    @property
    def rules(self) -> tuple[str, ...]:
        """Every expression that says something of this question, but those of its texts."""
        every = (self.relevant, self.required, self.constraint, self.calculate, self.readonly, self.choices)
        return tuple(one for one in every if one)


@dataclass(frozen=True, slots=True, kw_only=True)
class Group(Node):
    """Questions under one heading."""

    children: tuple[Node, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Repeat(Group):
    """Questions asked as often as needed; `count` is a rule that says how often, where the form says so itself."""

    count: str = ""


@dataclass(frozen=True, kw_only=True)
class Form:
    """A form: `languages` are pairs of the code on the page and the name in the form, the form's own default first."""

    root: str
    form_id: str
    version: str
    title: str
    languages: tuple[tuple[str, str], ...]
    children: tuple[Node, ...]
    lists: Mapping[str, Element]
    texts: Mapping[str, Text]
    firsts: tuple[tuple[str, str], ...] = ()
    """What stands in a question when the form is opened, worked out then: pairs of path and expression."""

    @cached_property
    def questions(self) -> tuple[Question, ...]:
        """Every question, in order, also those inside groups."""
        return tuple(one for one in walk(self.children) if isinstance(one, Question))

    @cached_property
    def by_path(self) -> Mapping[str, Node]:
        """Every part by its path."""
        return {one.path: one for one in walk(self.children)}

    @property
    def asked(self) -> tuple[Question, ...]:
        """The questions somebody answers."""
        return tuple(one for one in self.questions if one.kind in ASKED)


def walk(nodes: tuple[Node, ...]) -> Iterator[Node]:
    """Every part of a form in the order in which it is asked."""
    for node in nodes:
        yield node
        if isinstance(node, Group):
            yield from walk(node.children)
