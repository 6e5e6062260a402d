"""The figures of a locked period for other programs: DHIS2's data value set, and a table with HXL hashtags.

DHIS2: `POST /api/dataValueSets` (developer guide, "Sending data values"); whom codes mean is said by the id schemes.
HXL: hashtags and attributes of the standard 1.1 (hxlstandard.org). What is withheld is left out of both.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Sequence
from datetime import date
from io import StringIO

from django.utils import timezone

from rihai.paper.safe import safe_text
from rihai.profile.disclosure import Release
from rihai.results.counting import period_at
from rihai.results.leaving.control import district_key, keys_of, printed
from rihai.results.models import LockedPeriod
from rihai.results.queries.locked import Stands

HXL = (
    ("Indicator code", "#indicator+code"), ("Indicator", "#indicator+name+v_en"), ("District", "#adm2+name"),
    ("From", "#date+start"), ("Until", "#date+end"), ("In the period", "#indicator+value+num"),
    ("To date", "#indicator+value+num+cumulative"), ("Target", "#targeted+num"), ("Unit", "#indicator+unit"),
    ("How it is known", "#meta+method"), ("Withheld", "#meta+withheld"),
)  # fmt: skip


def dhis2_of(period: LockedPeriod, rows: Sequence[Stands], release: Release) -> bytes:
    """A data value set: the period's own figures, those with a number, in whole numbers as text."""
    project = period.project
    found = period_at(project, period.first.isoformat(), period.end)
    values = []
    for one in rows:
        value = printed(release, keys_of(one.locked, len(one.restated))[0], one.locked.value)
        if isinstance(value, int):
            said = {"dataElement": one.locked.indicator.dhis2_element or one.locked.indicator.code, "value": str(value)}
            if one.locked.mark:
                said["comment"] = f"{one.locked.mark}; not counted one by one"
            values.append(said)
    whole = {
        "idScheme": "CODE", "dataElementIdScheme": "CODE", "orgUnitIdScheme": "CODE", "dataSetIdScheme": "CODE",
        "dataSet": project.dhis2_set or project.code, "orgUnit": project.dhis2_unit or project.code,
        "period": found.code if found else f"{period.first:%Y}", "dataValues": values,
    }  # fmt: skip
    if period.signed_at is not None:
        whole["completeDate"] = timezone.localdate(period.signed_at).isoformat()
    return json.dumps(whole, ensure_ascii=False, indent=1).encode("utf-8")


def hxl_of(period: LockedPeriod, rows: Sequence[Stands], release: Release) -> bytes:
    """Headings, hashtags, then a row for each figure and one for each of its districts."""
    out = StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([heading for heading, _tag in HXL])
    writer.writerow([tag for _heading, tag in HXL])
    for one in rows:
        here, to_date = keys_of(one.locked, len(one.restated))
        cells = [printed(release, here, one.locked.value), printed(release, to_date, one.locked.to_date)]
        writer.writerow(_hxl(period, one, "", cells))
        parts = one.locked.parts.get("district", {})
        for name in sorted({*parts.get("period", {}), *parts.get("to_date", {})}):
            pair = [
                printed(release, district_key(key, name), parts.get(column, {}).get(name, 0))
                for key, column in ((here, "period"), (to_date, "to_date"))
            ]  # fmt: skip
            writer.writerow(_hxl(period, one, name, pair))
    return out.getvalue().encode("utf-8")


def _hxl(period: LockedPeriod, one: Stands, district: str, cells: Sequence[object]) -> list[str]:
    row = one.locked
    withheld = any(cell is not None and not isinstance(cell, int) for cell in cells)
    last = date.fromordinal(period.end.toordinal() - 1)
    return [
        safe_text(row.indicator.code), safe_text(row.indicator.title), safe_text(district), period.first.isoformat(),
        last.isoformat(), *(str(cell) if isinstance(cell, int) else "" for cell in cells),
        "" if row.target is None or district else str(row.target), row.indicator.unit,
        row.mark or row.indicator.basis, "yes" if withheld else "no",
    ]  # fmt: skip
