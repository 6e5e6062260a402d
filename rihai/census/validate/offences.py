"""Charges under an Act that has been repealed or that the table does not know, or in a lettering since replaced."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from rihai.census.problems import problem
from rihai.census.validate.days import span
from rihai.days import Span
from rihai.facts import Problem
from rihai.offences import OffenceTable, warn


class OffenceCheck:
    """Compares charges with the offence table of the country's pack; each different charge once."""

    def __init__(self, table: OffenceTable) -> None:
        self._table = table
        self._codes: dict[tuple[Any, ...], tuple[str, ...]] = {}

    def problems(self, cases: Iterable[Mapping[str, Any]]) -> Iterator[Problem]:
        """Problems of the charges of a row, each code once a case."""
        for case in cases:
            arrested = span(case.get("arrested_on"))
            said: set[str] = set()
            for charge in case.get("charges") or ():
                for code in self._of(charge, arrested):
                    if code not in said:
                        said.add(code)
                        yield problem(code, "charges", charge.get("section_text"))

    def _of(self, charge: Mapping[str, Any], arrested: Span | None) -> tuple[str, ...]:
        # Only a limb can have been cut anew; without one the day of the arrest changes nothing.
        day = arrested if charge.get("sub_limb") else None
        key = (charge.get("act"), charge.get("section"), charge.get("sub_limb"), day)
        if key not in self._codes:
            self._codes[key] = tuple(found.code for found in warn(charge, self._table, day))
        return self._codes[key]
