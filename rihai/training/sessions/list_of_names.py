"""Reads a list of those who shall learn, from a spreadsheet or text table; columns by headings in both languages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from rihai.paper.cell import Row
from rihai.paper.sheets import open_sheets
from rihai.training.errors import NotSo

MOST = 500
HEADINGS: Mapping[str, tuple[str, ...]] = {
    "full_name": ("name", "full name", "officer", "participant", "نام", "پورا نام"),
    "organisation": ("organisation", "organization", "department", "office", "ادارہ", "محکمہ"),
    "rank": ("rank", "designation", "post", "عہدہ", "رینک"),
    "place": ("posting", "place", "place of posting", "prison", "jail", "station", "تعیناتی", "جیل", "مقام"),
    "number": (
        "number",
        "belt no",
        "belt number",
        "service number",
        "personal number",
        "بیلٹ نمبر",
        "نمبر",
        "ذاتی نمبر",
    ),
    "sex": ("sex", "gender", "جنس"),
    "contact": ("contact", "phone", "telephone", "mobile", "e-mail", "email", "فون", "رابطہ", "موبائل"),
    "audience": ("kind", "who", "audience", "قسم"),
}
LIMITS = {"full_name": 120, "organisation": 160, "number": 40, "contact": 120}


@dataclass(frozen=True, slots=True)
class Named:
    """A line of a list: its number in the file, and what stands in it by our own words for it."""

    number: int
    said: dict[str, str] = field(default_factory=dict)


def read_list(content: bytes, name: str) -> list[Named]:
    """The lines that hold a name. Raises FileUnreadable for no table, NotSo without a heading for names."""
    for sheet in open_sheets(content, name).sheets:
        for at, row in enumerate(sheet.rows[:20]):
            columns = _columns(row)
            if "full_name" in columns.values():
                found = [_line(one, columns) for one in sheet.rows[at + 1 :]]
                lines = [one for one in found if one.said.get("full_name")]
                if len(lines) > MOST:
                    raise NotSo(_("A list holds at most 500 names. Send it in parts."))
                if not lines:
                    raise NotSo(_("There is no name below the headings."))
                return lines
    raise NotSo(_("No column is headed “name” or “نام”. Give each column its heading."))


def _columns(row: Row) -> dict[int, str]:
    found: dict[int, str] = {}
    for at, cell in enumerate(row.cells):
        head = " ".join(cell.text.casefold().replace(".", " ").split())
        for ours, theirs in HEADINGS.items():
            if head in theirs and ours not in found.values():
                found[at] = ours
    return found


def _line(row: Row, columns: dict[int, str]) -> Named:
    cells = {ours: " ".join(row.cells[at].text.split()) for at, ours in columns.items() if at < len(row.cells)}
    return Named(row.number, {name: _clean(text)[: LIMITS.get(name, 200)] for name, text in cells.items() if text})


def _clean(text: str) -> str:
    """Without signs that nobody means: null bytes, control signs, marks that turn the direction of writing."""
    return "".join(sign for sign in text if sign.isprintable())
