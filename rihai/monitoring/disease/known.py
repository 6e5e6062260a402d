"""The diseases of the data file: definitions and thresholds, in both languages; what is written wrong does not load."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from django.utils.translation import get_language

from rihai.data_files import loaded

FILE = Path(__file__).parent / "diseases.yaml"
Words = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Limit:
    """So many cases within so many days, or so many per thousand held (and never fewer than two), raise an alert."""

    days: int
    cases: int | None = None
    per_thousand: float | None = None

    def is_crossed(self, cases: int, held: int) -> bool:
        """Whether so many cases among so many people cross it."""
        if self.cases is not None and cases >= self.cases:
            return True
        return bool(self.per_thousand and held and cases > 1 and cases / held * 1_000 >= self.per_thousand)


@dataclass(frozen=True, slots=True)
class Disease:
    """One of them. `incubation` in days; `limit` None: no number of cases raises an alert by itself."""

    code: str
    titles: Words
    incubation: int
    is_sensitive: bool
    definitions: Mapping[str, Words]
    source: str
    url: str
    was_read: bool
    limit: Limit | None

    @property
    def title(self) -> str:
        """Its name in the language of the page."""
        return said(self.titles)

    @property
    def told(self) -> list[tuple[str, str]]:
        """Each status with its definition, in the language of the page."""
        return [(status, said(words)) for status, words in self.definitions.items()]


def said(words: Words) -> str:
    """Words in the language of the page."""
    return words["ur"] if (get_language() or "").startswith("ur") else words["en"]


@cache
def diseases() -> Mapping[str, Disease]:
    """Every disease by its code, in the order of the file. Raises KeyError or ValueError for what is not there."""
    read = loaded(FILE.read_text(encoding="utf-8"))
    return {one["code"]: _disease(one) for one in read["diseases"]}


def title_of(code: str) -> str:
    """The name of a disease; its code where the file has it no more."""
    found = diseases().get(code)
    return found.title if found else code


def _disease(one: Mapping[str, Any]) -> Disease:
    defined = {status: one[status] for status in ("suspected", "probable", "confirmed") if status in one}
    if "confirmed" not in defined or any(set(words) != {"en", "ur"} for words in (one["title"], *defined.values())):
        raise ValueError(f"{one['code']}: a title and a confirmed case, in both languages")
    return Disease(
        one["code"], one["title"], int(one["incubation"]), bool(one["sensitive"]), defined, one["source"]["title"],
        one["source"]["url"], bool(one["source"]["read"]), Limit(**one["alert"]) if "alert" in one else None,
    )  # fmt: skip
