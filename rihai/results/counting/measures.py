"""Counts what other rooms offer as measures, at a project's places; by the house, since a count names nobody."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Sum

from rihai.accounts.acting import acting_as
from rihai.accounts.models import SYSTEM_ID
from rihai.accounts.operations.house import House
from rihai.kit.actor import Actor
from rihai.kit.offers import Measure, offered
from rihai.places.kinds import Kind
from rihai.places.models import Inside
from rihai.results.counting.spans import Span
from rihai.results.models import Indicator, Project

__all__ = ["Contact", "House", "contacts_of", "mark_of_measure", "measure_of", "measures", "number_of"]


@dataclass(frozen=True, slots=True)
class Contact:
    """One row behind a figure of people: whose, on which day, where."""

    person_id: UUID
    on: date
    place_id: int | None


def measures() -> dict[str, Measure]:
    """What can be counted, by code."""
    return {one.code: one for one in offered(Measure)}


def measure_of(indicator: Indicator) -> Measure | None:
    """The measure of an indicator; None for one that no room offers any more."""
    return measures().get(indicator.measure)


def mark_of_measure(indicator: Indicator) -> str:
    """Whether what the measure counts is less than a count: an estimate, or at least so many."""
    measure = measure_of(indicator)
    return measure.mark if measure else ""


def _rows(indicator: Indicator, measure: Measure, span: Span, actor: Actor) -> Any:
    rows = measure.counted(actor, span.first, span.end)
    narrowed = {column: value for column, value in indicator.narrowed.items() if column in measure.by and value}
    if narrowed:
        rows = rows.filter(**narrowed)
    places = list(indicator.project.places.values_list("pk", flat=True))
    if places:
        rows = rows.filter(place_id__in=Inside.objects.filter(outer__in=places).values("inner_id"))
    return rows


def number_of(indicator: Indicator, span: Span) -> tuple[int | None, int | None]:
    """The figure and, where people are counted, the acts behind them; None where nobody offers the measure."""
    measure = measure_of(indicator)
    if measure is None:
        return None, None
    with acting_as(SYSTEM_ID):
        rows = _rows(indicator, measure, span, House())
        if measure.unit == "people":
            found = list(rows.values_list("person_id", flat=True))
            return len({one for one in found if one}), len(found)
        if measure.amount:
            return int(rows.aggregate(whole=Sum(measure.amount))["whole"] or 0), None
        return rows.count(), None


def contacts_of(indicator: Indicator, span: Span, *, actor: Actor | None = None) -> list[Contact]:
    """The rows of persons behind a figure: all of them for the house, or those that an actor sees."""
    measure = measure_of(indicator)
    if measure is None:
        return []
    if actor is not None:
        rows = _rows(indicator, measure, span, actor)
        return _contacts(rows)
    with acting_as(SYSTEM_ID):
        return _contacts(_rows(indicator, measure, span, House()))


def _contacts(rows: Any) -> list[Contact]:
    return [Contact(*one) for one in rows.values_list("person_id", "on", "place_id") if one[0]]


def districts_of(places: Iterable[int]) -> dict[int, str]:
    """The district in which each of these places lies, by name."""
    found = Inside.objects.filter(inner__in=set(places), outer__kind=Kind.DISTRICT).select_related("outer")
    return {one.inner_id: one.outer.name for one in found}


def works_at(project: Project) -> list[str]:
    """The names of a project's places."""
    return [one.shown for one in project.places.order_by("name")]
