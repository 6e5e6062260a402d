"""The disclosure rule: below which count nothing is shown, and what figures are rounded to."""

from __future__ import annotations

from typing import NamedTuple


class Rule(NamedTuple):
    """Counts from 1 to below the threshold are withheld; what is shown is rounded to the base (1: not rounded).

    `ordinary` is for common topics, `sensitive` for those that can cost a person dearly (HIV, gender identity,
    children, long solitary confinement) and for every figure of a list of fewer than `small_list` people. Agencies
    withhold frequencies below 3 or 5, the Office for National Statistics below 10 in research outputs (Handbook on
    Statistical Disclosure Control for Outputs, ukdataservice.ac.uk); which of them where is our own choice. Shares are
    reckoned from printed counts, on a base of at least `least_base`.
    """

    ordinary: int = 5
    sensitive: int = 10
    small_list: int = 50
    base: int = 5
    least_base: int = 20

    def threshold(self, persons: int, *, is_sensitive: bool = False) -> int:
        """The threshold of a figure of a list of that many people."""
        return self.sensitive if is_sensitive or persons < self.small_list else self.ordinary


RULE = Rule()
