"""Screens people: reads their records, asks the law, and writes everything about them anew in one transaction.

`prepare` reads and asks, outside a transaction and without writing; `keep` writes. Who was screened by another between
the two keeps the newer answer. A batch is kept whole or not at all.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from rihai.accounts.models import Guarded
from rihai.accounts.operations.house import as_house
from rihai.accounts.standing import local_day
from rihai.kit.classes import DataClass
from rihai.kit.ids import new_id
from rihai.people.models import Person
from rihai.people.projection.table import chunks, clear, insert
from rihai.people.queries.records import records_of
from rihai.screening.held import completed, facts_of_places
from rihai.screening.law.judge import Judged, judge
from rihai.screening.law.packs import Law, law_on
from rihai.screening.law.said import Key, Said
from rihai.screening.models import AtRisk, Finding, Gap, LawChange, Screened, Stale, Veiled
from rihai.screening.sums.keeping import Sums, contributions
from rihai.screening.sums.keeping import keep as keep_sums

CHUNK = 1000
LATEST = date.max
TABLES = (Finding, Veiled, Gap, AtRisk)
FINDING = (
    "id", "person_id", "place_id", "data_class", "and_legal", "case_id", "court", "pack", "version", "provision",
    "kind", "still_inside", "outcome", "rank", "since_on", "due_on", "until_on", "sort_on", "missing", "notes",
    "reached_on", "behind",
)  # fmt: skip
FORMER = ("person_id", "provision", "case_id", "pk", "reached_on")
REACHED = frozenset({"met", "arguable"})
Former = dict[tuple[UUID, str, str], tuple[UUID, date | None]]
VEILED = ("id", "person_id", "place_id", "veil", "and_legal", "kind", "still_inside", "outcome", "due_on")
GAP = ("id", "person_id", "place_id", "data_class", "and_legal", "case_id", "fact")
RISK = ("id", "person_id", "place_id", "data_class", "and_legal", "code", "outcome", "since_on")


@dataclass(frozen=True, slots=True)
class Batch:
    """People asked about together, with the answers: where each is held (None: no longer screened), and since when."""

    law: Law
    at: datetime
    places: Mapping[UUID, int | None] = field(default_factory=dict)
    judged: Mapping[UUID, Judged] = field(default_factory=dict)


def screen_people(person_ids: Collection[UUID], *, at: datetime) -> int:
    """Screen these people now, in the transaction of the act that asks; says how many findings were kept.

    Few people: a census goes through a job (`start_screening`). Part of an act that has its own line in the trail.
    """
    with transaction.atomic():
        return keep(prepare(person_ids, at=at))


def prepare(person_ids: Collection[UUID], *, at: datetime) -> Batch:
    """Read the records as the house and ask the law; nothing is written."""
    law = law_on(local_day(at))
    with as_house(at):
        rows = Person.objects.filter(pk__in=list(person_ids)).values_list("pk", "held_at_id", "merged_into_id")
        places = {key: None if merged else place for key, place, merged in rows}
        held = [key for key, place in places.items() if place is not None]
        around = facts_of_places({place for place in places.values() if place is not None})
    records = [
        completed(record, around.get(places[key] or 0, {}))
        for key, record in zip(held, records_of(held, at=at), strict=True)
    ]
    return Batch(law, at, places, dict(zip(held, judge(records, law), strict=True)))


def keep(batch: Batch) -> int:
    """Write what was found of each person in place of what was there; call it in a transaction."""
    with as_house(batch.at):
        newer = set(
            Screened.objects.filter(person__in=list(batch.places), screened_at__gt=batch.at).values_list(
                "pk", flat=True
            )
        )
        mine = [key for key in batch.places if key not in newer]
        counted = contributions(mine)
        former: Former = {}
        for chunk in chunks(mine, CHUNK):
            known = Finding.objects.filter(person__in=chunk)
            for person, provision, case, key, reached in known.values_list(*FORMER):
                former[person, provision, case] = (key, reached)
            for table in (*TABLES, Screened):
                clear(table, chunk)
            Stale.objects.filter(person__in=chunk, since_at__lte=batch.at).delete()
        held = {key: one for key, one in batch.judged.items() if key not in newer}
        written = _write(held, batch, former)
        keep_sums(counted, contributions(held))
    return written


def forget_people(person_ids: Collection[UUID], *, at: datetime) -> None:
    """Take away all that is kept of people whom an act takes away; in its transaction."""
    with as_house(at):
        for chunk in chunks(person_ids, CHUNK):
            counted = contributions(chunk)
            for table in (*TABLES, LawChange, Screened, Stale):
                clear(table, chunk)
            keep_sums(counted, Sums())


def _write(judged: Mapping[UUID, Judged], batch: Batch, former: Former) -> int:
    rows = list(_findings(judged, batch, former))
    insert(Finding, FINDING, rows)
    insert(Veiled, VEILED, (_veil(row) for row in rows if row[3] != DataClass.PERSONAL))
    insert(Gap, GAP, _gaps(judged, batch))
    insert(AtRisk, RISK, _risks(judged, batch))
    Screened.objects.bulk_create(
        _those_screened(judged, batch),
        batch_size=CHUNK,
    )
    return len(rows)


def _findings(judged: Mapping[UUID, Judged], batch: Batch, former: Former) -> Iterator[tuple[Any, ...]]:
    versions = {pack.id: pack.version[:40] for pack in batch.law.packs}
    for key, one in judged.items():
        courts = {case["case_id"]: str(case.get("court") or "") for case in one.record.get("cases") or ()}
        behind = _behind(one, batch.law)
        for said, needs in one.answers:
            old, reached = former.get((key, said.provision[:80], (said.case_id or "")[:200]), (None, None))
            yield (
                old or new_id(), key, batch.places[key], str(needs.data_class), needs.and_legal,
                (said.case_id or "")[:200],
                courts.get(said.case_id or "", "")[:160], said.pack[:40], versions[said.pack], said.provision[:80],
                said.kind, said.provision in batch.law.still_inside, said.outcome, batch.law.ranks[said.provision],
                said.since, said.due_on, said.until, _sort_on(said), list(said.missing), list(said.notes),
                (reached or batch.law.on) if said.outcome in REACHED else None, behind.get(said.key, ""),
            )  # fmt: skip


def _behind(one: Judged, law: Law) -> dict[Key, str]:
    """Which findings the lost days of a person come from: of several, the first in the order of lists."""
    if one.gate.open_from is None:
        return {}
    reached = [said for said, _needs in one.answers if said.outcome in REACHED]
    reached.sort(key=lambda said: (law.ranks[said.provision], said.case_id or ""))
    opening = [said for said in reached if said.kind == "release" and said.provision in law.opening]
    inside = sorted((said for said in reached if said.provision in law.still_inside), key=_sort_on)
    found: dict[Key, str] = {}
    for flag, rows in (
        ("m", [said for said in opening if said.outcome == "met" and said.since == one.gate.met_from]),
        ("o", [said for said in opening if said.since == one.gate.open_from]),
        ("i", inside),
    ):
        if rows and (flag != "m" or one.gate.met_from):
            found[rows[0].key] = found.get(rows[0].key, "") + flag
    return found


def _sort_on(said: Said) -> date:
    """What is longest due first; what comes soonest first."""
    return (said.due_on if said.outcome == "not_yet" else said.since) or LATEST


def _veil(row: tuple[Any, ...]) -> tuple[Any, ...]:
    told = dict(zip(FINDING, row, strict=True))
    return (
        new_id(), told["person_id"], told["place_id"], told["data_class"], told["and_legal"], told["kind"],
        told["still_inside"], told["outcome"], told["due_on"],
    )  # fmt: skip


def _gaps(judged: Mapping[UUID, Judged], batch: Batch) -> Iterator[tuple[Any, ...]]:
    for key, one in judged.items():
        for (case_id, fact), needs in one.gaps.items():
            yield new_id(), key, batch.places[key], str(needs.data_class), needs.and_legal, case_id[:200], fact[:80]


def _risks(judged: Mapping[UUID, Judged], batch: Batch) -> Iterator[tuple[Any, ...]]:
    for key, one in judged.items():
        for risk in one.risks:
            needs = risk.needs
            yield (
                new_id(), key, batch.places[key], str(needs.data_class), needs.and_legal, risk.code, risk.outcome,
                risk.since,
            )  # fmt: skip


def _those_screened(judged: Mapping[UUID, Judged], batch: Batch) -> list[Screened]:
    guarded = set(Guarded.objects.filter(ended_at=None).values_list("person_id", flat=True))
    return [
        _screened(key, one, place, batch, counted=key not in guarded)
        for key, one in judged.items()
        if (place := batch.places[key])
    ]


def _screened(key: UUID, one: Judged, place_id: int, batch: Batch, *, counted: bool) -> Screened:
    return Screened(
        person_id=key,
        place_id=place_id,
        screened_at=batch.at,
        screened_on=batch.law.on,
        packs=batch.law.digest,
        leaves=one.gate.leaves,
        met_from=one.gate.met_from,
        open_from=one.gate.open_from,
        turns_on=one.turns_on,
        counted=counted,
    )
