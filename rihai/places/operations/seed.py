"""Takes in the published places and figures; twice does no more than once, and nothing a person wrote is changed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction

from rihai.kit import audit
from rihai.kit.actor import Actor
from rihai.places import closure
from rihai.places.kinds import Kind
from rihai.places.models import Capacity, Court, CourtSort, HeldCount, HeldPart, Place, Prison
from rihai.places.models.figures import Precision
from rihai.places.naming import folded
from rihai.places.seed import SeedFigures, SeedPlace, rows, seed_figures, seed_places


@dataclass(frozen=True, slots=True)
class Seeded:
    """How many were new; nought of everything when all was there."""

    places: int
    capacities: int
    counts: int
    sorts: int

    @property
    def anything(self) -> bool:
        """Whether anything was new."""
        return any((self.places, self.capacities, self.counts, self.sorts))


@transaction.atomic
def seed(*, actor: Actor | None, at: datetime) -> Seeded:
    """Keep every published place, sort of court and figure that is not yet kept; says how many."""
    closure.lock_tree()
    sorts = _sorts()
    places = keep_places(seed_places())
    capacities, counts = keep_figures(seed_figures())
    done = Seeded(places, capacities, counts, sorts)
    if done.anything:
        detail = {"places": places, "capacities": capacities, "counts": counts, "court_sorts": sorts}
        audit.append("places.seed.taken_in", actor=actor, at=at, kind="places", detail=detail)
    return done


def keep_places(wanted: Iterable[SeedPlace], *, invented: bool = False) -> int:
    """Keep the places whose code is not known; each after what it stands in. Says how many were new."""
    known = _known()
    new = [place for place in wanted if place.code not in known]
    for generation in _generations(new, known):
        made = Place.objects.bulk_create([_row(place, known, invented) for place in generation], batch_size=1000)
        known.update({place.code: row.pk for place, row in zip(generation, made, strict=True)})
    closure.add(known[place.code] for place in new)
    of_prisons = [place for place in new if place.kind == Kind.PRISON]
    Prison.objects.bulk_create(
        Prison(place_id=known[place.code], type=place.prison_type, holds=place.holds, verified=place.verified)
        for place in of_prisons
    )
    Court.objects.bulk_create(Court(place_id=known[place.code], level=place.level) for place in new if place.level)
    return len(new)


def keep_figures(wanted: Iterable[SeedFigures]) -> tuple[int, int]:
    """Keep the capacities and counts whose code is not known; says how many of each were new."""
    places = _known()
    figures = list(wanted)
    known = set(Capacity.objects.exclude(code=None).values_list("code", flat=True))
    capacities = [
        Capacity(place_id=places[figure.place], places=figure.capacity, **_common(figure))
        for figure in figures
        if figure.capacity is not None and figure.code not in known
    ]
    Capacity.objects.bulk_create(capacities, batch_size=1000)
    return len(capacities), _keep_counts(figures, places)


def _keep_counts(figures: list[SeedFigures], places: dict[str, int]) -> int:
    known = set(HeldCount.objects.exclude(code=None).values_list("code", flat=True))
    new = [figure for figure in figures if (figure.total is not None or figure.parts) and figure.code not in known]
    rows_ = [HeldCount(place_id=places[figure.place], total=figure.total, **_common(figure)) for figure in new]
    made = HeldCount.objects.bulk_create(rows_, batch_size=1000)
    HeldPart.objects.bulk_create(
        HeldPart(count=count, who=who, status=status, persons=persons)
        for figure, count in zip(new, made, strict=True)
        for (who, status), persons in figure.parts.items()
    )
    return len(made)


def _known() -> dict[str, int]:
    return {code: pk for code, pk in Place.objects.values_list("code", "pk") if code}


def _common(figure: SeedFigures) -> dict[str, Any]:
    return {
        "as_of": figure.as_of, "precision": Precision.YEAR, "source": figure.source, "url": figure.url,
        "note": "; ".join(figure.notes), "code": figure.code,
    }  # fmt: skip


def _generations(places: list[SeedPlace], known: dict[str, int]) -> Iterable[list[SeedPlace]]:
    """The places in rows that can be kept at once: each row stands in what is known or in an earlier row."""
    waiting, settled = places, set(known)
    while waiting:
        ready = [place for place in waiting if place.within is None or place.within in settled]
        if not ready:
            raise LookupError(f"stands nowhere: {waiting[0].code} in {waiting[0].within}")
        yield ready
        settled.update(place.code for place in ready)
        waiting = [place for place in waiting if place.code not in settled]


def _row(place: SeedPlace, known: dict[str, int], invented: bool) -> Place:
    return Place(
        kind=place.kind, name=place.name, name_ur=place.name_ur, aliases=place.aliases, note=place.note,
        source=place.source, code=place.code, invented=invented,
        within_id=known[place.within] if place.within else None,
        sought=folded(place.name, place.name_ur, place.aliases),
    )  # fmt: skip


def _sorts() -> int:
    known = set(CourtSort.objects.values_list("name", flat=True))
    new = [
        CourtSort(
            code=folded(row["sort"]).replace(" ", "-"), name=row["sort"], name_ur=row["sort_urdu"],
            aliases=row["aliases"], level=row["level"], scope=row["scope"], note=row["note"], source=row["source"],
        )
        for row in rows("court-sorts.csv")
        if row["sort"] not in known
    ]  # fmt: skip
    return len(CourtSort.objects.bulk_create(new))
