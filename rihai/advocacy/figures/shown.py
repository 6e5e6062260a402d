"""A release as it is read: tables and charts from what is kept, in the reader's language; no other number exists here.

Shares follow their counts: withheld with either of them, and none on a base of fewer than twenty.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from rihai.advocacy.figures.compose import NOT_COLLECTED, NOT_KNOWN, TOTAL, WITHHELD
from rihai.advocacy.figures.models import FigureCell, FigureRelease, FigureTable, spoken
from rihai.paper import table as paper
from rihai.paper.charts import BarChart
from rihai.paper.table import Absent, Bar, Column, Kind, Value
from rihai.profile.disclosure import RULE, Release, from_json
from rihai.profile.disclosure.tables import rule_text

ABSENT: Mapping[str, Absent] = {WITHHELD: paper.SUPPRESSED, NOT_COLLECTED: paper.NOT_COLLECTED}
SHARES = {"standing", "time_under_trial", "sex", "age", "offence", "home_district", "nationality"}
CHARTS = {
    "standing": ("persons",), "time_under_trial": ("persons",), "sex": ("persons",), "age": ("persons",),
    "groups": ("persons",), "offence": ("persons",), "home_district": ("persons",), "nationality": ("persons",),
    "lost": ("met_days", "open_days"), "areas": ("not_met",), "kept": ("kept",),
}  # fmt: skip
"""Which columns of a table are drawn, each by itself: what is met and what is arguable never share a drawing.

Of prisons occupancy is drawn, in the order of their names as in the table.
"""


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its code, what it is called, and what stands under each column."""

    code: str
    label: str
    values: Mapping[str, int | Absent]


@dataclass
class Shown:
    """One table of a release as it is read."""

    table: FigureTable

    @property
    def code(self) -> str:
        """Its code, by which it is fetched."""
        return self.table.code

    def text(self, name: str) -> str:
        """One of its texts in the reader's language; empty where it has none."""
        english, urdu = self.table.texts.get(name, ["", ""])
        return spoken(english, urdu)

    @property
    def title(self) -> str:
        """What it is of."""
        return self.text("title")

    @property
    def about(self) -> list[tuple[str, str]]:
        """Who is in it and who not, how it was counted, from what: terms and texts."""
        terms = (
            (_("Includes"), "includes"), (_("Leaves out"), "excludes"), (_("How"), "method"), (_("Source"), "source"),
        )  # fmt: skip
        return [(term, text) for term, name in terms if (text := self.text(name))]

    @cached_property
    def columns(self) -> list[tuple[str, str, Kind]]:
        """Code, title and kind of each column."""
        return [(code, spoken(english, urdu), "number") for code, english, urdu, _kind in self.table.columns]

    @cached_property
    def rows(self) -> list[Row]:
        """Its rows in order, the total last."""
        found: dict[str, tuple[str, dict[str, int | Absent]]] = {}
        for cell in self.table.cells.all():
            found.setdefault(cell.row, (cell.label, {}))[1][cell.column] = value_of(cell)
        return [Row(code, label, values) for code, (label, values) in found.items()]

    def value(self, row: str, column: str = "persons") -> int | Absent:
        """One figure; not collected where there is no such row."""
        found = next((one for one in self.rows if one.code == row), None)
        return found.values.get(column, paper.NOT_COLLECTED) if found else paper.NOT_COLLECTED

    @property
    def is_empty(self) -> bool:
        """Whether nobody collected anything of it; a total that is known says nothing of its parts."""
        parts = [row for row in self.rows if row.code != TOTAL]
        return all(value is paper.NOT_COLLECTED for row in parts for value in row.values.values())

    def as_table(self) -> paper.Table:
        """The table with its shares, and its note."""
        heads = [Column(self.title, "text", 40), *(Column(title, kind, 14) for _code, title, kind in self.columns)]
        extra = self._extra()
        if extra:
            heads.append(Column(extra, "percent", 14))
        body = [row for row in self.rows if row.code != TOTAL]
        total = next((row for row in self.rows if row.code == TOTAL), None)
        return paper.Table(
            self.title, heads, [self._line(row, with_extra=bool(extra)) for row in body], "",
            self._line(total, with_extra=bool(extra)) if total else None,
        )  # fmt: skip

    def _extra(self) -> str:
        if self.code == "prison":
            return _("Occupancy, official standard")
        return _("Share of those known") if self.code in SHARES else ""

    def _line(self, row: Row, *, with_extra: bool) -> list[Value]:
        line: list[Value] = [row.label, *(row.values.get(code) for code, _title, _kind in self.columns)]
        return [*line, self.share(row)] if with_extra else line

    def share(self, row: Row) -> Value:
        """Its share of those known, or for a prison its people on its places; of printed numbers alone."""
        if self.code == "prison":
            return self.occupancy if row.code == TOTAL else _ratio(row.values["persons"], row.values.get("places"))
        if row.code in {TOTAL, NOT_KNOWN}:
            return None
        total, unknown = self.value(TOTAL), self.value(NOT_KNOWN)
        if isinstance(total, Absent) or isinstance(unknown, Absent):
            return paper.SUPPRESSED
        return _ratio(row.values["persons"], total - unknown, at_most_one=True)

    @cached_property
    def occupancy(self) -> Value:
        """People on places over the prisons of which both are printed; nothing else is reckoned in."""
        both = [
            (row.values["persons"], row.values.get("places")) for row in self.rows if row.code not in {TOTAL, NOT_KNOWN}
        ]
        known = [(a, b) for a, b in both if isinstance(a, int) and isinstance(b, int) and b]
        return _ratio(sum(a for a, _b in known), sum(b for _a, b in known)) if known else paper.NOT_COLLECTED

    def charts(self) -> Iterator[BarChart]:
        """Its drawings: of each column one, with the figures of the table and no others."""
        if self.code == "prison":
            yield from self._occupancy_drawn()
        titles = {code: title for code, title, _kind in self.columns}
        for column in CHARTS.get(self.code, ()):
            rows = [row for row in self.rows if row.code not in {TOTAL, NOT_KNOWN} and column in row.values]
            if len(rows) > 1 and any(isinstance(one, int) and one for one in (row.values[column] for row in rows)):
                bars = [Bar(row.label, row.values[column]) for row in rows if row.values[column] != 0]
                title = self.title if len(CHARTS[self.code]) == 1 else f"{self.title}: {titles[column]}"
                yield BarChart(title, self._says, self.title, titles[column], bars)

    @property
    def _says(self) -> str:
        return _("The same figures as in the table; a withheld one is hatched over the full width.")

    def _occupancy_drawn(self) -> Iterator[BarChart]:
        shares = [(row.label, self.share(row)) for row in self.rows if row.code not in {TOTAL, NOT_KNOWN}]
        bars = [Bar(label, share) for label, share in shares if isinstance(share, float | Absent)]
        if any(isinstance(bar.amount, float) for bar in bars):
            title = _("Occupancy, official standard")
            yield BarChart(title, self._says, self.title, title, bars, "percent")


