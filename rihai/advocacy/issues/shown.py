"""How an issue's figures and trials are told: in the reader's language, with what is withheld said to be so."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.utils.translation import get_language

from rihai.advocacy.issues.counting import measures
from rihai.advocacy.issues.models import IssueFigure, IssueTrial
from rihai.screening.trying.models import ChangeKind

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Told:
    """A figure with what it counts, and how it is known."""

    title: str
    definition: str
    first: date
    last: date
    number: int | None
    is_estimate: bool
    by_name: str


def figures_told(rows: Iterable[IssueFigure]) -> list[Told]:
    """The figures kept with an issue; a measure no room offers any more keeps its code."""
    known = measures()
    return [
        Told(
            str(known[one.measure].title) if one.measure in known else one.measure,
            str(known[one.measure].definition) if one.measure in known else "",
            one.first, one.end - DAY, one.number, one.measure in known and bool(known[one.measure].mark), one.by_name,
        )
        for one in rows
    ]  # fmt: skip


def trial_rows(one: IssueTrial) -> list[tuple[str, str, list[tuple[str, int | None]]]]:
    """Each provision's title and section, and by kind of change how many people; None is withheld."""
    language = (get_language() or "en")[:2]
    return [(_title(row, language), str(row["cite"]), _cells(row["counts"])) for row in one.rows]


def _title(row: dict[str, Any], language: str) -> str:
    said: dict[str, str] = row["title"]
    return str(said.get(language) or said.get("en") or row["provision"])


def _cells(counts: dict[str, int | None]) -> list[tuple[str, int | None]]:
    return [(str(kind.label), counts.get(kind.value, 0)) for kind in ChangeKind]
