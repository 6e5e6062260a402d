"""The stock as tables to be read: every count with its base, those not known in a row of their own."""

from __future__ import annotations

from collections.abc import Sequence

from rihai.days import date_of
from rihai.paper.table import Column, Table, Value
from rihai.profile.statistics.bands import LONGEST, OVERS, TIMES
from rihai.profile.statistics.dimensions import DIMENSIONS
from rihai.profile.statistics.figure import Breakdown, Figure
from rihai.profile.statistics.labels import RATES, label
from rihai.profile.statistics.stock import Stock
from rihai.words import day_text, mark, say

NOT_FOR_PUBLICATION = mark(
    "Not for publication: small numbers stand as they are. For those who may see the list itself."
)


def as_tables(stock: Stock, language: str) -> list[Table]:
    """Every table of a stock, in the order in which a report shows them; occupancy only where capacities came in."""
    broken = [breakdown_table(stock.breakdowns[one.code], language) for one in DIMENSIONS]
    after_time = 1 + next(i for i, one in enumerate(DIMENSIONS) if one.code == "time_under_trial")
    return [
        _rates(stock, language),
        *broken[:after_time],
        _time_over(stock, language),
        *broken[after_time:],
        breakdown_table(stock.breakdowns["cases"], language),
        _groups(stock, language),
        breakdown_table(stock.breakdowns["children"], language),
        _counts(stock, language),
        *([_occupancy(stock, language)] if any(one.capacity for one in stock.occupancy.prisons) else []),
    ]


def breakdown_table(breakdown: Breakdown, language: str) -> Table:
    """One breakdown: rows, not known, total; shares are of those known."""
    columns = (
        Column(say(breakdown.title, language), "text", 40),
        Column(say(breakdown.unit, language), "number", 12),
        Column(say("Share of those known", language), "percent", 18),
    )
    rows = [(label(breakdown.code, row.code, language), row.numerator, row.share) for row in breakdown.rows]
    rows.append((say("Not known", language), breakdown.not_known, None))
    note = " ".join([
        say("Counted: {who}", language, who=say(breakdown.includes, language)),
        say("Not counted: {who}", language, who=say(breakdown.excludes, language)),
        say(NOT_FOR_PUBLICATION, language),
    ])  # fmt: skip
    return Table(columns[0].title, columns, rows, note, (say("Total", language), breakdown.total, None))


def cumulative(times: Breakdown) -> tuple[Figure, ...]:
    """How many have been held for over six months, a year and so on, from the bands that do not overlap.

    Each holds the next: adding them up would count the longest held five times.
    """
    bands = [*(band for _, band in TIMES), LONGEST]
    return tuple(
        Figure(over, times.count(*bands[i + 1 :]), times.known, times.not_known) for i, over in enumerate(OVERS)
    )


def _time_over(stock: Stock, language: str) -> Table:
    times = stock.breakdowns["time_under_trial"]
    note = say("Each line holds the lines below it: they must not be added.", language)
    return _figures(
        say("Under trial for longer than", language),
        [(label(times.code, figure.code, language), figure) for figure in cumulative(times)],
        note,
        language,
    )


def _rates(stock: Stock, language: str) -> Table:
    note = say("Base: persons held for an offence of whom it is known. The prison population of the UN-CTS leaves out "
               "those held otherwise than for an offence.", language)  # fmt: skip
    title = say("Shares on {day}", language, day=day_text(stock.on, language))
    return _figures(title, [(say(RATES[rate.code], language), rate) for rate in stock.rates], note, language)


def _figures(title: str, figures: Sequence[tuple[str, Figure]], note: str, language: str) -> Table:
    columns = (
        Column(title, "text", 50),
        Column(say("Persons", language), "number", 12),
        Column(say("Of", language), "number", 12),
        Column(say("Share", language), "percent", 12),
        Column(say("Left out, because not known", language), "number", 16),
    )
    rows: list[Sequence[Value]] = [
        (text, one.numerator, one.denominator, one.share, one.left_out) for text, one in figures
    ]
    return Table(title, columns, rows, f"{note} {say(NOT_FOR_PUBLICATION, language)}")


def _groups(stock: Stock, language: str) -> Table:
    titles = (say(text, language) for text in (mark("Persons"), mark("Cannot tell"), mark("Known not to be")))
    columns = (
        Column(say("At-risk group", language), "text", 34),
        *(Column(title, "number", 14) for title in titles),
        Column(say("Not known", language), "number", 14),
        Column(say("Total", language), "number", 14),
    )
    rows: list[Sequence[Value]] = [
        (say(group.title, language), *(row.numerator for row in group.rows), group.not_known, group.total)
        for group in stock.groups.values()
    ]
    note = say("A person may be in several groups. Cannot tell: something on record points to the group.", language)
    return Table(columns[0].title, columns, rows, f"{note} {say(NOT_FOR_PUBLICATION, language)}")


def _counts(stock: Stock, language: str) -> Table:
    columns = (Column(say("Also counted", language), "text", 60), Column(say("Number", language), "number", 12))
    rows = [(say(RATES[figure.code], language), figure.numerator) for figure in stock.figures]
    return Table(columns[0].title, columns, rows, say(NOT_FOR_PUBLICATION, language))


def _occupancy(stock: Stock, language: str) -> Table:
    columns = (
        Column(say("Occupancy", language), "text", 34),
        Column(say("Persons", language), "number", 12),
        Column(say("Official places", language), "number", 14),
        Column(say("Share", language), "percent", 12),
        Column(say("Standard", language), "text", 24),
        Column(say("Source", language), "text", 34),
        Column(say("Day", language), "date", 14),
    )
    rows: list[Sequence[Value]] = []
    for prison in stock.occupancy.prisons:
        figure, capacity = prison.figure, prison.capacity
        share = figure.share if figure else None
        told = (capacity.standard, capacity.source, date_of(capacity.on)) if capacity else (None, None, None)
        rows.append((prison.prison, prison.persons, capacity.places if capacity else None, share, *told))
    overall = stock.occupancy.overall
    total: Sequence[Value] | None = None
    if overall:
        standard = stock.occupancy.standards[0]
        total = (
            say(RATES[overall.code], language), overall.numerator, overall.denominator, overall.share,
            standard, None, None,
        )  # fmt: skip
    note = say("The sum of persons on the sum of places, never a mean of rates; places counted by different standards "
               "are not added. Empty: not known.", language)  # fmt: skip
    return Table(columns[0].title, columns, rows, f"{note} {say(NOT_FOR_PUBLICATION, language)}", total)
