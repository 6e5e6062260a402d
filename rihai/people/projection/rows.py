"""What of a record the tables hold: plain values for the columns, cut to their length, days where known to the day."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from rihai.census.link.particulars import born_between
from rihai.days import date_of, read_date
from rihai.names import key, keys_for_search
from rihai.paper.script import ARABIC_RUN
from rihai.people.models.person import NAME

Record = Mapping[str, Any]
KEY = 40


@dataclass(frozen=True, slots=True)
class Born:
    """The days between which somebody was born, as far as known."""

    earliest: date | None = None
    latest: date | None = None


def text(value: Any, limit: int) -> str:
    """The text as a column holds it; empty for what is not known."""
    return " ".join(str(value).split())[:limit] if value is not None else ""


def exact(value: Any) -> date | None:
    """A day known to the day; None for one known in part."""
    span = read_date(value)
    return date_of(span.earliest) if span and span.exact else None


def yes_no(value: Any) -> bool | None:
    """True, false, or not known."""
    return value if isinstance(value, bool) else None


def items(record: Record, name: str) -> list[Record]:
    """The items of a list; none where it is not known, or no list."""
    held = record.get(name)
    return [item for item in held if isinstance(item, Mapping)] if isinstance(held, list) else []


def born(record: Record) -> Born:
    """Between which days the person was born."""
    try:
        span = born_between(record)
    except (TypeError, KeyError, ValueError, OverflowError):
        return Born()  # a fact of a wrong type counts as not known
    return Born(_date(span.earliest), _date(span.latest)) if span else Born()


def names(record: Record) -> list[str]:
    """The person's names, the one they are shown by first."""
    return [name for name in (text(record.get(one), NAME) for one in ("full_name", "alias")) if name]


def other_script(record: Record) -> str:
    """The other name where it is the first one in another script."""
    known = names(record)
    return known[1] if len(known) > 1 and _is_urdu(known[0]) != _is_urdu(known[1]) else ""


def name_keys(record: Record) -> frozenset[str]:
    """The keys under which the person's names are looked up."""
    return keys_of(names(record))


def keys_of(known: list[str]) -> frozenset[str]:
    """The words of names in every reading, cut to the column."""
    return frozenset(one[:KEY] for name in known for one in (*key(name), *keys_for_search(name)) if one)


def status(record: Record) -> str:
    """The gravest status of the cases that hold the person; a case left behind counts only if there is no other."""
    found = {case.get("legal_status") for case in record.get("cases") or ()}
    return next((one for one in _GRAVEST if one in found), "")


def since(record: Record) -> date | None:
    """The first day known to the day of the custody that lasts: of the oldest case that holds, else of admission."""
    days = [day for case in record.get("cases") or () if (day := _began(case)) is not None]
    days = days or [day for one in ("first_admitted_on", "admitted_on") if (day := exact(record.get(one)))]
    return min(days, default=None)


def hearings(case: Record) -> Iterator[tuple[date, bool]]:
    """The days in court the record knows, and whether each is the next."""
    for fact in ("last_hearing_on", "next_hearing_on"):
        if (day := exact(case.get(fact))) is not None:
            yield day, fact == "next_hearing_on"


def _began(case: Record) -> date | None:
    if case.get("legal_status") == "released":
        return None
    stays = case.get("custody")
    if isinstance(stays, list) and stays:
        last = stays[-1]
        return exact(last.get("from")) if isinstance(last, dict) and not last.get("to") else None
    return exact(case.get("arrested_on"))


def _is_urdu(name: str) -> bool:
    return ARABIC_RUN.search(name) is not None


def _date(day: int) -> date | None:
    try:
        return date_of(day)
    except (OverflowError, ValueError):
        return None


_GRAVEST = (
    "condemned", "convict", "convicted_unsentenced", "under_trial", "detained_without_charge", "security",
    "immigration", "civil", "other", "released",
)  # fmt: skip
