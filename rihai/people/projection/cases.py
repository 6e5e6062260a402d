"""The rows of a record's cases, and of what hangs on them, as tuples in the order of their columns."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any
from uuid import UUID

from rihai.kit.ids import new_id
from rihai.people.projection import rows

Record = Mapping[str, Any]
CASE = (
    "id", "person_id", "case_id", "place_in_record", "fir_number", "fir_on", "police_station", "court", "legal_status",
    "arrested_on", "convicted_on", "bail_granted",
)  # fmt: skip
CHARGE = (
    "id", "person_id", "criminal_case_id", "place_in_record", "act", "section", "sub_limb", "section_text",
)  # fmt: skip
SENTENCE = ("id", "person_id", "criminal_case_id", "place_in_record", "kind", "term", "imposed_on")
HEARING = ("id", "person_id", "criminal_case_id", "listed_on", "is_next")
CHILD = ("id", "person_id", "born_earliest", "born_latest", "lives_in_prison")
Values = tuple[Any, ...]


def case_of(key: UUID, person_id: UUID, at: int, case: Record) -> Values:
    """One case."""
    return (
        key,
        person_id,
        case_id_of(case),
        at,
        rows.text(case.get("fir_number"), 60),
        rows.exact(case.get("fir_date")),
        rows.text(case.get("police_station"), 160),
        rows.text(case.get("court"), 160),
        rows.text(case.get("legal_status"), 24),
        rows.exact(case.get("arrested_on")),
        rows.exact(case.get("convicted_on")),
        rows.yes_no(case.get("bail_granted")),
    )


def case_id_of(case: Record) -> str:
    """The case's own number, as long as the column holds."""
    return rows.text(case["case_id"], 200)


def charges_of(key: UUID, person_id: UUID, case: Record) -> Iterator[Values]:
    """The charges of a case, in order."""
    for at, item in enumerate(rows.items(case, "charges")):
        act, section = rows.text(item.get("act"), 60), rows.text(item.get("section"), 60)
        limb, written = rows.text(item.get("sub_limb"), 60), rows.text(item.get("section_text"), 200)
        yield new_id(), person_id, key, at, act, section, limb, written


def sentences_of(key: UUID, person_id: UUID, case: Record) -> Iterator[Values]:
    """The sentences of a case, in order."""
    for at, item in enumerate(rows.items(case, "sentences")):
        kind, term = rows.text(item.get("kind"), 24), item.get("term")
        yield new_id(), person_id, key, at, kind, term, rows.exact(item.get("imposed_on"))


def hearings_of(key: UUID, person_id: UUID, case: Record) -> Iterator[Values]:
    """The days in court the record knows."""
    for day, is_next in rows.hearings(case):
        yield new_id(), person_id, key, day, is_next


def children_of(person_id: UUID, record: Record) -> Iterator[Values]:
    """The children the record lists."""
    for item in rows.items(record, "children"):
        between = rows.born(item)
        yield new_id(), person_id, between.earliest, between.latest, rows.yes_no(item.get("lives_in_prison"))
