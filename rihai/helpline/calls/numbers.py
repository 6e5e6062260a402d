"""One telephone number however it is written: with the code of the country, without it, as a spreadsheet left it."""

from __future__ import annotations

from django.conf import settings

from rihai.kit.sealed.index import digits

LENGTHS = range(7, 16)
"""Digits of a number: local ones have seven at the least, none has more than fifteen (ITU-T E.164)."""
_OF_A_TOWN, _OF_THE_COUNTRY = 8, 10
"""Digits at most of a number without the code of its town, and of one without the first nought."""


def one_number(written: str) -> str:
    """As it is dialled from here: 0 first for this country, 00 first for another; "" for what is no number.

    0092 300 0000000, +92 300 0000000, 0300-0000000 and 300 0000000 are one.
    """
    told = digits(written)
    if len(told.lstrip("0")) not in LENGTHS:
        return ""
    if not told.startswith("0") and len(told) <= _OF_A_TOWN:
        return told
    home, bare = settings.DIAL_CODE, told.lstrip("0")
    is_foreign = told.startswith("00") or (not told.startswith("0") and len(told) > _OF_THE_COUNTRY)
    if is_foreign and bare.startswith(home) and len(bare) > len(home) + 6:
        return "0" + bare.removeprefix(home).lstrip("0")
    return ("00" if is_foreign else "0") + bare
