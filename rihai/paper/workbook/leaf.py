"""One sheet of a workbook while it is written, from its title down to its notes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from rihai.paper import inks
from rihai.paper.table import ABSENT_MEANS, Absent, Link, Value
from rihai.paper.workbook.cells import Cells, lines_of, whole
from rihai.paper.workbook.formats import Formats
from rihai.paper.workbook.spec import SheetSpec
from rihai.paper.workbook.tabs import shortened
from rihai.words import say

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

ROWS_MAX = 1_048_576
"""Rows, links, and letters of an address or of a link (Microsoft, "Excel specifications and limits")."""
LINKS_MAX = 65_530
ADDRESS_MAX = 2_079
LINK_LETTERS_MAX = 255
BENEATH = 8
"""Rows kept free under the data, for the total and the notes."""
A4 = 9


class Leaf:
    """One sheet: the top is written when it is made, then rows, then `close`."""

    def __init__(self, sheet: Worksheet, spec: SheetSpec, formats: Formats) -> None:
        self.sheet, self.spec, self.formats = sheet, spec, formats
        self.language = formats.language
        self.cells = Cells(sheet, spec.columns, formats)
        self.row = self.links = 0
        self._set_up()
        self._write_top()

    def fill(self, rows: Iterator[Sequence[Value]]) -> Sequence[Value] | None:
        """Writes rows until the sheet is full; gives back the row that found no place, None when all are written."""
        for row in rows:
            if self.row >= ROWS_MAX - BENEATH:
                return row
            self.write_row(row)
        return None

    def write_row(self, values: Sequence[Value], is_total: bool = False) -> None:
        """One row, each value as what it is. Raises ValueError where there is not one value for each column."""
        if any(isinstance(value, Link) for value in values):
            values = [
                self._linked(index, value) if isinstance(value, Link) else value for index, value in enumerate(values)
            ]
        self.cells.write(self.row, values, is_total)
        self.row += 1

    def draw(self, book: Workbook) -> None:
        """Bars of the second column by the first, beside the table; what is withheld has no bar. The table says it."""
        if self.row == self.head + 1:
            return
        name, first, last = self.sheet.get_name(), self.head + 1, self.row - 1
        chart = book.add_chart({"type": "bar"})
        chart.add_series(
            {
                "name": [name, self.head, 1], "categories": [name, first, 0, last, 0],
                "values": [name, first, 1, last, 1], "fill": {"color": inks.ACCENT}, "data_labels": {"value": True},
            }
        )  # fmt: skip
        chart.set_title({"name": whole(self.spec.title, self.language)})
        chart.set_legend({"none": True})
        chart.set_y_axis({"reverse": True})
        chart.set_size({"width": 640, "height": 90 + 34 * (last - first + 1)})
        self.sheet.insert_chart(self.head, len(self.spec.columns) + 1, chart, {"description": self.spec.title})

    def close(self, *, is_last: bool) -> None:
        """Filter buttons over the rows; the meaning of absent figures; on the last sheet the total and the note."""
        self.sheet.autofilter(self.head, 0, max(self.row - 1, self.head), len(self.spec.columns) - 1)
        if is_last and self.spec.total_row is not None:
            self.write_row(self.spec.total_row, is_total=True)
        self.row += 1
        for kind in Absent:
            if kind in self.cells.absences:
                self._write_across(say(ABSENT_MEANS[kind], self.language))
        if is_last and self.spec.note:
            self._write_across(self.spec.note)

    def _set_up(self) -> None:
        sheet = self.sheet
        if self.formats.direction == "rtl":
            sheet.right_to_left()
        sheet.hide_gridlines(2)
        sheet.set_landscape()
        sheet.set_paper(A4)
        sheet.set_margins(left=0.5, right=0.5, top=0.7, bottom=0.7)
        sheet.fit_to_pages(1, 0)
        page = say("Page {page} of {pages}", self.language, page="&P", pages="&N")
        sheet.set_header("&L" + shortened(self.spec.title, 100).replace("&", "&&"))
        sheet.set_footer("&L&A&R" + page)
        for index, column in enumerate(self.spec.columns):
            sheet.set_column(index, index, column.width)

    def _write_top(self) -> None:
        """The title, the lines above, an empty row, the heads."""
        self.sheet.set_row(0, self.formats.line_height * 1.7)
        self._write_string(0, self.spec.title, "title")
        self.row = 1
        for line in self.spec.above:
            self._write_across(line)
        self.row += 1
        self.head = self.row
        height = max(lines_of(column.title, column.width) for column in self.spec.columns)
        self.sheet.set_row(self.head, (height + 0.2) * self.formats.line_height)
        for index, column in enumerate(self.spec.columns):
            self._write_string(index, column.title, "head of figures" if column.is_figure else "head")
        self.sheet.freeze_panes(self.head + 1, 0)
        self.sheet.repeat_rows(self.head)
        self.row += 1

    def _write_across(self, line: str) -> None:
        """A line of prose over the whole width, as high as it needs to be: merged cells never grow by themselves."""
        width = max(20.0, sum(column.width for column in self.spec.columns))
        self.sheet.set_row(self.row, lines_of(line, width) * self.formats.line_height)
        if len(self.spec.columns) > 1:
            self.sheet.merge_range(self.row, 0, self.row, len(self.spec.columns) - 1, "", self.formats.of("above"))
        self._write_string(0, line, "above")
        self.row += 1

    def _write_string(self, index: int, text: str, what: str) -> None:
        self.sheet.write_string(self.row, index, whole(text, self.language), self.formats.of(what))

    def _linked(self, index: int, link: Link) -> Link | str:
        """The link, now clickable; or its words and address where it may not be, or the file has no room for it."""
        fits = self.links < LINKS_MAX and len(link.address) <= ADDRESS_MAX and len(link.text) <= LINK_LETTERS_MAX
        if not fits or not link.is_safe or link.address.startswith("#"):
            return f"{link.text} ({link.address})"
        self.links += 1
        self.cells.link(self.row, index, link)
        return link
