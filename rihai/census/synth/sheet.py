"""One sheet of an invented list: titles, headings, people, and all that stands between them and is nobody."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from random import Random
from typing import Any, NamedTuple

from rihai.census.synth.cells import Clerk, Facts, Value
from rihai.census.synth.chance import pick
from rihai.census.synth.columns import COLUMNS
from rihai.census.synth.faults import Fault, draw_fault, warned_by_itself

Line = Sequence[Value]


class TrueRow(NamedTuple):
    """What is true of a source row: its verdict, the earlier row of the same person, that person's place in `people`.

    `of` is (sheet, row). `faults` names what was done to the row.
    """

    sheet: str
    row: int
    verdict: str
    of: tuple[str, int] | None = None
    person: int | None = None
    faults: tuple[str, ...] = ()


class Person(NamedTuple):
    """Somebody to be listed: the record, and its place among the people of the file."""

    record: dict[str, Any]
    place: int


class Page:
    """Writes one sheet line by line, and keeps the truth of each line."""

    def __init__(self, name: str, title: str, chance: Random, as_of: date, *, urdu: bool, mess: float) -> None:
        self.name, self.title, self.chance, self.as_of, self.urdu, self.mess = name, title, chance, as_of, urdu, mess
        self.truth: list[TrueRow] = []
        self._clerk = Clerk(chance, as_of, urdu)
        self._whole_rows: list[tuple[Person, int]] = []

    def lines(self, people: Iterator[Person], prison: str) -> Iterator[Line]:
        """Every line of the sheet from the first title to the last signature; people once, some of them twice."""
        yield from self._nobody(self._head(prison))
        serial = 0
        for person in people:
            serial += 1
            yield self._someone(person, serial)
            yield from self._between(serial)
            if self._whole_rows and self.chance.random() < 0.006 * self.mess:
                serial += 1
                yield self._again(serial)
        yield from self._nobody(self._foot(serial))

    def _head(self, prison: str) -> list[Line]:
        day = self.as_of.strftime("%d-%m-%Y")
        titles: list[Line] = [[prison], [self.title], [f"بتاریخ {day}" if self.urdu else f"Position as on {day}"]]
        groups: list[Line] = [] if self.mess == 0 else [[column.group for column in COLUMNS]]
        return [*titles, *([[]] if self.mess else []), *groups, self._headings()]

    def _headings(self) -> Line:
        return [column.urdu if self.urdu else column.english for column in COLUMNS]

    def _foot(self, count: int) -> list[Line]:
        if self.mess == 0:
            return []
        total: Line = ["میزان" if self.urdu else "Total", count]
        return [total, [], ["سپرنٹنڈنٹ جیل" if self.urdu else "Superintendent Jail"]]

    def _between(self, serial: int) -> Iterator[Line]:
        """What stands between people: a blank line, a barrack with its count, headings again on a new page."""
        if self.mess == 0:
            return
        if serial % 60 == 0:
            yield from self._nobody([["میزان" if self.urdu else "Sub Total", 60], self._headings()])
        if self.chance.random() < 0.01 * self.mess:
            yield from self._nobody([[]])

    def _nobody(self, lines: Sequence[Line]) -> Iterator[Line]:
        for line in lines:
            self.truth.append(TrueRow(self.name, len(self.truth) + 1, "not_a_person"))
            yield line

    def _someone(self, person: Person, serial: int) -> Line:
        record, case = person.record, person.record["cases"][0]
        cells = self._clerk.row(record, case, serial)
        fault = None
        if self.chance.random() < 0.12 * self.mess and not self.urdu:
            fault = draw_fault(self.chance, record, case)
        if fault:
            fault.spoil(cells, self.chance, self.as_of)
        row = len(self.truth) + 1
        verdict = _verdict(record, case, fault, self.as_of)
        self.truth.append(TrueRow(self.name, row, verdict, None, person.place, (fault.name,) if fault else ()))
        if fault is None and "cnic" in record and "arrested_on" in case:
            self._whole_rows = [*self._whole_rows[-20:], (person, row)]
        return [cells.get(column.name) for column in COLUMNS]

    def _again(self, serial: int) -> Line:
        """An earlier person of this sheet once more: the same case, or another one."""
        person, row = pick(self.chance, self._whole_rows)
        case = person.record["cases"][0]
        verdict = "duplicate"
        if self.chance.random() < 0.4:
            verdict, case = "accepted_with_warnings", _another(case)
        cells = self._clerk.row(person.record, case, serial)
        place = (self.name, row)
        self.truth.append(
            TrueRow(self.name, len(self.truth) + 1, verdict, place, person.place, (f"{verdict}_of_earlier",))
        )
        return [cells.get(column.name) for column in COLUMNS]


def _another(case: Facts) -> dict[str, Any]:
    """Another case of the same person, under the next FIR of the same year."""
    number, year = case["fir_number"].split("/")
    return {**case, "fir_number": f"{int(number) + 1}/{year}"}


def _verdict(record: Mapping[str, Any], case: Mapping[str, Any], fault: Fault | None, as_of: date) -> str:
    if fault and fault.effect == "rejected":
        return "rejected"
    if (fault and fault.effect == "warned") or warned_by_itself(record, case, as_of):
        return "accepted_with_warnings"
    return "accepted"
