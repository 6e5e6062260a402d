"""The series of the data file, with their norms and where each comes from; what is written wrong does not load."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from django.utils.translation import get_language

from rihai.data_files import loaded

FILE = Path(__file__).parent / "series.yaml"
Words = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Norm:
    """What a standard asks for: at most, or at least, and where it stands."""

    number: float
    is_most: bool
    sources: Words

    @property
    def source(self) -> str:
        """Where it stands, in the language of the page."""
        return said(self.sources)

    def is_broken(self, value: float) -> bool:
        """Whether a figure is beyond it."""
        return value > self.number if self.is_most else value < self.number


@dataclass(frozen=True, slots=True)
class Series:
    """One of them. `comes_from`: indicators of inspections, `count` or `toilets`; `run`: so many points are chronic."""

    code: str
    titles: Words
    units: Words
    comes_from: tuple[str, ...]
    run: int
    norm: Norm | None

    @property
    def title(self) -> str:
        """Its name in the language of the page."""
        return said(self.titles)

    @property
    def unit(self) -> str:
        """Its unit in the language of the page."""
        return said(self.units)


def said(words: Words) -> str:
    """Words in the language of the page."""
    return words["ur"] if (get_language() or "").startswith("ur") else words["en"]


@cache
def series() -> Mapping[str, Series]:
    """Every series by its code, in the order of the file."""
    return {one["code"]: _series(one) for one in loaded(FILE.read_text(encoding="utf-8"))["series"]}


def _series(one: Mapping[str, Any]) -> Series:
    norm = one.get("norm")
    found = None
    if norm:
        is_most = "most" in norm
        found = Norm(float(norm["most" if is_most else "least"]), is_most, norm["source"])
    return Series(one["code"], one["title"], one["unit"], tuple(one.get("from", ())), int(one["run"]), found)
