"""The sheets about the list itself: what to mend in it, and every row of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rihai.cli.book_parts import above, person_cells, person_columns
from rihai.cli.reading import VERDICTS
from rihai.paper.table import Column, Status, Value
from rihai.paper.workbook import SheetSpec
from rihai.words import say

if TYPE_CHECKING:
    from rihai.cli.run import Run


def problems_list(run: Run, language: str) -> SheetSpec:
    """Every problem of the lists, with its row, the text as written and how to mend it."""
    columns = (
        *_place_columns(language),
        Column(say("Fact", language), "text", 22),
        Column(say("As written", language), "text", 24),
        Column(say("What is wrong", language), "text", 44),
        Column(say("How to mend it", language), "text", 44),
        Column(say("Code", language), "text", 24),
    )
    return SheetSpec(
        say("Problems", language), say("What to mend in the list", language), columns, _problem_rows(run, language),
        above=above(run, language),
    )  # fmt: skip


def _place_columns(language: str) -> tuple[Column, ...]:
    """Where a row of the source stands, and what became of it."""
    return (
        Column(say("File", language), "text", 20),
        Column(say("Sheet", language), "text", 14),
        Column(say("Row", language), "number", 8),
        Column(say("Verdict", language), "status", 16),
    )


def _verdict(verdict: str, language: str) -> Status:
    codes = {"accepted_with_warnings": "warning", "not_a_person": "not_applicable"}
    return Status(codes.get(verdict, verdict), say(VERDICTS[verdict], language))


def _problem_rows(run: Run, language: str) -> Iterator[list[Value]]:
    for source in run.sources:
        for problem in source.problems:
            yield [
                source.path.name, None, None, Status("warning", say("fact left out", language)), problem.fact,
                problem.raw, problem.message, problem.mend, problem.code,
            ]  # fmt: skip
        for row in source.reading.rows if source.reading else ():
            for problem in row.problems:
                yield [
                    source.path.name, row.sheet, row.row, _verdict(row.verdict, language), problem.fact,
                    problem.raw, problem.message, problem.mend, problem.code,
                ]  # fmt: skip


def rows_list(run: Run, language: str) -> SheetSpec:
    """Every source row with its verdict, who stands in it and its text as written."""
    columns = (
        *_place_columns(language),
        Column(say("Same as row", language), "number", 10),
        *person_columns(language),
        Column(say("As written", language), "text", 60),
    )
    return SheetSpec(
        say("All rows", language), say("Every row of the source", language), columns, _rows(run, language),
        above=above(run, language),
    )  # fmt: skip


def _rows(run: Run, language: str) -> Iterator[list[Value]]:
    for source in run.sources:
        if source.reading is None:
            accepted = _verdict("accepted", language)
            for number, record in enumerate(source.records, 1):
                yield [
                    source.path.name, None, number, accepted, None, *person_cells(record, language), "",
                ]  # fmt: skip
            continue
        for row in source.reading.rows:
            written = " | ".join(f"{heading}: {text}" for heading, text in row.raw.items())
            yield [
                source.path.name, row.sheet, row.row, _verdict(row.verdict, language), row.of,
                *person_cells(row.facts, language), written[:32_000],
            ]  # fmt: skip
