"""How many people challenges touch: distinct, counted by the house at their place, small figures withheld."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Count

from rihai.accounts.operations.house import as_house
from rihai.coordination.challenges.models import Challenge, Counted
from rihai.places.models import Inside
from rihai.profile.disclosure import RULE
from rihai.screening.models import AtRisk, Finding, Outcome

REACHED = (Outcome.MET, Outcome.ARGUABLE)


@dataclass(frozen=True, slots=True)
class People:
    """How many; None where so few that somebody could be recognised (`is_known`), or where nobody counted."""

    number: int | None
    is_known: bool

    @property
    def is_withheld(self) -> bool:
        """Whether there is a figure that is not shown."""
        return self.is_known and self.number is None


def people_of(challenges: Iterable[Challenge]) -> dict[UUID, People]:
    """Of each challenge; three queries however many. A person is held at one place, so that places add up."""
    rows = list(challenges)
    wanted: defaultdict[str, set[str]] = defaultdict(set)
    for one in rows:
        wanted[one.counted].add(one.counts)
    by_place: dict[str, Counter[tuple[str, int]]] = {}
    with as_house():
        by_place[Counted.FINDING] = _counts(
            Finding.objects.filter(provision__in=wanted[Counted.FINDING], outcome__in=REACHED), "provision"
        )
        by_place[Counted.RISK] = _counts(
            AtRisk.objects.filter(code__in=wanted[Counted.RISK], outcome=Outcome.MET), "code"
        )  # fmt: skip
    inside: defaultdict[int | None, set[int]] = defaultdict(set)
    for outer, inner in Inside.objects.filter(outer__in={one.place_id for one in rows if one.place_id}).values_list(
        "outer_id", "inner_id"
    ):
        inside[outer].add(inner)
    return {one.pk: _people(one, by_place.get(one.counted), inside.get(one.place_id)) for one in rows}


def _counts(rows: Any, column: str) -> Counter[tuple[str, int]]:
    counted = rows.order_by().values_list(column, "place_id").annotate(n=Count("person", distinct=True))
    return Counter({(code, place): n for code, place, n in counted})


def _people(one: Challenge, counts: Counter[tuple[str, int]] | None, places: set[int] | None) -> People:
    if one.counted == Counted.UNKNOWN:
        return People(None, is_known=False)
    if one.counted == Counted.ENTERED or counts is None:
        return People(one.entered, is_known=one.entered is not None)
    number = sum(n for (code, at), n in counts.items() if code == one.counts and (places is None or at in places))
    is_small = 0 < number < RULE.threshold(number, is_sensitive=True)
    return People(None if is_small else number, is_known=True)
