"""What the law, inspections and authorities' answers come to for a release, as the house counts it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from uuid import UUID

from django.db.models import QuerySet
from django.utils.translation import override

from rihai.accounts.operations import house
from rihai.advocacy.figures.counted import LEAST_INSPECTED, Area, Cause, Kept, Two, Visited
from rihai.advocacy.figures.models import FigureRelease
from rihai.advocacy.figures.models import State as Release
from rihai.kit.classes import DataClass
from rihai.monitoring.inspections.models import Inspection, Kind, State
from rihai.monitoring.inspections.queries.scored import Result, results_of
from rihai.monitoring.recommendations.models import Level, Recommendation, Standing
from rihai.screening.law.packs import Law, law_on
from rihai.screening.models import Finding
from rihai.screening.queries.sums import Lost, days_lost_by

YEAR = timedelta(days=365)
SENT = (State.SENT, State.FINAL)


def causes_at(prisons: Iterable[int], on: date) -> dict[str, Cause]:
    """Days lost in these prisons by the provision they are lost under; two that are met and arguable are never added.

    What stands under no provision has the empty code. A cause that rests on facts of health is sensitive.
    """
    law, actor = law_on(on), house()
    health = Finding.objects.exclude(behind="").filter(data_class=DataClass.HEALTH).order_by()
    sensitive = set(health.values_list("provision", flat=True).distinct())
    found: dict[str, list[Lost]] = defaultdict(list)
    for prison in prisons:
        for one in days_lost_by("provision", on, actor=actor, place=prison):
            found[str(one.key)].append(one)
    return {code: _cause(code, lost, law, is_sensitive=code in sensitive) for code, lost in sorted(found.items())}


def _cause(code: str, lost: Sequence[Lost], law: Law, *, is_sensitive: bool) -> Cause:
    provision = law.provisions.get(code)
    title = (provision.title.of("en"), provision.title.of("ur")) if provision else (code, code)
    cite = f"{provision.cite.act}, {provision.cite.section}" if provision else ""
    return Cause(
        title, cite, sum(one.met_people for one in lost), max(sum(one.met_days for one in lost), 0),
        sum(one.open_people for one in lost), max(sum(one.open_days for one in lost), 0), is_sensitive,
    )  # fmt: skip


def visited_by(on: date) -> Visited:
    """The final inspections of a year by area of the instrument; assessments of prisons by themselves are none.

    Beside any earlier release, withdrawn ones too, what is new and what is gone are of three places or of none: the
    difference would be the mark of a prison. Until then those of the last release are counted again.
    """
    visits = Inspection.objects.filter(kind=Kind.INSPECTION, state=State.FINAL, planned_on__lte=on)
    now = _places_of(visits.filter(planned_on__gt=on - YEAR))
    kept = FigureRelease.objects.exclude(state=Release.DRAFT).order_by("-signed_at").values_list("visits", flat=True)
    before = [one for one in kept if one]
    then = [_places_of(Inspection.objects.filter(pk__in=one["of"])) for one in before]
    if any(_tells_of_few(now, one) or _tells_of_few(one, now) for one in then):
        return _visited(then[0], date.fromisoformat(before[0]["to"]))
    return _visited(now, on)


def _places_of(visits: QuerySet[Inspection]) -> dict[UUID, int]:
    return dict(visits.values_list("pk", "place_id"))


def _tells_of_few(some: Mapping[UUID, int], others: Mapping[UUID, int]) -> bool:
    """Whether the first has inspections that the others lack, of so few places that they would be told of."""
    return 0 < len({place for key, place in some.items() if key not in others}) < LEAST_INSPECTED


def _visited(visits: Mapping[UUID, int], to: date) -> Visited:
    rows = Inspection.objects.filter(pk__in=visits).order_by("planned_on", "number")
    points: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0, 0])
    titles: dict[str, Two] = {}
    for result in results_of(rows):
        for code, title, counts in _areas_of(result):
            titles[code] = title
            points[code] = [a + b for a, b in zip(points[code], counts, strict=True)]
    areas = {code: Area(titles[code], (one[0], one[1], one[2], one[3])) for code, one in sorted(points.items())}
    return Visited(areas, tuple(map(str, visits)), len(set(visits.values())), to)


def _areas_of(result: Result) -> list[tuple[str, Two, tuple[int, int, int, int]]]:
    with override("ur"):
        urdu = {one.code: one.title for one in Result(result.inspection, result.rows).areas}
    with override("en"):
        return [(one.code, (one.title, urdu[one.code]), one.counts) for one in result.areas]


def kept_by(on: date) -> dict[str, Kept]:
    """By authority, the recommendations of inspections whose day has come, each once however often it was made."""
    rows = Recommendation.objects.filter(due_on__lte=on, finding__inspection__state__in=SENT)
    rows = rows.exclude(repeated_by__finding__inspection__state__in=SENT)
    rows = rows.exclude(standing=Standing.WITHDRAWN).order_by()
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for level, standing in rows.values_list("level", "standing"):
        counts[level][standing] += 1
    return {
        level: Kept(_level(level), found.total(), found[Standing.KEPT], found[Standing.PARTLY])
        for level in Level.values
        if (found := counts.get(level))
    }


def _level(code: str) -> Two:
    told = []
    for language in ("en", "ur"):
        with override(language):
            label = str(Level(code).label)
            told.append(label[:1].upper() + label[1:])
    return told[0], told[1]
