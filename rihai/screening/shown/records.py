"""The records behind findings, read with no more classes than each finding needs."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from rihai.kit.classes import DataClass
from rihai.kit.once import once
from rihai.law.record import checked
from rihai.people.queries.records import records_of
from rihai.screening.held import completed, facts_of_places
from rihai.screening.models import AtRisk, Finding

Classes = tuple[DataClass, ...]
Row = Finding | AtRisk


def classes_of(finding: Row) -> Classes:
    """The classes that whoever sees the finding sees."""
    extra = [] if finding.data_class == DataClass.PERSONAL else [DataClass(finding.data_class)]
    return (DataClass.PERSONAL, *extra, *([DataClass.LEGAL] if finding.and_legal else []))


def records_behind(findings: Iterable[Row]) -> dict[UUID, dict[str, Any]]:
    """The checked record of each row, by the row; a constant number of queries.

    The rows are ones that the reader sees: a record has their classes and no others.
    """
    by_classes: dict[Classes, list[Row]] = {}
    for finding in findings:
        by_classes.setdefault(classes_of(finding), []).append(finding)
    places = frozenset(one.place_id for found in by_classes.values() for one in found)
    around = _around(places)
    records: dict[UUID, dict[str, Any]] = {}
    for classes, found in by_classes.items():
        read = _read(tuple(sorted({one.person_id for one in found})), classes)
        for one in found:
            records[one.pk] = checked(completed(read[one.person_id], around.get(one.place_id, {})))[0]
    return records


def _around(places: frozenset[int]) -> dict[int, dict[str, Any]]:
    """The facts of places; of each, read once for a page, however its lists differ in where their people are held."""
    known = once(("screening.places",), dict[int, dict[str, Any]])
    if unread := places - known.keys():
        known |= facts_of_places(unread)
    return known


def _read(people: tuple[UUID, ...], classes: Classes) -> dict[UUID, dict[str, Any]]:
    """What is believed of people in some classes; read once for a page on which several rooms ask."""
    return once(
        ("screening.records", people, classes),
        lambda: dict(zip(people, records_of(people, classes=classes), strict=True)),
    )
