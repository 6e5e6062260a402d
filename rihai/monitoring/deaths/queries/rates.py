"""Deaths per thousand person-years of custody, prison by prison, with what each is compared with.

A death is counted where its file stands, by its day; person-years are days held at the prison divided by 365.25. The
interval is exact (Poisson, 95 per cent), and fewer than twenty deaths are called few. Compared with: all other prisons
of the same table, in the same time. It is a crude rate: nothing is adjusted for age, sex or illness, and the page says
so. What leaves the house goes through disclosure control (`exports.py`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from rihai.accounts.operations.house import as_house
from rihai.kit.actor import Actor
from rihai.monitoring.deaths.models import Cause, Death
from rihai.monitoring.inspections.indicators import UNSTABLE, poisson_interval
from rihai.monitoring.reach import READ, places_for
from rihai.people.queries.days_held import days_held
from rihai.places.models import Place

YEAR = 365.25


@dataclass(frozen=True, slots=True)
class Rate:
    """Deaths and person-years; the rate and its interval are None where nobody was held."""

    deaths: int
    years: float

    @property
    def value(self) -> float | None:
        """Per thousand person-years."""
        return self.deaths / self.years * 1_000 if self.years else None

    @property
    def interval(self) -> tuple[float, float] | None:
        """Between which rates 95 in 100 such counts would lie."""
        if not self.years:
            return None
        low, high = poisson_interval(self.deaths)
        return low / self.years * 1_000, high / self.years * 1_000

    @property
    def is_few(self) -> bool:
        """Whether chance weighs heavily."""
        return self.deaths < UNSTABLE


@dataclass(frozen=True, slots=True)
class Row:
    """One prison, all other prisons, and the deaths by class of cause."""

    place: Place
    own: Rate
    others: Rate
    causes: tuple[tuple[str, int], ...]

    @property
    def differs(self) -> bool:
        """Whether the rate of all others lies outside this prison's interval."""
        interval, other = self.own.interval, self.others.value
        return interval is not None and other is not None and not interval[0] <= other <= interval[1]


@dataclass(frozen=True, slots=True)
class Rates:
    """Every prison at which somebody was held or died, and all of them together."""

    first: date
    end: date
    rows: tuple[Row, ...]
    whole: Rate
    causes: tuple[tuple[str, int], ...]

    @property
    def unknown(self) -> int:
        """Deaths whose cause is not known: a sign about the data, and about rule 71."""
        return dict(self.causes).get(Cause.UNKNOWN, 0)


def rates(actor: Actor, first: date, end: date) -> Rates:
    """The rates of the prisons that the actor reads about, from `first` to before `end`. Four queries."""
    places = list(places_for(actor, READ)) if actor.may(READ) else []
    with as_house():
        days = days_held([one.pk for one in places], first, end)
        found = Death.objects.filter(place__in=[one.pk for one in places], on__gte=first, on__lt=end)
        died = list(found.order_by().values_list("place_id", "cause"))
    counts = Counter(place for place, _cause in died)
    whole = Rate(len(died), sum(days.values()) / YEAR)
    rows = [
        Row(
            place, Rate(counts[place.pk], days.get(place.pk, 0) / YEAR),
            Rate(whole.deaths - counts[place.pk], (sum(days.values()) - days.get(place.pk, 0)) / YEAR),
            _causes([cause for at, cause in died if at == place.pk]),
        )
        for place in places if counts[place.pk] or days.get(place.pk)
    ]  # fmt: skip
    return Rates(first, end, tuple(rows), whole, _causes([cause for _place, cause in died]))


def _causes(found: Sequence[str]) -> tuple[tuple[str, int], ...]:
    counted = Counter(found)
    return tuple((code, counted[code]) for code in Cause.values if counted[code])
