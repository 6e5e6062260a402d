"""People at risk, and the facts that are missing of people; as far as the actor sees."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar
from uuid import UUID

from django.db.models import Model, QuerySet

from rihai.kit.actor import Actor
from rihai.kit.counting import count_apart
from rihai.places.models import Inside
from rihai.profile.flags import FLAGS
from rihai.screening.models import AtRisk, Gap
from rihai.screening.queries.lists import PAGE
from rihai.screening.queries.sight import gaps_for, risks_for

AnyRow = TypeVar("AnyRow", bound=Model)


@dataclass(frozen=True, slots=True)
class AtRiskPage:
    """One group's people, a page at a time; and how many people each group has, or has at least."""

    rows: tuple[AtRisk, ...]
    counts: dict[str, int]
    later: UUID | None


def at_risk(code: str, place: int | None, *, actor: Actor, after: UUID | None = None) -> AtRiskPage:
    """The people of a group whom the actor sees, in the order in which they were screened."""
    found = within(risks_for(actor), place)
    counts = count_apart({one: found.filter(code=one) for one in FLAGS}, "person_id")
    rows = found.filter(code=code).select_related("person", "place").order_by("pk")
    if after:
        rows = rows.filter(pk__gt=after)
    page = list(rows[: PAGE + 1])
    later = page[PAGE - 1].pk if len(page) > PAGE else None
    return AtRiskPage(tuple(page[:PAGE]), counts, later)


def gaps_at(place: int, *, actor: Actor) -> QuerySet[Gap]:
    """Every missing fact at a place, by person and case."""
    found = within(gaps_for(actor), place).select_related("person")
    return found.order_by("person__full_name", "person_id", "case_id", "fact")


def gaps_to_fill(fact: str, place: int | None, *, actor: Actor, persons: Sequence[UUID] | None, most: int) -> list[Gap]:
    """One missing fact of people of a place, by prison and name; of `persons` alone where they are given."""
    found = within(gaps_for(actor), place).filter(fact=fact).select_related("person", "place")
    if persons is not None:
        found = found.filter(person__in=persons)
    return list(
        found.order_by("place__name", "person__full_name", "person_id", "case_id")[: most * 3 if persons else most]
    )


def gaps_of(person_id: UUID, *, actor: Actor) -> list[Gap]:
    """Every missing fact of one person."""
    found = gaps_for(actor).filter(person=person_id).select_related("person", "place")
    return list(found.order_by("case_id", "fact"))


def parts(met_from: date | None, open_from: date | None, today: date) -> tuple[int, int]:
    """(days met, days arguable) of one person: each day stands in one of the two."""
    met = max(0, (today - met_from).days) if met_from else 0
    whole = max(0, (today - open_from).days) if open_from else met
    return met, max(0, whole - met)


def within(found: QuerySet[AnyRow], place: int | None) -> QuerySet[AnyRow]:
    """The rows of a place and all that stands in it; every row for None."""
    if place is None:
        return found
    return found.filter(place__in=Inside.objects.filter(outer=place).values("inner_id"))
