"""The figures of a stock that may leave: always the same cuts, with the sums a reader can make of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rihai.days import date_of
from rihai.profile.disclosure.figures import Figures, Key
from rihai.profile.disclosure.rule import RULE, Rule
from rihai.profile.statistics.figure import Breakdown
from rihai.profile.statistics.stock import Stock

PERSONS = "persons"
CHILDREN = "children"
SMALLER = "smaller"
"""The row of the districts, prisons or nationalities of so few people that to name the row would tell of them."""

CUTS = ("sex", "age", "standing", "time_under_trial", "offence", "home_district", "prison", "nationality")
"""Breakdowns of the public page; what these already say (adults, legal status, shares) is not cut a second time."""
OPEN_CUTS = frozenset({"home_district", "prison", "nationality"})
GROUPS = (
    "pregnant", "children_inside", "disability", "mental_illness", "infection", "no_lawyer", "no_family_contact",
    "condemned", "long_solitary",
)  # fmt: skip
SENSITIVE = frozenset({
    "sex/transgender", "age/under_18", CHILDREN,
    *(f"groups/{code}" for code in ("pregnant", "children_inside", "mental_illness", "infection", "long_solitary")),
})  # fmt: skip

WITHIN = (("sex/female", "groups/pregnant"), (CHILDREN, "groups/children_inside"))
"""What a reader knows to be part of another figure: who is pregnant of the women, and no more mothers than children."""

Part = tuple[str, int, bool]
"""A further figure: its series, how many persons, and whether its topic is sensitive."""


def stock_figures(
    stock: Stock, rule: Rule = RULE, further: Iterable[Sequence[Part]] = (), *, period: str = ""
) -> Figures:
    """The figures of one day; `further` are parts of all persons, those in one sequence without overlap.

    `period` names the keys otherwise than by the day: figures of a day that are published a second time.

    A breakdown of which nothing is known is left out: it was not collected. The children who live inside are one
    figure, not broken down by age.
    """
    figures, period = Figures(), period or period_of(stock)
    everybody = figures.add(Key(period, PERSONS), stock.persons, rule.threshold(stock.persons))
    for code in CUTS:
        if stock.breakdowns[code].known:
            _add_breakdown(figures, period, stock.breakdowns[code], rule, stock.persons)
    groups = [
        [(f"groups/{code}", stock.groups[code].count("met"), f"groups/{code}" in SENSITIVE)]
        for code in GROUPS
        if stock.groups[code].known
    ]
    for parts in (*groups, *further):
        keys = [
            figures.add(Key(period, series), number, rule.threshold(stock.persons, is_sensitive=is_sensitive))
            for series, number, is_sensitive in parts
        ]
        figures.add_rest(everybody, keys)
    figures.add(
        Key(period, CHILDREN), stock.breakdowns[CHILDREN].total, rule.threshold(stock.persons, is_sensitive=True)
    )
    for whole, part in WITHIN:
        _add_within(figures, Key(period, whole), Key(period, part))
    return figures


def period_of(stock: Stock) -> str:
    """The day of a stock as the period of its keys."""
    return date_of(stock.on).isoformat()


def total_of(code: str) -> str:
    """The series that a breakdown breaks down: persons under trial for the time under trial, else all persons."""
    return "standing/under_trial" if code == "time_under_trial" else PERSONS


def _add_within(figures: Figures, whole: Key, part: Key) -> None:
    """The rest is not guarded itself: it bounds its part, and a record that says otherwise bounds nothing."""
    counts = figures.counts
    if whole in counts and part in counts and counts[part].number <= counts[whole].number:
        number = counts[whole].number - counts[part].number
        rest = figures.add(Key(whole.period, f"{whole.series} without {part.series}"), number, 1, shown=False)
        figures.add_sum(whole, [part, rest])


def _add_breakdown(figures: Figures, period: str, cut: Breakdown, rule: Rule, persons: int) -> None:
    def threshold(row: str) -> int:
        return rule.threshold(persons, is_sensitive=f"{cut.code}/{row}" in SENSITIVE)

    total = Key(period, total_of(cut.code))
    if total not in figures.counts:
        figures.add(total, cut.total, rule.threshold(persons))
    numbers = {row.code: row.numerator for row in cut.rows}
    named = 0
    if cut.code in OPEN_CUTS:
        named = threshold("")
        numbers = joined(numbers, named)
    keys = [
        figures.add(Key(period, f"{cut.code}/{row}"), number, threshold(row), least=1 if row == SMALLER else named)
        for row, number in numbers.items()
    ]
    unknown = figures.add(Key(period, f"{cut.code}/not_known"), cut.not_known, rule.threshold(persons))
    known = figures.add(Key(period, f"{cut.code}/known"), cut.known, rule.threshold(persons), shown=False)
    figures.add_sum(known, keys)
    figures.add_sum(total, [*keys, unknown])


def joined(numbers: dict[str, int], least: int) -> dict[str, int]:
    """The rows of few people as one row, with the next larger ones as long as that is small itself.

    They come out by name: in the order of their numbers a withheld row would stand between two that are printed.
    """
    few = 0
    for row, number in sorted(numbers.items(), key=lambda pair: (pair[1], pair[0])):
        if number < least or 0 < few < least:
            few += numbers.pop(row)
    return dict(sorted(numbers.items())) | ({SMALLER: few} if few else {})
