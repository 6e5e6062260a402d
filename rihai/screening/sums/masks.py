"""Which classes it takes to see a row, as one bit; a person whose rows are of several has the bits of all."""

from __future__ import annotations

from rihai.kit.classes import DataClass

PERSONAL, LEGAL, HEALTH, BOTH = 1, 2, 4, 8
"""BOTH: a row of health facts that rests on legal ones too."""
_OF_CLASS = {str(DataClass.PERSONAL): PERSONAL, str(DataClass.LEGAL): LEGAL, str(DataClass.HEALTH): HEALTH}
ALL = range(1, 16)


def bit_of(data_class: str, and_legal: bool) -> int:
    """The bit of a row."""
    bit = _OF_CLASS[str(data_class)]
    return BOTH if bit == HEALTH and and_legal else bit


def having(bit: int) -> list[int]:
    """The masks in which the bit stands."""
    return [mask for mask in ALL if mask & bit]
