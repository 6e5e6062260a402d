"""Keeps `Inside`, the table of what stands in what, true to the tree of `within`, in the caller's transaction."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from rihai.places.kinds import Kind
from rihai.places.models import Inside, Place


def lock_tree() -> None:
    """Let one change of the tree wait for another: two moves at once could otherwise make a ring."""
    list(Place.objects.select_for_update().filter(kind=Kind.COUNTRY).order_by("pk").values_list("pk", flat=True))


def pairs(parents: Mapping[int, int | None], of: Iterable[int]) -> list[tuple[int, int]]:
    """(outer, inner) for every place in `of`, by walking up `parents`, itself first."""
    found = []
    for inner in of:
        outer: int | None = inner
        while outer is not None:
            found.append((outer, inner))
            outer = parents.get(outer)
    return found


def add(place_ids: Iterable[int]) -> None:
    """Put new places, whose `within` is already kept, into the table."""
    parents = dict(Place.objects.values_list("pk", "within_id"))
    rows = [Inside(outer_id=outer, inner_id=inner) for outer, inner in pairs(parents, place_ids)]
    Inside.objects.bulk_create(rows, batch_size=2000)


def move(place: Place) -> None:
    """Follow a place, with all that stands in it, to its new `within`."""
    below = list(Inside.objects.filter(outer=place).values_list("inner_id", flat=True))
    Inside.objects.filter(inner_id__in=below).exclude(outer_id__in=below).delete()
    above = Inside.objects.filter(inner_id=place.within_id).values_list("outer_id", flat=True)
    Inside.objects.bulk_create(
        [Inside(outer_id=outer, inner_id=inner) for outer in above for inner in below], batch_size=2000
    )


def expected() -> set[tuple[int, int]]:
    """The table as it must be, worked out anew from `within`."""
    parents = dict(Place.objects.values_list("pk", "within_id"))
    return set(pairs(parents, parents))
