"""The prison's own file back, with a column that says row by row what to mend."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import cast

from rihai.census.reading import Reading, SheetMapping, SourceRow, Verdict
from rihai.census.returned import return_file
from rihai.kit.actor import Actor
from rihai.kit.files import read
from rihai.paper.sheets import open_sheets
from rihai.people.intake.models import CensusFile, RowProblem
from rihai.people.intake.models import SourceRow as StagedRow
from rihai.people.intake.reading import plain_sheet
from rihai.people.intake.staging import read_told


def mended_file(file: CensusFile, *, actor: Actor, at: datetime, language: str) -> tuple[str, bytes]:
    """The new name and the bytes. Raises NotFound for who may not read the file, FileLost where it is gone."""
    content, name = read(file.stored, actor=actor, at=at), str(file.stored.name)
    book = open_sheets(content, name)
    text_file = len(book.sheets) == 1 and book.sheets[0].name is None
    rows = list(_rows(file, is_text=text_file))
    mappings = tuple(SheetMapping(one["sheet"], tuple(one["rows"]), ()) for one in file.headings if one["rows"])
    if any("\x1f" in (one.sheet or "") for one in mappings):
        mappings = tuple(SheetMapping(plain_sheet(one.sheet) or None, one.rows, ()) for one in mappings)
    return return_file(content, name, book, Reading(rows, mappings, None, None), language=language)


def _rows(file: CensusFile, *, is_text: bool) -> Iterator[SourceRow]:
    """The rows that have problems, as the reading had them."""
    numbers = RowProblem.objects.filter(census=file.census_id).values("number")
    rows = StagedRow.objects.filter(file=file, number__in=numbers).order_by("number")
    for row in rows.iterator(chunk_size=2000):
        sheet = None if is_text else row.sheet
        problems = tuple(one.as_problem(sheet, row.row) for one in read_told(row.told).problems)
        yield SourceRow(sheet, row.row, cast(Verdict, row.verdict), {}, problems, (), ())
