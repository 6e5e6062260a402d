"""The public report: only figures of one release, both languages, and nothing of a single person."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

import pytest

from rihai.cli.public_report import public_blocks, public_release
from rihai.cli.run import Run
from rihai.errors import Refused
from rihai.law.bulk.few import find_few
from rihai.law.engine import ReadyPack
from rihai.law.load import load_pack, pack_folder
from rihai.paper.blocks import Block, Callout, Definitions, Heading, Passage
from rihai.paper.charts import BarChart
from rihai.paper.table import SUPPRESSED, Table
from rihai.profile.disclosure import attack
from tests.cli.test_comparing import HELD, other

DAY = date(2026, 6, 1)


@pytest.fixture(scope="module")
def run() -> Run:
    """Seventy people in one prison, four of them women."""
    people = [HELD, *(other(at, sex="female" if at < 4 else "male") for at in range(69))]
    ready = [ReadyPack(load_pack(pack_folder("pakistan")), DAY)]
    return Run([], people, ready, DAY, find_few(people, ready))


def _flat(blocks: Iterable[Block]) -> Iterator[Block]:
    for block in blocks:
        yield block
        if isinstance(block, Passage):
            yield from _flat(block.blocks)


def test_every_figure_of_the_report_is_one_of_its_release(run: Run) -> None:
    release = public_release(run).release
    printed = {number for number in release.cells.values() if number is not None}
    tables = [one for one in _flat(public_blocks(run, "en", release)) if isinstance(one, Table)]
    figures = {value for one in tables for row in one.rows for value in row if isinstance(value, int)}
    assert len(tables) > 16
    assert figures <= printed
    assert any(SUPPRESSED in row for one in tables for row in one.rows)


def test_the_report_says_who_could_leave_from_the_same_release(run: Run) -> None:
    release = public_release(run).release
    glance = next(one for one in public_blocks(run, "en") if isinstance(one, Definitions))
    met = next(number for key, number in release.cells.items() if key.series == "leaving/met")
    assert dict(glance.items)["Could leave today"] == ("c" if met is None else str(met))
    assert dict(glance.items)["Day"] == "1 June 2026"


def test_the_report_stands_in_both_languages(run: Run) -> None:
    blocks = public_blocks(run, "ur")
    assert isinstance(blocks[0], Callout)
    (english,) = (one for one in blocks if isinstance(one, Passage))
    assert english.language == "en"
    assert isinstance(english.blocks[0], Heading)
    assert any(isinstance(one, BarChart) for one in english.blocks)


def test_the_release_holds_against_its_attack(run: Run) -> None:
    release = public_release(run).release
    bounds = attack([release])
    withheld = [key for key, number in release.cells.items() if number is None]
    assert withheld
    assert all(bounds[key][1] - bounds[key][0] >= 5 for key in withheld)


def test_the_same_day_is_printed_the_same_and_a_corrected_list_is_refused(run: Run) -> None:
    release = public_release(run).release
    assert public_release(run, [release]).release.cells == release.cells
    more = [*run.records, *(other(at, sex="male") for at in range(69, 80))]
    corrected = replace(run, records=more, findings=find_few(more, run.packs))
    with pytest.raises(Refused, match="published already"):
        public_release(corrected, [release])
