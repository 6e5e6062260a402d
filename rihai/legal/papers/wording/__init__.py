"""The wording of petitions and letters, as files beside this one that a lawyer can read and correct.

A file holds both languages. A paragraph is its own text, or one that all papers share (`use`); one that `needs`
something not known is left out. Gaps in curly brackets are filled from the record, and what is not known stands as a
blank line to be written by hand.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal

from rihai.data_files import loaded

HERE = Path(__file__).parent
COMMON = "common"
Both = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph in both languages, and what must be known for it to stand."""

    text: Both
    needs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Template:
    """A petition or letter: to whom, under which provisions, on which facts, what it says, what it needs beside it.

    `cause` is the cause of *still inside* it is for. `is_free`: it goes to a prison or a family, and says that help
    costs nothing.
    """

    name: str
    title: Both
    form: Literal["petition", "letter"]
    to: Literal["court", "high_court", "superintendent", "fund"]
    copy_to: str
    cause: str
    is_free: bool
    provisions: tuple[str, ...]
    subject: Both
    facts: tuple[str, ...]
    paragraphs: tuple[Passage, ...]
    prayer: Both
    annexes: tuple[str, ...]

    @property
    def offer(self) -> str:
        """The name under which it is offered as a letter."""
        return f"legal.letter.{self.cause or self.name}" if self.form == "letter" else f"legal.petition.{self.name}"


@cache
def common() -> dict[str, Any]:
    """What all papers share."""
    return _read(HERE / f"{COMMON}.yaml")


@cache
def templates() -> dict[str, Template]:
    """Every template by its name: petitions first."""
    found = [_template(path) for path in sorted(HERE.glob("*.yaml")) if path.stem != COMMON]
    return {one.name: one for one in sorted(found, key=lambda one: (one.form != "petition", one.name))}


def for_provision(provision: str) -> list[Template]:
    """All templates, those made for a provision first."""
    return sorted(templates().values(), key=lambda one: provision not in one.provisions)


def _template(path: Path) -> Template:
    told = _read(path)
    return Template(
        name=path.stem,
        title=told["title"],
        form=told["form"],
        to=told["to"],
        copy_to=told.get("copy_to", ""),
        cause=told.get("cause", ""),
        is_free=told.get("free", False),
        provisions=tuple(told["provisions"]),
        subject=told["subject"],
        facts=tuple(told["facts"]),
        paragraphs=tuple(_passage(one) for one in told["paragraphs"]),
        prayer=told.get("prayer", {}),
        annexes=tuple(told["annexes"]),
    )


def _passage(told: dict[str, Any]) -> Passage:
    said = common()["shared"][told["use"]] if "use" in told else told
    return Passage({language: said[language] for language in ("en", "ur")}, tuple(said.get("needs", ())))


def _read(path: Path) -> dict[str, Any]:
    told: dict[str, Any] = loaded(path.read_text(encoding="utf-8"))
    return told
