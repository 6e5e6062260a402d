"""A list read packed says of every row, and of every person, exactly what it says read plainly."""

from __future__ import annotations

from datetime import date

import pytest

from rihai.census.packed import PackedRow
from rihai.census.read import read_census
from rihai.census.reading import Reading
from rihai.census.synth import invent_census


def read(mess: float, packed: bool) -> Reading:
    invented = invent_census(150, 7, as_of=date(2026, 10, 20), mess=mess)
    return read_census(invented.content, invented.name, packed=packed)


@pytest.mark.parametrize("mess", [0.0, 1.0])
def test_a_list_read_packed_says_the_same(mess: float) -> None:
    plain, packed = read(mess, packed=False), read(mess, packed=True)
    assert all(type(row) is PackedRow for row in packed.rows)
    assert list(packed.as_json_lines()) == list(plain.as_json_lines())
    assert list(packed.records()) == list(plain.records())
    assert (packed.problems, packed.mappings, packed.counts()) == (plain.problems, plain.mappings, plain.counts())


def test_a_packed_row_keeps_a_verdict_and_problems_given_later() -> None:
    first, second = read(0.0, packed=True).rows[-2:]
    first.verdict, first.of = "duplicate", second.row
    assert (first.verdict, first.of) == ("duplicate", second.row)
    assert first != second
    assert not first.cells
