"""The key of a group in a row: the facts it is reckoned from, as JSON text that reads back as a record.

For charges the day of the act is written as the edition of the offence table in which it falls, so that the same
accusation has the same key whatever its day; the days themselves are taken in SQL.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from rihai.days import NEVER
from rihai.law.flatten.dialect import FlatDialect
from rihai.law.flatten.groups import Group
from rihai.law.flatten.source import Place, Source
from rihai.law.items import ItemTest
from rihai.law.tree import DateIn, facts_of, leaves
from rihai.offences import OffenceTable

_FIRST, _LAST = -719_162, 2_932_896
"""1 January 0001 and 31 December 9999: the first and last day a record can hold."""


@dataclass(frozen=True, slots=True)
class KeyWriter:
    """Writes the keys of groups over the facts of a source."""

    source: Source
    dialect: FlatDialect

    def key(self, group: Group) -> str:
        """SQL text of the key of a group without charges."""
        return self.dialect.json(self.dialect.struct(dict(self._inputs(group.inputs)) or {"nothing": "NULL"}))

    def _inputs(self, inputs: Iterable[str]) -> Iterator[tuple[str, str]]:
        lists: dict[str, list[str]] = {}
        for name in inputs:
            list_name, _, item_fact = name.partition(".")
            if item_fact:
                lists.setdefault(list_name, []).append(item_fact)
            elif place := self.source.places.get(name):
                yield name, place.sql
        for list_name, facts in lists.items():
            if place := self.source.places.get(list_name):
                yield list_name, self.items(place, self.item_facts(place, facts))

    def item_facts(self, place: Place, facts: Iterable[str]) -> dict[str, str]:
        """The facts that the items of a list have, as fields of `x`."""
        has = place.fields()
        return {fact: f'x."{fact}"' for fact in facts if fact in has} or {"nothing": "NULL"}

    def items(self, place: Place, fields: Mapping[str, str]) -> str:
        """A list with only some fields of its items."""
        return self.dialect.each(place.sql, "x", self.dialect.struct(fields))

    def days(self, fact: str) -> tuple[str, str] | None:
        """Earliest and latest day of a date fact of the row, NULL where not known."""
        place = self.source.places.get(fact)
        if place is None:
            return None
        return (
            self.dialect.earliest(place.sql, plain=place.plain),
            self.dialect.latest(place.sql, plain=place.plain),
        )


class ChargeKeys:
    """The key of the charges of a case, and the earliest and latest day of their acts as far as they have one."""

    def __init__(self, writer: KeyWriter, group: Group, table: OffenceTable, tests: Iterable[ItemTest]) -> None:
        self.writer = writer
        self.dialect = writer.dialect
        self.place = writer.source.places.get("charges")
        self.facts = [name.partition(".")[2] for name in group.inputs]
        self.edges = _edges(table, tests)

    def columns(self) -> dict[str, str]:
        """`key_charges`, `charges_earliest` and `charges_latest` (NULL where no charge has a day)."""
        if self.place is None:
            return {"key_charges": "'{}'", "charges_earliest": "NULL", "charges_latest": "NULL"}
        days = self._days()
        key = (
            {"charges": self._bucketed(), "arrested_on": self._bound()}
            if self.edges is not None
            else self._as_written()
        )
        return {
            "key_charges": self.dialect.json(self.dialect.struct(key)),
            "charges_earliest": self.dialect.least(self.dialect.each(self.place.sql, "x", days[0])),
            "charges_latest": self.dialect.greatest(self.dialect.each(self.place.sql, "x", days[1])),
        }

    def _days(self) -> tuple[str, str]:
        assert self.place is not None
        kind = self.place.fields().get("offence_date")
        if kind is None:
            return "NULL", "NULL"
        place = Place('x."offence_date"', kind)
        return (
            self.dialect.earliest(place.sql, plain=place.plain),
            self.dialect.latest(place.sql, plain=place.plain),
        )

    def _bucketed(self) -> str:
        """The charges, each day of an act as first and last day of its edition; exact days stay exact.

        A first day after the arrest stays after it within the same edition: no bound is drawn from the arrest then.
        """
        assert self.place is not None
        first, last = self._days()
        fields = self.writer.item_facts(self.place, [fact for fact in self.facts if fact != "offence_date"])
        known = self.dialect.each(self.place.sql, "x", self.dialect.struct({**fields, "e": first, "l": last}))
        begins = f"{self._edition('y.e', start=True)} + CAST(y.e > latest_act AS INT)"
        ends = f"CASE WHEN y.e = y.l THEN {begins} ELSE {self._edition('y.l', start=False)} END"
        span = self.dialect.struct({"earliest": self.dialect.date(begins), "latest": self.dialect.date(ends)})
        kept = {name: f'y."{name}"' for name in fields}
        date = f"CASE WHEN y.e IS NOT NULL THEN {span} END"
        return self.dialect.each(known, "y", self.dialect.struct({**kept, "offence_date": date}))

    def _as_written(self) -> dict[str, str]:
        assert self.place is not None
        written = {"charges": self.writer.items(self.place, self.writer.item_facts(self.place, self.facts))}
        places = self.writer.source.places
        if custody := places.get("custody"):
            written["custody"] = self.writer.items(custody, self.writer.item_facts(custody, ["from"]))
        return written | ({"arrested_on": places["arrested_on"].sql} if "arrested_on" in places else {})

    def _bound(self) -> str:
        return f"CASE WHEN latest_act < {NEVER} THEN {self.dialect.date(self._edition('latest_act', start=True))} END"

    def latest_act(self) -> str:
        """The last day on which an act can have been done: nobody is arrested for what is still to be.

        `columns` reads it as the column `latest_act`.
        """
        arrest = self.writer.days("arrested_on")
        arrested = f"coalesce({arrest[1]}, {NEVER})" if arrest else str(NEVER)
        custody = self.writer.source.places.get("custody")
        if custody is None:
            return f"({arrested})"
        begins = Place('z."from"', custody.fields().get("from"))
        latest = self.dialect.latest(begins.sql, plain=begins.plain) if begins.type is not None else "NULL"
        stays = self.dialect.least(self.dialect.each(custody.sql, "z", f"coalesce({latest}, {NEVER})"))
        return f"(CASE WHEN {custody.sql} IS NULL THEN {arrested} ELSE coalesce({stays}, {NEVER}) END)"

    def _edition(self, day: str, *, start: bool) -> str:
        """First or last day of the edition in which a day falls."""
        bounds = [_FIRST, *(self.edges or ()), _LAST + 1]
        values = bounds[:-1] if start else [end - 1 for end in bounds[1:]]
        steps = reversed(list(zip(bounds[1:-1], values[1:], strict=True)))
        whens = "".join(f" WHEN {day} >= {edge} THEN {value}" for edge, value in steps)
        return f"(CASE{whens} ELSE {values[0]} END)" if whens else str(values[0])


def _edges(table: OffenceTable, tests: Iterable[ItemTest]) -> list[int] | None:
    """The days on which an edition of some section begins, or that a test compares the day of the act with.

    None where a test asks more of the day than on which side of a fixed day it lies.
    """
    edges = {edge for act in table.acts for edge in table.boundaries(act)}
    for test in tests:
        for leaf, _ in leaves(test.node):
            if "offence_date" not in facts_of(leaf):
                continue
            if not isinstance(leaf, DateIn):
                return None
            edges |= {day for day in (leaf.first, leaf.before) if day is not None}
    return sorted(edges)
