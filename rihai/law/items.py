"""Conditions over the items of a list, worked out for each item before the row is asked.

*Some item* of conditions that begin is the least begin, of conditions that end the greatest end, of fixed ones the
best of true, not known and false. An empty list has no such item; a list not known could have one.
"""

from __future__ import annotations

from functools import partial
from typing import Any

from rihai.days import ALWAYS, NEVER
from rihai.facts import LIST_FACTS, Fact
from rihai.law.graph import Graph
from rihai.law.lay import lay
from rihai.law.lower import Lowering, holds_on
from rihai.law.openness import Openness
from rihai.law.python_writer import columns_of, write_function
from rihai.law.reckon.known import Record
from rihai.law.tree import AnyItem, push, shape


def item_fact(list_name: str, name: str) -> Fact | None:
    """The fact an item of a list carries."""
    return LIST_FACTS[list_name].get(name)


class ItemTest:
    """One condition over the items of a list."""

    def __init__(self, test: AnyItem) -> None:
        self.list_name = test.list_name
        self.node = push(test.where)
        self.shape = shape(self.node)
        graph = Graph()
        lowering = Lowering(graph, fact_named=partial(item_fact, test.list_name))
        days = (lowering.as_ends if self.shape == "ends" else lowering.as_begins)(self.node, False)
        true, false = holds_on(graph, lowering.lower(self.node, False), graph.day)
        self.asks = list(Openness(lowering, items=True).asks(self.node, False, graph.no(graph.any(true, false))))
        expressions = [days.earliest, days.latest, *(ask.when for ask in self.asks)]
        self.facts = sorted({_fact_of(column) for column in columns_of(expressions)})
        self.evaluate = write_function("some_item", expressions)

    def lay(self, row: dict[str, Any], name: str, items: list[Record] | None, on: int) -> None:
        """Put the columns of this condition into a row."""
        if items is None:
            earliest, latest, ask = ALWAYS, NEVER, self.list_name
        else:
            earliest, latest, ask = self._over(items, on)
        if self.shape == "fixed":
            row[name] = 1 if latest == ALWAYS else 0 if earliest == NEVER else -1
        else:
            row[f"{name}__e"], row[f"{name}__l"] = earliest, latest
        row[f"{name}__ask"] = ask

    def _over(self, items: list[Record], on: int) -> tuple[int, int, str]:
        best = max if self.shape == "ends" else min
        earliest = latest = ALWAYS if self.shape == "ends" else NEVER
        asks: dict[str, None] = {}
        for item in items:
            found = self.evaluate(self._columns(item), on)
            earliest, latest = best(earliest, found[0]), best(latest, found[1])
            for ask, open_ in zip(self.asks, found[2:], strict=True):
                if open_:
                    asks[self._name(ask.name, item)] = None
        return earliest, latest, ",".join(asks)

    def _name(self, fact: str, item: Record) -> str:
        """The fact to ask for; what the offence table could not say is asked by what would settle it."""
        told = item.get("__ask")
        if told and fact in told:
            return str(told[fact]).replace("charges.", f"{self.list_name}.", 1)
        return f"{self.list_name}.{fact}"

    def _columns(self, item: Record) -> dict[str, Any]:
        columns: dict[str, Any] = {}
        for name in self.facts:
            fact = LIST_FACTS[self.list_name][name]
            lay(columns, fact, item.get(name))
        return columns


def _fact_of(column: str) -> str:
    return column.split("__", 1)[0]
