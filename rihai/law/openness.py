"""Which facts still matter: those of the leaves that are open on the day asked, under nodes that are all open.

In a tree where no fact stands twice this is the smallest set that settles the answer, whatever the facts turn out to
be (docs/explanation/days-not-booleans.md).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from rihai.law.columns import any_item_column, asks_by_row, static_ask
from rihai.law.graph import Expr, Graph
from rihai.law.lower import Lowering, holds_on
from rihai.law.measures import Measure
from rihai.law.tree import (
    All,
    Any,
    AnyItem,
    Is,
    Leaf,
    LeftUntil,
    Node,
    Not,
    OnDay,
    Since,
    Until,
    YesNo,
    facts_of,
    shifts_of,
)


class Ask(NamedTuple):
    """A fact to ask for: its name, or the column of the row that names it; and when it matters."""

    name: str
    by_row: bool
    when: Expr
    court: bool


class Openness:
    """Finds the facts on which a condition still depends on the day asked; `items`: those of an item of a list."""

    def __init__(self, lowering: Lowering, *, items: bool = False) -> None:
        self.lowering = lowering
        self.items = items
        self.graph: Graph = lowering.graph

    def asks(self, node: Node, court: bool, above: Expr) -> Iterator[Ask]:
        """The asks of a pushed tree; `above` holds where every node above it is open."""
        g = self.graph
        true, false = holds_on(g, self.lowering.lower(node, court), g.day)
        open_ = g.all(above, g.no(g.any(true, false)))
        if isinstance(node, All | Any):
            for part in node.parts:
                yield from self.asks(part, court, open_)
            return
        leaf = node.node if isinstance(node, Not) else node
        assert not isinstance(leaf, All | Any | Not)
        for fact, matters in self._facts(leaf):
            yield Ask(fact, False, g.all(open_, matters), court)
        for column, matters in self._columns(leaf):
            yield Ask(column, True, g.all(open_, matters), court)

    def _facts(self, leaf: Leaf) -> Iterator[tuple[str, Expr]]:
        """Facts that are always asked for by the same name, each with when it is open."""
        for fact, matters in self._parts(leaf):
            if self.items:
                yield fact, matters
            elif not asks_by_row(fact):
                yield static_ask(fact), matters

    def _columns(self, leaf: Leaf) -> Iterator[tuple[str, Expr]]:
        """Columns that name the fact to ask for, each with when it is open."""
        if isinstance(leaf, AnyItem):
            yield f"{any_item_column(leaf)}__ask", self.graph.true
            return
        for fact, matters in self._parts(leaf):
            if asks_by_row(fact) and not self.items:
                yield f"{fact}__ask", matters

    def _parts(self, leaf: Leaf) -> Iterator[tuple[str, Expr]]:
        g = self.graph
        if isinstance(leaf, AnyItem):
            return
        if isinstance(leaf, OnDay):
            for fact in facts_of(leaf):
                yield fact, self.lowering.partly_unknown(fact)
            return
        if isinstance(leaf, YesNo) and leaf.to_court:
            yield leaf.fact, self.lowering.partly_unknown(leaf.fact)
            return
        if isinstance(leaf, Is) and leaf.court_codes:
            yield leaf.fact, g.no(g.one_of(self.lowering.column(leaf.fact), leaf.court_codes))
            return
        if isinstance(leaf, Since | Until | LeftUntil) and (leaf.amount.table or leaf.amount.tiers):
            yield from self._of_rows(leaf)
            return
        for fact in facts_of(leaf):
            yield fact, self.lowering.partly_unknown(fact)

    def _of_rows(self, leaf: Since | Until | LeftUntil) -> Iterator[tuple[str, Expr]]:
        """The facts of a leaf whose months stand in rows: its date matters where some open row is on its edge."""
        g, measures = self.graph, self.lowering.measures
        date = measures.date(leaf.fact)
        days = g.const(1 if isinstance(leaf, Since) and leaf.exceeds else 0)

        def turns(months: int) -> tuple[Expr, Expr]:
            first, last = (g.add(one, g.const(months), days) for one in date)
            shifted = measures.shifted(Measure(first, last, last), leaf)
            return shifted.earliest, shifted.latest

        edges = []
        for possible, months in measures.rows(leaf.amount):
            first, last = turns(months)
            edges.append(g.all(possible, g.le(first, g.day), g.lt(g.day, last)))
        for fact in (leaf.fact, *shifts_of(leaf)):
            yield fact, g.all(self.lowering.partly_unknown(fact), g.any(*edges))
        if leaf.amount.table:
            for key in leaf.amount.table.keys:
                yield key, measures.key_matters(leaf.amount.table, key, turns)
        elif leaf.amount.tiers:
            key = leaf.amount.tiers.key
            yield key, g.all(self.lowering.partly_unknown(key), measures.tier_matters(leaf.amount.tiers, turns))
