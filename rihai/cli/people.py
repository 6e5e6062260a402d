"""Who is in custody, in the report: the stock on the day asked, as charts and tables of counts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rihai.paper.blocks import Block

if TYPE_CHECKING:
    from rihai.cli.run import Run


def people_blocks(run: Run, language: str) -> Iterator[Block]:
    """Charts, then every breakdown as a table."""
    from rihai.profile.statistics import as_charts, as_tables

    yield from as_charts(run.stock, language)
    yield from as_tables(run.stock, language)
