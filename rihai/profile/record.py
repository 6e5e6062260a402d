"""What a record says of birth, children and custody, with whatever is not known kept open.

A record is a checked mapping of facts with its cases nested in it. The rules are those by which the law reckons the
same facts; a house test holds the two equal.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from rihai.days import STILL, UNKNOWN, Span, Stay, age_on, born, date_of, read_date

Record = Mapping[str, Any]


def span_of(facts: Record, name: str) -> Span:
    """The earliest and latest day of a date fact; UNKNOWN when it is absent."""
    value = facts.get(name)
    return _read(value) if isinstance(value, str) else read_date(value) or UNKNOWN


@lru_cache(maxsize=65536)
def _read(text: str) -> Span:
    return read_date(text) or UNKNOWN


def birth_of(person: Record) -> tuple[Span, tuple[str, ...]]:
    """When the person was born, and the facts that say so; UNKNOWN and no facts when nothing does.

    The written day, no closer than its precision, comes before a stated age.
    """
    written = span_of(person, "date_of_birth")
    if written != UNKNOWN:
        precision = person.get("date_of_birth_precision")
        if precision in {"year", "month"} and written.exact:
            text = date_of(written.earliest).isoformat()
            return _read(text[:4] if precision == "year" else text[:7]), ("date_of_birth", "date_of_birth_precision")
        return written, ("date_of_birth",)
    age, stated = person.get("age_years"), span_of(person, "age_stated_on")
    if age is None or stated == UNKNOWN:
        return UNKNOWN, ()
    low, high = range_of(age)
    if high > OLDEST:
        return UNKNOWN, ()
    return _born(int(low), int(high), stated), ("age_years", "age_stated_on")


OLDEST = 130
"""Years beyond which a stated age is a slip of the pen and says nothing."""
_born = lru_cache(maxsize=65536)(born)


def range_of(number: Any) -> tuple[float, float]:
    """The least and the most a number fact can be: 40, or {"min": 38, "max": 42}."""
    return (number["min"], number["max"]) if isinstance(number, Mapping) else (number, number)


class Ages(NamedTuple):
    """The fewest and the most years somebody can have completed."""

    low: int
    high: int

    def reached(self, years: int) -> bool | None:
        """Whether that many years are completed; None when it cannot be said."""
        return True if self.low >= years else None if self.high >= years else False


@lru_cache(maxsize=65536)
def ages_on(birth: Span, on: int) -> Ages | None:
    """The years that somebody born then has completed on a day; None where the birth is not known or may be to come."""
    if birth == UNKNOWN or birth.latest > on:
        return None
    return Ages(age_on(birth.latest, on), age_on(birth.earliest, on))


def cases_of(person: Record) -> Sequence[Record] | None:
    """The cases on record; None when nobody has said whether there are any."""
    return person.get("cases")


def holding_cases(person: Record, on: int) -> list[Record]:
    """The cases on record that hold the person on a day, or may do so."""
    return [case for case in cases_of(person) or () if holds(case, on)]


def holds(case: Record, on: int) -> bool:
    """Whether a case holds the person on a day: not released in it, and no stay known to have ended before."""
    if case.get("released") is True or case.get("legal_status") == "released" or case.get("bail_furnished") is True:
        return False
    released = span_of(case, "released_on")
    if released != UNKNOWN and released.latest <= on:
        return False
    stays = stays_of(case)
    return stays is None or any(stay.begins.earliest <= on < stay.ends.latest for stay in stays)


def stays_of(case: Record) -> list[Stay] | None:
    """Every stay in custody in a case, else one from the arrest that still runs; None when neither is known."""
    periods = case.get("custody")
    if periods is not None:
        return [
            Stay(span_of(one, "from"), span_of(one, "to") if one.get("to") is not None else STILL) for one in periods
        ]
    arrested = span_of(case, "arrested_on")
    return None if arrested == UNKNOWN else [Stay(arrested, STILL)]


def children_inside(person: Record) -> tuple[int, int] | None:
    """How many of the person's children live in the prison, at least and at most; None when nobody has said.

    A count that is given stands before the list of children. They are never persons in custody.
    """
    given = person.get("children_in_prison")
    if given is not None:
        low, high = range_of(given)
        return int(low), int(high)
    children = person.get("children")
    if children is None:
        return None
    sure = sum(child.get("lives_in_prison") is True for child in children)
    return sure, sure + sum(child.get("lives_in_prison") is None for child in children)


def is_foreign(person: Record) -> bool | None:
    """Whether the person is not a citizen of the country of the prison; None when it cannot be said."""
    given: bool | None = person.get("is_foreign_national")
    if given is not None:
        return given
    nationality, country = person.get("nationality"), person.get("country")
    if nationality is None or (country is None and nationality != "stateless"):
        return None
    return bool(nationality != country)
