"""The questions of a form in the order of its sheet, each with the number by which it is typed in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from rihai.instruments.form import Filled, Form, Question, Repeat
from rihai.instruments.form.filled import COUNT, Line
from rihai.instruments.form.tree import ASKED, Group, Node, Output, Text
from rihai.paper.blank import Both

ROUNDS = 3
"""So often a part that repeats stands on a sheet; for more, take another sheet."""
FEW = 24
"""So many options stand on a sheet; of more the word is written."""
GAP = "……"
_LIST = re.compile(r"instance\(\s*'([^']+)'\s*\)")
LATEST = datetime(2026, 1, 1)  # noqa: DTZ001 - a sheet is blank: no rule of it is worked out by the day


@dataclass(frozen=True, slots=True)
class Asked:
    """A question where it stands on the sheet: its number, its key as a draft has it, its options."""

    number: str
    key: str
    question: Question
    options: tuple[tuple[str, Both], ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a sheet holds, in order: questions, and the lines of groups, rounds and notes between them."""

    form: Form
    parts: tuple[Asked | Line, ...]

    @property
    def asked(self) -> tuple[Asked, ...]:
        """The questions."""
        return tuple(one for one in self.parts if isinstance(one, Asked))

    @property
    def numbers(self) -> dict[str, str]:
        """The number of each question by its path; of one that stands there more than once the first."""
        found: dict[str, str] = {}
        for one in self.asked:
            found.setdefault(one.question.path, one.number)
        return found


def sheet_of(form: Form) -> Sheet:
    """The sheet of a form."""
    texts = {f"{key}{COUNT}": str(ROUNDS) for key in _repeats(form.children, f"/{form.root}", "")}
    filled = Filled(form, texts, now=LATEST)
    numbers: dict[str, int] = {}
    parts: list[Asked | Line] = []
    for line in filled.every():
        question = line.question
        if question is None or question.kind == "note":
            parts.append(line)
        elif question.kind in ASKED:
            number = numbers.setdefault(question.path, len(numbers) + 1)
            rounds = re.findall(r"\[(\d+)\]", line.key)
            stands = "-".join([str(number), *rounds])
            parts.append(Asked(stands, line.key, question, _options(form, question)))
    return Sheet(form, tuple(parts))


def _repeats(nodes: tuple[Node, ...], path: str, prefix: str) -> Iterator[str]:
    """The keys of what repeats, also in each round of what repeats around it."""
    for node in nodes:
        if not isinstance(node, Group):
            continue
        key = prefix + node.path.removeprefix(f"{path}/")
        if isinstance(node, Repeat):
            yield key
            for at in range(1, ROUNDS + 1):
                yield from _repeats(node.children, node.path, f"{key}[{at}]/")
        else:
            yield from _repeats(node.children, node.path, f"{key}/")


def in_both(form: Form, text: Text) -> Both:
    """A text in both languages, a gap where a value stands; where one is missing, it is empty."""
    plain = _plain(text.get("", ()))
    named = {code: _plain(parts) for code, parts in text.items() if code}
    english = named.get("en", "") or plain
    first = next((named[code] for code, _name in form.languages if code in named), "")
    return Both(english or ("" if named.get("ur") else first), named.get("ur", ""))


def _plain(parts: tuple[str | Output, ...]) -> str:
    return "".join(one if isinstance(one, str) else GAP for one in parts).strip()


def _options(form: Form, question: Question) -> tuple[tuple[str, Both], ...]:
    """Every option there is, also those that another answer would take away: a sheet cannot."""
    if question.fixed:
        return tuple((one.code, in_both(form, one.label)) for one in question.fixed)
    named = _LIST.search(question.choices)
    found = form.lists.get(named[1]) if named else None
    if found is None:
        return ()
    options = []
    for item in found.iter("item"):
        code = (item.findtext(question.value_of) or "").strip()
        label = (item.findtext(question.label_of) or "").strip()
        says = in_both(form, form.texts[label]) if label in form.texts else Both(label or code, "")
        options.append((code, says))
    return tuple(options)
