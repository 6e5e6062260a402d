"""The tables of a release as they will stand: every number from what was released, texts in both languages."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from rihai.advocacy.figures.control import MET, OPEN, causes_of, days_printed, series_of, total_of
from rihai.advocacy.figures.counted import Counted, Two
from rihai.advocacy.figures.words import both, said_texts
from rihai.profile.disclosure import Key, Release
from rihai.profile.disclosure.stock import CHILDREN, CUTS, GROUPS, PERSONS, SMALLER
from rihai.profile.disclosure.stock import total_of as whole_of
from rihai.profile.flags import FLAGS
from rihai.profile.statistics.figure import Breakdown
from rihai.profile.statistics.labels import label
from rihai.words import mark, say

WITHHELD, NOT_COLLECTED = "c", ".."
TOTAL, NOT_KNOWN = "total", "not_known"
Shown = tuple[int | None, str]
"""A number, or the mark that says why there is none."""
_SMALLER = mark("All others, few in each")


@dataclass(frozen=True, slots=True)
class Cell:
    """One figure: its row with its name, its column, and what prints."""

    row: str
    label: Two
    column: str
    shown: Shown


@dataclass(frozen=True, slots=True)
class Built:
    """One table: its texts, its columns (code, title, kind) and its cells row by row."""

    code: str
    texts: Mapping[str, Two]
    columns: Sequence[tuple[str, Two, str]]
    cells: Sequence[Cell]


def tables_of(counted: Counted, release: Release, period: str) -> list[Built]:
    """Every table of a release, in the order in which they are shown."""
    made = _Maker(counted, release, period)
    cuts = {code: made.breakdown(counted.stock.breakdowns[code]) for code in CUTS}
    first = [cuts.pop(code) for code in ("standing", "time_under_trial", "sex", "age")]
    return [*first, made.groups(), cuts.pop("prison"), made.lost(), *cuts.values(), made.areas(), made.kept()]


@dataclass(frozen=True, slots=True)
class _Maker:
    counted: Counted
    release: Release
    period: str

    def breakdown(self, cut: Breakdown) -> Built:
        """One cut of everybody held; of prisons also their official places, which are nobody's secret."""
        keys = [key for key in self.release.cells if key.period == self.period and self._is_of(key, cut.code)]
        rows = {key.series.partition("/")[2]: self._printed(key) for key in keys}
        if not keys:
            rows = dict.fromkeys([one.code for one in cut.rows] or ["any"], (None, NOT_COLLECTED))
        unknown = rows.pop(NOT_KNOWN, (None, NOT_COLLECTED))
        total = self._printed(Key(self.period, whole_of(cut.code)))
        cells = [Cell(row, self._label(cut.code, row), "persons", shown) for row, shown in self._sorted(cut.code, rows)]
        cells += [
            Cell(NOT_KNOWN, _words("Not known"), "persons", unknown), Cell(TOTAL, _words("Total"), "persons", total)
        ]  # fmt: skip
        columns = [("persons", _words("Persons"), "number")]
        if cut.code == "prison":
            columns.append(("places", both(lambda: _("Official places")), "number"))
            cells = list(self._with_places(cells))
        texts = said_texts(cut.code, self.counted, title=_words(cut.title), unit=_words(cut.unit))
        texts |= {"includes": _words(cut.includes), "excludes": _words(cut.excludes)}
        return Built(cut.code, texts, columns, cells)

    def _is_of(self, key: Key, code: str) -> bool:
        return key.series.startswith(f"{code}/")

    def _printed(self, key: Key) -> Shown:
        if key not in self.release.cells:
            return None, NOT_COLLECTED
        number = self.release.cells[key]
        return (None, WITHHELD) if number is None else (number, "")

    def _label(self, code: str, row: str) -> Two:
        if row == SMALLER:
            return _words(_SMALLER)
        names = {"prison": self.counted.prisons, "home_district": self.counted.districts}.get(code, {})
        return names.get(row) or (label(code, row, "en"), label(code, row, "ur"))

    def _sorted(self, code: str, rows: Mapping[str, Shown]) -> list[tuple[str, Shown]]:
        """Prisons and districts by name: never by their numbers, which would rank them, and place what is withheld."""
        if code not in {"prison", "home_district", "nationality"}:
            return list(rows.items())
        return sorted(rows.items(), key=lambda one: (one[0] == SMALLER, self._label(code, one[0])[0]))

    def _with_places(self, cells: Sequence[Cell]) -> Iterator[Cell]:
        for one in cells:
            yield one
            places = self.counted.places.get(one.row)
            yield Cell(one.row, one.label, "places", (places, "") if places else (None, NOT_COLLECTED))

    def groups(self) -> Built:
        """Groups in need of care, each by itself, and the children who live inside."""
        stock = self.counted.stock
        rows = [(f"groups/{code}", _words(FLAGS[code].title)) for code in GROUPS if code in stock.groups]
        rows += [(CHILDREN, _words("Children living in prison with a parent")), (PERSONS, _words("All persons"))]
        cells = [Cell(row, title, "persons", self._printed(Key(self.period, row))) for row, title in rows]
        texts = said_texts("groups", self.counted, title=both(lambda: _("Women, children and others in need of care")))
        return Built("groups", texts, [("persons", _words("Persons"), "number")], cells)

    def lost(self) -> Built:
        """Days lost by cause: what is met and what is arguable side by side, never added up."""
        columns = [
            ("met", both(lambda: _("People, every condition met")), "number"),
            ("met_days", both(lambda: _("Their days lost")), "number"),
            ("open", both(lambda: _("People, for the court to judge")), "number"),
            ("open_days", both(lambda: _("Their days, if the court agrees")), "number"),
        ]  # fmt: skip
        cells: list[Cell] = []
        for code, one in causes_of(self.counted).items():
            name = _words(_SMALLER) if code == SMALLER else one.title if code else both(lambda: _("No cause on record"))
            row: list[Shown] = []
            for part, days in ((MET, one.met_days), (OPEN, one.open_days)):
                people = self._printed(Key(self.period, series_of(code, part)))
                printed = days_printed(days, people[0])
                row += [people, (None, WITHHELD) if printed is None else (printed, "")]
            cells += [Cell(code or "not_said", name, column[0], s) for column, s in zip(columns, row, strict=True)]
        cells += self._lost_total(cells, [code for code, _title, _kind in columns])
        return Built("lost", said_texts("lost", self.counted), columns, cells)

    def _lost_total(self, cells: Sequence[Cell], columns: Sequence[str]) -> Iterator[Cell]:
        """Everybody, from the released totals; days are the sum of the printed ones, and withheld with any of them."""
        for column in columns:
            shown = [one.shown for one in cells if one.column == column]
            if column in (MET, OPEN):
                total = self._printed(Key(self.period, total_of(column))) if shown else (0, "")
            elif any(mark for _number, mark in shown):
                total = (None, WITHHELD)
            else:
                total = (sum(number or 0 for number, _mark in shown), "")
            yield Cell(TOTAL, _words("Total"), column, total)

    def areas(self) -> Built:
        """What a year's inspections found by area of the instrument: points, which are no people."""
        names: list[tuple[str, Callable[[], str]]] = [
            ("met", lambda: _("Points met")), ("partly", lambda: _("Met in part")), ("not_met", lambda: _("Not met")),
            ("unassessed", lambda: _("Could not be judged")),
        ]  # fmt: skip
        visited = self.counted.visited
        cells = [
            Cell(code, area.title, column, (None, WITHHELD) if visited.is_few else (number, ""))
            for code, area in visited.areas.items()
            for (column, _title), number in zip(names, area.points, strict=True)
        ]
        return Built(
            "areas", said_texts("areas", self.counted), [(code, both(title), "number") for code, title in names], cells
        )

    def kept(self) -> Built:
        """Recommendations whose day has come, by authority: acts, which are no people."""
        columns = [
            ("due", both(lambda: _("Due by the day")), "number"), ("kept", both(lambda: _("Carried out")), "number"),
            ("partly", both(lambda: _("In part")), "number"),
        ]  # fmt: skip
        rows = [(code, one.title, (one.due, one.kept, one.partly)) for code, one in self.counted.kept.items()]
        sums = tuple(sum(numbers[at] for _code, _title, numbers in rows) for at in range(3))
        cells = [
            Cell(code, title, column[0], (number, ""))
            for code, title, numbers in [*rows, (TOTAL, _words("Total"), sums)]
            for column, number in zip(columns, numbers, strict=True)
        ]
        return Built("kept", said_texts("kept", self.counted), columns, cells)


def _words(text: str) -> Two:
    """A text of the pure rooms in both languages."""
    return say(text, "en"), say(text, "ur")
