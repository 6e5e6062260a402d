"""The records of an .xls walked once: how far each sheet is filled, and which of its cells are errors.

[MS-XLS] is at https://learn.microsoft.com/openspecs/office_file_formats/ms-xls
"""

from __future__ import annotations

import struct
from collections.abc import Iterator

from rihai.paper.sheets.extent import Extent, error_cell
from rihai.paper.sheets.refusals import refusal

BOUNDSHEET, FILEPASS, SST = 0x0085, 0x002F, 0x00FC
BOF, EOF = {0x0809, 0x0409, 0x0209, 0x0009}, 0x000A
FORMULA, BOOLERR, MULRK = {0x0006, 0x0206, 0x0406}, 0x0205, 0x00BD
FILLED = {0x00FD, 0x0204, 0x00D6, 0x0203, 0x027E, 0x007E}
"""LABELSST, LABEL, RSTRING, NUMBER, RK (and RK's older number)."""

DIMENSIONS, MOST_CELLS = 0x0200, 65_536 * 256
"""What a sheet claims to fill, for which the reader sets memory aside, and all cells that an .xls sheet has."""

ERRORS = {
    0: "#NULL!",
    7: "#DIV/0!",
    15: "#VALUE!",
    23: "#REF!",
    29: "#NAME?",
    36: "#NUM!",
    42: "#N/A",
    43: "#GETTING_DATA",
}


def old_extents(stream: bytes) -> list[Extent]:
    """One extent for each sheet in the order of the workbook, its name empty.

    Raises FileUnreadable: file_encrypted, too_many_columns, too_many_cells, file_damaged.
    """
    try:
        starts = list(_starts(stream))
        return [_extent(stream, start) for start in starts]
    except (struct.error, IndexError) as error:
        raise refusal("file_damaged") from error


def _records(stream: bytes, at: int) -> Iterator[tuple[int, bytes]]:
    """(number, data) of each record from `at` to the end of its part; parts may hold others (charts)."""
    depth = 0
    while at + 4 <= len(stream):
        number, length = struct.unpack_from("<HH", stream, at)
        yield number, stream[at + 4 : at + 4 + length]
        depth += (number in BOF) - (number == EOF)
        if depth <= 0:
            return
        at += 4 + length


def _starts(stream: bytes) -> Iterator[int]:
    """Where each worksheet begins, from the workbook's own part; charts and macro sheets are of another kind."""
    for number, data in _records(stream, 0):
        if number == FILEPASS:
            raise refusal("file_encrypted")
        if number == SST and struct.unpack_from("<I", data, 4)[0] * 3 > len(
            stream
        ):  # a text takes three bytes at least
            raise refusal("file_damaged")
        if number == BOUNDSHEET:
            yield struct.unpack_from("<I", data)[0]


def _extent(stream: bytes, start: int) -> Extent:
    extent = Extent("")
    for number, data in _records(stream, start):
        if number == DIMENSIONS and _claimed(data) > MOST_CELLS:
            raise refusal("file_damaged")
        if number in FORMULA or number in FILLED or number in {BOOLERR, MULRK}:
            row, column = struct.unpack_from("<HH", data)
            last = struct.unpack_from("<H", data, len(data) - 2)[0] if number == MULRK else column
            extent.fill(row + 1, last + 1)
            error = _error(number, data)
            if error is not None:
                extent.odd[row, column] = error_cell(ERRORS.get(error, "#ERROR!"))
    extent.check()
    return extent


def _claimed(data: bytes) -> int:
    """How many cells a DIMENSIONS record claims (2.4.90; rows take two bytes each before Excel 97).

    An end before its beginning wraps round, as it does in the reader.
    """
    first, last, left, right = struct.unpack_from("<IIHH" if len(data) == 14 else "<HHHH", data)
    claimed: int = ((last - first) % 2**32) * ((right - left) % 2**32)
    return claimed


def _error(number: int, data: bytes) -> int | None:
    """The number of the error that a cell holds, if it does: BOOLERR with its flag, or a formula's result (2.5.133)."""
    if number == BOOLERR and data[7]:
        return data[6]
    if number in FORMULA and data[12:14] == b"\xff\xff" and data[6] == 2:
        return data[8]
    return None