def value_of(cell: FigureCell) -> int | Absent:
    """What a cell prints."""
    if cell.mark:
        return ABSENT[cell.mark]
    return cell.number if cell.number is not None else paper.NOT_COLLECTED


def _ratio(part: int | Absent | None, base: int | Absent | None, *, at_most_one: bool = False) -> Value:
    if part is None or base is None or base is paper.NOT_COLLECTED or part is paper.NOT_COLLECTED:
        return paper.NOT_COLLECTED
    if isinstance(part, Absent) or isinstance(base, Absent):
        return paper.SUPPRESSED
    if base < RULE.least_base or (at_most_one and part > base):
        return None
    return part / base


@dataclass
class Page:
    """A release as a page: its tables by code, and the sentences that stand first."""

    release: FigureRelease

    @cached_property
    def tables(self) -> dict[str, Shown]:
        """Its tables in order, those without any figure left out."""
        found = {one.code: Shown(one) for one in self.release.tables.all()}
        return {code: one for code, one in found.items() if one.rows}

    @cached_property
    def printed(self) -> Release:
        """What the checker keeps of it."""
        return from_json(self.release.release)

    @property
    def rule(self) -> str:
        """What was done to the figures, in words."""
        return rule_text(self.printed, RULE, get_language() or "en")

    def figure(self, table: str, row: str, column: str = "persons") -> int | Absent:
        """One figure of one table."""
        found = self.tables.get(table)
        return found.value(row, column) if found else paper.NOT_COLLECTED

    @cached_property
    def glance(self) -> Sequence[tuple[str, Value, Kind]]:
        """What stands first: how many are held, without a verdict, on how many places, women, children, days lost."""
        standing, prison = self.tables.get("standing"), self.tables.get("prison")
        share = (
            next((standing.share(row) for row in standing.rows if row.code == "under_trial"), None)
            if standing
            else None
        )
        return [
            (_("People held in prisons"), self.figure("standing", TOTAL), "number"),
            (_("Held before a first decision"), self.figure("standing", "under_trial"), "number"),
            (_("Their share of those whose standing is known"), share, "percent"),
            (_("People for each hundred official places"), prison.occupancy if prison else None, "percent"),
            (_("Women and girls"), self.figure("sex", "female"), "number"),
            (_("Under 18"), self.figure("age", "under_18"), "number"),
            (_("Children living inside with a parent"), self.figure("groups", "children"), "number"),
            (_("Days lost, every condition of the law met"), self.figure("lost", TOTAL, "met_days"), "number"),
            (_("Days lost if the court agrees"), self.figure("lost", TOTAL, "open_days"), "number"),
        ]  # fmt: skip

    @property
    def glance_texts(self) -> list[tuple[str, str]]:
        """The same in words; a dash where there is none."""
        language = get_language() or "en"
        return [(term, paper.cell_text(value, kind, language) or "–") for term, value, kind in self.glance]
