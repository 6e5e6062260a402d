"""A provision as plain values: what the law says, whom it reaches, from which source, since when."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, Literal

from rihai.law.tree import Amount, Node

Kind = Literal["release", "help", "alert", "bar"]
Outcome = Literal["met", "arguable", "not_yet", "not_met", "cannot_tell", "not_applicable"]
Status = Literal["enacted", "announced", "draft"]
InForce = Literal["in_force", "coming", "ended"]

OUTCOMES: tuple[Outcome, ...] = ("not_applicable", "met", "not_yet", "not_met", "arguable", "cannot_tell")
"""In the order of their numbers inside the engine."""


@dataclass(frozen=True, slots=True)
class Text:
    """The same sentence in our languages; `of` falls back to English."""

    en: str
    ur: str = ""

    def of(self, language: str) -> str:
        """The text in a language."""
        return (self.ur if language == "ur" else self.en) or self.en


@dataclass(frozen=True, slots=True)
class Cite:
    """Where the law is written, read on which day, and how sure we are of it."""

    act: str
    section: str
    urls: tuple[str, ...]
    read_on: date
    confidence: Literal["high", "medium", "low"]
    rests_on: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Effect:
    """The operative word of the provision, what follows, and who decides."""

    word: Literal["shall", "may", "must_look"]
    what: Text
    decides: Text


@dataclass(frozen=True, slots=True)
class Condition:
    """One named test; `court` when only a court can judge it."""

    id: str
    node: Node
    says: Text
    court: bool


@dataclass(frozen=True, slots=True)
class Version:
    """What holds from a day to the day before another: lists of condition ids, each way one list of `when`.

    `goes_on`: it only changes a measure of the version before, so what began under that one is dated from then.
    """

    starts: date
    ends: date | None
    status: Status
    reference: str
    applies_to: tuple[str, ...]
    ways: tuple[tuple[str, ...], ...]
    unless: tuple[str, ...]
    conditions: dict[str, Condition]
    amounts: dict[str, Amount]
    goes_on: bool = False

    def in_force(self, on: date) -> InForce:
        """Whether the version is in force on a day, still to come, or ended."""
        if on < self.starts:
            return "coming"
        return "in_force" if self.ends is None or on < self.ends else "ended"

    def used(self) -> tuple[str, ...]:
        """Every condition the version uses, each once, in reading order."""
        ways = [condition for way in self.ways for condition in way]
        return tuple(dict.fromkeys([*self.applies_to, *ways, *self.unless]))


@dataclass(frozen=True, slots=True)
class Case:
    """A worked case: the facts, the day, and what must come out."""

    says: str
    record: dict[str, Any]
    on: date
    expects: dict[str, Any]
    line: int


@dataclass(frozen=True, slots=True)
class Provision:
    """One rule with its citation, its dated versions and its worked cases.

    `notes` pairs a note with the condition of the provision that it rests on: said where that condition surely holds.
    `dates` pairs the name of a date to be printed with the reckoned fact that gives it.
    """

    id: str
    kind: Kind
    title: Text
    says: Text
    cite: Cite
    jurisdiction: tuple[str, ...]
    effect: Effect
    next_step: Text
    versions: tuple[Version, ...]
    cases: tuple[Case, ...]
    still_inside: bool = False
    limit: bool = False
    open_issues: tuple[Text, ...] = ()
    notes: tuple[tuple[str, str], ...] = ()
    dates: tuple[tuple[str, str], ...] = ()
    reviewed_by: str | None = None
    reviewed_on: date | None = None

    @property
    def reviewed(self) -> bool:
        """Whether a lawyer has signed this text of the provision."""
        return self.reviewed_by is not None

    def begun(self, version: Version) -> date:
        """The day since which the rule of a version holds, through the versions that it goes on from."""
        before = [one for one in self.versions if version.goes_on and one.ends == version.starts]
        return self.begun(before[0]) if before else version.starts

    def version_on(self, on: date) -> Version:
        """The version in force on a day, else the next one to come, else the last, which has ended."""
        by_state = {
            state: [one for one in self.versions if one.in_force(on) == state] for state in ("in_force", "coming")
        }
        return (by_state["in_force"] or by_state["coming"] or [self.versions[-1]])[0]


@dataclass(frozen=True, slots=True)
class Pack:
    """The law of one country or body: its provisions in reading order, and its offence table."""

    id: str
    title: Text
    version: str
    country: str | None
    provisions: tuple[Provision, ...]
    folder: Path
    offences: Path | None = None
    warnings: tuple[str, ...] = field(default=())

    def provision(self, provision_id: str) -> Provision | None:
        """The provision of that id, or None."""
        return next((one for one in self.provisions if one.id == provision_id), None)
