"""Leaves that turn with the day: dates plus amounts, with the widest span where something is not known."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from fractions import Fraction
from itertools import combinations
from typing import NamedTuple

from rihai.facts import Fact
from rihai.law.graph import INFINITE, Expr, Graph
from rihai.law.reckoned import RECKONED
from rihai.law.tree import Amount, LeftUntil, Since, Table, Tiers, Until

_NO_ROW = 10**6
"""More months than any law knows: a row of a table that the facts rule out drops out of a least."""


class Measure(NamedTuple):
    """The day on which a leaf turns: earliest, argued (court matters favour the person), latest."""

    earliest: Expr
    argued: Expr
    latest: Expr


class DateColumns(NamedTuple):
    """The two columns of a date."""

    earliest: Expr
    latest: Expr


class Length(NamedTuple):
    """The two columns of a term."""

    months: Expr
    days: Expr


class Months(NamedTuple):
    """Months that may not be sure: least, argued and most, and the days beside them."""

    least: Expr
    argued: Expr
    most: Expr
    days: Expr


class Measures:
    """Works out the turning day of moving leaves over the columns of a row."""

    def __init__(self, graph: Graph, column: Callable[[str], Expr], fact_named: Callable[[str], Fact | None]) -> None:
        self.graph = graph
        self.column = column
        self.fact_named = fact_named

    def date(self, fact: str) -> DateColumns:
        """The columns of a date fact."""
        return DateColumns(self.column(f"{fact}__e"), self.column(f"{fact}__l"))

    def of(self, leaf: Since | Until | LeftUntil) -> Measure:
        """The day on which the leaf turns."""
        g = self.graph
        date = self.date(leaf.fact)
        if isinstance(leaf, LeftUntil):
            return self._left(leaf, date)
        extra = 1 if isinstance(leaf, Since) and leaf.exceeds else 0
        amount = leaf.amount
        if amount.term:
            earliest, latest = self._of_term(date, amount)
            measure = Measure(g.add(earliest, g.const(0), g.const(extra)), latest, latest)
            measure = measure._replace(latest=g.add(latest, g.const(0), g.const(extra)))
            measure = measure._replace(argued=measure.latest)
        else:
            months = self.months(amount)
            days = g.const(amount.days + extra)
            earliest = g.add(date.earliest, months.least, days)
            latest = self._late(date, months.least, months.most, earliest, days)
            argued = latest if months.argued is months.most else g.add(date.latest, months.argued, days)
            measure = Measure(earliest, argued, latest)
        return self.shifted(measure, leaf)

    def _late(self, date: DateColumns, least: Expr, most: Expr, early: Expr, days: Expr) -> Expr:
        """Most dates and amounts are exact: then the late day is the early one, and no second sum is made."""
        g = self.graph
        exact = g.all(g.eq(date.earliest, date.latest), g.eq(least, most))
        return g.when(exact, early, g.add(date.latest, most, days))

    def _left(self, leaf: LeftUntil, date: DateColumns) -> Measure:
        g = self.graph
        months, days = g.const(leaf.amount.months), g.const(leaf.amount.days)
        early = g.within(date.earliest, months, days)
        late = g.when(g.eq(date.earliest, date.latest), early, g.within(date.latest, months, days))
        return Measure(early, late, late)

    def _of_term(self, date: DateColumns, amount: Amount) -> tuple[Expr, Expr]:
        """A term not known lasts at least nothing and at most for ever."""
        g = self.graph
        known = self.fact_named(str(amount.term))
        if known is not None and known.kind == "number":
            return self._of_months(date, amount)
        least, most = self.term(str(amount.term))
        unknown = g.lt(least.months, g.const(0))
        early, late = self._after(date.earliest, least, amount), self._after(date.latest, most, amount)
        exact = g.all(g.eq(date.earliest, date.latest), g.eq(least.months, most.months), g.eq(least.days, most.days))
        late = g.when(exact, early, late)
        return g.when(unknown, date.earliest, early), g.when(unknown, g.never, late)

    def term(self, fact: str) -> tuple[Length, Length]:
        """The shortest and the longest a term can be; one length for all but reckoned terms."""
        least = Length(self.column(f"{fact}__m"), self.column(f"{fact}__d"))
        if fact not in RECKONED:
            return least, least
        return least, Length(self.column(f"{fact}__most_m"), self.column(f"{fact}__most_d"))

    def _after(self, day: Expr, length: Length, amount: Amount) -> Expr:
        """The day on which a length, or the fraction asked of it, is complete."""
        part = amount.fraction
        if part is None:
            return self.graph.add(day, *length)
        return self.graph.fraction(day, *length, part.numerator, part.denominator)

    def _of_months(self, date: DateColumns, amount: Amount) -> tuple[Expr, Expr]:
        """A fraction of a number of months, which may be known as a range."""
        g = self.graph
        low, high = self.column(f"{amount.term}__lo"), self.column(f"{amount.term}__hi")
        part = amount.fraction or Fraction(1)
        nought = g.const(0)
        early = g.fraction(date.earliest, low, nought, part.numerator, part.denominator)
        late = g.fraction(date.latest, high, nought, part.numerator, part.denominator)
        return g.when(g.lt(low, nought), date.earliest, early), g.when(g.le(g.const(INFINITE), high), g.never, late)

    def shifted(self, measure: Measure, leaf: Since | Until | LeftUntil) -> Measure:
        """The same day brought forward and put off by the numbers of days that the leaf names."""
        if isinstance(leaf, Since) and leaf.less:
            measure = self.less(measure, leaf.less)
        return self.plus(measure, leaf.plus) if isinstance(leaf, Since) and leaf.plus else measure

    def plus(self, measure: Measure, fact: str) -> Measure:
        """The same day put off by a number of days; days not known are none at least, and no limit at most."""
        g = self.graph
        low, high = self.column(f"{fact}__lo"), self.column(f"{fact}__hi")
        fewest = g.when(g.lt(low, g.const(0)), g.const(0), low)
        unlimited, most = g.le(g.const(INFINITE), high), g.min(high, g.const(_NO_ROW))
        nought = g.const(0)
        return Measure(
            g.add(measure.earliest, nought, fewest),
            g.when(unlimited, g.never, g.add(measure.argued, nought, most)),
            g.when(unlimited, g.never, g.add(measure.latest, nought, most)),
        )

    def less(self, measure: Measure, fact: str) -> Measure:
        """The same day brought forward by a number of days; days not known are none at least, and no limit at most."""
        g = self.graph
        low, high = self.column(f"{fact}__lo"), self.column(f"{fact}__hi")
        fewest = g.when(g.lt(low, g.const(0)), g.const(0), low)
        unlimited = g.le(g.const(INFINITE), high)
        nought = g.const(0)
        return Measure(
            g.when(unlimited, g.always, g.add(measure.earliest, nought, g.minus(high))),
            g.add(measure.argued, nought, g.minus(fewest)),
            g.add(measure.latest, nought, g.minus(fewest)),
        )

    def months(self, amount: Amount) -> Months:
        """The months of an amount that is written down or stands in a table."""
        g = self.graph
        if amount.table:
            return self._table(amount.table)
        if amount.tiers:
            return self._tiers(amount.tiers)
        months = g.const(amount.months)
        return Months(months, months, months, g.const(amount.days))

    def key_is(self, key: str, value: str | bool) -> Expr:
        """The key of a table has this value."""
        g = self.graph
        if isinstance(value, bool):
            return g.eq(self.column(key), g.const(int(value)))
        return g.one_of(self.column(key), frozenset({value}))

    def key_unknown(self, key: str) -> Expr:
        """The key of a table is not known."""
        g = self.graph
        known = self.fact_named(key)
        if known is not None and known.kind == "yes_no":
            return g.eq(self.column(key), g.const(-1))
        return g.one_of(self.column(key), frozenset({""}))

    def row_possible(self, table: Table, values: tuple[str | bool, ...]) -> Expr:
        """What is known leaves this row of the table open."""
        g = self.graph
        return g.all(
            *(
                g.any(
                    self.key_is(key, value),
                    self.key_unknown(key),
                    g.one_of(self.column(key), court) if court else g.false,
                )
                for key, value, court in zip(table.keys, values, table.court_codes, strict=True)
            )
        )

    def _table(self, table: Table) -> Months:
        g = self.graph
        rows = self.rows(Amount(table=table))
        least = g.min(*(g.when(open_, g.const(months), g.const(_NO_ROW)) for open_, months in rows))
        most = g.max(*(g.when(open_, g.const(months), g.const(0)) for open_, months in rows))
        nought = g.const(0)
        if not any(table.court_codes):
            return Months(least, most, most, nought)
        return Months(least, self._argued(table), most, nought)

    def _argued(self, table: Table) -> Expr:
        """The longest over what the record leaves open, of the shortest that the court may choose."""
        g = self.graph
        index = next(i for i, codes in enumerate(table.court_codes) if codes)
        for_court = g.one_of(self.column(table.keys[index]), table.court_codes[index])
        groups: dict[tuple[object, ...], list[tuple[tuple[str | bool, ...], int]]] = {}
        for values, months in table.rows:
            groups.setdefault(values[:index] + values[index + 1 :], []).append((values, months))
        longest = []
        for rows in groups.values():
            possible = g.any(*(self.row_possible(table, values) for values, _ in rows))
            shortest = g.const(min(months for _, months in rows))
            most = g.max(
                *(g.when(self.row_possible(table, values), g.const(months), g.const(0)) for values, months in rows)
            )
            longest.append(g.when(possible, g.when(for_court, shortest, most), g.const(0)))
        return g.max(*longest)

    def rows(self, amount: Amount) -> list[tuple[Expr, int]]:
        """Each row of a table or of tiers: whether what is known leaves it open, and its months."""
        if amount.table:
            return [(self.row_possible(amount.table, values), months) for values, months in amount.table.rows]
        return list(self.tiers_touched(amount.tiers)) if amount.tiers else []

    def _tiers(self, tiers: Tiers) -> Months:
        g = self.graph
        touched = list(self.tiers_touched(tiers))
        least = g.min(*(g.when(open_, g.const(months), g.const(_NO_ROW)) for open_, months in touched))
        most = g.max(*(g.when(open_, g.const(months), g.const(0)) for open_, months in touched))
        return Months(least, most, most, g.const(0))

    def tiers_touched(self, tiers: Tiers) -> Iterator[tuple[Expr, int]]:
        """Each tier's months, with whether the number's range touches it."""
        g = self.graph
        low, high = self.column(f"{tiers.key}__lo"), self.column(f"{tiers.key}__hi")
        below: Expr = g.true
        for top, months in tiers.steps:
            reaches = g.le(low, g.const(top)) if top is not None else g.true
            yield g.all(below, reaches), months
            below = g.lt(g.const(top), high) if top is not None else g.true

    def key_matters(self, table: Table, key: str, turns: Callable[[int], tuple[Expr, Expr]]) -> Expr:
        """Two rows that differ in this key alone, both possible, give different answers on the day asked.

        `turns(months)` gives the earliest and latest turning day of a row.
        """
        g = self.graph
        index = table.keys.index(key)
        pairs = []
        for (one, m1), (two, m2) in combinations(table.rows, 2):
            if m1 != m2 and one[:index] + one[index + 1 :] == two[:index] + two[index + 1 :]:
                both = g.all(self.row_possible(table, one), self.row_possible(table, two))
                pairs.append(g.all(both, self._between(m1, m2, turns)))
        return g.all(self.key_unknown(key), g.any(*pairs))

    def tier_matters(self, tiers: Tiers, turns: Callable[[int], tuple[Expr, Expr]]) -> Expr:
        """Two tiers that the number touches give different answers on the day asked."""
        g = self.graph
        pairs = combinations(self.tiers_touched(tiers), 2)
        return g.any(*(g.all(one, two, self._between(m1, m2, turns)) for (one, m1), (two, m2) in pairs if m1 != m2))

    def _between(self, one: int, two: int, turns: Callable[[int], tuple[Expr, Expr]]) -> Expr:
        """The day asked lies between the turning days of two lengths."""
        g = self.graph
        sooner, later = turns(min(one, two))[0], turns(max(one, two))[1]
        return g.all(g.le(sooner, g.day), g.lt(g.day, later))
