"""A form with what is written in it: what is asked now, what each text says, what is wrong, the answer as XML."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from xml.etree.ElementTree import Element, SubElement, tostring

from elementpath import get_node_tree

from rihai.instruments.form.expression import Here, holds, turns_on, worked_out
from rihai.instruments.form.functions import World
from rihai.instruments.form.tree import ASKED, Form, Group, Node, Output, Question, Repeat, Text
from rihai.instruments.form.typed import Mistyped, in_range, read_answer, text_from, value_of
from rihai.instruments.form.values import number_of, stored, text_of

MOST_ROUNDS = 100
PASSES = 12
COUNT = "#"
"""Ends the name under which a draft keeps how often a repeat is asked: `rooms#`."""


@dataclass(slots=True, eq=False)
class Line:
    """One part of a form where it stands: `key` is its path without the root, `rooms[2]/length`.

    `on` says whether it is asked now; `text` what stands there, `wrong` why that is no answer. A repeat's lines are its
    rounds, each of which has lines.
    """

    node: Node
    key: str
    element: Element
    around: Line | None = None
    lines: list[Line] = field(default_factory=list)
    round: int = 0
    on: bool = True
    text: str = ""
    wrong: str = ""

    @property
    def question(self) -> Question | None:
        """The question, where it is one."""
        return self.node if isinstance(self.node, Question) else None

    @property
    def is_asked(self) -> bool:
        """Whether somebody is to answer it now."""
        return self.on and isinstance(self.node, Question) and self.node.kind in ASKED


class Filled:
    """A form and the texts written in it, by key; whatever may stand there, nothing is refused here but said."""

    def __init__(self, form: Form, texts: Mapping[str, str], *, now: datetime, language: str = "en") -> None:
        self.form, self.texts, self.language = form, texts, language
        self.root = Element(form.root)
        self.lists = {name: get_node_tree(one) for name, one in form.lists.items()}
        self.world = World(now, self._choice_name, lambda name: [self.lists[name]] if name in self.lists else [])
        self.lines = self._built(form.children, self.root, f"/{form.root}", "", None)
        self._work_out()

    def every(self) -> Iterator[Line]:
        """Every line in order, with those inside others."""
        yield from _flat(self.lines)

    def _built(
        self, nodes: tuple[Node, ...], parent: Element, path: str, prefix: str, around: Line | None
    ) -> list[Line]:
        return [self._line(one, parent, path, prefix, around) for one in nodes]

    def _line(self, node: Node, parent: Element, path: str, prefix: str, around: Line | None) -> Line:
        inside = node.path.removeprefix(f"{path}/").split("/")
        key = f"{prefix}{'/'.join(inside)}"
        if isinstance(node, Repeat):
            line = Line(node, key, parent, around)
            for at in range(1, self._rounds(line) + 1):
                element = SubElement(parent, node.name)
                made = Line(node, f"{key}[{at}]", element, line, round=at)
                made.lines = self._built(node.children, element, node.path, f"{key}[{at}]/", made)
                line.lines.append(made)
            return line
        for name in inside[:-1]:
            found = parent.find(name)
            parent = found if found is not None else SubElement(parent, name)
        line = Line(node, key, SubElement(parent, node.name), around)
        if isinstance(node, Group):
            line.lines = self._built(node.children, line.element, node.path, f"{key}/", line)
        elif isinstance(node, Question):
            self._read(line, node)
        return line

    def _rounds(self, line: Line) -> int:
        """How often a repeat is asked: as a rule of its form says, or as the draft does, else once."""
        rule = line.node.count if isinstance(line.node, Repeat) else ""
        if rule:
            counted = number_of(worked_out(rule, Here.at(get_node_tree(self.root), None, self.world)))
            return min(int(counted), MOST_ROUNDS) if counted > 0 else 0
        said = self.texts.get(f"{line.key}{COUNT}", "1")
        return min(int(said), MOST_ROUNDS) if said.isdigit() and len(said) < 4 else 1

    def _read(self, line: Line, question: Question) -> None:
        written = self.texts.get(line.key, question.default if question.kind not in ASKED else "")
        try:
            line.text = read_answer(question, written)
        except Mistyped as error:
            line.wrong = error.code

    def _work_out(self) -> None:
        """What is asked and what is worked out, over and over until nothing changes any more."""
        tree = get_node_tree(self.root)
        self.nodes = {one.value: one for one in tree.iter_lazy() if isinstance(one.value, Element)}
        self.tree = tree
        every = list(self.every())
        for line in every:
            line.element.text = line.text if line.question else line.element.text
        changed = self._pass(every, None)
        for _pass in range(PASSES - 1):
            if not changed:
                return
            changed = self._pass(every, changed)

    def _pass(self, every: list[Line], before: set[str] | None) -> set[str]:
        """Work out each line, or only those that turn on what changed `before` or has since; the names that changed."""
        changed: set[str] = set()
        for line in every:
            if before is not None and not (self._turns_on(line, before) or self._turns_on(line, changed)):
                continue
            if self._changes(line):
                changed.update(line.node.path.split("/")[2:], (line.key,))
        return changed

    def _turns_on(self, line: Line, changed: set[str]) -> bool:
        """Whether a line stands in something that changed, or a rule of it names it."""
        node = line.node
        if line.around is not None and line.around.key in changed:
            return True
        rules = (node.relevant, node.calculate if isinstance(node, Question) else "")
        return any(turns_on(one, changed, self.form.root) for one in rules if one)

    def _changes(self, line: Line) -> bool:
        node = line.node
        on = line.around is None or line.around.on
        if on and node.relevant and not line.round:
            on = holds(node.relevant, self.here(line))
        changed = on is not line.on
        line.on = on
        if isinstance(node, Question):
            if node.calculate and on:
                line.text = stored(worked_out(node.calculate, self.here(line)))
            text = line.text if on else ""
            changed = changed or (line.element.text or "") != text
            line.element.text = text
        return changed

    def here(self, line: Line) -> Here:
        """The place of a line, for expressions."""
        return Here.at(self.tree, self.nodes[line.element], self.world)

    def says(self, text: Text, line: Line | None = None) -> str:
        """A text of the form in the reader's language, else in the form's own, with the values that stand in it."""
        languages = (self.language, "", *(code for code, _named in self.form.languages), *text)
        parts = next((text[one] for one in languages if one in text), ())
        return "".join(one if isinstance(one, str) else self._output(one, line) for one in parts)

    def _output(self, output: Output, line: Line | None) -> str:
        if line is None:
            return ""
        return text_of(worked_out(output.expression, self.here(line)))

    def options(self, line: Line) -> list[tuple[str, str]]:
        """The codes and words that may be chosen now."""
        question = line.question
        if question is None:
            return []
        if question.fixed:
            return [(one.code, self.says(one.label, line)) for one in question.fixed]
        found = worked_out(question.choices, self.here(line)) if question.choices else []
        return [self._option(one.value, question) for one in found] if isinstance(found, list) else []

    def _option(self, item: Any, question: Question) -> tuple[str, str]:
        code = (item.findtext(question.value_of) or "").strip()
        label = (item.findtext(question.label_of) or "").strip()
        return code, self.says(self.form.texts[label]) if label in self.form.texts else label or code

    def _choice_name(self, code: str, path: str) -> str:
        name = path.rpartition("/")[2].strip()
        line = next(
            (one for one in self.every() if one.question and one.node.name == name and one.element in self.nodes), None
        )
        return dict(self.options(line)).get(code, code) if line else code

    def problems(self) -> dict[str, str]:
        """What is wrong, by key: a code of what was mistyped, `required`, `choice`, `range`, or `constraint`."""
        found = {}
        for line in self.every():
            wrong = self._wrong(line) if line.is_asked else ""
            if wrong:
                found[line.key] = wrong
        return found

    def _wrong(self, line: Line) -> str:
        question = line.question
        assert question is not None
        if line.wrong:
            return line.wrong
        if not line.text:
            return "required" if question.required and holds(question.required, self.here(line)) else ""
        if question.kind in {"one", "several"}:
            codes = {code for code, _words in self.options(line)}
            chosen = line.text.split() if question.kind == "several" else [line.text]
            if not set(chosen) <= codes:
                return "choice"
        if question.kind == "range" and not in_range(question, line.text):
            return "range"
        if question.constraint and not holds(question.constraint, self.here(line)):
            return "constraint"
        return ""

    def complaint(self, line: Line, code: str) -> str:
        """The form's own sentence for a problem; empty where it has none."""
        question = line.question
        if question is None:
            return ""
        text = {"required": question.required_says, "constraint": question.constraint_says}.get(code, {})
        return self.says(text, line)

    def values(self) -> dict[str, Any]:
        """What was answered, by key; what is not asked now is left out."""
        return {
            line.key: value_of(line.question, line.text)
            for line in self.every()
            if line.on and line.question and line.text and line.question.kind not in {"meta", "note"}
        }

    def xml(self, *, instance_id: str, deprecated: str = "", began: str = "", ended: str = "", by: str = "") -> str:
        """The answer as an XForms instance; what is not asked now is left out."""
        root = Element(self.form.root, {"id": self.form.form_id, "version": self.form.version})
        for line in self.lines:
            _written(line, root, f"/{self.form.root}")
        known = {"start": began, "end": ended, "date": ended[:10], "username": by}
        for line in self.every():
            what = line.question.preload[1] if line.question else ""
            found = root.find(line.key) if what in known and "[" not in line.key else None
            if found is not None:
                found.text = known[what]
        meta = root.find("meta")
        meta = meta if meta is not None else SubElement(root, "meta")
        for name, text in (("instanceID", instance_id), ("deprecatedID", deprecated)):
            found = meta.find(name)
            if text:
                (found if found is not None else SubElement(meta, name)).text = text
        return tostring(root, encoding="unicode")


