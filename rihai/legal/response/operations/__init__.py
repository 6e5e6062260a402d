"""What is done on a line of the lists: one act, one transaction, one line in the trail."""

from __future__ import annotations

from rihai.legal.response.operations.acting import (
    add_note,
    close,
    file_petition,
    give_back,
    park,
    record_grant,
    record_refusal,
    refer,
    take,
)
from rihai.legal.response.operations.clocks import did_clock_act
from rihai.legal.response.operations.handing import accept, assign, decline, offer
from rihai.legal.response.operations.telling import could_not_tell, told_her
from rihai.legal.response.operations.together import act_on_all

__all__ = [
    "accept",
    "act_on_all",
    "add_note",
    "assign",
    "close",
    "could_not_tell",
    "decline",
    "did_clock_act",
    "file_petition",
    "give_back",
    "offer",
    "park",
    "record_grant",
    "record_refusal",
    "refer",
    "take",
    "told_her",
]
