"""What the clock brings to the line: clocks that ran out, and what is forgotten when its time is over."""

from __future__ import annotations

from datetime import datetime

from rihai.accounts.operations.house import as_house
from rihai.helpline.calls.operations import forget_numbers
from rihai.helpline.knocks import forget_knocks
from rihai.helpline.requests.operations import erase_old


def forget(at: datetime) -> int:
    """Drafts nobody sent, digests of networks, numbers rung back, and what was told in requests long closed."""
    with as_house(at):
        return erase_old(at) + forget_knocks(at) + forget_numbers(at)