def _written(line: Line, parent: Element, path: str) -> None:
    if not line.on:
        return
    if isinstance(line.node, Repeat) and not line.round:
        for one in line.lines:
            _written(one, parent, path)
        return
    for name in [] if line.round else line.node.path.removeprefix(f"{path}/").split("/")[:-1]:
        found = parent.find(name)
        parent = found if found is not None else SubElement(parent, name)
    made = SubElement(parent, line.node.name)
    if line.question:
        made.text = line.text
    for one in line.lines:
        _written(one, made, line.node.path)


def _flat(lines: list[Line]) -> Iterator[Line]:
    for line in lines:
        yield line
        yield from _flat(line.lines)


def texts_of_values(values: Mapping[str, Any]) -> dict[str, str]:
    """The texts of a draft that says what an answer says, by key."""
    texts = {key: text_from(value) for key, value in values.items()}
    for key in values:
        parts = key.split("/")
        for at, part in enumerate(parts):
            if part.endswith("]"):
                name, _bracket, number = part[:-1].partition("[")
                counted = "/".join([*parts[:at], name]) + COUNT
                texts[counted] = str(max(int(number), int(texts.get(counted, "0"))))
    return texts


def texts_of_names(form: Form, values: Mapping[str, Any]) -> dict[str, str]:
    """The texts of a draft, of values by the names of questions; a repeat is a list with the values of each round."""
    texts: dict[str, str] = {}
    _fill(texts, form.children, f"/{form.root}", "", values)
    return texts


