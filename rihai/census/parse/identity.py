"""Identity numbers. A number the spreadsheet has damaged is never repaired: its digits are gone."""

from __future__ import annotations

import re

from rihai.census.parse.codes import problem
from rihai.census.parse.parsed import Context, Parsed
from rihai.census.parse.text import has, in_figures, is_blank, is_none, is_not_known, plain, tidy
from rihai.paper.cell import Cell

_SCIENTIFIC = re.compile(r"\d(?:\.\d+)?e\+?\d+")
_GROUPED = re.compile(r"(?<!\d)(\d{5})[\s-]*(\d{7})[\s-]*(\d)(?!\d)")
_PASSPORT = re.compile(r"passport|\bp\.?p\.?\b|\bpp#|پاسپورٹ|^\W*[a-z]{1,2}\W?\d{6,8}\W*$")
_CARD = re.compile(r"\bpor\b|\bacc\b|afghan|refugee|unhcr|\btoken\b|licen[cs]e|پی او آر|مہاجر|aadhaar|آدھار")
_OLD_CARD = re.compile(r"(?<!\d)\d{3}-\d{2}-\d{6}(?!\d)")
_NONE = r"^no\b|not (?:avail|found|issued|made|with|provid|register)|without|nil|none|lost|گم|نہیں|un-?registered"
_LOST_ZEROS = 6
"""A spreadsheet shows 3.52021E+12 for 13 digits; saved again as text, seven or more of them are noughts."""


def parse_cnic(cell: Cell, context: Context) -> Parsed:
    """An identity number into `cnic` (13 digits), a passport or card of another kind into `other_identity`."""
    del context
    text = plain(cell.text)
    if is_blank(cell) or is_none(text) or is_not_known(text):
        return Parsed()
    stored = cell.value
    if cell.kind == "number" and isinstance(stored, int | float) and float(stored).is_integer():
        text = str(int(stored))
    if _SCIENTIFIC.search(text):
        return _refused("cnic_damaged", cell)
    if has(r"\d", text) and any(shape.search(text) for shape in (_PASSPORT, _CARD, _OLD_CARD)):
        return Parsed({"other_identity": in_figures(cell.text)})
    numbers = {"".join(parts) for parts in _GROUPED.findall(text)}
    if len(numbers) != 1:
        return (
            Parsed({}, (), tidy(cell.text)) if has(_NONE, text) and not numbers else _refused("cnic_unreadable", cell)
        )
    return _checked(numbers.pop(), cell)


def _checked(digits: str, cell: Cell) -> Parsed:
    if digits.endswith("0" * _LOST_ZEROS) and len(set(digits)) > 1:
        return _refused("cnic_damaged", cell)
    if (
        len(set(digits)) == 1
        or digits[:12] in {"123451234567", "123456789012", "012345678901"}
        or digits.startswith("00000")
    ):
        return _refused("cnic_filler", cell)
    return Parsed({"cnic": digits})


def _refused(code: str, cell: Cell) -> Parsed:
    return Parsed({}, (problem(code, cell, "cnic"),), tidy(cell.text))


def parse_prison_id(cell: Cell, context: Context) -> Parsed:
    """The register number as written; a spreadsheet's whole number without its fraction."""
    del context
    if is_blank(cell) or is_none(plain(cell.text)):
        return Parsed()
    if isinstance(cell.value, float) and cell.value.is_integer():
        return Parsed({"prison_id": str(int(cell.value))})
    return Parsed({"prison_id": in_figures(cell.text)})


def parse_serial(cell: Cell, context: Context) -> Parsed:
    """The number printed in the list, without the full stop behind it."""
    del context
    if is_blank(cell):
        return Parsed()
    if isinstance(cell.value, float) and cell.value.is_integer():
        return Parsed({"serial": str(int(cell.value))})
    return Parsed({"serial": in_figures(cell.text).rstrip(".)") or tidy(cell.text)})
