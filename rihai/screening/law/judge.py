"""Asks the law about people: from their records to everything that is kept of the answer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from rihai.days import date_of, day_of
from rihai.facts import CASE_FACTS, PERSON_FACTS
from rihai.kit.classes import DataClass
from rihai.law.record import checked
from rihai.profile.flags import flags_of
from rihai.screening.law.classes import ANYBODY, BOTH, Needs, full_needs, needs_of, readings
from rihai.screening.law.gate import Gate, gate_of
from rihai.screening.law.packs import Law
from rihai.screening.law.said import Record, Said, Told, told_of


@dataclass(frozen=True, slots=True)
class Risk:
    """A group a person belongs to or may belong to."""

    code: str
    outcome: str
    since: date | None
    needs: Needs


@dataclass(frozen=True, slots=True)
class Judged:
    """What is kept of one person: each answer with what it takes to see it, the gate, the groups, what is missing."""

    record: Record
    answers: tuple[tuple[Said, Needs], ...]
    gate: Gate
    risks: tuple[Risk, ...] = ()
    gaps: dict[tuple[str, str], Needs] = field(default_factory=dict)

    @property
    def turns_on(self) -> date | None:
        """The next day on which an answer changes with the calendar alone."""
        days = [day for said, _ in self.answers for day in (said.due_on, said.until) if day]
        return min(days, default=None)


def judge(records: Sequence[dict[str, Any]], law: Law) -> list[Judged]:
    """What the law says of these people, in their order; the records as they are believed, not yet checked."""
    clean = [checked(record)[0] for record in records]
    told = told_of(clean, law)
    again = _again(clean, told, law)
    return [_judged(record, answers, read, law) for record, answers, read in zip(clean, told, again, strict=True)]


def _again(records: Sequence[Record], told: Sequence[Told], law: Law) -> list[list[tuple[Needs, Told]]]:
    """Asked again with fewer classes, for those of whom the law says anything."""
    asked = [(at, needs, read) for at, one in enumerate(told) if one for needs, read in readings(records[at])]
    answers = told_of([read for _at, _needs, read in asked], law)
    found: list[list[tuple[Needs, Told]]] = [[] for _ in records]
    for (at, needs, _read), answer in zip(asked, answers, strict=True):
        found[at].append((needs, answer))
    return found


def _judged(record: Record, told: Told, read: list[tuple[Needs, Told]], law: Law) -> Judged:
    full = full_needs(record)
    answers = tuple((said, needs_of(said, full, read)) for said in told.values())
    gate = gate_of(told.values(), record, law.on, law.opening)
    return Judged(record, answers, gate, tuple(_risks(record, law.on)), _gaps(answers))


def _gaps(answers: Sequence[tuple[Said, Needs]]) -> dict[tuple[str, str], Needs]:
    """The facts that are missing to tell whether release reaches the person, with the least it takes to see that.

    What only a court can judge is not asked of a prison.
    """
    found: dict[tuple[str, str], Needs] = {}
    for said, needs in answers:
        if said.kind == "release" and said.outcome == "cannot_tell":
            for fact in said.missing:
                key = (said.case_id or "", fact)
                if not _for_court(fact) and _weight(needs) < _weight(found.get(key)):
                    found[key] = needs
    return found


def _for_court(fact: str) -> bool:
    known = PERSON_FACTS.get(fact) or CASE_FACTS.get(fact)
    return known is not None and known.court


def _weight(needs: Needs | None) -> int:
    order = (ANYBODY, Needs(DataClass.LEGAL), Needs(DataClass.HEALTH), BOTH)
    return len(order) if needs is None else order.index(needs)


def _risks(record: Record, on: date) -> Iterator[Risk]:
    for flag in flags_of(record, day_of(on)):
        if flag.data_class == "sealed":
            continue
        data_class = DataClass.PERSONAL if flag.data_class == "ordinary" else DataClass(flag.data_class)
        since = None if flag.since is None else date_of(flag.since)
        yield Risk(flag.code, flag.outcome, since, Needs(data_class))
