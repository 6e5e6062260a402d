"""The stock: who is held on a day, in tables whose parts add up."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from rihai.offences import OffenceTable
from rihai.profile.flags import FLAGS, HOUSE, House, signs_of
from rihai.profile.record import Record
from rihai.profile.statistics.children import Children
from rihai.profile.statistics.dimensions import ALL_PERSONS, DIMENSIONS, NO_CHILDREN, PERSONS
from rihai.profile.statistics.figure import Breakdown, Figure
from rihai.profile.statistics.occupancy import Capacity, Occupancy, occupancy_of
from rihai.profile.statistics.offence import ChargeReader
from rihai.profile.statistics.person import Counted
from rihai.profile.statistics.rates import Crossed, rates
from rihai.profile.statistics.standing import STATUSES
from rihai.words import mark

NO_OFFENCES = OffenceTable([])


@dataclass(frozen=True, slots=True)
class Stock:
    """Persons held on a day (from 1 January 1970), each once, whatever number of cases.

    `breakdowns` are by code: those of DIMENSIONS, `cases` (criminal cases, not persons, by status) and `children`.
    `groups` has for each at-risk group of `rihai.profile.flags` who is in it (`met`), may be (`cannot_tell`), is known
    not to be (`not_met`), and of how many nothing is known; a person may be in several groups.
    `rates` keep both their counts. `figures` are plain counts about children and about several cases.
    """

    on: int
    persons: int
    breakdowns: dict[str, Breakdown]
    groups: dict[str, Breakdown]
    rates: tuple[Figure, ...]
    figures: tuple[Figure, ...]
    occupancy: Occupancy


@dataclass
class _Tally:
    """Counts in the making."""

    persons: int = 0
    answers: dict[str, Counter[str | None]] = field(default_factory=lambda: {one.code: Counter() for one in DIMENSIONS})
    asked: Counter[str] = field(default_factory=Counter)
    signs: dict[str, Counter[str]] = field(default_factory=lambda: {code: Counter() for code in FLAGS})
    cases: Counter[str | None] = field(default_factory=Counter)
    children: Children = field(default_factory=Children)
    crossed: Crossed = field(default_factory=Counter)
    doubly: int = 0

    def add(self, one: Counted) -> None:
        """Count one person."""
        self.persons += 1
        for dimension in DIMENSIONS:
            if dimension.among(one):
                self.asked[dimension.code] += 1
                self.answers[dimension.code][dimension.ask(one)] += 1
        for code, sign in signs_of(one):
            self.signs[code][sign.state] += 1
        self.cases.update(case.get("legal_status") for case in one.holding)
        self.children.add(one.person, one.on)
        self.crossed[one.standing, one.text("sex"), one.adulthood] += 1
        self.doubly += one.is_sentenced_and_under_trial


def stock_on(
    records: Iterable[Record],
    on: int,
    *,
    offences: OffenceTable = NO_OFFENCES,
    capacities: Sequence[Capacity] = (),
    house: House = HOUSE,
) -> Stock:
    """The stock of checked records (one a person) on a day counted from 1 January 1970.

    `offences` is the table by which charges are grouped; without it only what no table is needed for is known.
    `capacities` are the official places by prison, named as in the records. Persons who have a sentence in one case
    and are under trial in another are counted once, as sentenced; `cases` counts both, and the figure
    `sentenced_and_under_trial` says how many they are. Raises ValueError for a prison with two capacities.
    """
    tally, reader = _Tally(), ChargeReader(offences)
    for record in records:
        tally.add(Counted(record, on, house, reader))
    breakdowns = {one.code: one.breakdown(tally.answers[one.code], tally.asked[one.code]) for one in DIMENSIONS}
    breakdowns["cases"] = _cases(tally.cases)
    breakdowns["children"] = tally.children.breakdown()
    by_prison = {row.code: row.numerator for row in breakdowns["prison"].rows}
    return Stock(
        on=on,
        persons=tally.persons,
        breakdowns=breakdowns,
        groups={code: _group(code, counts, tally.persons) for code, counts in tally.signs.items()},
        rates=rates(tally.crossed),
        figures=(Figure("sentenced_and_under_trial", tally.doubly), *tally.children.figures()),
        occupancy=occupancy_of(by_prison, tally.persons, capacities),
    )


def _cases(counts: Counter[str | None]) -> Breakdown:
    total = counts.total()
    return Breakdown(
        "cases", mark("Cases by legal status"), mark("Criminal cases"),
        mark("Every case that holds somebody; a person with two cases is in it twice."),
        mark("Cases in which the person was released or is out on bail."),
        tuple(Figure(status, counts[status], total - counts[None]) for status in STATUSES), counts[None], total,
    )  # fmt: skip


def _group(code: str, counts: Counter[str], persons: int) -> Breakdown:
    rows = tuple(
        Figure(state, counts[state], persons - counts["not_known"]) for state in ("met", "cannot_tell", "not_met")
    )
    return Breakdown(code, FLAGS[code].title, PERSONS, ALL_PERSONS, NO_CHILDREN, rows, counts["not_known"], persons)
