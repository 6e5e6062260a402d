"""Persons of one place who may be one: proposed by the linking of censuses, never joined by it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import OuterRef, Q, Subquery, UUIDField
from django.utils.translation import get_language

from rihai.accounts.operations.house import as_house
from rihai.census.link import Link, link_within, reasons
from rihai.kit.actor import Actor
from rihai.kit.classes import DataClass
from rihai.people.models import Identifier, LinkDecision, Person
from rihai.people.queries.people import held_in, my_places, people_for
from rihai.people.queries.records import records_of

COMPARED = 20_000
"""People of one place that are compared on a page; a larger place is a matter for a job."""
Pair = tuple[UUID, UUID]


@dataclass(frozen=True, slots=True)
class Suggested:
    """Two persons who may be one, and why, in sentences; `verdict` when somebody was unsure before."""

    one: Person
    other: Person
    weight: float
    why: tuple[str, ...]
    verdict: str = ""


def suggested_duplicates(place_id: int, *, actor: Actor, at: datetime | None = None) -> list[Suggested]:
    """Pairs among the people held at a place whom the actor sees, the likeliest first; what was decided is left out."""
    people = list(held_in(place_id, actor=actor, at=at).select_related("held_at").order_by("pk")[:COMPARED])
    if len(people) < 2:
        return []
    records = list(records_of([one.pk for one in people], classes=[DataClass.PERSONAL]))
    found = link_within(records)
    decided = verdicts([one.pk for one in people])
    rows = (_suggested(link, people, decided) for link in (*found.sure, *found.doubtful))
    return sorted((one for one in rows if one is not None), key=lambda one: -one.weight)


def verdicts(person_ids: Iterable[UUID]) -> dict[Pair, str]:
    """The newest verdict on each pair of these persons."""
    ids = list(person_ids)
    with as_house():
        rows = LinkDecision.objects.filter(Q(one__in=ids), Q(other__in=ids)).order_by("decided_at", "pk")
        return {(row.one_id, row.other_id): row.verdict for row in rows}


def pair_seen(
    one_id: UUID, other_id: UUID, *, actor: Actor, at: datetime | None = None
) -> tuple[Person, Person] | None:
    """Both persons, in the order asked; None unless the actor sees both."""
    if one_id == other_id:
        return None
    seen = people_for(actor, at=at).select_related("held_at").in_bulk([one_id, other_id])
    return (seen[one_id], seen[other_id]) if len(seen) == 2 else None


def why_one(one_id: UUID, other_id: UUID) -> tuple[str, ...]:
    """The reasons for and against two persons being one, in sentences."""
    found = link_within(records_of([one_id, other_id], classes=[DataClass.PERSONAL]))
    links = (*found.sure, *found.doubtful)
    return _why(links[0]) if links else ()


def _suggested(link: Link, people: list[Person], decided: dict[Pair, str]) -> Suggested | None:
    one, other = people[link.one], people[link.other]
    first, second = sorted((one.pk, other.pk))
    verdict = decided.get((first, second), "")
    if verdict == LinkDecision.Verdict.DIFFERENT:
        return None
    return Suggested(one, other, link.weight, _why(link), verdict)


def _why(link: Link) -> tuple[str, ...]:
    return tuple(reasons(link, get_language() or "en"))


def same_numbers(*, actor: Actor, most: int = 20, at: datetime | None = None) -> list[tuple[Person, Person]]:
    """Pairs of people held where the actor works who have one identity card number, and nobody has said what they are.

    For somebody posted everywhere it is not asked: it would go through every number there is.
    """
    mine = my_places(actor, at=at)
    if mine is None:
        return []
    held = Identifier.objects.filter(kind=Identifier.Kind.CNIC, person__held_at__in=mine.values("pk"))
    twin = held.filter(number_index=OuterRef("number_index"), person__gt=OuterRef("person"))
    first = Subquery(twin.order_by("person").values("person")[:1], output_field=UUIDField())
    rows = held.annotate(other=first).filter(other__isnull=False)
    pairs = [tuple(sorted(pair)) for pair in rows.values_list("person", "other")[:most]]
    known = verdicts([one for pair in pairs for one in pair])
    seen = people_for(actor, at=at).select_related("held_at").in_bulk([one for pair in pairs for one in pair])
    return [
        (seen[one], seen[other])
        for one, other in pairs
        if one in seen and other in seen and known.get((one, other)) != LinkDecision.Verdict.DIFFERENT
    ]
