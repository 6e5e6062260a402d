"""The workbook stream of an .xls, taken out of its compound file with every claim of size checked first.

The reader believes the sizes that a compound file claims, and a damaged one makes it ask for more memory than there
is, which ends the process. [MS-CFB] is at https://learn.microsoft.com/openspecs/windows_protocols/ms-cfb
"""

from __future__ import annotations

import struct
from collections.abc import Iterator, Sequence

from rihai.paper.sheets.refusals import refusal

ENTRY = 128
LAST = 0xFFFFFFFA
"""Sector numbers from here on are no sectors: end of chain, free, or the tables' own."""


def workbook_stream(content: bytes) -> bytes:
    """The stream "Workbook" ("Book" before Excel 97). Raises FileUnreadable (file_damaged)."""
    try:
        return _Compound(content).stream(("Workbook", "Book"))
    except (struct.error, IndexError, ValueError) as error:
        raise refusal("file_damaged") from error


class _Compound:
    """The tables of one compound file; ValueError for what points or claims beyond it."""

    def __init__(self, content: bytes) -> None:
        self.content = content
        shift, small_shift = struct.unpack_from("<HH", content, 30)
        if shift not in {9, 12} or small_shift != 6:
            raise ValueError("sector size")
        self.sector = 1 << shift
        counts = struct.unpack_from("<IIIIIIIIII", content, 40)
        if max(counts[0], counts[1], counts[6], counts[8]) * self.sector > len(content):
            raise ValueError("more tables than the file has sectors")
        self.cutoff = counts[4]
        self.fat = self._table(self._fat_sectors(counts[7]))
        self.small = self._table(list(self._chain(counts[5], self.fat)))
        self.entries = self._entries(counts[2])

    def _at(self, number: int) -> bytes:
        start = (number + 1) * self.sector
        if start >= len(self.content):
            raise ValueError("a sector beyond the file")
        return self.content[start : start + self.sector]

    def _fat_sectors(self, next_table: int) -> list[int]:
        sectors = [number for number in struct.unpack_from("<109I", self.content, 76) if number < LAST]
        seen = 0
        while next_table < LAST:
            seen += 1
            table = self._table([next_table])
            sectors += [number for number in table[:-1] if number < LAST]
            next_table = table[-1]
            if seen * self.sector > len(self.content):
                raise ValueError("a circle of tables")
        return sectors

    def _table(self, sectors: Sequence[int]) -> list[int]:
        data = b"".join(self._at(number) for number in sectors)
        return list(struct.unpack(f"<{len(data) // 4}I", data[: len(data) // 4 * 4]))

    def _chain(self, start: int, table: Sequence[int]) -> Iterator[int]:
        for _ in range(len(table) + 1):
            if start >= LAST:
                return
            yield start
            start = table[start]
        raise ValueError("a circle of sectors")

    def _entries(self, start: int) -> list[tuple[str, int, int, int]]:
        """(name, kind, first sector, size) of each entry of the directory."""
        data = b"".join(self._at(number) for number in self._chain(start, self.fat))
        entries = []
        for at in range(0, len(data) - ENTRY + 1, ENTRY):
            length, kind = struct.unpack_from("<HB", data, at + 64)
            first, size, high = struct.unpack_from("<III", data, at + 116)
            if kind and (size > len(self.content) or high or not 2 <= length <= 64):
                raise ValueError("a stream larger than the file")
            entries.append((data[at : at + max(length - 2, 0)].decode("utf-16-le", "replace"), kind, first, size))
        return entries

    def stream(self, names: Sequence[str]) -> bytes:
        found = [entry for name in names for entry in self.entries if entry[0] == name and entry[1] == 2]
        if not found:
            raise ValueError("no workbook")
        _, _, first, size = found[0]
        if size >= self.cutoff:
            return b"".join(self._at(number) for number in self._chain(first, self.fat))[:size]
        root = b"".join(self._at(number) for number in self._chain(self.entries[0][2], self.fat))
        return b"".join(root[number * 64 : number * 64 + 64] for number in self._chain(first, self.small))[:size]
