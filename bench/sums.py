"""The sums of places for a million people who are copies: each copy of all stands one prison further on."""

from __future__ import annotations

from collections.abc import Sequence

SEVENTH = 7


def multiply(times: int, prisons: Sequence[int]) -> None:
    """Add the sums of the copies to those of the people who were made the long way; the prisons in their order."""
    from rihai.accounts.operations.house import as_house
    from rihai.screening.models import GapCount, LostSum
    from rihai.screening.sums.keeping import GAP, LOST, Sums, keep

    copies = Sums()
    at = {place: number for number, place in enumerate(prisons)}
    with as_house():
        gaps = list(GapCount.objects.values_list(*GAP, "people"))
        lost = list(LostSum.objects.values_list(*LOST, "people", "days"))
        for number in range(1, times):
            for place, fact, mask, people in gaps:
                copies.gaps[prisons[(at[place] + number) % len(prisons)], fact, mask] += people
            for under, place, *rest, people, days in lost:
                key = (under, prisons[(at[place] + number) % len(prisons)], *rest)
                copies.people[key] += people
                copies.days[key] += days
        keep(Sums(), copies)


def ensure_counted() -> None:
    """Raise AssertionError unless the sums of one prison are what its people add to them."""
    from rihai.screening.models import GapCount, LostSum, Screened
    from rihai.screening.sums.keeping import GAP, LOST, contributions

    here = GapCount.objects.order_by("place").values_list("place", flat=True).distinct()[SEVENTH]
    found = contributions(Screened.objects.filter(place=here).values_list("pk", flat=True))
    gaps = {tuple(row[:-1]): row[-1] for row in GapCount.objects.filter(place=here).values_list(*GAP, "people")}
    days = {tuple(row[:-1]): row[-1] for row in LostSum.objects.filter(place=here).values_list(*LOST, "days")}
    assert {key: n for key, n in gaps.items() if n} == dict(found.gaps)
    assert {key: n for key, n in days.items() if n} == {key: n for key, n in found.days.items() if n}
