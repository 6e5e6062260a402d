"""What can be done with the file of a death: one act, one transaction, one line in the trail."""

from __future__ import annotations

from rihai.monitoring.deaths.operations.opening import opened_by_record, record_death, take_up
from rihai.monitoring.deaths.operations.writing import (
    add_paper,
    change_death,
    close_death,
    keep_comparison,
    say_cause,
    write_step,
)  # fmt: skip

__all__ = [
    "add_paper", "change_death", "close_death", "keep_comparison", "opened_by_record", "record_death", "say_cause",
    "take_up", "write_step",
]  # fmt: skip
