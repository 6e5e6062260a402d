"""An invented prison whose truth is known: every row gets the verdict it deserves."""

from __future__ import annotations

from datetime import date

import pytest

from rihai.census.read import read_census
from rihai.census.synth import invent_census
from tests.census.lists import table


@pytest.mark.parametrize(("seed", "languages"), [(1, ("en", "ur")), (2, ("ur",)), (3, ("en",))])
def test_every_row_of_an_ugly_workbook_gets_the_verdict_it_deserves(seed: int, languages: tuple[str, ...]) -> None:
    census = invent_census(150, seed, as_of=date(2026, 10, 1), mess=2.0, languages=languages)

    reading = read_census(census.content, census.name, offences=table())

    found = [(row.sheet, row.row, row.verdict, (row.of_sheet, row.of) if row.of else None) for row in reading.rows]
    assert found == [(true.sheet, true.row, true.verdict, true.of) for true in census.truth]
    assert reading.census_day == date(2026, 10, 1)
