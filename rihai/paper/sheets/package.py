"""Where the sheets of an .xlsx or .ods stand in its package, and how far each is filled."""

from __future__ import annotations

import posixpath
import zipfile

from rihai.paper.sheets.extent import Extent
from rihai.paper.sheets.guard import chunks, measure, watched
from rihai.paper.sheets.limits import MAX_SHEETS
from rihai.paper.sheets.markup import OpenDocument, WorkbookSheet, walk
from rihai.paper.sheets.refusals import refusal
from rihai.paper.sheets.rows import glance


def workbook_extents(package: zipfile.ZipFile) -> dict[str, Extent]:
    """The extents of an .xlsx's sheets by name; chart sheets have an empty one. Unpacks and measures every part."""
    paths = sheet_paths(package)
    extents = {name: _extent(package, path, name) for path, name in paths.items()}
    measure(package, skip=frozenset(paths))
    return extents


def document_extents(package: zipfile.ZipFile) -> dict[str, Extent]:
    """The extents of an .ods's sheets by name. Unpacks and measures every part."""
    measure(package)
    walker = OpenDocument()
    try:
        part = package.getinfo("content.xml")
    except KeyError as error:
        raise refusal("file_damaged") from error
    walk(chunks(package, part), walker)
    return {extent.sheet: extent for extent in walker.extents}


def _extent(package: zipfile.ZipFile, path: str, name: str) -> Extent:
    part = package.getinfo(path)
    extent = Extent(name)
    if not glance(watched(chunks(package, part), path), extent):
        extent = Extent(name)
        walk(chunks(package, part), WorkbookSheet(extent))
        extent.check()
    return extent


def sheet_paths(package: zipfile.ZipFile) -> dict[str, str]:
    """The sheets of an .xlsx: name of the part → name of the sheet, as workbook.xml and its relations join them."""
    book, links = _Elements("sheet"), _Elements("Relationship")
    walk(watched(chunks(package, _part(package, "xl/workbook.xml")), "workbook.xml"), book)
    walk(watched(chunks(package, _part(package, "xl/_rels/workbook.xml.rels")), "workbook.xml.rels"), links)
    if len(book.found) > MAX_SHEETS:
        raise refusal("too_many_sheets", limit=MAX_SHEETS)
    targets = {link.get("Id", ""): posixpath.join("/xl", link.get("Target", "")) for link in links.found}
    by_lower = {part.filename.lower(): part.filename for part in package.infolist()}
    paths = {}
    for sheet in book.found:
        target = posixpath.normpath(targets.get(sheet.get("id", ""), "")).lstrip("/")
        if target.lower() in by_lower:
            paths[by_lower[target.lower()]] = sheet.get("name", "")
    return paths


def _part(package: zipfile.ZipFile, name: str) -> zipfile.ZipInfo:
    """A part by its name in any case. Raises FileUnreadable (file_damaged) when the package lacks it."""
    for part in package.infolist():
        if part.filename.lower() == name.lower():
            return part
    raise refusal("file_damaged")


class _Elements:
    """Collects the attributes of every element of one name; a namespace before an attribute's name is dropped."""

    def __init__(self, tag: str) -> None:
        self.tag = tag
        self.found: list[dict[str, str]] = []

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        if tag == self.tag:
            self.found.append({key.rpartition(" ")[2]: value for key, value in attributes.items()})

    def end(self, tag: str) -> None:
        """Nothing: attributes are complete at the start."""

    def text(self, data: str) -> None:
        """Nothing: there is no text to keep."""
