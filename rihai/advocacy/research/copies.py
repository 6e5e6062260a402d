"""The copies of an extract: each leaves with its number and with its rows in an order of its own, by which it is known.

Nothing is added to a copy and no fact in it is changed: the order alone says whose it is. It holds through a
spreadsheet, and is lost where somebody sorts the rows.
"""

from __future__ import annotations

import csv
import hashlib
from collections import Counter
from collections.abc import Sequence
from io import StringIO
from uuid import UUID

from rihai.accounts.operations.house import as_house
from rihai.advocacy.research.models import ResearchDownload
from rihai.kit.files.store import contents

ENOUGH = 0.5
"""The share of rows in their places, above chance, from which a table is held to be a copy."""
END = b"\r\n"


def in_own_order(content: bytes, key: UUID) -> bytes:
    """The table with its heading first and its rows in the order of a copy."""
    heading, *rows = content.removesuffix(END).split(END)
    order = sorted(range(len(rows)), key=lambda n: hashlib.sha256(f"{key} {n}".encode()).digest())
    return END.join([heading, *(rows[n] for n in order)]) + END


def digest_of(content: bytes) -> str:
    """Its SHA-256, in hex."""
    return hashlib.sha256(content).hexdigest()


def copy_of(content: bytes) -> ResearchDownload | None:
    """Which copy a table is: the very file, or one saved anew with most rows in their places. None: none, or sorted.

    Raises UnicodeDecodeError for what is no text, and csv.Error for no table. Asked by the house.
    """
    rows = _rows(content)
    with as_house():
        copies = list(ResearchDownload.objects.exclude(number=None).select_related("extract__request", "extract__file"))
        if same := next((one for one in copies if one.digest == digest_of(content)), None):
            return same
        by_extract: dict[UUID, list[ResearchDownload]] = {}
        for one in copies:
            by_extract.setdefault(one.extract_id, []).append(one)
        found = [pair for group in by_extract.values() for pair in _alike(rows, group)]
    share, best = max(found, key=lambda pair: pair[0], default=(0.0, None))
    return best if share >= ENOUGH else None


def _alike(rows: list[list[str]], copies: list[ResearchDownload]) -> list[tuple[float, ResearchDownload]]:
    """For each copy of an extract which share of its rows stands in place; of one that is erased nothing is known."""
    stored = copies[0].extract.file
    if stored is None:
        return []
    content = contents(stored)
    found = []
    for one in copies:
        expected = _rows(in_own_order(content, one.pk))
        found.append((in_place_above_chance(rows, expected), one))
    return found


def in_place_above_chance(rows: Sequence[Sequence[str]], expected: Sequence[Sequence[str]]) -> float:
    """The share of rows that stand where a copy has them, above what any order of these rows would show: 1 the copy, 0
    chance. Where rows hardly differ, many stand right by chance, and nobody is named for that (Cohen's kappa)."""
    count = max(len(expected), 1)
    share = sum(list(a) == list(b) for a, b in zip(rows, expected, strict=False)) / count
    chance = sum((same / count) ** 2 for same in Counter(map(tuple, expected)).values())
    return (share - chance) / (1 - chance) if chance < 1 else 0.0


def _rows(content: bytes) -> list[list[str]]:
    return list(csv.reader(StringIO(content.decode("utf-8-sig"), newline="")))[1:]
