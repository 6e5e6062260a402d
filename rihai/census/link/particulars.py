"""What of a record is compared with other records: numbers, names, days, places, in the form they are compared in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from rihai.days import Span, born, date_of, read_date
from rihai.names import key

Facts = Mapping[str, Any]
Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Particulars:
    """One record to be linked; whatever is not known is None or empty.

    `number` is the prison's own, bare of spaces and marks; `prison` its name in the same way. `born` is the earliest
    and latest day of birth. `firs`, `stations` and `arrested` are those of all cases; days are counted from 1970.
    """

    id: str
    name: str
    alias: str | None
    father: str | None
    relation: str | None
    sex: str | None
    cnic: str | None
    prison: str
    number: str | None
    born: Span | None
    firs: frozenset[str]
    stations: frozenset[Key]
    arrested: frozenset[int]
    admitted: int | None
    district: Key | None


def particulars_of(records: Iterable[Facts]) -> Iterator[Particulars]:
    """The particulars of each record, in order; the records need not be kept."""
    for record in records:
        cases = record.get("cases") or ()
        yield Particulars(
            id=str(record["id"]),
            name=record.get("full_name") or "",
            alias=record.get("alias"),
            father=record.get("father_or_husband_name"),
            relation=record.get("relation_to_named"),
            sex=record.get("sex"),
            cnic=record.get("cnic"),
            prison=bare(record.get("prison")),
            number=bare(record.get("prison_id")) or None,
            born=born_between(record),
            firs=frozenset(bare_fir(case["fir_number"]) for case in cases if case.get("fir_number")),
            stations=frozenset(_place(case["police_station"]) for case in cases if case.get("police_station")),
            arrested=frozenset(day for case in cases if (day := exact_day(case.get("arrested_on"))) is not None),
            admitted=exact_day(record.get("admitted_on")),
            district=_place(record["home_district"]) if record.get("home_district") else None,
        )


def born_between(record: Facts) -> Span | None:
    """The days between which a person was born: from the date of birth, else from an age and the day it was true.

    A date whose precision is the year or the month stands for the whole of it.
    """
    written = record.get("date_of_birth")
    if isinstance(written, str):
        written = written[: {"year": 4, "month": 7}.get(str(record.get("date_of_birth_precision")), 10)]
    if (span := read_date(written)) is not None:
        return span
    age, stated = record.get("age_years"), read_date(record.get("age_stated_on") or record.get("census_date"))
    if age is None or stated is None:
        return None
    low, high = (age["min"], age["max"]) if isinstance(age, dict) else (age, age)
    return born(int(low), int(high), stated)


def exact_day(value: object) -> int | None:
    """A date's day, None where it is not known to the day."""
    span = read_date(value)
    return span.earliest if span and span.exact else None


def years_apart(one: Span, other: Span) -> int:
    """Whole years that surely lie between two births: 0 where they may be one."""
    gap = max(one.earliest - other.latest, other.earliest - one.latest, 0)
    return int(gap / 365.25)


def bare(text: object) -> str:
    """A text without case, spaces and marks: "UTP-12 " and "utp 12" are one."""
    return "".join(letter for letter in str(text or "").casefold() if letter.isalnum())


def bare_fir(text: str) -> str:
    """An FIR's number without leading noughts, with its year where it has one: "12/2026"."""
    number, slash, year = str(text).partition("/")
    return f"{bare(number).lstrip('0')}{slash}{bare(year)}"


@lru_cache(maxsize=4096)
def _place(text: str) -> Key:
    """A place by its sound, the same in every script."""
    return key(text) or (bare(text),)


def same_day_turned(one: int, other: int) -> bool:
    """Whether two days differ only in that day and month are exchanged: 3 May and 5 March of one year."""
    a, b = date_of(one), date_of(other)
    return one != other and (a.year, a.month, a.day) == (b.year, b.day, b.month)


__all__ = [
    "Facts", "Particulars", "bare", "bare_fir", "born_between", "exact_day", "particulars_of",
    "same_day_turned", "years_apart",
]  # fmt: skip
