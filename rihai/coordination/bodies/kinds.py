"""The kinds of committee of the data file: what the law says of each, and what it leaves open, in both languages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from rihai.data_files import loaded
from rihai.monitoring.disease.known import said

FILE = Path(__file__).parent / "kinds.yaml"
Words = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Seat:
    """A post that the source names; `is_chair` for who presides."""

    titles: Words
    is_chair: bool


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind. `every_months` and `quorum` are None where the law that was read says nothing of them."""

    code: str
    country: str
    titles: Words
    cite: str
    url: str
    words: Words
    open_words: Words
    confidence: str
    every_months: int | None
    quorum: int | None
    seats: tuple[Seat, ...]

    @property
    def title(self) -> str:
        """Its name in the language of the page."""
        return said(self.titles)

    @property
    def says(self) -> str:
        """What the law, or the practice, says of it."""
        return said(self.words)

    @property
    def left_open(self) -> str:
        """Where sources differ, or what nobody has read; empty where nothing is."""
        return said(self.open_words)


@cache
def kinds() -> Mapping[str, Kind]:
    """Every kind by its code, in the order of the file."""
    return {row["code"]: _kind(row) for row in loaded(FILE.read_text(encoding="utf-8"))}


def _kind(row: dict[str, Any]) -> Kind:
    seats = tuple(Seat({"en": one[0], "ur": one[1]}, one[2:] == ["chair"]) for one in row["posts"])
    return Kind(
        code=row["code"], country=row["country"], titles={"en": row["en"], "ur": row["ur"]}, cite=row["cite"],
        url=row["url"], words={"en": row["says_en"], "ur": row["says_ur"]},
        open_words={"en": row["open_en"], "ur": row["open_ur"]}, confidence=row["confidence"],
        every_months=row["every_months"], quorum=row["quorum"], seats=seats,
    )  # fmt: skip
