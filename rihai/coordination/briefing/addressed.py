"""Who is told what: for each provision, group and kind of delay the actors who can do something about it.

`addressed.csv` is the table, which a lawyer can read and correct. It says what is asked of each actor; where it says
nothing, the provision's own effect is asked. `basis` is the law that gives this actor the duty or the power, and `read`
how that was seen when the table was checked against the law we hold (26 November 2026): its `text`, or a `secondary`
source. Where no law was found that asks it of them, both are empty and the briefing says that the request is ours. No
lawyer has signed the table yet. A provision of release that stands in no row goes to the courts, an alert to the
prison.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from rihai.coordination.briefing.models import Rests, To

FILE = Path(__file__).with_name("addressed.csv")
DEFAULT = {"release": (To.COURT,), "alert": (To.PRISON,)}


@dataclass(frozen=True, slots=True)
class Addressed:
    """To whom a line goes, whether its topic is sensitive, and what is asked where no provision says it."""

    to: tuple[To, ...]
    is_sensitive: bool = False
    asks_en: str = ""
    asks_ur: str = ""
    basis: str = ""

    @property
    def is_ours(self) -> bool:
        """Whether what is asked rests on no law that was found: then it is a request of the office."""
        return bool(self.asks_en) and not self.basis


@cache
def table() -> dict[tuple[str, str], tuple[Addressed, ...]]:
    """Every row by what it rests on and its code; several where actors are asked different things."""
    found: dict[tuple[str, str], tuple[Addressed, ...]] = {}
    with FILE.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            key = row["rests"], row["code"]
            one = Addressed(
                tuple(To(to) for to in row["to"].split()), row["is_sensitive"] == "yes", row["asks_en"], row["asks_ur"],
                row["basis"],
            )  # fmt: skip
            found[key] = (*found.get(key, ()), one)
    return found


def of_law(provision: str, kind: str) -> tuple[Addressed, ...]:
    """Whom a provision concerns; nobody where it neither opens a gate nor asks somebody to act and is in no row."""
    return table().get((Rests.LAW, provision)) or (Addressed(DEFAULT.get(kind, ())),)


def others(rests: Rests, code: str) -> tuple[Addressed, ...]:
    """Whom something else that is counted concerns."""
    return table().get((rests, code), ())
