"""The figures of a locked period as they may leave: small counts withheld, also what a reader could work out.

Guarded beside every release of the project before: a figure to date less that of the period before is how many people
came anew, and a part of a figure leaves a rest. Nothing is rounded, so that a report prints what was counted.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from rihai.kit.exports.models import PublishedFigures
from rihai.paper.table import Value
from rihai.profile.disclosure import RULE, Figures, Key, Release, as_json, control, from_json
from rihai.results.models import LockedFigure, LockedPeriod
from rihai.results.queries.locked import Stands

NEW = "new"
NOT_SAID = "not said"


def keys_of(row: LockedFigure, restated: int) -> tuple[Key, Key]:
    """Under which keys a figure leaves: that of the period and that to date. A restatement is a figure of its own."""
    mark = f" r{restated}" if restated else ""
    period, code = row.period, row.indicator.code
    return Key(f"{period.first}..{period.end}{mark}", code), Key(f"to {period.end}{mark}", code)


def district_key(key: Key, name: str) -> Key:
    """Under which key a district of a figure leaves."""
    return Key(key.period, f"{key.series} / {name or NOT_SAID}")


def to_leave(period: LockedPeriod, rows: Sequence[Stands]) -> Figures:
    """The counts of people among the figures, with how they hang together."""
    figures = Figures()
    by_indicator: dict[object, tuple[Key, Key]] = {}
    for one in rows:
        row = one.locked
        if not row.indicator.is_people:
            continue
        keys = by_indicator[row.indicator_id] = keys_of(row, len(one.restated))
        for key, number, column in ((keys[0], row.value, "period"), (keys[1], row.to_date, "to_date")):
            if number is not None:
                _add(figures, key, number, row.parts.get("district", {}).get(column, {}))
    _rests(figures, rows, by_indicator)
    _before(figures, period, rows, by_indicator)
    return figures


def _add(figures: Figures, key: Key, number: int, districts: dict[str, int]) -> None:
    threshold = RULE.threshold(number)
    figures.add(key, number, threshold)
    parts = [figures.add(district_key(key, name), count, threshold) for name, count in districts.items()]
    if parts:
        figures.add_sum(key, parts)


def _rests(figures: Figures, rows: Sequence[Stands], keys: dict[object, tuple[Key, Key]]) -> None:
    """Where an indicator is part of another, a reader can take the one from the other."""
    for one in rows:
        whole = keys.get(one.locked.indicator.part_of_id)
        mine = keys.get(one.locked.indicator_id)
        for at in (0, 1) if whole and mine else ():
            assert whole is not None
            assert mine is not None
            held = figures.counts
            if whole[at] in held and mine[at] in held and held[mine[at]].number <= held[whole[at]].number:
                figures.add_rest(whole[at], [mine[at]])


def _before(
    figures: Figures, period: LockedPeriod, rows: Sequence[Stands], keys: dict[object, tuple[Key, Key]]
) -> None:
    """What was to date before, and how many are new since: both a reader has who kept the last report."""
    earlier = LockedFigure.objects.filter(period__project=period.project_id, period__end__lte=period.first)
    last: dict[object, LockedFigure] = {}
    for row in earlier.select_related("period", "indicator").prefetch_related("restatements").order_by("period__end"):
        last[row.indicator_id] = row
    for one in rows:
        former, key = last.get(one.locked.indicator_id), keys.get(one.locked.indicator_id)
        if former is None or key is None or former.to_date is None or key[1] not in figures.counts:
            continue
        number = figures.counts[key[1]].number - former.to_date
        if number < 0:
            continue
        before = keys_of(former, len(former.restatements.all()))[1]
        figures.add(before, former.to_date, RULE.threshold(former.to_date), shown=False)
        figures.add(Key(key[1].period, f"{key[1].series} {NEW}"), number, RULE.ordinary, shown=False)
        figures.add_sum(key[1], [before, Key(key[1].period, f"{key[1].series} {NEW}")])


def release_of(period: LockedPeriod, rows: Sequence[Stands], at: datetime) -> Release:
    """What may leave, kept for the next. Raises Refused where it would not agree with what has left before."""
    name = f"results.{period.project.code}"
    kept = list(PublishedFigures.objects.filter(export=name).order_by("released_at"))
    release = control(to_leave(period, rows), earlier=[from_json(one.release) for one in kept]).release
    written = as_json(release)
    if written not in [one.release for one in kept]:
        PublishedFigures.objects.create(export=name, release=written, released_at=at)
    return release


def printed(release: Release | None, key: Key, number: int | None) -> Value:
    """A figure as it stands in a table that leaves; where nothing is controlled, as it is. None: not known."""
    if number is None or release is None or key not in release.cells:
        return number
    return release.printed(key)
