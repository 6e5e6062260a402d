"""Screens records under one pack or several on a day: every provision for every case, in the order given."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from rihai.days import day_of
from rihai.facts import Problem
from rihai.law.dates import CaseDate, dates_in
from rihai.law.engine import Finding, ReadyPack
from rihai.law.provision import Pack
from rihai.law.reckon.custody import holds_on
from rihai.law.reckon.derived import contradictions
from rihai.law.reckon.known import Record
from rihai.law.record import checked, contradiction, id_twice, not_an_object


@dataclass(frozen=True, slots=True)
class Screened:
    """One record with its findings, reckoned dates and problems. `record` holds only what fits the dictionary."""

    record_id: str | None
    as_of: date
    record: Record
    findings: tuple[Finding, ...]
    problems: tuple[Problem, ...]
    dates: tuple[CaseDate, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """One line of `rihai screen --json` (docs/reference/findings.md)."""
        return {
            "id": self.record_id,
            "as_of": self.as_of.isoformat(),
            "findings": [finding.as_json() for finding in self.findings],
            "dates": [one.as_json() for one in self.dates],
            "problems": [problem.as_json() for problem in self.problems],
        }


class Screening:
    """Packs made ready for a day. A pack whose limits others ask about is worked out before them."""

    def __init__(self, packs: Iterable[Pack], as_of: date) -> None:
        self.as_of = as_of
        self.packs = [ReadyPack(pack, as_of) for pack in packs]
        self._seen: set[str] = set()

    def screen(self, written: Mapping[str, Any]) -> Screened:
        """The findings of one record as written: what does not fit is a problem and counts as not known."""
        record, problems = checked(dict(written))
        record_id = record.get("id")
        if record_id is not None:
            if record_id in self._seen:
                problems.append(id_twice(record_id))
            self._seen.add(record_id)
        against = [found for case in record.get("cases") or [{}] for found in contradictions(record, case)]
        problems += [contradiction(fact, value) for fact, value in dict.fromkeys(against)]
        findings = tuple(find_in(record, self.packs))
        dates = tuple(dates_in(findings, record, day_of(self.as_of)))
        return Screened(record_id, self.as_of, record, findings, tuple(problems), dates)

    def screen_lines(self, lines: Iterable[str]) -> Iterator[Screened]:
        """The findings of JSON lines; a line that is no JSON object gives a problem and no findings."""
        for line in lines:
            if not line.strip():
                continue
            try:
                written = json.loads(line)
            except (ValueError, RecursionError):
                written = None
            if isinstance(written, dict):
                yield self.screen(written)
            else:
                yield Screened(None, self.as_of, {}, (), (not_an_object(line),))


def find_in(record: Record, packs: Sequence[ReadyPack]) -> Iterator[Finding]:
    """Every finding of a checked record, pack by pack; packs with limits are worked out before those that ask."""
    limits = [any(one.lowered.provision.limit for one in pack.provisions) for pack in packs]
    found = [pack.find(record) if limit else [] for pack, limit in zip(packs, limits, strict=True)]
    given = limit_facts(finding for findings in found for finding in findings)
    for findings, pack, limit in zip(found, packs, limits, strict=True):
        yield from findings if limit else pack.find(record, given)


def limit_facts(findings: Iterable[Finding]) -> dict[str | None, dict[str, Any]]:
    """`national_limit_exceeded` of each case, from the findings of a country's pack in the same run.

    True when a limit is met, false when every limit certainly is not, not known otherwise.
    """
    outcomes: dict[str | None, set[str]] = {}
    for finding in findings:
        if finding.provision.limit:
            outcomes.setdefault(finding.case_id, set()).add(finding.outcome)
    return {case_id: {"national_limit_exceeded": _exceeded(found)} for case_id, found in outcomes.items()}


def _exceeded(outcomes: set[str]) -> bool | None:
    if "met" in outcomes:
        return True
    return False if outcomes <= {"not_met", "not_yet", "not_applicable"} else None


def could_leave(findings: Iterable[Finding], record: Record, on: int) -> str | None:
    """Whether a provision of kind release reaches every case on record that holds the person: met, arguable or None.

    Bail in one case does not open the gate while another holds (CrPC s.500(2)), nor while a matter that is
    not listed is known to.
    """
    holding = {case["case_id"] for case in record.get("cases") or [] if holds_on(case, on)}
    best: dict[str | None, str] = {}
    for finding in findings:
        if finding.provision.kind != "release" or finding.outcome not in {"met", "arguable"}:
            continue
        if holding == {finding.case_id} and "held_in_other_case" in finding.notes:
            return None
        if best.get(finding.case_id) != "met":
            best[finding.case_id] = finding.outcome
    if not holding or not holding <= set(best):
        return None
    return "met" if all(best[case] == "met" for case in holding) else "arguable"
