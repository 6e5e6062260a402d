"""What one screening holds: its sources, the people, the packs, the day, and the findings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from rihai.census.reading import Reading
    from rihai.facts import Problem
    from rihai.law.bulk import Findings
    from rihai.law.engine import ReadyPack
    from rihai.law.provision import Provision, Version
    from rihai.paper.sheets import Book

HORIZONS = (30, 60, 90)
"""Days ahead that lists look."""


class Opened(NamedTuple):
    """A spreadsheet: its bytes, its sheets, and what was read in them."""

    content: bytes
    book: Book
    reading: Reading


@dataclass(frozen=True)
class Source:
    """One file: as opened and read (None for a file of facts), the people in it, and the problems of facts."""

    path: Path
    opened: Opened | None
    records: list[dict[str, Any]]
    problems: list[Problem]

    @property
    def reading(self) -> Reading | None:
        """What was read in a spreadsheet."""
        return self.opened.reading if self.opened else None


class Found(NamedTuple):
    """One finding that says something, of one person and case."""

    person: int
    case_id: str | None
    provision: Provision
    version: Version
    outcome: str
    since: date | None
    due_on: date | None
    until: date | None
    missing: tuple[str, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True)
class Run:
    """A screening whole."""

    sources: list[Source]
    records: list[dict[str, Any]]
    packs: list[ReadyPack]
    as_of: date
    findings: Findings

    @cached_property
    def found(self) -> list[Found]:
        """Every finding that says something, in the order of people, packs and provisions."""
        ready = {one.lowered.provision.id: one for pack in self.packs for one in pack.provisions}
        columns = (
            "person_index", "case_id", "provision", "outcome", "since", "due_on", "until", "missing", "notes",
        )  # fmt: skip
        table = self.findings.table.select(columns).to_pydict()
        return [
            Found(
                person, case_id, ready[provision].lowered.provision, ready[provision].lowered.version, outcome,
                since, due_on, until, tuple(missing or ()), tuple(notes or ()),
            )
            for person, case_id, provision, outcome, since, due_on, until, missing, notes in zip(
                *(table[name] for name in columns), strict=True
            )
        ]  # fmt: skip

    def of_kind(self, *kinds: str) -> Iterator[Found]:
        """The findings of provisions of some kinds."""
        return (one for one in self.found if one.provision.kind in kinds)

    @cached_property
    def could_go(self) -> list[Found]:
        """Release provisions met or arguable today: *shall* before *may*, met before arguable, longest first."""
        chosen = [one for one in self.of_kind("release") if one.outcome in {"met", "arguable"}]
        return sorted(chosen, key=lambda one: (*_weight(one), one.since or date.max))

    @cached_property
    def coming(self) -> list[tuple[int, Found]]:
        """(days to go, finding) of release provisions that can be met, or certainly are, within the last horizon."""
        days = [((one.due_on - self.as_of).days, one) for one in self.of_kind("release") if one.due_on]
        within = [pair for pair in days if 0 < pair[0] <= HORIZONS[-1]]
        return sorted(within, key=lambda pair: (pair[0], _weight(pair[1])))

    @cached_property
    def untold(self) -> list[Found]:
        """Release provisions about which nothing can be told yet."""
        return [one for one in self.of_kind("release") if one.outcome == "cannot_tell"]

    @cached_property
    def still_inside(self) -> list[Found]:
        """Provisions of the list *still inside although*, met or arguable, longest first."""
        chosen = [one for one in self.found if one.provision.still_inside and one.outcome in {"met", "arguable"}]
        return sorted(chosen, key=lambda one: one.since or date.max)

    @cached_property
    def alerts(self) -> list[Found]:
        """Alerts that are met."""
        return [one for one in self.of_kind("alert") if one.outcome == "met" and not one.provision.still_inside]

    @cached_property
    def settling(self) -> list[tuple[str, int, int]]:
        """(fact, people, findings) of the missing facts that would settle most people, most people first."""
        people: dict[str, set[int]] = {}
        findings: Counter[str] = Counter()
        for one in self.untold:
            for fact in one.missing:
                people.setdefault(fact, set()).add(one.person)
                findings[fact] += 1
        return sorted(((fact, len(who), findings[fact]) for fact, who in people.items()), key=lambda row: -row[1])

    @property
    def leaving(self) -> Counter[str]:
        """How many people could leave: every case on record that holds them is reached; by met and arguable."""
        return Counter(state for state in self.could_leave if state)

    @cached_property
    def could_leave(self) -> list[str | None]:
        """Of each person: met, arguable, or None."""
        told: list[str | None] = self.findings.people.column("could_leave").to_pylist()
        return told


def _weight(one: Found) -> tuple[int, int]:
    return (one.provision.effect.word != "shall", one.outcome != "met")


def person_name(record: dict[str, Any]) -> str:
    """The name of a person as written, or the record's own key."""
    return str(record.get("full_name") or record.get("id") or "")
