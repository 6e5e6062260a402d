"""What is done in results: one act, one transaction, one line in the trail."""

from __future__ import annotations

from rihai.results.operations.codes import join_codes, part_codes
from rihai.results.operations.entering import enter_figure, withdraw_entry
from rihai.results.operations.lists import give_list, take_in, undo
from rihai.results.operations.locking import lock_period, restate, sign_off
from rihai.results.operations.projects import keep_indicator, keep_project
from rihai.results.operations.sampling import draw_sample, record_check

__all__ = [
    "draw_sample", "enter_figure", "give_list", "join_codes", "keep_indicator", "keep_project", "lock_period",
    "part_codes", "record_check", "restate", "sign_off", "take_in", "undo", "withdraw_entry",
]  # fmt: skip
