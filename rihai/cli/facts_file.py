"""Files of canonical facts, .jsonl and .parquet: already parsed, screened as they are, accounted for line by line."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rihai.cli.options import bytes_of
from rihai.errors import FileUnreadable

if TYPE_CHECKING:
    from rihai.census.reading import Reading, SourceRow, Verdict
    from rihai.facts import Problem

FACTS_SUFFIXES = {".jsonl", ".parquet"}


def holds_facts(path: Path) -> bool:
    """Whether the file's name says that it holds canonical facts."""
    return path.suffix.lower() in FACTS_SUFFIXES


def facts_of(path: Path) -> tuple[list[dict[str, Any]], list[Problem]]:
    """The records of a file of facts, checked, with the problems met in them."""
    from rihai.law.record import checked, not_an_object

    records, problems = [], []
    for written in written_records(path):
        if not isinstance(written, dict):
            problems.append(not_an_object(None))
            continue
        record, found = checked(written)
        problems += found
        if record:
            records.append(record)
    return records, problems


def written_records(path: Path) -> Iterator[dict[str, Any] | None]:
    """The records of a .jsonl or .parquet file as written; None for a line that is no JSON object."""
    if path.suffix.lower() == ".parquet":
        yield from _of_parquet(path)
        return
    for line in lines_of(path):
        if line.strip():
            yield _object(line)


def lines_of(path: Path) -> list[str]:
    """The physical lines of a .jsonl file; raises FileUnreadable where it is not UTF-8.

    Only a line feed ends a line: JSON allows the other line separators of Unicode inside a text.
    """
    try:
        return bytes_of(path).decode("utf-8-sig").removesuffix("\n").split("\n")
    except UnicodeDecodeError:
        raise FileUnreadable("file_not_utf8", f"{path.name} is not UTF-8 text.", "Save it as UTF-8.") from None


def reading_of(path: Path) -> Reading:
    """A file of facts as `rihai read` shows it: a verdict for every line, or every row of a Parquet file, from 1.

    A record stands when it is a JSON object with an id; what does not fit the dictionary is warned of and left out of
    `facts`, while `raw` keeps the line. The same id again with the same facts is a duplicate.
    """
    from rihai.census.reading import Reading

    if path.suffix.lower() == ".parquet":
        lines = [json.dumps(record, ensure_ascii=False) for record in _of_parquet(path)]
    else:
        lines = lines_of(path)
    seen: dict[str, SourceRow] = {}
    rows = [_row(number, line, _object(line), seen) for number, line in enumerate(lines, start=1)]
    return Reading(rows, (), None, None)


def _row(number: int, line: str, written: dict[str, Any] | None, seen: dict[str, SourceRow]) -> SourceRow:
    from rihai.census.reading import SourceRow
    from rihai.law.record import checked, id_twice, not_an_object
    from rihai.paper.cell import Cell

    record, problems = checked(written) if written is not None else ({}, [])
    verdict: Verdict = "accepted"
    of = None
    if not line.strip():
        verdict = "not_a_person"
    elif written is None:
        problems, verdict = [not_an_object(line)], "rejected"
    elif "id" not in record:
        verdict = "rejected"
    elif (first := seen.get(record["id"])) is not None:
        problems.append(id_twice(record["id"]))
        if record == first.facts:
            verdict, of = "duplicate", first.row
    if problems and verdict == "accepted":
        verdict = "accepted_with_warnings"
    row = SourceRow(None, number, verdict, record, tuple(problems), ("record",), (Cell(line, line, "text"),), of)
    if verdict.startswith("accepted"):
        seen.setdefault(record["id"], row)
    return row


def _object(line: str) -> dict[str, Any] | None:
    try:
        written = json.loads(line)
    except (ValueError, RecursionError):
        return None
    return written if isinstance(written, dict) else None


def _of_parquet(path: Path) -> Iterator[dict[str, Any]]:
    import pyarrow.parquet as pq
    from pyarrow.lib import ArrowInvalid

    try:
        file = pq.ParquetFile(path)
    except (ArrowInvalid, OSError):
        raise FileUnreadable("file_not_parquet", f"{path.name} is not a Parquet file.", "Write it anew.") from None
    for batch in file.iter_batches(10_000):
        yield from (_without_nulls(row) for row in batch.to_pylist())


def _without_nulls(value: Any) -> Any:
    """A value without the keys Parquet fills in: absent and null are the same, not known."""
    if isinstance(value, dict):
        return {key: _without_nulls(one) for key, one in value.items() if one is not None}
    if isinstance(value, date):
        return value.isoformat()
    return [_without_nulls(one) for one in value] if isinstance(value, list) else value
