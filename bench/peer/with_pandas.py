"""The provision in pandas: whole columns, DateOffset for months."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from bench import peer
from bench.peer import ALWAYS, COLUMNS, KINDS, NEVER, SINDH_BAR_ENDS


def outcomes(source: Path, day: int) -> Any:
    """The outcome of each row of the file on a day."""
    import numpy as np
    import pandas as pd

    rows = pd.read_parquet(source, columns=list(COLUMNS))
    none = rows[["bailable", "trial_concluded", "grave_record", "grave_terrorism"]].eq(0).all(axis=1)
    on_record = rows["legal_status"].eq("under_trial") & none
    on_record &= rows["sindh_charge"].eq(0) | rows["fir_date__e"].ge(SINDH_BAR_ENDS)
    court = rows[["delay_attributed_to_accused", "court_found_hardened"]]
    barred = rows[["trial_concluded", "grave_record", "grave_terrorism"]].eq(1).any(axis=1) | court.eq(1).any(axis=1)
    barred |= rows["bailable"].ne(-1) & rows["sindh_charge"].eq(1) & rows["fir_date__l"].lt(SINDH_BAR_ENDS)
    sure = on_record & court.eq(0).all(axis=1) & rows["terrorism"].ne(1)
    applies = rows["legal_status"].isin(["", "under_trial"]) & rows["bailable"].ne(1)
    steps = [
        (~applies, peer.NOT_APPLICABLE),
        (sure & _passed(rows, "custody_since__l", 1, day), peer.MET),
        (barred | rows["custody_since__e"].eq(NEVER), peer.NOT_MET),
        (~_passed(rows, "custody_since__e", 0, day), peer.NOT_YET),
        (on_record & _passed(rows, "custody_since__l", 2, day), peer.ARGUABLE),
    ]
    return np.select([when for when, _ in steps], [number for _, number in steps], peer.CANNOT_TELL)


def _passed(rows: Any, date: str, which: int, day: int) -> Any:
    """More months than the fewest (0), the most (1) or the kindest (2) have passed since a date on a day."""
    import pandas as pd

    since = rows[date]
    start = pd.to_datetime(since.where(since.between(ALWAYS + 1, NEVER - 1)), unit="D")
    passed = since.eq(ALWAYS)
    for count in (6, 12, 24):
        kinds = pd.Series(False, index=rows.index)
        for (sex, capital), found in KINDS:
            if found[which] == count:
                kinds |= rows["sex"].eq(sex) & rows["punishable_with_death"].eq(capital)
        passed |= kinds & ((start + pd.DateOffset(months=count)) < pd.Timestamp(day, unit="D"))
    return passed
