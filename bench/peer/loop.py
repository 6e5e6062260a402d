"""The provision as a person would write it in Python: one row after another, nothing but the standard library."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from bench import peer
from bench.peer import ALWAYS, COLUMNS, NEVER, SINDH_BAR_ENDS, months

_EPOCH = date(1970, 1, 1)


def outcomes(source: Path, day: int) -> list[int]:
    """The outcome of each row of the file on a day."""
    import pyarrow.parquet as pq

    on = _EPOCH + timedelta(day)
    with pq.ParquetFile(source) as file:
        batches = file.iter_batches(50_000, columns=list(COLUMNS))
        return [outcome(row, on) for batch in batches for row in batch.to_pylist()]


def outcome(row: Mapping[str, Any], on: date) -> int:
    """The outcome of one row."""
    if row["legal_status"] not in {"", "under_trial"} or row["bailable"] == 1:
        return peer.NOT_APPLICABLE
    shortest, longest, kindest = months(row["sex"], row["punishable_with_death"])
    first, last = row["custody_since__e"], row["custody_since__l"]
    on_record = (
        row["bailable"] == 0
        and row["trial_concluded"] == 0
        and row["grave_record"] == 0
        and row["grave_terrorism"] == 0
        and row["legal_status"] == "under_trial"
        and (row["sindh_charge"] == 0 or row["fir_date__e"] >= SINDH_BAR_ENDS)
    )
    for_the_court = (row["delay_attributed_to_accused"], row["court_found_hardened"])
    if on_record and for_the_court == (0, 0) and row["terrorism"] != 1 and _passed(last, longest, on):
        return peer.MET
    barred = (row[name] == 1 for name in ("trial_concluded", "grave_record", "grave_terrorism"))
    sindh = row["bailable"] != -1 and row["sindh_charge"] == 1 and row["fir_date__l"] < SINDH_BAR_ENDS
    if any(barred) or sindh or 1 in for_the_court or first == NEVER:
        return peer.NOT_MET
    if not _passed(first, shortest, on):
        return peer.NOT_YET
    return peer.ARGUABLE if on_record and _passed(last, kindest, on) else peer.CANNOT_TELL


def _passed(since: int, count: int, on: date) -> bool:
    """More than `count` months have passed since a day."""
    if since in {ALWAYS, NEVER}:
        return since == ALWAYS
    start = _EPOCH + timedelta(since)
    year, month = divmod(start.year * 12 + start.month - 1 + count, 12)
    return date(year, month + 1, min(start.day, monthrange(year, month + 1)[1])) < on
