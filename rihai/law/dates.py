"""The dates that a provision reckons for a case: printed beside its findings, each with its breakdown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from rihai.days import NEVER, iso
from rihai.law.engine import Finding
from rihai.law.reckon.england import Line, breakdown
from rihai.law.reckon.known import Day, Record
from rihai.law.row import RECKON
from rihai.words import day_text, mark, say

_NONE = mark("{name}: none")
_ON = mark("{name}: {day}")


@dataclass(frozen=True, slots=True)
class CaseDate:
    """One reckoned date of a case: its name, the day (None: there is none) and the way to it."""

    case_id: str | None
    name: str
    on: int | None
    provision: str
    notes: tuple[str, ...]
    lines: tuple[Line, ...]

    def as_json(self) -> dict[str, Any]:
        """The date as `rihai screen --json` prints it (docs/reference/findings.md)."""
        return {
            "case_id": self.case_id,
            "date": self.name,
            "on": None if self.on is None else iso(self.on),
            "provision": self.provision,
            "notes": list(self.notes),
            "breakdown": [line.said("en") for line in self.lines],
        }

    def said(self, language: str) -> list[str]:
        """The date in words, then each step of its breakdown."""
        name = say(_NONE if self.on is None else _ON, language, name=self.name, day=_day(self.on, language))
        return [name, *(line.said(language) for line in self.lines)]


def _day(on: int | None, language: str) -> str:
    return "" if on is None else day_text(on, language)


def dates_in(findings: Iterable[Finding], record: Record, on: int) -> Iterator[CaseDate]:
    """Every date that is known exactly, or known not to be; a provision that does not apply prints none."""
    cases = {case["case_id"]: case for case in record.get("cases") or []}
    for finding in findings:
        case = cases.get(finding.case_id) if finding.case_id is not None else None
        if case is None or finding.outcome == "not_applicable":
            continue
        for name, fact in finding.provision.dates:
            known = RECKON[fact](record, case, on)
            if isinstance(known, Day) and known.span.exact:
                day = None if known.span.earliest == NEVER else known.span.earliest
                lines = tuple(breakdown(fact, case, on))
                yield CaseDate(finding.case_id, name, day, finding.provision.id, _law_notes(finding), lines)


def _law_notes(finding: Finding) -> tuple[str, ...]:
    return tuple(note for note in finding.notes if note in {"announced_law", "draft_law"})
