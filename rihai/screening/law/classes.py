"""Of which class of data an answer is: the least with which the same answer is found.

The law is asked once with everything on record, and again with what a reader of fewer classes could use. An answer that
comes out the same way without a class says nothing of it; one that does not is seen by whoever has the class alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from rihai.facts import CASE_FACTS, PERSON_FACTS, Fact
from rihai.kit.classes import DataClass
from rihai.screening.law.said import Record, Said, Told


class Needs(NamedTuple):
    """What is needed to see an answer: a class; of class health, perhaps the legal one too."""

    data_class: DataClass
    and_legal: bool = False


ANYBODY = Needs(DataClass.PERSONAL)
LAWYER = Needs(DataClass.LEGAL)
HEALTH = Needs(DataClass.HEALTH)
BOTH = Needs(DataClass.HEALTH, and_legal=True)
WITHOUT: dict[Needs, frozenset[str]] = {
    ANYBODY: frozenset({"health", "legal"}),
    LAWYER: frozenset({"health"}),
    HEALTH: frozenset({"legal"}),
}
"""The classes that a reader of each kind does not use, least first."""


def classes_in(record: Record) -> frozenset[str]:
    """The classes of a record that not everybody who sees the person sees."""
    found = {PERSON_FACTS[name].data_class for name in record if name in PERSON_FACTS}
    for case in record.get("cases") or ():
        found |= {CASE_FACTS[name].data_class for name in case if name in CASE_FACTS}
    return frozenset(found & {"health", "legal"})


def readings(record: Record) -> list[tuple[Needs, Record]]:
    """The record as readers of fewer classes have it, least first; none where that makes no difference."""
    there = classes_in(record)
    found: dict[frozenset[str], tuple[Needs, Record]] = {}
    for needs, without in WITHOUT.items():
        gone = there & without
        if gone and gone not in found:
            found[gone] = (needs, _without(record, gone))
    return list(found.values())


def needs_of_both(one: Needs, other: Needs) -> Needs:
    """What it takes to see two answers side by side."""
    classes = {one.data_class, other.data_class}
    legal = DataClass.LEGAL in classes or one.and_legal or other.and_legal
    if DataClass.HEALTH in classes:
        return BOTH if legal else HEALTH
    return LAWYER if legal else ANYBODY


def as_read(record: Record, needs: Needs) -> Record:
    """The record as whoever has no more than these classes reads it."""
    return _without(record, classes_in(record) & WITHOUT.get(needs, frozenset()))


def needs_of(said: Said, full: Needs, read: Iterable[tuple[Needs, Told]]) -> Needs:
    """The least with which this answer is found; `full` where only everything on record gives it."""
    return next((needs for needs, told in read if _same(told.get(said.key), said)), full)


def full_needs(record: Record) -> Needs:
    """What it takes to read all that screening reads of a record."""
    there = classes_in(record)
    if there == {"health", "legal"}:
        return BOTH
    return Needs(DataClass(next(iter(there)))) if there else ANYBODY


def _same(other: Said | None, said: Said) -> bool:
    return (
        other is not None
        and other._replace(missing=()) == said._replace(missing=())
        and set(other.missing) == set(said.missing)
    )


def _without(record: Record, gone: frozenset[str]) -> Record:
    kept = _left(record, PERSON_FACTS, gone)
    if record.get("cases") is not None:
        kept["cases"] = [_left(case, CASE_FACTS, gone) for case in record["cases"]]
    return kept


def _left(facts: Record, known: Mapping[str, Fact], gone: frozenset[str]) -> Record:
    return {name: value for name, value in facts.items() if name not in known or known[name].data_class not in gone}
