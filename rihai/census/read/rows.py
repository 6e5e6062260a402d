"""The rows of one sheet, read one after the other: facts, problems, a first verdict."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from rihai.census.layouts import Layout
from rihai.census.parse.parsed import Context
from rihai.census.problems import problem
from rihai.census.read.cells import Column
from rihai.census.read.kinds import has_ditto, is_ditto, is_section
from rihai.census.read.record import Assembler
from rihai.census.read.survey import Survey
from rihai.census.read.titles import status_named
from rihai.census.reading import Facts, SheetMapping, SourceRow, Verdict
from rihai.census.validate import OffenceCheck, look_over
from rihai.facts import Problem
from rihai.paper.cell import Cell, Row

_WHO = frozenset({"serial", "prison_id", "full_name", "father_or_husband_name", "cnic"})
_CARRIED = (
    "full_name",
    "alias",
    "father_or_husband_name",
    "relation_to_named",
    "cnic",
    "other_identity",
    "prison_id",
    "sex",
)


class SheetReader:
    """Reads the rows of a surveyed sheet. `known` holds for every row that does not say otherwise."""

    def __init__(
        self,
        found: Survey,
        layout: Layout,
        context: Context,
        known: Mapping[str, Any],
        status: str | None,
        offences: OffenceCheck | None,
    ) -> None:
        self._found = found
        self._layout = layout
        self._context = context
        self._known = dict(known)
        if context.census_day:
            self._known["census_date"] = context.census_day.isoformat()
        self._offences = offences
        self._status = status
        self._tables = {id(mapping): self._table(mapping) for mapping in found.mappings}
        self._above: tuple[SheetMapping, Sequence[Cell], SourceRow] | None = None

    def _table(self, mapping: SheetMapping) -> tuple[Assembler, tuple[str, ...], frozenset[str]]:
        fields = frozenset(heading.field for heading in mapping.headings if heading.field)
        known = dict(self._known)
        if self._status and "status" not in fields and "legal_status" not in fields:
            known.setdefault("legal_status", self._status)
        columns = [Column(heading, self._layout, self._context) for heading in mapping.headings]
        return Assembler(columns, known), tuple(heading.text for heading in mapping.headings), fields

    def rows(self) -> Iterator[SourceRow]:
        """Every row of the sheet in order, the blank ones and those without a person too."""
        self._complain_of_sheet()
        name = self._found.sheet.name
        for at, (row, mapping) in enumerate(zip(self._found.sheet.rows, self._found.tables, strict=True)):
            if mapping is not None:
                yield self._person(row, mapping)
                continue
            if row.cells:
                self._above = None
            met = [*self._found.problems.get(at, []), *self._turn_to(row)]
            verdict: Verdict = "rejected" if at in self._found.orphans else "not_a_person"
            facts: Facts = {}
            if verdict == "rejected":
                met = [*met, problem("row_without_headings")]
                facts = {
                    "id": self._id(row),
                    "remarks": "; ".join(cell.text for cell in row.cells if cell.text.strip()),
                }
            yield SourceRow(name, row.number, verdict, facts, _placed(met, name, row.number), (), row.cells)

    def _turn_to(self, row: Row) -> Iterator[Problem]:
        """A title inside the list that names a status holds for the rows below it, where no column says the status."""
        mappings = self._found.mappings
        if not mappings or row.number <= mappings[0].rows[-1] or not is_section(row.cells):
            return
        status = status_named([" ".join(cell.text for cell in row.cells)])
        if status is None or status == self._status:
            return
        self._status = status
        self._tables = {id(mapping): self._table(mapping) for mapping in mappings}
        if self._takes_status:
            yield problem("status_from_title", detail=f"It is {status} from here on.")

    @property
    def _takes_status(self) -> bool:
        """Whether no column of the sheet, and no layout, says the status, so that titles do."""
        return self._found.fields.isdisjoint({"status", "legal_status"}) and "legal_status" not in self._known

    def _person(self, row: Row, mapping: SheetMapping) -> SourceRow:
        assembler, headings, fields = self._tables[id(mapping)]
        cells = self._without_ditto(row.cells, mapping)
        facts, met = assembler.assemble(cells, self._id(row))
        of = self._continue(facts, mapping, cells)
        met += look_over(facts, met, fields, self._context.census_day, self._offences)
        name = self._found.sheet.name
        verdict: Verdict = "accepted"
        if met:
            verdict = "rejected" if any(found.rejects for found in met) else "accepted_with_warnings"
        read = SourceRow(
            name,
            row.number,
            verdict,
            facts,
            _placed(met, name, row.number),
            headings,
            row.cells,
            of,
            name if of else None,
        )
        self._above = (mapping, cells, read)
        return read

    def _without_ditto(self, cells: tuple[Cell, ...], mapping: SheetMapping) -> tuple[Cell, ...]:
        """ "-do-" under a cell says what that cell says; under nothing it stays as it is."""
        if self._above is None or self._above[0] is not mapping or not has_ditto(cells):
            return cells
        above = self._above[1]
        return tuple(above[at] if is_ditto(cell.text) and at < len(above) else cell for at, cell in enumerate(cells))

    def _continue(self, facts: Facts, mapping: SheetMapping, cells: Sequence[Cell]) -> int | None:
        """A row that names nobody but holds a case is another case of the person above, as merged cells leave it.

        Nothing that says who may stand in it: no name, father, number. Person and status are those of the row above,
        whose number is the answer; None for any other row.
        """
        if self._above is None or self._above[0] is not mapping or "cases" not in facts:
            return None
        who = (heading.column for heading in mapping.headings if heading.field in _WHO)
        if any(at < len(cells) and cells[at].text.strip() for at in who):
            return None
        if not any("fir_number" in case and "charges" in case for case in facts["cases"]):
            return None
        row_above = self._above[2]
        above = row_above.facts
        for name in _CARRIED:
            if name in above:
                facts.setdefault(name, above[name])
        statuses = {case.get("legal_status") for case in above.get("cases", ())}
        if statuses == {"under_trial"}:
            for case in facts["cases"]:
                case.setdefault("legal_status", "under_trial")
        return row_above.of or row_above.row

    def _id(self, row: Row) -> str:
        name = self._found.sheet.name
        return f"{name}-{row.number}" if name else str(row.number)

    def _complain_of_sheet(self) -> None:
        """What a whole sheet lacks is said once, on its headings, and not on every row."""
        if not self._found.mappings:
            return
        fields = self._found.fields
        lacks = {
            "sex_not_given": "sex" not in fields and "sex" not in self._known,
            "identity_not_given": fields.isdisjoint({"cnic", "other_identity"}),
            "hearing_not_given": fields.isdisjoint({"next_hearing", "next_hearing_on"}),
            "status_from_title": bool(self._status) and self._takes_status,
        }
        at = next(at for at, row in enumerate(self._found.sheet.rows) if row.number == self._found.mappings[0].rows[0])
        self._found.problems.setdefault(at, []).extend(problem(code) for code, lacking in lacks.items() if lacking)


def _placed(met: Sequence[Problem], sheet: str | None, row: int) -> tuple[Problem, ...]:
    return tuple(
        Problem(found.code, found.message, found.mend, found.fact, found.raw, sheet, row, found.rejects)
        for found in met
    )
