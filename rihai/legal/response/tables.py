"""The tables a lawyer can read and correct: reasons for refusal, remedies after one, and what the clocks ask for.

Each stands as a .csv beside this module, in English and Urdu. What a remedy's day rests on is named with it; a period
that is only practice, or that nobody has read in the law itself, says so wherever it is shown.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from django.utils.translation import get_language

from rihai.days import add, date_of, day_of

FOLDER = Path(__file__).parent
CAUSES = (
    "bail_not_furnished", "surety_missing", "order_not_arrived", "fine_only", "diyat_only", "sentence_over",
    "remand_expired", "foreign_national", "held_in_other_case",
)  # fmt: skip
BAIL = ("crpc_496", "crpc_497", "crpc_500", "jjsa_6", "cnsa_bail", "foreigners_14b", "juvenile_in_jail", "354A")
SENTENCE = ("crpc_426", "crpc_382a", "crpc_382b")
AUTHORITIES = ("prison", "department")
TOLD = ("court", "prison", "prosecutor", "department")
"""By whom a refusal is one that the person must be told of face to face."""


@dataclass(frozen=True, slots=True)
class Reason:
    """Why somebody said no. `consequence`: comes back when a fact changes (`facts` empty: any it rests on), after
    `days`, or never. `feeds`: cannot_tell, open_issue, law, practice or nothing."""

    code: str
    by: str
    consequence: str
    days: int
    facts: tuple[str, ...]
    feeds: str
    en: str
    ur: str

    @property
    def says(self) -> str:
        """In the reader's language."""
        return _said(self.en, self.ur)


@dataclass(frozen=True, slots=True)
class Remedy:
    """What can be asked for after a refusal: by when (None: the law names no day), on what authority."""

    code: str
    kind: str
    after: str
    days: int | None
    is_practice: bool
    confidence: str
    cite: str
    url: str
    en: str
    ur: str

    @property
    def says(self) -> str:
        """In the reader's language."""
        return _said(self.en, self.ur)

    def last_on(self, on: date) -> date | None:
        """The last day after a refusal of that day; the day of the order itself is not counted (Limitation Act s.12).

        The time a copy of the order takes is not counted either; who relies on that must show it.
        """
        return None if self.days is None else date_of(add(day_of(on), 0, self.days))


@dataclass(frozen=True, slots=True)
class ClockAct:
    """What is to be done once a person is still inside after a clock has run out, and to whom it goes."""

    cause: str
    clock: int
    to: str
    en: str
    ur: str

    @property
    def says(self) -> str:
        """In the reader's language."""
        return _said(self.en, self.ur)

    @property
    def letter(self) -> str:
        """The name of the letter of its cause."""
        return f"legal.letter.{self.cause}"


def _said(en: str, ur: str) -> str:
    return ur if (get_language() or "en").startswith("ur") else en


def _rows(name: str) -> list[dict[str, str]]:
    with (FOLDER / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@cache
def reasons() -> dict[str, Reason]:
    """Every reason by its code, in the order of the table."""
    return {
        row["code"]: Reason(
            row["code"], row["by"], row["consequence"], int(row["days"] or 0), tuple(row["facts"].split()),
            row["feeds"], row["en"], row["ur"],
        )
        for row in _rows("reasons.csv")
    }  # fmt: skip


@cache
def remedies() -> dict[str, Remedy]:
    """Every remedy by its code."""
    return {
        row["code"]: Remedy(
            row["code"], row["kind"], row["after"], int(row["days"]) if row["days"] else None,
            row["is_practice"] == "yes", row["confidence"], row["cite"], row["url"], row["en"], row["ur"],
        )
        for row in _rows("remedies.csv")
    }  # fmt: skip


def remedy_after(reason: Reason, court: str, provision: str) -> Remedy | None:
    """What can be asked for next after a refusal by a court of that level, or by an authority; None for other hands."""
    after = "authority" if reason.by in AUTHORITIES else court if reason.by == "court" else ""
    kind = "bail" if provision.startswith(BAIL) else "sentence" if provision.startswith(SENTENCE) else "other"
    fits = (one for one in remedies().values() if one.after == after and one.kind in {kind, "any"})
    return next(fits, None)


def asks_for_bail(provision: str) -> bool:
    """Whether a line under a provision asks for an order of bail; not those on which bail was granted already."""
    return provision.startswith(BAIL) and provision not in causes()


@cache
def clock_acts() -> dict[tuple[str, int], ClockAct]:
    """What each clock of each cause asks for."""
    return {
        (row["cause"], int(row["clock"])): ClockAct(
            row["cause"], int(row["clock"]), row["to"], row["en"], row["ur"]
        )
        for row in _rows("clocks.csv")
    }  # fmt: skip


@cache
def causes() -> dict[str, str]:
    """Why somebody is still inside, by the provision that says so; the facts of the case may say it more closely."""
    return {row["provision"]: row["cause"] for row in _rows("causes.csv")}
