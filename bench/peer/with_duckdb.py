"""The query that Rihai makes of the provision, unchanged: its text lies beside the rows."""

from __future__ import annotations

from pathlib import Path
from typing import Any


def outcomes(source: Path, day: int) -> list[int]:
    """The outcome of each row of the file; the query was made for the day."""
    import duckdb

    with duckdb.connect(config={"threads": 2}) as connection:
        connection.execute(f"CREATE VIEW laid AS FROM read_parquet('{source}')")
        found: Any = connection.sql(source.with_suffix(f".{day}.sql").read_text(encoding="utf-8")).to_arrow_table()
    numbers: list[int] = found.column(0)
    return numbers
