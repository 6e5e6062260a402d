"""What the law says of many people at once, as plain values; few are asked one by one, many in one query."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from rihai.days import date_of
from rihai.law.engine import Finding
from rihai.law.screen import find_in
from rihai.screening.law.packs import Law

if TYPE_CHECKING:
    import pyarrow as pa

FEW = 2000
"""People up to whom asking one by one is quicker than planning a query; both say the same."""
KEPT: dict[str, frozenset[str]] = {
    "release": frozenset({"met", "arguable", "not_yet", "cannot_tell"}),
    "help": frozenset({"met", "arguable"}),
    "alert": frozenset({"met", "arguable"}),
    "bar": frozenset({"met"}),
}
"""Which outcomes of which kind are kept. What else can be said of a person is worked out on their own page."""

Record = dict[str, Any]
Key = tuple[str, str | None]


class Said(NamedTuple):
    """The answer of one provision for one case; equal answers are the same to whoever reads them."""

    pack: str
    provision: str
    kind: str
    case_id: str | None
    outcome: str
    since: date | None
    due_on: date | None
    until: date | None
    missing: tuple[str, ...]
    notes: tuple[str, ...]

    @property
    def key(self) -> Key:
        """Which provision, of which case."""
        return self.provision, self.case_id


Told = dict[Key, Said]


def told_of(records: Sequence[Record], law: Law) -> list[Told]:
    """What is kept of the findings of each checked record."""
    return _one_by_one(records, law) if len(records) <= FEW else _in_bulk(records, law)


def said_in(finding: Finding, pack: str) -> Said:
    """A finding of the one-person function as a plain value."""
    one = finding.provision
    since, due_on, until = _day(finding.since), _day(finding.due_on), _day(finding.until)
    return Said(
        pack, one.id, one.kind, finding.case_id, finding.outcome, since, due_on, until, finding.missing, finding.notes
    )


def _day(day: int | None) -> date | None:
    return None if day is None else date_of(day)


def _one_by_one(records: Sequence[Record], law: Law) -> list[Told]:
    pack_of = {one.id: pack.id for pack in law.packs for one in pack.provisions}
    return [
        {
            (finding.provision.id, finding.case_id): said_in(finding, pack_of[finding.provision.id])
            for finding in find_in(record, law.ready)
            if finding.outcome in KEPT[finding.provision.kind]
        }
        for record in records
    ]


def _in_bulk(records: Sequence[Record], law: Law) -> list[Told]:
    from rihai.law.bulk import find_parts

    found: list[Told] = [{} for _ in records]
    for part in find_parts(records, law.ready):
        for index, said in _rows(part.table):
            found[index][said.key] = said
    return found


def _rows(table: pa.Table) -> Iterator[tuple[int, Said]]:
    """The rows that are kept; the others are left in Arrow, where they cost nothing."""
    import pyarrow as pa
    import pyarrow.compute as pc

    kind, outcome = table["kind"].cast(pa.string()), table["outcome"].cast(pa.string())
    kept = None
    for name, outcomes in KEPT.items():
        fits = pc.and_(pc.equal(kind, name), pc.is_in(outcome, pa.array(sorted(outcomes))))
        kept = fits if kept is None else pc.or_(kept, fits)
    names = ["person_index", "pack", "provision", "kind", "case_id", "outcome", "since", "due_on", "until"]
    chosen = table.filter(kept)
    columns = [chosen[name].to_pylist() for name in names]
    lists = [map(tuple, chosen[name].to_pylist()) for name in ("missing", "notes")]
    for index, *values in zip(*columns, *lists, strict=True):
        yield index, Said(*values)
