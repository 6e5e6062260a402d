"""One place over time, and places beside each other; what cannot be compared is said to be so."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from rihai.kit.actor import Actor
from rihai.monitoring.inspections.models import SETTLED, Inspection, Kind
from rihai.monitoring.inspections.queries.scored import (
    AreaShown,
    Named,
    Result,
    first_failed,
    moved,
    named,
    results_of,
)  # fmt: skip
from rihai.monitoring.reach import inspections_for
from rihai.places.models import Place

MOST = 8
COVERAGE_APART = 15
"""Points of coverage; areas that were looked into so differently are not compared."""
Cell = AreaShown | None


@dataclass
class Trend:
    """The settled visits to a place, oldest first, and a row for each area with what it came to at each."""

    results: Sequence[Result]
    rows: Sequence[tuple[str, Sequence[Cell], tuple[int | None, int | None] | None]]
    failed: Sequence[tuple[Named, object]] = field(default_factory=list)


@dataclass
class Beside:
    """Places by name, a row for each area, and why some of it cannot be compared."""

    results: Sequence[Result]
    rows: Sequence[tuple[str, Sequence[tuple[Cell, bool]]]]
    warnings: Sequence[str] = ()


def over_time(place: Place, *, actor: Actor) -> Trend | None:
    """One place over its last settled inspections; None where the actor sees none of it."""
    rows = inspections_for(actor).filter(place=place, kind=Kind.INSPECTION, state__in=SETTLED)
    inspections = list(rows.order_by("-planned_on", "-number")[:MOST])
    if not inspections:
        return None
    results = results_of(reversed(inspections))
    change = moved(results[-2], results[-1]) if len(results) > 1 else {}
    since = first_failed(results)
    return Trend(
        results,
        _trend_rows(results, change),
        sorted(((named(one), day) for one, day in since.items()), key=lambda one: str(one[1])),
    )


def _trend_rows(
    results: Sequence[Result], change: Mapping[str, tuple[int | None, int | None]]
) -> list[tuple[str, Sequence[Cell], tuple[int | None, int | None] | None]]:
    by_area = [{area.code: area for area in result.areas} for result in results]
    titles = _titles(results)
    return [
        (title, [areas.get(code) for areas in by_area], change.get(code)) for code, title in titles.items()
    ]  # fmt: skip


def beside_each_other(*, actor: Actor) -> Beside:
    """The newest settled inspection of each place that the actor sees."""
    newest: dict[int, Inspection] = {}
    rows = inspections_for(actor).filter(kind=Kind.INSPECTION, state__in=SETTLED).exclude(form_version=None)
    for one in rows.order_by("planned_on", "number"):
        newest[one.place_id] = one
    results = results_of(sorted(newest.values(), key=lambda one: one.place.shown))
    by_area = [{area.code: area for area in result.areas} for result in results]
    table = []
    for code, title in _titles(results).items():
        cells = [areas.get(code) for areas in by_area]
        table.append((title, [(cell, _apart(cell, cells)) for cell in cells]))
    return Beside(results, table, _warnings(results, table))


def _apart(cell: Cell, cells: Sequence[Cell]) -> bool:
    """Whether this one looked into much less of the area than the one that looked into most."""
    covered = [one.coverage for one in cells if one is not None and one.coverage is not None]
    return cell is not None and bool(covered) and (cell.coverage or 0) < max(covered) - COVERAGE_APART


def _warnings(results: Sequence[Result], rows: Sequence[tuple[str, Sequence[tuple[Cell, bool]]]]) -> list[str]:
    said = []
    if any(apart for _title, cells in rows for _cell, apart in cells):
        said.append(_("Where “looked into less” stands, too little was seen there to be compared with the others."))
    if len({one.inspection.round for one in results}) > 1:
        said.append(_("Not all were of the same round, so that not the same items were asked."))
    if len({one.inspection.form_version_id for one in results}) > 1:
        said.append(_("Not all used the same version of the form."))
    return said


def _titles(results: Sequence[Result]) -> dict[str, str]:
    return {area.code: area.title for result in results for area in result.areas}
