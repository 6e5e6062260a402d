"""A release for machines: one table as CSV, the whole as JSON; the same figures, the same marks, both languages."""

from __future__ import annotations

import csv
from io import StringIO
from typing import Any

from django.conf import settings

from rihai.advocacy.figures.models import FigureRelease, FigureTable, State
from rihai.advocacy.figures.shown import value_of
from rihai.paper.safe import safe_text
from rihai.paper.table import Absent
from rihai.profile.disclosure import RULE, from_json
from rihai.profile.disclosure.tables import rule_text

MARKS = {
    "c": ["withheld: few people, or a figure from which such a one could be worked out",
          "پوشیدہ: چند ہی لوگ، یا ایسا عدد جس سے ان کا پتا چل سکتا ہے"],
    "..": ["not collected", "جمع نہیں کیا گیا"],
    "0": ["a true nought", "واقعی صفر"],
}  # fmt: skip


def csv_of(table: FigureTable) -> bytes:
    """One table: a line a row, codes and names of both languages, a column a figure; c and .. as they print."""
    out = StringIO()
    writer = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    columns = [code for code, *_titles in table.columns]
    writer.writerow(["row", "label_en", "label_ur", *columns])
    rows: dict[str, list[str]] = {}
    for cell in table.cells.all():
        line = rows.setdefault(cell.row, [cell.row, safe_text(cell.label_en), safe_text(cell.label_ur)])
        line.append(str(_plain(value_of(cell))))
    writer.writerows(rows.values())
    return out.getvalue().encode("utf-8-sig")


def json_of(release: FigureRelease, after: FigureRelease | None) -> dict[str, Any]:
    """The whole release: what it is of, what was corrected, every table with its texts, method and source.

    `after` is the release that replaced it.
    """
    return {
        "office": settings.OFFICE, "release": release.number, "on": release.on.isoformat(),
        "public_at": release.public_at.isoformat() if release.public_at else None,
        "is_invented": settings.DEMO, "marks": MARKS,
        "protection": [rule_text(from_json(release.release), RULE, language) for language in ("en", "ur")],
        "withdrawn": [release.withdrawn_en, release.withdrawn_ur] if release.state == State.WITHDRAWN else None,
        "replaces": release.replaces.number if release.replaces else None,
        "replaced_by": {"release": after.number, "says": [after.replaces_en, after.replaces_ur]} if after else None,
        "corrections": [
            {"at": one.at.isoformat(), "says": [one.says_en, one.says_ur]} for one in release.notes.all()
        ],
        "tables": [] if release.state == State.WITHDRAWN else [_table(one) for one in release.tables.all()],
    }  # fmt: skip


def _table(table: FigureTable) -> dict[str, Any]:
    rows: dict[str, dict[str, Any]] = {}
    for cell in table.cells.all():
        row = rows.setdefault(cell.row, {"row": cell.row, "label": [cell.label_en, cell.label_ur], "figures": {}})
        row["figures"][cell.column] = _plain(value_of(cell))
    columns = [{"code": code, "title": [english, urdu]} for code, english, urdu, _kind in table.columns]
    return {"table": table.code, **table.texts, "columns": columns, "rows": list(rows.values())}


def _plain(value: int | Absent) -> int | str:
    return value.value if isinstance(value, Absent) else value
