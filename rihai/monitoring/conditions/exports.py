"""The figures of prisons as a table that may leave: they are about places, and name nobody."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from django.utils.translation import gettext as _

from rihai.kit.actor import Actor
from rihai.kit.exports import ExportSheet
from rihai.monitoring.conditions.chronic import Course, Point
from rihai.monitoring.conditions.queries import courses_at
from rihai.monitoring.reach import READ, places_for
from rihai.paper.table import Column
from rihai.places.models import Place

Asked = Mapping[str, str]


def _rows(actor: Actor, asked: Asked) -> Iterator[tuple[Place, Course, Point]]:
    if not actor.may(READ):
        return
    places, asked_place = places_for(actor, READ), asked.get("place", "")
    if asked_place.isascii() and asked_place.isdigit() and len(asked_place) < 10:
        places = places.filter(pk=int(asked_place))
    named = {one.pk: one for one in places}
    for pk, found in courses_at(named, actor=actor).items():
        for course in found:
            for point in course.points:
                yield named[pk], course, point


def count(actor: Actor, asked: Asked) -> int:
    """How many figures."""
    return sum(1 for _row in _rows(actor, asked))


def sheet(actor: Actor, asked: Asked, _language: str) -> ExportSheet:
    """One row a figure, with its norm and its source."""
    return ExportSheet(
        title=_("Conditions of prisons"),
        columns=(
            Column(_("Prison"), "text", 26), Column(_("What was measured"), "text", 32), Column(_("Day"), "date"),
            Column(_("The figure"), "number", 12), Column(_("Unit"), "text", 12), Column(_("Norm"), "number", 10),
            Column(_("Where the norm stands"), "text", 40), Column(_("Who says so"), "text", 30),
            Column(_("How it was found"), "text", 26),
        ),
        rows=[
            (
                place.shown, course.series.title, point.on, None if point.value is None else round(point.value, 2),
                course.series.unit, course.series.norm.number if course.series.norm else None,
                course.series.norm.source if course.series.norm else "", point.source, point.method,
            )
            for place, course, point in _rows(actor, asked)
        ],
        note=_("A figure that is missing where none works breaks its norm."),
    )  # fmt: skip
