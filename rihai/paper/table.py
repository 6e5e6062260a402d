"""Tables as plain values: what a cell may hold, and how it reads in words, whatever it is printed on."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Literal, NamedTuple, Protocol
from urllib.parse import urlsplit

from rihai.words import mark, number_text, say

Kind = Literal["text", "number", "date", "percent", "link", "status"]

MONTHS = (
    mark("Jan"), mark("Feb"), mark("Mar"), mark("Apr"), mark("May"), mark("Jun"),
    mark("Jul"), mark("Aug"), mark("Sep"), mark("Oct"), mark("Nov"), mark("Dec"),
)  # fmt: skip


class Absent(Enum):
    """Why a figure is not printed; never to be taken for a nought, which is printed as 0."""

    SUPPRESSED = "c"
    NOT_COLLECTED = ".."


SUPPRESSED = Absent.SUPPRESSED
"""So few people that somebody could be recognised: shown as c, hatched in charts at full width."""
NOT_COLLECTED = Absent.NOT_COLLECTED
"""Nobody counted: shown as .., with no bar at all."""
ABSENT_MEANS = {
    SUPPRESSED: mark("c is a figure withheld, because so few people could be recognised."),
    NOT_COLLECTED: mark(".. was not collected; 0 is a true nought."),
}


class Link(NamedTuple):
    """Words that lead to an address. Only https, http, mailto and #places on the page are ever made clickable."""

    text: str
    address: str

    @property
    def is_safe(self) -> bool:
        """Whether the address may be clicked; any other kind is printed as words beside the text."""
        if self.address.startswith("#"):
            return len(self.address) > 1
        try:
            parts = urlsplit(self.address)
        except ValueError:
            return False
        return (parts.scheme in ("http", "https") and bool(parts.netloc)) or parts.scheme == "mailto"


class Status(NamedTuple):
    """A state: its code (`rihai.paper.inks` gives its colours, shape and icon) and the words that say it."""

    code: str
    text: str


Value = str | int | float | date | Link | Status | Absent | None
"""What a cell holds. None is *not known*, and prints as an empty cell."""


class Column(NamedTuple):
    """One column: its heading, what its cells are, and its width in letters (spreadsheets; a share elsewhere).

    A percent is kept as a fraction: 0.25 prints as 25.0%.
    """

    title: str
    kind: Kind = "text"
    width: float = 14

    @property
    def is_figure(self) -> bool:
        """Whether cells stand at the end of the column, in figures of equal width."""
        return self.kind in ("number", "percent")


@dataclass(frozen=True)
class Table:
    """A table to be read: rows have one value for each column; the total row stands under an ink line."""

    title: str
    columns: Sequence[Column]
    rows: Sequence[Sequence[Value]]
    note: str = ""
    total_row: Sequence[Value] | None = None

    def __post_init__(self) -> None:
        """Raises ValueError for a row that has not one value for each column."""
        for row in (*self.rows, *((self.total_row,) if self.total_row is not None else ())):
            if len(row) != len(self.columns):
                raise ValueError(f"A row of {self.title!r} has {len(row)} values for {len(self.columns)} columns")

    @property
    def absences(self) -> tuple[Absent, ...]:
        """The kinds of absent figure in the table, which its foot must explain."""
        rows = (*self.rows, *((self.total_row,) if self.total_row is not None else ()))
        found = {value for row in rows for value in row if isinstance(value, Absent)}
        return tuple(kind for kind in Absent if kind in found)


Amount = int | float | Absent


class Bar(NamedTuple):
    """One bar or point of a chart: what it stands for, how much, and whether it is the one to look at."""

    label: str
    amount: Amount
    is_marked: bool = False


class Chart(Protocol):
    """What every chart can do; `rihai.paper.charts` holds the kinds there are."""

    @property
    def title(self) -> str:
        """The caption that stands above the chart."""

    @property
    def says(self) -> str:
        """What the chart shows, in one sentence, for those who cannot see it."""

    def as_svg(self, language: str, *, width: int | None = None, key: str = "chart") -> str:
        """The drawing; `width` in pixels, or None to stretch; `key` keeps its ids apart from others on the page."""

    def as_table(self) -> Table:
        """The same figures as a table."""


def short_day(value: date, language: str) -> str:
    """A day as it stands in a column: "09 Mar 2026"."""
    return f"{value.day:02d} {say(MONTHS[value.month - 1], language)} {value.year}"


def cell_text(value: Value, kind: Kind, language: str) -> str:
    """How a value reads on paper, in `language`; numbers with their thousands parted, percents with one decimal.

    Raises ValueError for a number that is not one (NaN, infinity): a figure nobody can check is never printed.
    """
    match value:
        case None:
            return ""
        case Absent() | Link() | Status():
            return value.value if isinstance(value, Absent) else value.text
        case date():
            return short_day(value, language)
        case bool():
            return say("Yes", language) if value else say("No", language)
        case int() | float():
            return _figure(value, kind, language)
        case _:
            return value


def _figure(value: int | float, kind: Kind, language: str) -> str:
    if not math.isfinite(value):
        raise ValueError("A figure is not a finite number")
    if kind == "percent":
        return f"{value:.1%}"
    return number_text(round(value, 2) if isinstance(value, float) else value, language)
