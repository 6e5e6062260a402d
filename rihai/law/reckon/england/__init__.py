"""The dates of a standard determinate sentence of England and Wales, each with its breakdown."""

from __future__ import annotations

from collections.abc import Callable

from rihai.law.reckon.england.curfew import curfew
from rihai.law.reckon.england.lines import Line
from rihai.law.reckon.england.release import credit_lines, release, release_lines
from rihai.law.reckon.england.removal import day_release_from, removal_from
from rihai.law.reckon.england.sentence import Sentence, possible, reckon, remand_days
from rihai.law.reckon.known import Day, Range, Record
from rihai.words import mark

_TERM = mark("From {first} for the term of the sentence: {last} is its last day, {length} days in all.")


def expiry(sentence: Sentence) -> int:
    """The last day of the sentence less the days that count as served (SLED); never before the sentence."""
    return max(sentence.day, sentence.ends - sentence.credits)


def reckon_sled(case: Record, on: int) -> Day:
    """Sentence and licence expiry date."""
    return reckon(case, on, expiry, any_release=True)


def reckon_esed(case: Record, on: int) -> Day:
    """Effective sentence end date: the last day of the sentence before any credit."""
    return reckon(case, on, lambda sentence: sentence.ends, any_release=True)


def reckon_crd(case: Record, on: int) -> Day:
    """Conditional (or automatic) release date."""
    return reckon(case, on, lambda sentence: release(sentence).on)


def reckon_hdced(case: Record, on: int) -> Day:
    """Home detention curfew eligibility date; NEVER where there is none."""
    return reckon(case, on, lambda sentence: curfew(sentence).on)


def reckon_ersed(case: Record, on: int) -> Day:
    """First day of the early removal scheme."""
    return reckon(case, on, removal_from)


def reckon_day_release(case: Record, on: int) -> Day:
    """First day of resettlement day release."""
    return reckon(case, on, day_release_from)


def reckon_remand_days(case: Record) -> Range:
    """Days on remand that count as served."""
    return remand_days(case)


def _term_lines(sentence: Sentence) -> list[Line]:
    days = {"first": sentence.day, "last": sentence.ends}
    return [Line.of(_TERM, days=days, length=sentence.days)]


def _expiry_lines(sentence: Sentence) -> list[Line]:
    return [*_term_lines(sentence), *credit_lines(sentence, expiry(sentence))]


_LINES: dict[str, Callable[[Sentence], list[Line]]] = {
    "ew_sled_on": _expiry_lines,
    "ew_esed_on": _term_lines,
    "ew_crd_on": lambda sentence: [*_term_lines(sentence), *release_lines(sentence)],
    "ew_hdced_on": lambda sentence: list(curfew(sentence).lines),
}


def breakdown(fact: str, case: Record, on: int) -> list[Line]:
    """How a date was reckoned, step by step; nothing where it has no breakdown or the sentence is not known."""
    found = possible(case, on, any_release=fact in {"ew_sled_on", "ew_esed_on"})
    return _LINES[fact](found.sentences[0]) if found.sentences and fact in _LINES else []


__all__ = [
    "Line", "breakdown", "reckon_crd", "reckon_day_release", "reckon_ersed", "reckon_esed", "reckon_hdced",
    "reckon_remand_days", "reckon_sled",
]  # fmt: skip
