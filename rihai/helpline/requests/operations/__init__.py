"""What can be done with requests: one act, one transaction, one line in the trail."""

from __future__ import annotations

from rihai.helpline.requests.operations.asking import forget_drafts, keep_draft, send
from rihai.helpline.requests.operations.ending import close, erase_old, open_again
from rihai.helpline.requests.operations.ringing import raise_run_out
from rihai.helpline.requests.operations.steps import may_ring, no_need, note_step
from rihai.helpline.requests.operations.writing import (
    add_paper,
    begin,
    change_level,
    may_be_second,
    read_over,
    renew_pin,
    take,
    write,
)

__all__ = [
    "add_paper", "begin", "change_level", "close", "erase_old", "forget_drafts", "keep_draft", "may_be_second",
    "may_ring", "no_need", "note_step", "open_again", "raise_run_out", "read_over", "renew_pin", "send", "take",
    "write",
]  # fmt: skip
