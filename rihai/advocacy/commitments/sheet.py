"""Recommendations as a plain table (CSV): read row by row, each taken or refused with a reason; written alike."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from io import StringIO

from django.utils.translation import gettext as _

from rihai.advocacy.reports.models import Body
from rihai.errors import Unreadable
from rihai.kit.forms.typed import read_day
from rihai.monitoring.forms import YEARS
from rihai.paper.safe import is_formula_like

HEADINGS = ("body", "session", "paragraph", "recommendation", "addressee", "topic", "received_on", "due_on")
LENGTHS = {"session": 80, "paragraph": 30, "recommendation": 2000, "addressee": 200, "topic": 120}
NEEDED = ("body", "recommendation", "addressee", "received_on")
MOST = 2_000
csv.field_size_limit(200_000)


class SheetUnreadable(Unreadable):
    """The file is no table of recommendations; nothing of it was taken."""


@dataclass(frozen=True, slots=True)
class Row:
    """One recommendation of a sheet, as it will be kept."""

    body: str
    session: str
    paragraph: str
    says: str
    who: str
    topic: str
    made_on: date
    due_on: date | None


@dataclass(frozen=True, slots=True)
class Read:
    """A sheet as it was read: rows that can be taken, and, by line of the file, why others cannot."""

    rows: Sequence[Row]
    refused: Sequence[tuple[int, str]]


def read_sheet(content: bytes) -> Read:
    """Read a sheet. Raises SheetUnreadable for what is no table with the headings."""
    lines = csv.reader(StringIO(_text(content), newline=""))
    try:
        headings = [one.strip().lower() for one in next(lines, [])]
        missing = [one for one in NEEDED if one not in headings]
        if missing:
            says = _("The first line must have the headings %(names)s; missing: %(missing)s.")
            raise SheetUnreadable(says % {"names": ", ".join(HEADINGS), "missing": ", ".join(missing)})
        rows: list[Row] = []
        refused: list[tuple[int, str]] = []
        for cells in lines:
            if not any(cell.strip() for cell in cells):
                continue
            if len(rows) + len(refused) >= MOST:
                raise SheetUnreadable(_("A sheet has at most %(n)s rows. Send it in parts.") % {"n": MOST})
            said = dict(zip(headings, (_plain(cell) for cell in cells), strict=False))
            found = _row(said)
            if isinstance(found, Row):
                rows.append(found)
            else:
                refused.append((lines.line_num, found))
    except csv.Error as wrong:
        raise SheetUnreadable(_("The file could not be read as a table. Save it as CSV and send that.")) from wrong
    return Read(rows, refused)


def _plain(cell: str) -> str:
    """The words of a cell, without the apostrophe with which our own tables keep it from being evaluated."""
    word = cell.strip()
    return word[1:] if word.startswith("'") and is_formula_like(word[1:]) else word


def _text(content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as wrong:
        raise SheetUnreadable(_("The file is no text in UTF-8. Save it as “CSV UTF-8” and send that.")) from wrong


def _row(said: dict[str, str]) -> Row | str:
    """The row, or why it is not taken."""
    for name in NEEDED:
        if not said.get(name):
            return _("“%(name)s” is empty.") % {"name": name}
    for name, longest in LENGTHS.items():
        value = said.get(name, "")
        if len(value) > longest:
            return _("“%(name)s” is longer than %(n)s characters.") % {"name": name, "n": longest}
        if any(not one.isprintable() and one not in "\n\t" for one in value):
            return _("“%(name)s” holds characters that are no words.") % {"name": name}
    body = said["body"].lower()
    if body not in Body.values:
        return _("The body “%(body)s” is not known: write one of %(names)s.") % {
            "body": said["body"][:30], "names": ", ".join(Body.values)
        }  # fmt: skip
    received, due = (_day(said.get(name, "")) for name in ("received_on", "due_on"))
    if received is None or (said.get("due_on") and due is None):
        return _("A day could not be read: write it as 2026-11-26.")
    return Row(
        body, said.get("session", ""), said.get("paragraph", ""), said["recommendation"], said["addressee"],
        said.get("topic", ""), received, due,
    )  # fmt: skip


def _day(text: str) -> date | None:
    found = read_day(text) if text else None
    return found if found and found.year in YEARS else None
