"""Facts of which the newest census says otherwise than was written by hand, and nobody has decided."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Q

from rihai.accounts.queries import sees
from rihai.kit.actor import Actor
from rihai.kit.classes import OF_PEOPLE
from rihai.people.models import Difference, Person
from rihai.people.projection.statements import said_from
from rihai.people.record import read_path
from rihai.people.record.slices import facts_in
from rihai.people.shown import label, source_text, value_text

MOST = 100


@dataclass(frozen=True, slots=True)
class Asked:
    """One difference, in words."""

    id: UUID
    person: Person
    label: str
    case_id: str
    ours: str
    our_source: str
    theirs: str
    their_source: str
    raw: str


def to_decide(*, actor: Actor, most: int = MOST, at: datetime | None = None) -> list[Asked]:
    """The oldest differences of the people and classes the actor sees."""
    allowed = Q()
    for one in OF_PEOPLE:
        allowed |= Q(data_class=one) & sees(actor, one, at=at)
    rows = Difference.objects.filter(allowed).select_related("person__held_at", "ours", "theirs").order_by("pk")[:most]
    return list(_asked(rows))


def _asked(rows: Iterable[Difference]) -> Iterator[Asked]:
    for row in rows:
        path = read_path(row.path)
        ours, theirs = said_from(row.ours), said_from(row.theirs)
        mine, prison = dict(facts_in(ours.facts)), dict(facts_in(theirs.facts))
        yield Asked(
            id=row.pk,
            person=row.person,
            label=label(path.fact),
            case_id=path.case_id,
            ours=value_text(path.fact, mine.get(path)),
            our_source=source_text(ours),
            theirs=value_text(path.fact, prison.get(path)),
            their_source=source_text(theirs),
            raw=theirs.raw.get(row.path, ""),
        )
