"""Whether a file writes its dates day first or month first, from the dates that can be only one of the two."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

_NUMBERS = re.compile(r"(?<!\d)(\d{1,2})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(?:\d{4}|\d{2})(?!\d)")
_DIGITS = str.maketrans("۰۱۲۳۴۵۶۷۸۹٠١٢٣٤٥٦٧٨٩", "01234567890123456789")
_ENOUGH = 3
"""Dates that can only be month first, before a whole file is read so: one or two may be slips of the pen."""


class Order(NamedTuple):
    """`day_first` is None where the file does not show it; `mixed` says that it shows both, `silent` neither."""

    day_first: bool | None
    mixed: bool
    silent: bool = False


def date_order(texts: Iterable[str]) -> Order:
    """The order of day and month in a file, from the different texts of its date columns.

    A number above 12 in the first place means day first, in the second month first. One order holds when the other is
    at most a quarter as frequent; a day-first file with a few month-first dates stays day first.
    """
    day_first = month_first = 0
    for text in texts:
        for match in _NUMBERS.finditer(text.translate(_DIGITS)):
            first, second = int(match[1]), int(match[2])
            day_first += first > 12 >= second
            month_first += second > 12 >= first
    if day_first and month_first * 4 <= day_first:
        return Order(True, False)
    if month_first >= _ENOUGH and day_first * 4 <= month_first:
        return Order(False, False)
    return Order(None, bool(day_first and month_first), silent=not day_first and not month_first)
