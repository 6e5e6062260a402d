"""A series as it is shown: a line with its norm and its table; and what stands on a prison's page."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from rihai.kit.actor import Actor
from rihai.monitoring.conditions.chronic import Course
from rihai.monitoring.conditions.queries import courses_at
from rihai.monitoring.reach import READ
from rihai.paper.blocks import Chart
from rihai.paper.charts import LineChart, Point
from rihai.paper.table import NOT_COLLECTED


def chart_of(course: Course) -> Chart | None:
    """The line of a series with its norm; None for fewer than two figures."""
    known = [point.value for point in course.points if point.value is not None]
    if len(course.points) < 2 or not known:
        return None
    says = _("From %(first)s to %(last)s %(unit)s, over %(count)s figures.") % {
        "first": _short(known[0]), "last": _short(known[-1]), "count": len(course.points), "unit": course.series.unit,
    }  # fmt: skip
    norm = course.series.norm
    if norm is not None:
        words = _("The line across is %(number)s at most.") if norm.is_most else _(
            "The line across is %(number)s at least."
        )  # fmt: skip
        says = f"{says} {words % {'number': _short(norm.number)}}"
    points = [Point(point.on, NOT_COLLECTED if point.value is None else _whole(point.value)) for point in course.points]
    return LineChart(
        f"{course.series.title}, {course.series.unit}", says, _("Day"), course.series.unit, points,
        norm=_whole(norm.number) if norm else None,
    )  # fmt: skip


def of_place(actor: Actor, place_id: int, _on: date) -> dict[str, Any] | None:
    """The newest figures of a prison, what is chronic first."""
    if not actor.may(READ):
        return None
    found = [course for course in courses_at([place_id], actor=actor)[place_id] if course.newest is not None]
    if not found:
        return {"courses": [], "place_id": place_id, "chronic": 0} if actor.may("monitoring.inspect") else None
    found.sort(key=lambda course: (not course.is_chronic, not course.is_broken))
    return {"courses": found[:5], "place_id": place_id, "chronic": sum(course.is_chronic for course in found)}


def _whole(number: float) -> float:
    """To one decimal, and without it where it is nought, so that 34,000 is not printed 34,000.0."""
    return int(number) if number == int(number) else round(number, 1)


def _short(number: float) -> str:
    return f"{number:,.1f}".removesuffix(".0")
