"""Text tables (.csv, .tsv and their kin) as one sheet whose rows are numbered by physical lines."""

from __future__ import annotations

import re

from rihai.paper.cell import Row, Sheet
from rihai.paper.sheets.cells import Shared, text_cell, trimmed, up_to_last_filled
from rihai.paper.sheets.encoding import decode
from rihai.paper.sheets.extent import cell_name
from rihai.paper.sheets.limits import MAX_COLUMNS
from rihai.paper.sheets.records import physical_lines, sniff_delimiter, split_records
from rihai.paper.sheets.refusals import refusal

SAMPLE = 65536
CONTROL = re.compile(r"[\x01-\x08\x0e-\x19\x1c-\x1f]")


def is_binary(text: str) -> bool:
    """Whether one in fifty characters is a control, as in no list; a stray one is a slip of some program."""
    return len(CONTROL.findall(text)) * 50 > len(text)


def read_text(content: bytes, name: str) -> tuple[str, str, tuple[Sheet]]:
    """The format ("csv" or "tsv"), the encoding, and the one sheet (its name None). Raises FileUnreadable."""
    text, encoding = decode(content)
    if is_binary(text[:SAMPLE]):
        raise refusal("file_unknown")
    lines = physical_lines(text)
    delimiter = sniff_delimiter(lines, name)
    shared = Shared(text_cell)
    rows = up_to_last_filled(
        Row(number, trimmed([shared[field] for field in fields])) for number, fields in split_records(lines, delimiter)
    )
    for row in rows:
        if len(row.cells) > MAX_COLUMNS:
            where = cell_name(row.number, len(row.cells))
            raise refusal("too_many_columns", sheet="text", cell=where, limit=MAX_COLUMNS)
    return ("tsv" if delimiter == "\t" else "csv"), encoding, (Sheet(None, rows),)
