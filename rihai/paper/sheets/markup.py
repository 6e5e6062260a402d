"""A sheet's XML walked element by element: exact, whatever prefixes and order its writer used, and slow."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol
from xml.parsers import expat  # its own limits hold (expat 2.4 and later); declarations are refused below

from rihai.paper.sheets.extent import Extent, cell_place, error_cell, uncounted
from rihai.paper.sheets.refusals import refusal


class Walk(Protocol):
    """What listens to the elements of a document, by their names without a namespace."""

    def start(self, tag: str, attributes: dict[str, str]) -> None: ...
    def end(self, tag: str) -> None: ...
    def text(self, data: str) -> None: ...


def walk(chunks: Iterable[bytes], walker: Walk) -> None:
    """Feed the document to `walker`. Raises FileUnreadable: markup_unsafe, file_damaged."""
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler = lambda tag, attributes: walker.start(_local(tag), attributes)
    parser.EndElementHandler = lambda tag: walker.end(_local(tag))
    parser.CharacterDataHandler = walker.text
    parser.StartDoctypeDeclHandler = _declared
    parser.EntityDeclHandler = _declared
    try:
        for chunk in chunks:
            parser.Parse(chunk, False)
        parser.Parse(b"", True)
    except (expat.ExpatError, ValueError) as error:
        raise refusal("file_damaged") from error


def _local(tag: str) -> str:
    return tag.rpartition(" ")[2]


def _declared(*_: object) -> None:
    raise refusal("markup_unsafe", part="a sheet")


class WorkbookSheet:
    """Walks a sheet of an .xlsx (ISO/IEC 29500-1, 18.3.1: row, c, f, v, is) into its extent."""

    def __init__(self, extent: Extent) -> None:
        self.extent = extent
        self.row = self.column = 0
        self.kind = ""
        self.inside = ""
        self.formula: list[str] | None = None
        self.value: list[str] | None = None

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        if tag == "row":
            self.row = int(attributes.get("r", self.row + 1))
            self.column = 0
        elif tag == "c":
            self._place(attributes.get("r"))
            self.kind = attributes.get("t", "n")
            self.formula = self.value = None
        elif tag == "f":
            self.formula, self.inside = [], "f"
        elif tag in {"v", "t"}:
            self.value = self.value or []
            self.inside = "v"

    def _place(self, name: str | None) -> None:
        if name is None:
            self.column += 1
        else:
            self.row, self.column = cell_place(name)

    def text(self, data: str) -> None:
        if self.inside == "f" and self.formula is not None:
            self.formula.append(data)
        elif self.inside == "v" and self.value is not None:
            self.value.append(data)

    def end(self, tag: str) -> None:
        if tag in {"f", "v", "t"}:
            self.inside = ""
        if tag != "c":
            return
        value = "".join(self.value or [])
        # A stored empty text is a result: <c t="str"><f>…</f><v></v></c> is what IF(…,"") leaves behind.
        stored = bool(value) or (self.kind == "str" and self.value is not None)
        if self.formula is not None and not stored:
            self.extent.odd[self.row - 1, self.column - 1] = uncounted("".join(self.formula))
        elif self.kind == "e" and value:
            self.extent.odd[self.row - 1, self.column - 1] = error_cell(value)
        if self.formula is not None or value:
            self.extent.fill(self.row, self.column)


class OpenDocument:
    """Walks content.xml of an .ods (OpenDocument 1.3, 9.1: table, table-row, table-cell) into one extent a table."""

    def __init__(self) -> None:
        self.extents: list[Extent] = []
        self.row = self.column = 0
        self.depth = 0
        self.error: list[str] | None = None

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        if tag == "table":
            self.depth += 1
            if self.depth == 1:
                self.extents.append(Extent(_attribute(attributes, "name") or ""))
                self.row = 0
        elif tag == "table-row":
            self.row += int(_attribute(attributes, "number-rows-repeated") or 1)
            self.column = 0
        elif tag in {"table-cell", "covered-table-cell"}:
            self._cell(attributes)

    def _cell(self, attributes: dict[str, str]) -> None:
        repeat = int(_attribute(attributes, "number-columns-repeated") or 1)
        self.column += repeat
        kind, formula = _attribute(attributes, "value-type"), _attribute(attributes, "formula")
        self.error = [] if "error" in attributes.values() else None  # LibreOffice: calcext:value-type="error"
        if (kind is None and formula is None) or not self.extents:
            return
        extent = self.extents[-1]
        extent.fill(self.row, self.column)
        extent.check()  # at once: a repeated cell is a whole rectangle
        if kind is None:
            extent.odd[self.row - 1, self.column - 1] = uncounted(formula or "")

    def text(self, data: str) -> None:
        if self.error is not None:
            self.error.append(data)

    def end(self, tag: str) -> None:
        if tag == "table":
            self.depth -= 1
        elif tag == "table-cell" and self.error:
            self.extents[-1].odd[self.row - 1, self.column - 1] = error_cell("".join(self.error))


def _attribute(attributes: dict[str, str], name: str) -> str | None:
    for key, value in attributes.items():
        if _local(key) == name:
            return value
    return None
