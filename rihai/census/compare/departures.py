"""What a list says of somebody's leaving: released, bailed, died; or what of it was to be expected."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from typing import Any

from rihai.census.compare.change import Difference
from rihai.census.parse.history import parse_remarks
from rihai.census.parse.parsed import Context
from rihai.days import day_of, read_date
from rihai.paper.cell import Cell

Facts = Mapping[str, Any]


def recorded_departure(record: Facts) -> Difference | None:
    """What in a record says the person has left: remarks, or every case released; None where nothing does."""
    remarks = record.get("remarks")
    if remarks and _say_left(remarks):
        return Difference("remarks", None, remarks, "left")
    cases = record.get("cases") or ()
    if cases and all(case.get("released") is True or case.get("legal_status") == "released" for case in cases):
        return Difference("released_on", None, cases[0].get("released_on"), "left")
    return None


def expected_departure(record: Facts, until: date | None) -> list[Difference]:
    """What made a release likely before the later list, without recording it: a date of release, bail furnished."""
    found = []
    for case in record.get("cases") or ():
        due = read_date(case.get("release_due_on"))
        if due and until and due.latest <= day_of(until):
            found.append(Difference("release_due_on", case["release_due_on"], None, "was_due", case.get("case_id")))
        if case.get("bail_granted") is True and case.get("bail_furnished") is True:
            found.append(Difference("bail_furnished", True, None, "bail_furnished", case.get("case_id")))
    return found


@lru_cache(maxsize=4096)
def _say_left(remarks: str) -> bool:
    """Whether remarks say that the person has left, as the reading of a list judges it."""
    return any(parse_remarks(Cell(text, text, "text"), Context()).problems for text in remarks.split("; "))
