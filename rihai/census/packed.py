"""A row kept packed: what reading a long list holds of a row between its parsing and its being handed on."""

from __future__ import annotations

import pickle
import zlib
from typing import Any

from rihai.census.reading import Facts, SourceRow

_FAST = 1
"""How hard a row is packed: it is unpacked a moment later."""


class PackedRow(SourceRow):
    """A source row whose facts and texts are kept pickled and compressed; unpacked each time they are asked for.

    `headings` and `cells` are let go: `raw`, which joins them, is kept. No two rows are equal.
    """

    __slots__ = ("_facts", "_raw")
    __hash__ = object.__hash__

    def __init__(self, row: SourceRow) -> None:
        super().__init__(row.sheet, row.row, row.verdict, row.facts, row.problems, (), (), row.of, row.of_sheet)
        self._raw = _pack(row.raw)

    @property
    def facts(self) -> Facts:
        """The record of the row, unpacked: ask once and keep it."""
        facts: Facts = _unpack(self._facts)
        return facts

    @facts.setter
    def facts(self, facts: Facts) -> None:
        self._facts = _pack(facts)

    @property
    def raw(self) -> dict[str, str]:
        """The text of every filled cell by its heading, unpacked."""
        raw: dict[str, str] = _unpack(self._raw)
        return raw

    def __eq__(self, other: object) -> bool:
        return self is other


def _pack(held: Any) -> bytes:
    return zlib.compress(pickle.dumps(held, pickle.HIGHEST_PROTOCOL), _FAST)


def _unpack(packed: bytes) -> Any:
    return pickle.loads(zlib.decompress(packed))  # noqa: S301 - packed here, never out of this process's memory
