"""A group of reckoned facts, worked out in Python once for each distinct value of the facts it follows from."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from rihai.facts import CASE_FACTS, PERSON_FACTS
from rihai.law.compile import table_of
from rihai.law.flatten.arrow import written
from rihai.law.flatten.groups import Group
from rihai.law.lay import Row
from rihai.law.reckon.custody import holds_on
from rihai.law.row import RowBuilder

if TYPE_CHECKING:
    import pyarrow as pa

_REMEMBERED = 100_000
"""How many values of one group are kept for the next part of a census."""


class Reckoning:
    """Lays out the columns of a group as `RowBuilder` does, for keys of that group."""

    def __init__(self, group: Group, builder: RowBuilder, on: int) -> None:
        self.group = group
        self.on = on
        self.builder = RowBuilder({*group.facts, *group.items}, builder.items, builder.table)
        self.columns = list(self._work_out("{}"))
        self._known: dict[str, tuple[Any, ...]] = {}

    def table(self, keys: Iterable[str]) -> pa.Table:
        """The columns of the group for each key, beside the key itself as `key` and its `number` in the table."""
        asked = list(keys)
        rows = [self._row(key) for key in asked]
        columns = zip(*rows, strict=True) if rows else ((),) * len(self.columns)
        return table_of({"key": asked, "number": range(len(asked)), **dict(zip(self.columns, columns, strict=True))})

    def _row(self, key: str) -> tuple[Any, ...]:
        """The values of `columns`, worked out at the first sight of a key."""
        row = self._known.get(key)
        if row is None:
            if len(self._known) >= _REMEMBERED:
                self._known.clear()
            found = self._work_out(key)
            row = self._known[key] = tuple([found[name] for name in self.columns])
        return row

    def _work_out(self, key: str) -> Row:
        """The group's columns for the facts of one key; who holds comes with custody."""
        facts = json.loads(key)
        case = written(facts, CASE_FACTS)
        row = self.builder.build(written(facts, PERSON_FACTS), case, self.on)
        if self.group.name != "custody":
            del row["custody_from_arrest"]
            return row
        return row | {"holds": int(holds_on(case, self.on))}
