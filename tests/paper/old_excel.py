"""Writes .xls files record by record, also such as no program writes ([MS-XLS] in [MS-CFB])."""

from __future__ import annotations

import struct
from collections.abc import Sequence

FREE, END, TABLE = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
SECTOR = 512
GLOBALS, SHEET = 5, 16


def record(number: int, data: bytes = b"") -> bytes:
    return struct.pack("<HH", number, len(data)) + data


def begin(kind: int) -> bytes:
    return record(0x0809, struct.pack("<HHHHII", 0x0600, kind, 0, 0, 0, 0))


def dimensions(rows: int, columns: int, first: int = 0) -> bytes:
    return record(0x0200, struct.pack("<IIHHH", first, rows, 0, columns, 0))


def number(row: int, column: int, value: float) -> bytes:
    return record(0x0203, struct.pack("<HHHd", row, column, 0, value))


def error(row: int, column: int, code: int) -> bytes:
    return record(0x0205, struct.pack("<HHHBB", row, column, 0, code, 1))


def formula_error(row: int, column: int, code: int) -> bytes:
    result = struct.pack("<BBBBBBH", 2, 0, code, 0, 0, 0, 0xFFFF)
    return record(0x0006, struct.pack("<HHH", row, column, 0) + result + struct.pack("<HIH", 0, 0, 0))


def xls(cells: Sequence[bytes], extra: bytes = b"") -> bytes:
    """A workbook of one sheet UTP with these records; `extra` stands in the workbook's own part."""
    name = b"UTP"
    head = begin(GLOBALS) + extra
    bound = struct.pack("<IBBBB", 0, 0, 0, len(name), 0) + name
    start = len(head) + len(record(0x0085, bound)) + len(record(0x000A))
    bound = struct.pack("<I", start) + bound[4:]
    sheet = begin(SHEET) + b"".join(cells) + record(0x000A)
    return compound_file(head + record(0x0085, bound) + record(0x000A) + sheet)


def compound_file(stream: bytes, size: int | None = None) -> bytes:
    """A compound file with one stream Workbook: sector 0 the table of sectors, 1 the directory, from 2 the stream."""
    stream = stream.ljust(8 * SECTOR, b"\x00")
    stream += bytes(-len(stream) % SECTOR)
    count = len(stream) // SECTOR
    chain = [TABLE, END, *range(3, 2 + count), END]
    table = struct.pack(f"<{SECTOR // 4}I", *chain, *[FREE] * (SECTOR // 4 - len(chain)))
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<HHHHH", 62, 3, 0xFFFE, 9, 6) + bytes(6)
    header += struct.pack("<IIIIIIIIII", 0, 1, 1, 0, 4096, END, 0, END, 0, 0) + struct.pack("<108I", *[FREE] * 108)
    directory = entry("Root Entry", 5, END, 0, child=1) + entry("Workbook", 2, 2, size or len(stream))
    return header + table + directory.ljust(SECTOR, b"\x00") + stream


def entry(name: str, kind: int, start: int, size: int, child: int = FREE) -> bytes:
    text = name.encode("utf-16-le") + b"\x00\x00"
    links = struct.pack("<HBBIII", len(text), kind, 1, FREE, FREE, child)
    return text.ljust(64, b"\x00") + links + bytes(36) + struct.pack("<IQ", start, size)
