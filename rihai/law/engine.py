"""A pack made ready for one day: its provisions lowered, and a Python function that answers for one person and case."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from rihai.days import ALWAYS, NEVER, day_of, iso
from rihai.law.columns import any_item_column
from rihai.law.graph import Expr, Graph
from rihai.law.items import ItemTest
from rihai.law.load.provision import facts_asked
from rihai.law.outcome import Lowered, lower_provision
from rihai.law.provision import OUTCOMES, Outcome, Pack, Provision, Version
from rihai.law.python_writer import RowFunction, columns_of, write_function
from rihai.law.reckon.known import Record
from rihai.law.reckoned import CHARGE_FACTS, is_of_case
from rihai.law.row import RowBuilder
from rihai.law.tree import AnyItem, Node, leaves, push
from rihai.offences import OffenceTable

_FROM_CUSTODY = {"custody_since", "first_custody_on", "counted_custody_from", "remand_counted_from", "sentence_from"}


@dataclass(frozen=True, slots=True)
class ConditionStanding:
    """How a named condition stands: met, not met or cannot tell, worded as it is written."""

    id: str
    outcome: str
    court: bool
    role: str


@dataclass(frozen=True, slots=True)
class Finding:
    """The outcome of one provision for one person and case on a day; days as numbers, None where there is none."""

    provision: Provision
    version: Version
    case_id: str | None
    outcome: Outcome
    since: int | None
    due_on: int | None
    until: int | None
    missing: tuple[str, ...]
    notes: tuple[str, ...]
    conditions: tuple[ConditionStanding, ...]

    def as_json(self) -> dict[str, Any]:
        """The finding as `rihai screen --json` prints it (docs/reference/findings.md)."""
        days = {"since": self.since, "due_on": self.due_on, "until": self.until}
        return {
            "provision": self.provision.id,
            "case_id": self.case_id,
            "outcome": self.outcome,
            **{name: None if day is None else iso(day) for name, day in days.items()},
            "missing": list(self.missing),
            "notes": list(self.notes),
            "conditions": [
                {
                    "id": one.id,
                    "outcome": one.outcome,
                    "decided_by": "court" if one.court else "record",
                    "role": one.role,
                }
                for one in self.conditions
            ],
        }


class ReadyProvision:
    """One provision lowered for a day, with the Python function that answers for a row."""

    def __init__(self, graph: Graph, provision: Provision, version: Version, on: date) -> None:
        asked = facts_asked(version)
        self.of_case = any(is_of_case(fact) for fact in asked)
        self.lowered: Lowered = lower_provision(
            graph, provision, version, of_case=self.of_case, standing=version.in_force(on)
        )
        self.confidence = sorted(asked & set(CHARGE_FACTS))
        self.from_arrest = bool(asked & _FROM_CUSTODY)
        self.expressions: list[Expr] = [
            self.lowered.outcome,
            self.lowered.since,
            self.lowered.due_on,
            self.lowered.until,
            *(truth for one in self.lowered.standings for truth in (one.true, one.false)),
            *(ask.when for ask in self.lowered.asks),
            *(when for _, when in self.lowered.notes),
        ]
        self._standings = [
            tuple(
                ConditionStanding(one.condition.id, outcome, one.condition.court, one.role)
                for outcome in ("cannot_tell", "not_met", "met")
            )
            for one in self.lowered.standings
        ]
        self.columns = columns_of(self.expressions) | {ask.name for ask in self.lowered.asks if ask.by_row}
        self.function: RowFunction = write_function(f"provision_{provision.id.replace('-', '_')}", self.expressions)

    def find(self, row: Mapping[str, Any], day: int, case_id: str | None) -> Finding:
        """The finding of a row on a day."""
        lowered = self.lowered
        values = self.function(row, day)
        outcome = OUTCOMES[values[0]]
        since, due_on, until = (None if value in {ALWAYS, NEVER} else value for value in values[1:4])
        end = 4 + 2 * len(self._standings)
        truths = zip(self._standings, values[4:end:2], values[5:end:2], strict=True)
        standings = tuple([made[2 if true else 1 if false else 0] for made, true, false in truths])
        noted = end + len(lowered.asks)
        missing: tuple[str, ...] = ()
        if outcome in {"cannot_tell", "arguable"}:
            missing = self.missing(row, values[end:noted])
        notes = self.notes(
            outcome,
            held=row.get("held_in_other_case") == 1,
            from_arrest=bool(row.get("custody_from_arrest")),
            grades={row.get(f"{fact}__conf") for fact in self.confidence},
            own=values[noted:],
        )
        return Finding(
            lowered.provision, lowered.version, case_id, outcome, since, due_on, until, missing, notes, standings
        )

    def missing(self, row: Mapping[str, Any], open_: Iterable[Any]) -> tuple[str, ...]:
        """The facts to ask for: those of the asks that are open; `row` names the ones that differ from row to row."""
        names: dict[str, None] = {}
        for ask, matters in zip(self.lowered.asks, open_, strict=True):
            if matters:
                for name in (row[ask.name] if ask.by_row else ask.name).split(","):
                    if name:
                        names[name] = None
        return tuple(names)

    def notes(
        self,
        outcome: Outcome,
        *,
        held: bool,
        from_arrest: bool,
        grades: Collection[str | None],
        own: Iterable[Any] = (),
    ) -> tuple[str, ...]:
        """The notes of a finding: another case, custody from the arrest alone, the offence table, the law itself."""
        if outcome == "not_applicable":
            return ()
        release = self.lowered.provision.kind == "release" and self.of_case
        noted = {
            "held_in_other_case": release and held,
            "custody_from_arrest": self.from_arrest and from_arrest,
            "offence_confidence_medium": "medium" in grades,
            "offence_confidence_low": "low" in grades,
            f"{self.lowered.version.status}_law": self.lowered.version.status != "enacted",
            "not_reviewed": not self.lowered.provision.reviewed,
            **{
                note: bool(holds) and outcome in {"met", "arguable"}
                for (note, _), holds in zip(self.lowered.notes, own, strict=True)
            },
        }
        return tuple(note for note, holds in noted.items() if holds)


class ReadyPack:
    """A pack made ready for one day."""

    def __init__(self, pack: Pack, on: date) -> None:
        self.pack = pack
        self.on = on
        self.day = day_of(on)
        self.table = OffenceTable.read(pack.offences) if pack.offences else None
        self.graph = Graph()
        self.provisions = [
            ReadyProvision(self.graph, provision, provision.version_on(on), on) for provision in pack.provisions
        ]
        self.rows = row_builder(self.provisions, self.table)

    def find(self, person: Record, given: Mapping[str | None, Mapping[str, Any]] | None = None) -> list[Finding]:
        """Every finding of one checked record: provisions in order, and for each its cases in order.

        `given` holds, by case_id, facts another pack found in the same run.
        """
        cases: list[Record] = person.get("cases") or []
        by_case = [
            (case["case_id"], self.rows.build(person, case, self.day, (given or {}).get(case["case_id"])))
            for case in cases
        ]
        # What asks only of the person reads the same columns in the row of any case.
        own = by_case[0][1] if by_case else self.rows.build(person, {}, self.day)
        found: list[Finding] = []
        for one in self.provisions:
            if not one.of_case or "cases" not in person:
                found.append(one.find(own, self.day, None))
            else:
                found += [one.find(row, self.day, case_id) for case_id, row in by_case]
        return found


def row_builder(provisions: list[ReadyProvision], table: OffenceTable | None) -> RowBuilder:
    """What lays out the columns that these provisions ask."""
    columns = {column for one in provisions for column in one.columns}
    columns |= {"held_in_other_case"} | {f"{fact}__conf" for one in provisions for fact in one.confidence}
    return RowBuilder(columns, _item_tests([one.lowered.version for one in provisions]), table)


def _item_tests(versions: list[Version]) -> dict[str, ItemTest]:
    """Every condition over the items of a list, once."""
    found: dict[str, AnyItem] = {}
    for version in versions:
        for name in version.used():
            for test in _any_items(version.conditions[name].node):
                found[any_item_column(test)] = test
    return {name: ItemTest(test) for name, test in found.items()}


def _any_items(node: Node) -> Iterator[AnyItem]:
    for leaf, _ in leaves(push(node)):
        if isinstance(leaf, AnyItem):
            yield leaf
