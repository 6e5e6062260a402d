"""Runs the worked cases of a pack: the law's own tests, which a lawyer can read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from rihai.days import day_of, iso
from rihai.law.engine import Finding, ReadyProvision, row_builder
from rihai.law.graph import Graph
from rihai.law.provision import Case, InForce, Pack, Provision
from rihai.law.record import checked
from rihai.law.row import RowBuilder
from rihai.offences import OffenceTable


@dataclass(frozen=True, slots=True)
class CaseResult:
    """One worked case and what differs from what it expects; nothing differs when it holds."""

    provision: Provision
    case: Case
    differences: tuple[str, ...]


def check_pack(pack: Pack) -> Iterator[CaseResult]:
    """Every worked case of the pack, in order."""
    table = OffenceTable.read(pack.offences) if pack.offences else None
    for provision in pack.provisions:
        yield from check_provision(provision, table)


def check_provision(provision: Provision, table: OffenceTable | None) -> Iterator[CaseResult]:
    """Every worked case of one provision, each on its own day with the version then in force."""
    finder = CaseFinder(provision, table)
    for case in provision.cases:
        yield CaseResult(provision, case, tuple(_differences(case, finder.find(case))))


class CaseFinder:
    """Finds the worked cases of one provision, each with the version of its day."""

    def __init__(self, provision: Provision, table: OffenceTable | None) -> None:
        self.provision = provision
        self.table = table
        self._ready: dict[tuple[date, InForce], tuple[ReadyProvision, RowBuilder]] = {}

    def find(self, case: Case) -> Finding:
        """The finding of a worked case."""
        one, rows = self._on(case.on)
        person, _ = checked(case.record)
        cases = person.get("cases") or [{}]
        day = day_of(case.on)
        return one.find(rows.build(person, cases[0], day), day, cases[0].get("case_id") if one.of_case else None)

    def _on(self, day: date) -> tuple[ReadyProvision, RowBuilder]:
        """Made ready once for all days on which one version stands alike: the day itself is an argument of it."""
        version = self.provision.version_on(day)
        key = version.starts, version.in_force(day)
        if key not in self._ready:
            one = ReadyProvision(Graph(), self.provision, version, day)
            self._ready[key] = one, row_builder([one], self.table)
        return self._ready[key]


def _differences(case: Case, finding: Finding) -> Iterator[str]:
    found = {
        "outcome": finding.outcome,
        **{
            name: None if day is None else iso(day)
            for name, day in (("since", finding.since), ("due_on", finding.due_on), ("until", finding.until))
        },
    }
    for name, value in found.items():
        if name in case.expects and case.expects[name] != value:
            yield f"{name} is {value}, not {case.expects[name]}"
    if "missing" in case.expects and set(case.expects["missing"]) != set(finding.missing):
        yield f"missing is {sorted(finding.missing)}, not {sorted(case.expects['missing'])}"
    lacking = set(case.expects.get("notes", ())) - set(finding.notes)
    if lacking:
        yield f"the notes {sorted(lacking)} are not there: {sorted(finding.notes)}"
