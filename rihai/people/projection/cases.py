"""The rows of a record's cases: charges, sentences, days in court; and of the children."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any
from uuid import UUID

from rihai.kit.ids import new_id
from rihai.people.models import Charge, ChildInside, CriminalCase, Hearing, Sentence
from rihai.people.projection import rows

Record = Mapping[str, Any]


def case_of(person_id: UUID, at: int, case: Record, held: Mapping[tuple[UUID, str], UUID]) -> CriminalCase:
    """The row of one case, under the key it had before."""
    case_id = rows.text(case["case_id"], 200)
    return CriminalCase(
        id=held.get((person_id, case_id)) or new_id(),
        person_id=person_id,
        case_id=case_id,
        place_in_record=at,
        fir_number=rows.text(case.get("fir_number"), 60),
        fir_on=rows.exact(case.get("fir_date")),
        police_station=rows.text(case.get("police_station"), 160),
        court=rows.text(case.get("court"), 160),
        legal_status=rows.text(case.get("legal_status"), 24),
        arrested_on=rows.exact(case.get("arrested_on")),
        convicted_on=rows.exact(case.get("convicted_on")),
        bail_granted=rows.yes_no(case.get("bail_granted")),
    )


def charges_of(row: CriminalCase, case: Record) -> Iterator[Charge]:
    """The charges of a case, in order."""
    for at, item in enumerate(rows.items(case, "charges")):
        yield Charge(
            person_id=row.person_id,
            criminal_case_id=row.pk,
            place_in_record=at,
            act=rows.text(item.get("act"), 60),
            section=rows.text(item.get("section"), 60),
            sub_limb=rows.text(item.get("sub_limb"), 60),
            section_text=rows.text(item.get("section_text"), 200),
        )


def sentences_of(row: CriminalCase, case: Record) -> Iterator[Sentence]:
    """The sentences of a case, in order."""
    for at, item in enumerate(rows.items(case, "sentences")):
        yield Sentence(
            person_id=row.person_id,
            criminal_case_id=row.pk,
            place_in_record=at,
            kind=rows.text(item.get("kind"), 24),
            term=item.get("term"),
            imposed_on=rows.exact(item.get("imposed_on")),
        )


def hearings_of(row: CriminalCase, case: Record) -> Iterator[Hearing]:
    """The days in court the record knows."""
    for day, is_next in rows.hearings(case):
        yield Hearing(person_id=row.person_id, criminal_case_id=row.pk, listed_on=day, is_next=is_next)


def children_of(person_id: UUID, record: Record) -> Iterator[ChildInside]:
    """The children the record lists."""
    for item in rows.items(record, "children"):
        between = rows.born(item)
        yield ChildInside(
            person_id=person_id,
            born_earliest=between.earliest,
            born_latest=between.latest,
            lives_in_prison=rows.yes_no(item.get("lives_in_prison")),
        )
