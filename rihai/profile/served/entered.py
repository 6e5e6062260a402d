"""Figures that a project says of itself, from a table of indicators: kept apart, marked, and never added to people.

The table is CSV with the columns `indicator_code, indicator, unit, target, achieved, count_rule`, and `project_code`
where it holds several projects. What is counted from sessions is left out of what this gives, but for its target.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from io import StringIO
from typing import Any, NamedTuple

from rihai.errors import Refused

NEEDED = ("indicator_code", "achieved")


class Entered(NamedTuple):
    """One figure: `mark` is "", estimated or at_least; None where a figure or a target is not known."""

    code: str
    title: str
    unit: str
    target: int | None
    achieved: int | None
    mark: str

    @property
    def shown(self) -> str:
        """As it is written: ~1,500, 300+; empty where it is not known."""
        if self.achieved is None:
            return ""
        return f"{'~' if self.mark == 'estimated' else ''}{self.achieved:,}{'+' if self.mark == 'at_least' else ''}"

    def as_json(self) -> dict[str, Any]:
        """As an object, so that no program adds it to a number of people by mistake."""
        return {"figure": self.achieved, "how": self.mark or "counted", "unit": self.unit, "target": self.target}


def read_entered(text: str, project: str) -> list[Entered]:
    """The rows of a project, or all where the table names none. Raises Refused for another table or no whole number."""
    rows = list(csv.DictReader(StringIO(text.removeprefix("\ufeff"))))
    if not rows or not set(NEEDED) <= rows[0].keys():
        raise Refused(f"The table of indicators has the columns {', '.join(NEEDED)}, a row an indicator.")
    mine = [one for one in rows if not one.get("project_code") or one["project_code"].casefold() == project.casefold()]
    return [_entered(one) for one in mine]


def _entered(row: Mapping[str, str | None]) -> Entered:
    rule = (row.get("count_rule") or "").casefold()
    mark = "at_least" if "minimum" in rule or "at least" in rule else ""
    mark = mark or ("estimated" if "approximate" in rule or "estimate" in rule else "")
    code = (row["indicator_code"] or "").strip()
    return Entered(
        code, (row.get("indicator") or code).strip(), (row.get("unit") or "").strip(), _number(row.get("target")),
        _number(row.get("achieved")), mark,
    )  # fmt: skip


def _number(text: str | None) -> int | None:
    plain = (text or "").replace(",", "").strip()
    if not plain:
        return None
    if not plain.isdecimal() or len(plain) > 12:
        raise Refused(f"{text!r} in the table of indicators is not a whole number.")
    return int(plain)


def kept_apart(entered: Iterable[Entered], counted: Iterable[str]) -> list[Entered]:
    """Those that are not counted from sessions."""
    known = set(counted)
    return [one for one in entered if one.code not in known]
