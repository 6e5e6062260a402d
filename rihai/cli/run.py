"""What one screening holds: its sources, the people, the packs, the day, and the findings."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from rihai.census.reading import Reading
    from rihai.facts import Problem
    from rihai.law.bulk import Findings
    from rihai.law.engine import ReadyPack
    from rihai.law.provision import Provision
    from rihai.paper.sheets import Book
    from rihai.profile.statistics.stock import Stock

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
    outcome: str
    since: date | None
    due_on: date | None
    until: date | None
    missing: tuple[str, ...]
    notes: tuple[str, ...]


class Untold(NamedTuple):
    """A person of whom it cannot be told yet whether some provisions of release reach them, and what is missing."""

    person: int
    provisions: tuple[str, ...]
    missing: tuple[str, ...]


@dataclass(frozen=True)
class Run:
    """A screening whole. Lists are taken from the findings as they are asked for: a census has a million findings."""

    sources: list[Source]
    records: list[dict[str, Any]]
    packs: list[ReadyPack]
    as_of: date
    findings: Findings

    @cached_property
    def provisions(self) -> dict[str, Provision]:
        """Every provision asked, by its id, in the order of packs and provisions."""
        return {one.lowered.provision.id: one.lowered.provision for pack in self.packs for one in pack.provisions}

    def _where(self, condition: str) -> list[Found]:
        """The findings that meet a condition over their columns, in the order of people and provisions."""
        order = {name: index for index, name in enumerate(self.provisions)}
        columns = "person_index, case_id, provision, outcome, since, due_on, until, missing, notes"
        rows = self._ask(f"SELECT {columns} FROM findings WHERE {condition}")  # noqa: S608 - our own conditions
        found = [
            Found(person, case_id, self.provisions[name], outcome, since, due, until, tuple(missing), tuple(notes))
            for person, case_id, name, outcome, since, due, until, missing, notes in rows
        ]
        return sorted(found, key=lambda one: (one.person, order[one.provision.id]))

    def _ask(self, query: str) -> list[tuple[Any, ...]]:
        import duckdb

        with duckdb.connect() as connection:
            connection.register("findings", self.findings.table)
            return connection.execute(query).fetchall()

    @cached_property
    def could_go(self) -> list[Found]:
        """Release provisions met or arguable today: *shall* before *may*, met before arguable, longest first."""
        chosen = self._where("kind = 'release' AND outcome IN ('met', 'arguable')")
        return sorted(chosen, key=lambda one: (*_weight(one), one.since or date.max))

    @cached_property
    def coming(self) -> list[tuple[int, Found]]:
        """(days to go, finding) of release provisions that can be met, or certainly are, within the last horizon."""
        last = self.as_of + timedelta(days=HORIZONS[-1])
        chosen = self._where(
            f"kind = 'release' AND due_on > DATE '{self.as_of.isoformat()}' AND due_on <= DATE '{last.isoformat()}'"
        )
        days = [((one.due_on - self.as_of).days, one) for one in chosen if one.due_on]
        return sorted(days, key=lambda pair: (pair[0], _weight(pair[1])))

    @cached_property
    def untold(self) -> list[Untold]:
        """People of whom it cannot be told yet whether a provision of release reaches them."""
        rows = self._ask(
            "SELECT person_index, list(DISTINCT provision::VARCHAR), list_distinct(flatten(list(missing))) "
            "FROM findings WHERE kind = 'release' AND outcome = 'cannot_tell' GROUP BY 1 ORDER BY 1"
        )
        provisions = {name: index for index, name in enumerate(self.provisions)}
        facts = {fact: index for index, (fact, _, _) in enumerate(self.settling)}
        return [
            Untold(
                person, tuple(sorted(told, key=provisions.__getitem__)), tuple(sorted(missing, key=facts.__getitem__))
            )
            for person, told, missing in rows
        ]

    @cached_property
    def settling(self) -> list[tuple[str, int, int]]:
        """(fact, people, findings) of the missing facts that would settle most people, most people first."""
        rows = self._ask(
            "SELECT fact, count(DISTINCT person_index), count(*) FROM (SELECT person_index, unnest(missing) AS fact "
            "FROM findings WHERE kind = 'release' AND outcome = 'cannot_tell') GROUP BY 1 ORDER BY 2 DESC, 1"
        )
        return [(fact, people, findings) for fact, people, findings in rows]

    @cached_property
    def still_inside(self) -> list[Found]:
        """Provisions of the list *still inside although*, met or arguable, longest first."""
        chosen = [one for one in self._reached() if one.provision.still_inside]
        return sorted(chosen, key=lambda one: one.since or date.max)

    @cached_property
    def alerts(self) -> list[Found]:
        """Alerts that are met."""
        return [
            one
            for one in self._reached()
            if one.provision.kind == "alert" and one.outcome == "met" and not one.provision.still_inside
        ]

    def _reached(self) -> list[Found]:
        """What is met or arguable under alerts and under provisions of the list *still inside although*."""
        names = [name for name, one in self.provisions.items() if one.kind == "alert" or one.still_inside]
        listed = ", ".join(f"'{name}'" for name in names)
        return self._where(f"outcome IN ('met', 'arguable') AND provision IN ({listed})") if names else []

    @cached_property
    def counts(self) -> dict[str, Counter[str]]:
        """How many findings of each provision have each outcome."""
        counted: dict[str, Counter[str]] = {name: Counter() for name in self.provisions}
        for count, number in self.findings.totals.items():
            counted[count.provision][count.outcome] += number
        return counted

    @cached_property
    def stock(self) -> Stock:
        """Who is in custody on the day: counted once, told in every language."""
        from rihai.offences import OffenceTable
        from rihai.profile.statistics import stock_on

        table = next((pack.table for pack in self.packs if pack.table), OffenceTable([]))
        return stock_on(self.records, self.packs[0].day, offences=table)

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
