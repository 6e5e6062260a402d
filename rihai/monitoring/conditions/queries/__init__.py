"""The figures of prisons over time: from settled inspections, from lists that were taken in, from counts, by hand.

Nothing is copied: what an inspection or a list says is read where it stands, so that there is no second truth.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from uuid import UUID

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from rihai.accounts.operations.house import as_house
from rihai.kit.actor import Actor
from rihai.monitoring.conditions.chronic import Course, Point, courses
from rihai.monitoring.conditions.known import series
from rihai.monitoring.conditions.models import ConditionPoint
from rihai.monitoring.inspections.indicators import indicators
from rihai.monitoring.inspections.models import SETTLED, Inspection, Kind
from rihai.monitoring.reach import READ, covered, inspections_for
from rihai.people.intake.models import Census
from rihai.places.models import Capacity, HeldCount
from rihai.places.models.figures import Precision, Standard
from rihai.places.occupancy import Occupancy, capacity_at

Found = dict[int, dict[str, list[Point]]]


def points_for(actor: Actor) -> QuerySet[ConditionPoint]:
    """What was written by hand of the prisons that the actor reads about."""
    return ConditionPoint.objects.filter(covered(actor, READ) if actor.may(READ) else Q(pk__in=()))


def point_seen(pk: UUID, *, actor: Actor) -> ConditionPoint | None:
    """One figure by hand; None for one the actor does not see."""
    return points_for(actor).select_related("place").filter(pk=pk).first()


def courses_at(place_ids: Iterable[int], *, actor: Actor) -> dict[int, list[Course]]:
    """By prison: every series with its figures. Five queries, however many prisons."""
    ids = list(place_ids)
    found: Found = {one: defaultdict(list) for one in ids}
    _by_hand(found, actor)
    _inspected(found, actor)
    _counted(found)
    known = list(series().values())
    return {one: courses(known, points) for one, points in found.items()}


def _by_hand(found: Found, actor: Actor) -> None:
    for row in points_for(actor).filter(place__in=list(found), taken_back_at=None):
        point = Point(row.on, float(row.value), "hand", row.source, row.method, row.pk)
        found[row.place_id][row.series].append(point)


def _inspected(found: Found, actor: Actor) -> None:
    rows = inspections_for(actor).filter(place__in=list(found), kind=Kind.INSPECTION, state__in=SETTLED)
    for inspection in rows:
        values: dict[str, float] = {}
        for one in indicators(inspection.measures):
            if one.value is not None:
                values.setdefault(one.code, one.value)
        for known in series().values():
            code = next((one for one in known.comes_from if one in values), None)
            if code is not None:
                _add(found, inspection, known.code, values[code])
            elif "toilets" in known.comes_from:
                _toilets(found, inspection, known.code)


def _add(found: Found, inspection: Inspection, code: str, value: float | None) -> None:
    source = _("inspection no. %(number)s") % {"number": inspection.number}
    url = reverse("monitoring:inspection", args=[inspection.pk])
    point = Point(inspection.planned_on, value, "inspection", source, url=url)
    found[inspection.place_id][code].append(point)


def _toilets(found: Found, inspection: Inspection, code: str) -> None:
    """People to a working toilet in the worst unit; where none works, no number says it, and every norm is broken."""
    units = [
        (one.get("unit_people"), one.get("unit_toilets"))
        for one in inspection.measures.get("units") or []
        if isinstance(one.get("unit_people"), int | float) and isinstance(one.get("unit_toilets"), int | float)
    ]
    if units:
        none_works = any(not works for _people, works in units)
        _add(found, inspection, code, None if none_works else max(people / works for people, works in units))


def _counted(found: Found) -> None:
    """People held over the official capacity: of lists that were taken in, and of counts as they were published."""
    ids = list(found)
    capacities: dict[int, list[Capacity]] = defaultdict(list)
    for one in Capacity.objects.filter(place__in=ids, standard=Standard.OFFICIAL):
        capacities[one.place_id].append(one)
    counts = [
        (count, "count", count.cited)
        for count in HeldCount.objects.filter(
            place__in=ids, precision=Precision.DAY, as_of__isnull=False, total__isnull=False
        )
    ]
    with as_house():
        lists = list(Census.objects.filter(place__in=ids, taken_in_at__isnull=False, undone_at=None))
    for census in lists:
        people = census.sum.get("people")
        if people:
            count = HeldCount(place_id=census.place_id, as_of=census.true_on, total=people, source="")
            counts.append((count, "census", _("list of prisoners, taken in")))
    for count, kind, source in counts:
        capacity = capacity_at(count, capacities[count.place_id])
        if capacity is not None and count.as_of is not None and count.total is not None:
            value = Occupancy(count, capacity, count.total).percent
            method = _("%(people)s people, %(places)s places") % {"people": count.total, "places": capacity.places}
            found[count.place_id]["occupancy"].append(Point(count.as_of, value, kind, source, method))
