"""The kinds of the data file, with their clocks; what is written wrong does not load."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from django.utils.translation import get_language

from rihai.data_files import loaded

FILE = Path(__file__).parent / "kinds.yaml"


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind: days until it is acknowledged and answered, and whether it begins as confidential."""

    code: str
    titles: Mapping[str, str]
    acknowledge: int
    answer: int
    is_confidential: bool

    @property
    def title(self) -> str:
        """Its name in the language of the page."""
        return self.titles["ur"] if (get_language() or "").startswith("ur") else self.titles["en"]


@cache
def kinds() -> Mapping[str, Kind]:
    """Every kind by its code, in the order of the file."""
    return {
        one["code"]: Kind(one["code"], one["title"], int(one["acknowledge"]), int(one["answer"]), one["confidential"])
        for one in _read()["kinds"]
    }


@cache
def steps() -> tuple[int, ...]:
    """After how many days late each step of the ladder is reached."""
    return tuple(_read()["escalate_after"])


def title_of(code: str) -> str:
    """The name of a kind; its code where the file has it no more."""
    found = kinds().get(code)
    return found.title if found else code


def _read() -> Any:
    return loaded(FILE.read_text(encoding="utf-8"))
