"""The provision in Polars: lazy, streaming, months added by expressions."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from bench import peer
from bench.peer import ALWAYS, COLUMNS, KINDS, NEVER, SINDH_BAR_ENDS


def outcomes(source: Path, day: int) -> Any:
    """The outcome of each row of the file on a day."""
    import polars as pl

    col = pl.col
    on_record = (
        (col("legal_status") == "under_trial")
        & pl.all_horizontal(col("bailable", "trial_concluded", "grave_record", "grave_terrorism") == 0)
        & ((col("sindh_charge") == 0) | (col("fir_date__e") >= SINDH_BAR_ENDS))
    )  # fmt: skip
    court = col("delay_attributed_to_accused", "court_found_hardened")
    barred = pl.any_horizontal(
        col("trial_concluded", "grave_record", "grave_terrorism", "delay_attributed_to_accused", "court_found_hardened")
        == 1
    )
    barred |= (col("bailable") != -1) & (col("sindh_charge") == 1) & (col("fir_date__l") < SINDH_BAR_ENDS)
    sure = on_record & pl.all_horizontal(court == 0) & (col("terrorism") != 1)
    applies = col("legal_status").is_in(["", "under_trial"]) & (col("bailable") != 1)
    made = (
        pl.when(~applies).then(peer.NOT_APPLICABLE)
        .when(sure & _passed("custody_since__l", 1, day)).then(peer.MET)
        .when(barred | (col("custody_since__e") == NEVER)).then(peer.NOT_MET)
        .when(~_passed("custody_since__e", 0, day)).then(peer.NOT_YET)
        .when(on_record & _passed("custody_since__l", 2, day)).then(peer.ARGUABLE)
        .otherwise(peer.CANNOT_TELL)
    )  # fmt: skip
    rows = pl.scan_parquet(source).select(COLUMNS).select(made.cast(pl.Int32).alias("outcome"))
    return rows.collect(engine="streaming")["outcome"].to_arrow()


def _passed(date: str, which: int, day: int) -> Any:
    """More months than the fewest (0), the most (1) or the kindest (2) have passed since a date on a day."""
    import polars as pl

    since = pl.col(date)
    finite = (since > ALWAYS) & (since < NEVER)
    start = pl.when(finite).then(since).cast(pl.Date)
    ends = pl.coalesce(pl.when(_of_kinds(which, count)).then(start.dt.offset_by(f"{count}mo")) for count in (6, 12, 24))
    return pl.when(finite).then(ends.to_physical() < day).otherwise(since == ALWAYS)


def _of_kinds(which: int, count: int) -> Any:
    import polars as pl

    return pl.any_horizontal(
        (pl.col("sex") == sex) & (pl.col("punishable_with_death") == capital)
        for (sex, capital), found in KINDS
        if found[which] == count
    )
