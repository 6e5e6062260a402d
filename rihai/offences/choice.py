"""Choosing the rows that can be meant on one day, and saying what several of them know together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rihai.offences.row import Row, Value


@dataclass(frozen=True, slots=True)
class Described:
    """What is told of a charge besides its section; "" and None are not told."""

    limb: str
    substance: str | None
    grams: float | None


@dataclass(frozen=True, slots=True)
class Choice:
    """The rows one edition of the table may mean by a charge, all its rows of the section, and what would tell more."""

    rows: tuple[Row, ...]
    section: tuple[Row, ...]
    ask: str | None

    def values(self, fact: str) -> set[Value]:
        """What the rows say of a fact; {None} where there is no row."""
        return {row.facts[fact] for row in self.rows} or {None}

    def would_tell(self, fact: str) -> str | None:
        """The detail to ask for, where some row of the section does know the fact."""
        return self.ask if any(row.facts[fact] is not None for row in self.section) else None


def choose(rows: Sequence[Row], told: Described) -> Choice:
    """The rows of one section and edition that the description leaves possible.

    The limb decides where the table has it. A limb it does not have, or none, leaves the section alone: the rows
    without a limb, those set apart by drug or weight, and failing both every row of the section.
    """
    exact = [row for row in rows if row.limb == told.limb] if told.limb else []
    pool = exact or [row for row in rows if not row.limb or row.by_weight] or list(rows)
    if len(pool) > 1 and any(row.by_weight for row in pool):
        pool = _of_drug(pool, told)
    return Choice(tuple(pool), tuple(rows), _detail(pool, rows, told))


def _of_drug(pool: list[Row], told: Described) -> list[Row]:
    """Rows that name the drug, else those that stand for any; of them, the rows that hold the weight."""
    if told.substance:
        named = [row for row in pool if told.substance in row.substances]
        pool = named or [row for row in pool if not row.substances]
    return pool if told.grams is None else [row for row in pool if row.holds(told.grams)]


def _detail(pool: Sequence[Row], section: Sequence[Row], told: Described) -> str | None:
    """The charge fact that would choose among the rows; None when nothing more can be told of the charge."""
    if len(pool) < 2 and not any(row.limb for row in section):
        return None
    if len(pool) > 1 and any(row.by_weight for row in pool):
        if told.grams is None and (told.substance or told.limb):
            return "charges.quantity_grams"
        if told.grams is not None:
            return None if told.substance else "charges.substance"
    return None if told.limb else "charges.sub_limb"


def together(choices: Sequence[Choice], fact: str) -> tuple[Value, str | None]:
    """The value on which every row of every possible edition agrees, else None and the charge fact to ask for."""
    said = [choice.values(fact) for choice in choices]
    known = [values for values in said if len(values) == 1 and None not in values]
    everything = set().union(*said)
    if len(known) == len(said) and len(everything) == 1:
        return everything.pop(), None
    if known:
        return None, "charges.offence_date"
    details = [choice.would_tell(fact) for choice in choices]
    return None, next(filter(None, details), f"charges.{fact}")
