"""Linking: which records of one list, or of two, are one person; sure links joined, doubtful ones put before a person.

`link_between` compares two lists, `link_within` one with itself. Weights are bits of odds: +10 is a thousand to one.
Exact keys (identity number; prison's number with FIR) and names with father, days and places are weighed together; a
name alone never joins anybody, and what a person has decided ("same", "different") always holds.
"""

from __future__ import annotations

from rihai.census.link.decisions import Decisions, keys_of, read_decisions
from rihai.census.link.links import Link, Links, link_between, link_within
from rihai.census.link.particulars import Particulars, particulars_of
from rihai.census.link.sentences import rarity_of, reasons, says

__all__ = [
    "Decisions", "Link", "Links", "Particulars", "keys_of", "link_between", "link_within", "particulars_of",
    "rarity_of", "read_decisions", "reasons", "says",
]  # fmt: skip
