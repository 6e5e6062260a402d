"""From a condition's tree to expressions: from which day it surely, arguably and possibly holds, and until which.

A fixed test stands on the begin side: true from ALWAYS, false from NEVER, not known from ALWAYS at the earliest and
NEVER at the latest. *Argued* is the latest day with open court matters taken in the person's favour.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from rihai.facts import Fact
from rihai.law.columns import any_item_column
from rihai.law.graph import Expr, Graph
from rihai.law.measures import Measure, Measures
from rihai.law.reckoned import known_fact
from rihai.law.tree import (
    AgeOn,
    All,
    Any,
    AnyItem,
    AtLeastFact,
    DateIn,
    Earlier,
    Given,
    Has,
    Is,
    Leaf,
    LeftUntil,
    Node,
    Not,
    Number,
    OnDay,
    Since,
    Until,
    YesNo,
    shape,
)


class Days(NamedTuple):
    """One side of a condition: its earliest, argued and latest day."""

    earliest: Expr
    argued: Expr
    latest: Expr


class Sides(NamedTuple):
    """When a condition begins to hold and when it ends."""

    begins: Days
    ends: Days


class Truth(NamedTuple):
    """A fixed test: surely true, surely false, and true if open court matters favour the person."""

    true: Expr
    false: Expr
    argued: Expr


class Lowering:
    """Lowers trees over one kind of row: persons and cases, or the items of a list.

    `assumed` fixes the value of a fact for the case split; `fact_named` is the dictionary of the row.
    """

    def __init__(
        self,
        graph: Graph,
        assumed: dict[str, Expr] | None = None,
        fact_named: Callable[[str], Fact | None] = known_fact,
    ) -> None:
        self.graph = graph
        self.assumed = assumed or {}
        self.fact_named = fact_named
        self.measures = Measures(graph, self.column, fact_named)

    def column(self, name: str) -> Expr:
        """A column, or the value assumed for it."""
        return self.assumed.get(name) or self.graph.col(name)

    def lower(self, node: Node, court: bool) -> Sides:
        """The sides of a pushed tree; `court` when only a court can judge its facts."""
        g = self.graph
        all_days = Days(g.never, g.never, g.never)
        kind = shape(node)
        if isinstance(node, All):
            parts = [self.lower(part, court) for part in node.parts]
            return Sides(
                Days(*(g.max(*column) for column in zip(*(part.begins for part in parts), strict=True))),
                Days(*(g.min(*column) for column in zip(*(part.ends for part in parts), strict=True))),
            )
        if kind in {"fixed", "begins"}:
            return Sides(self.as_begins(node, court), all_days)
        if kind == "ends":
            return Sides(Days(g.always, g.always, g.always), self.as_ends(node, court))
        assert isinstance(node, Any), "a span is an all, or an any with one span; the loader refuses the rest"
        return self._span_or_fixed(node, court)

    def _span_or_fixed(self, node: Any, court: bool) -> Sides:
        """fixed or (begin and end) = (fixed or begin) and (fixed or end)."""
        g = self.graph
        fixed = [part for part in node.parts if shape(part) == "fixed"]
        span = self.lower(next(part for part in node.parts if shape(part) != "fixed"), court)
        begins = [self.as_begins(part, court) for part in fixed]
        ends = [self.as_ends(part, court) for part in fixed]
        return Sides(
            Days(*(g.min(*column) for column in zip(span.begins, *begins, strict=True))),
            Days(*(g.max(*column) for column in zip(span.ends, *ends, strict=True))),
        )

    def as_begins(self, node: Node, court: bool) -> Days:
        """The days of a tree that is fixed or begins, on the begin side."""
        g = self.graph
        if isinstance(node, All | Any):
            parts = [self.as_begins(part, court) for part in node.parts]
            join = g.max if isinstance(node, All) else g.min
            return Days(*(join(*column) for column in zip(*parts, strict=True)))
        measure = self._measure(node)
        if measure:
            return Days(measure.earliest, measure.argued, measure.latest)
        truth = self.truth(node, court)
        return Days(
            g.when(truth.false, g.never, g.always),
            g.when(truth.argued, g.always, g.never),
            g.when(truth.true, g.always, g.never),
        )

    def as_ends(self, node: Node, court: bool) -> Days:
        """The days of a tree that is fixed or ends, on the end side: every sign turns."""
        g = self.graph
        if isinstance(node, All | Any):
            parts = [self.as_ends(part, court) for part in node.parts]
            join = g.min if isinstance(node, All) else g.max
            return Days(*(join(*column) for column in zip(*parts, strict=True)))
        measure = self._measure(node)
        if measure:
            # The condition surely holds until the earliest day on which it can end.
            return Days(measure.earliest, measure.earliest, measure.latest)
        truth = self.truth(node, court)
        return Days(
            g.when(truth.true, g.never, g.always),
            g.when(truth.argued, g.never, g.always),
            g.when(truth.false, g.always, g.never),
        )

    def _measure(self, node: Node) -> Measure | None:
        """The day on which a moving leaf, negated or not, turns; None for a fixed one."""
        leaf = node.node if isinstance(node, Not) else node
        if isinstance(leaf, Since | Until | LeftUntil):
            return self.measures.of(leaf)
        if isinstance(leaf, AnyItem) and shape(leaf) != "fixed":
            name = any_item_column(leaf)
            early, late = self.column(f"{name}__e"), self.column(f"{name}__l")
            return Measure(early, late, late)
        return None

    def truth(self, node: Node, court: bool) -> Truth:
        """A fixed leaf, negated or not."""
        negated, leaf = (True, node.node) if isinstance(node, Not) else (False, node)
        assert not isinstance(leaf, All | Any | Not | Since | Until | LeftUntil)
        true, false, left_to_court = self._fixed(leaf)
        if negated:
            true, false = false, true
        g = self.graph
        open_to_court = g.no(g.any(true, false)) if court else left_to_court
        return Truth(true, false, g.any(true, open_to_court))

    def _fixed(self, leaf: Leaf) -> tuple[Expr, Expr, Expr]:
        """(surely true, surely false, left to the court) of a fixed leaf."""
        g = self.graph
        if isinstance(leaf, Is):
            value = g.col(leaf.fact) if leaf.silent else self.column(leaf.fact)
            true = g.one_of(value, leaf.values)
            unknown = frozenset() if leaf.silent else frozenset({""})
            return (
                true,
                g.no(g.one_of(value, leaf.values | leaf.court_codes | unknown)),
                g.one_of(value, leaf.court_codes),
            )
        if isinstance(leaf, YesNo):
            value = g.col(leaf.fact) if leaf.silent else self.column(leaf.fact)
            true, false = g.eq(value, g.const(int(leaf.value))), g.eq(value, g.const(int(not leaf.value)))
            if leaf.to_court:
                return g.false, false, true
            return true, g.no(true) if leaf.silent else false, g.false
        if isinstance(leaf, Has):
            return *self._has(leaf), g.false
        if isinstance(leaf, AnyItem):
            value = self.column(any_item_column(leaf))
            return g.eq(value, g.const(1)), g.eq(value, g.const(0)), g.false
        if isinstance(leaf, OnDay):
            return *holds_on(g, self.lower(leaf.node, False), g.const(leaf.day)), g.false
        if isinstance(leaf, Number):
            return *self._number(leaf), g.false
        if isinstance(leaf, AtLeastFact):
            low, high = self.column(f"{leaf.fact}__lo"), self.column(f"{leaf.fact}__hi")
            least, most = self.column(f"{leaf.bound}__lo"), self.column(f"{leaf.bound}__hi")
            return g.le(most, low), g.lt(high, least), g.false
        return *self._date(leaf), g.false

    def _has(self, leaf: Has) -> tuple[Expr, Expr]:
        g = self.graph
        value = self.column(leaf.fact)
        if not leaf.values:
            return g.no(g.one_of(value, frozenset({"", "|"}))), g.one_of(value, frozenset({"|"}))
        true = g.any(*(g.contains(value, f"|{one}|") for one in leaf.values))
        return true, g.no(g.any(true, g.one_of(value, frozenset({""}))))

    def _number(self, leaf: Number) -> tuple[Expr, Expr]:
        g = self.graph
        low, high = self.column(f"{leaf.fact}__lo"), self.column(f"{leaf.fact}__hi")
        bound = g.const(leaf.bound)
        if leaf.test == "over":
            return g.lt(bound, low), g.le(high, bound)
        if leaf.test == "at_least":
            return g.le(bound, low), g.lt(high, bound)
        if leaf.test == "at_most":
            return g.le(high, bound), g.lt(bound, low)
        return g.lt(high, bound), g.le(bound, low)

    def _date(self, leaf: Leaf) -> tuple[Expr, Expr]:
        g = self.graph
        if isinstance(leaf, Given):
            # What the record gives is read as it stands, never as the case split assumes it.
            unknown = Lowering(g, None, self.fact_named).unknown(leaf.fact)
            return g.no(unknown), unknown
        if isinstance(leaf, Earlier):
            date, than = self.measures.date(leaf.fact), self.measures.date(leaf.than)
            months, days = g.const(leaf.months), g.const(leaf.days)
            first, last = (g.add(day, months, days) for day in (date.earliest, date.latest))
            return g.lt(last, than.earliest), g.le(than.latest, first)
        if isinstance(leaf, AgeOn):
            return self._age(leaf)
        assert isinstance(leaf, DateIn)
        date = self.measures.date(leaf.fact)
        first = g.const(leaf.first) if leaf.first is not None else g.always
        before = g.const(leaf.before) if leaf.before is not None else g.never
        known = g.lt(g.always, date.earliest)
        return (
            g.all(known, g.le(first, date.earliest), g.lt(date.latest, before)),
            g.any(g.lt(date.latest, first), g.le(before, date.earliest)),
        )

    def unknown(self, fact: str) -> Expr:
        """Nothing at all is known of a fact."""
        g = self.graph
        known = self.fact_named(fact)
        kind = known.kind if known else "text"
        if kind == "date":
            date = self.measures.date(fact)
            return g.all(g.eq(date.earliest, g.always), g.eq(date.latest, g.never))
        return self.partly_unknown(fact)

    def partly_unknown(self, fact: str) -> Expr:
        """A fact is not known, or known only in part."""
        g = self.graph
        known = self.fact_named(fact)
        kind = known.kind if known else "text"
        if kind == "date":
            return g.lt(self.column(f"{fact}__e"), self.column(f"{fact}__l"))
        if kind in {"number", "money"}:
            return g.lt(self.column(f"{fact}__lo"), self.column(f"{fact}__hi"))
        if kind == "term":
            least, most = self.measures.term(fact)
            longer = g.any(
                g.lt(least.months, most.months), g.all(g.eq(least.months, most.months), g.lt(least.days, most.days))
            )
            return g.any(g.lt(least.months, g.const(0)), longer)
        if kind == "yes_no":
            return g.eq(self.column(fact), g.const(-1))
        return g.one_of(self.column(fact), frozenset({""}))

    def _age(self, leaf: AgeOn) -> tuple[Expr, Expr]:
        """Under N until the day before the Nth birthday; over N from the day after it."""
        g = self.graph
        born, day = self.measures.date("born"), self.measures.date(leaf.fact)
        months = g.const(12 * leaf.years)
        first = g.add(born.earliest, months, g.const(0))
        last = g.add(born.latest, months, g.const(0))
        if leaf.test == "over":
            return g.lt(last, day.earliest), g.le(day.latest, first)
        under = g.lt(day.latest, first), g.le(last, day.earliest)
        return under if leaf.test == "under" else (under[1], under[0])


def holds_on(graph: Graph, sides: Sides, day: Expr) -> tuple[Expr, Expr]:
    """Whether a condition surely holds, and surely does not, on a day."""
    begins, ends = sides
    return (
        graph.all(graph.le(begins.latest, day), graph.lt(day, ends.earliest)),
        graph.any(graph.lt(day, begins.earliest), graph.le(ends.latest, day)),
    )