def _fill(texts: dict[str, str], nodes: tuple[Node, ...], path: str, prefix: str, values: Mapping[str, Any]) -> None:
    for node in nodes:
        key = prefix + node.path.removeprefix(f"{path}/")
        if isinstance(node, Repeat):
            rounds = values.get(node.name)
            if isinstance(rounds, list):
                texts[f"{key}{COUNT}"] = str(len(rounds))
                for at, one in enumerate(rounds, 1):
                    _fill(texts, node.children, node.path, f"{key}[{at}]/", one)
        elif isinstance(node, Group):
            _fill(texts, node.children, node.path, f"{key}/", values)
        elif node.name in values:
            texts[key] = text_from(values[node.name])


def by_name(values: Mapping[str, Any]) -> dict[str, Any]:
    """Values by key as values by the names of the questions; a repeat is a list with the values of each round."""
    found: dict[str, Any] = {}
    for key, value in values.items():
        at: dict[str, Any] = found
        for part in key.split("/")[:-1]:
            name, bracket, number = part.partition("[")
            if bracket:
                rounds = at.setdefault(name, [])
                rounds.extend({} for _more in range(int(number[:-1]) - len(rounds)))
                at = rounds[int(number[:-1]) - 1]
        at[key.rpartition("/")[2]] = value
    return found
