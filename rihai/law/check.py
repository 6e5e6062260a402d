"""Runs the worked cases of a pack: the law's own tests, which a lawyer can read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rihai.days import day_of, iso
from rihai.law.engine import Finding, ReadyProvision, row_builder
from rihai.law.graph import Graph
from rihai.law.provision import Case, Pack, Provision
from rihai.law.record import checked
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
    for case in provision.cases:
        finding = find_case(provision, case, table)
        yield CaseResult(provision, case, tuple(_differences(case, finding)))


def find_case(provision: Provision, case: Case, table: OffenceTable | None) -> Finding:
    """The finding of a worked case, with the version of its day."""
    one = ReadyProvision(Graph(), provision, provision.version_on(case.on), case.on)
    person, _ = checked(case.record)
    cases = person.get("cases") or [{}]
    day = day_of(case.on)
    row = row_builder([one], table).build(person, cases[0], day)
    return one.find(row, day, cases[0].get("case_id") if one.of_case else None)


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
