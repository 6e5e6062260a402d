"""Figures of a place before a session and after it: counted by what the rooms of the house offer, or from elsewhere."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Sum
from django.utils.translation import gettext as _

from rihai.accounts.operations.house import House, as_house
from rihai.accounts.standing import local_day
from rihai.days.calendar import anniversary
from rihai.kit.actor import Actor
from rihai.kit.audit import append
from rihai.kit.offers import Measure, offered
from rihai.places.models import Inside, Place
from rihai.training.errors import NotSo, NotThere
from rihai.training.levels.models import Figure
from rihai.training.reach import covered, places_for, told_session
from rihai.training.sessions.models import Session

SEES = "monitoring.read"
"""Who may have them counted, for places of their own, and is told them: the house counts whole, as for projects."""
ROOMS = ("monitoring.",)
"""Whose figures are those of prisons: acts and days, never people, whose small numbers would be somebody."""


def measures() -> dict[str, Measure]:
    """What can be set before and after a session, by code."""
    return {one.code: one for one in offered(Measure) if one.code.startswith(ROOMS) and one.unit != "people"}


def told_places(actor: Actor, places: set[int]) -> set[int]:
    """Of these places, those whose figures the actor is told."""
    if not places or not actor.may(SEES):
        return set()
    return set(Place.objects.filter(covered(actor, SEES, "pk"), pk__in=places).values_list("pk", flat=True))


def spans(session: Session, months: int) -> tuple[tuple[date, date], tuple[date, date]]:
    """The days before a session and those after it, so many months each; the end of each is not in it."""
    end = session.until + timedelta(days=1)
    return (anniversary(session.on, -months), session.on), (end, anniversary(end, months))


def counted(measure: Measure, place_id: int, span: tuple[date, date]) -> int:
    """What a measure counts at a place and all that stands in it."""
    with as_house():
        rows = measure.counted(House(), *span)
        rows = rows.filter(place_id__in=Inside.objects.filter(outer=place_id).values("inner_id"))
        return int(rows.aggregate(whole=Sum(measure.amount))["whole"] or 0) if measure.amount else int(rows.count())


@transaction.atomic
def add_figure(*, session_id: UUID, said: Mapping[str, Any], actor: Actor, at: datetime) -> Figure:
    """Set a figure of a place before and after a session. `said`: place, months; `measure` counts it; without one
    title, source, before and perhaps after. Raises NotThere, NotSo."""
    session = told_session(session_id, actor=actor)
    values = {"place": said["place"], "months": said["months"]}
    if said.get("measure"):
        values |= {"measure": said["measure"], **_counted(session, said, actor, local_day(at))}
    elif not said.get("title") or not said.get("source") or said.get("before") is None:
        raise NotSo(_("Choose what is counted; or write a title, where the figures come from, and the one before."))
    else:
        values |= {name: said[name] for name in ("title", "source", "before")} | {"after": said.get("after")}
    made = Figure.objects.create(session=session, by_name=actor.name[:120], at=at, **values)
    detail = {"session": session.pk, "measure": made.measure}
    append("training.figure.added", actor=actor, at=at, subject=made.pk, kind="session", detail=detail)
    return made


def _counted(session: Session, said: Mapping[str, Any], actor: Actor, on: date) -> dict[str, int | None]:
    """Before and after; the second only once its days are over."""
    measure = measures().get(said["measure"])
    if measure is None:
        raise NotSo(_("Nothing is counted under this name any more. Choose another."))
    place = said["place"].pk
    if not actor.may(SEES) or not places_for(actor, SEES).filter(pk=place).exists():
        raise NotSo(_("You do not see figures of this place. Ask somebody who does, or write them with their source."))
    before, after = spans(session, said["months"])
    return {
        "before": counted(measure, place, before),
        "after": counted(measure, place, after) if after[1] <= on else None,
    }


@transaction.atomic
def count_again(*, figure_id: UUID, actor: Actor, at: datetime) -> Figure:
    """Count a figure anew, as the record stands now. Raises NotThere, NotSo."""
    one = _figure(figure_id, actor)
    if not one.measure:
        raise NotSo(_("This figure comes from elsewhere. Take it out and write it again."))
    found = _counted(
        one.session, {"measure": one.measure, "months": one.months, "place": one.place}, actor, local_day(at)
    )
    if found["after"] is None:
        raise NotSo(_("The months after the session are not over yet. It can be counted when they are."))
    one.before, one.after, one.by_name, one.at = found["before"], found["after"], actor.name[:120], at
    one.save(update_fields=["before", "after", "by_name", "at"])
    append("training.figure.counted", actor=actor, at=at, subject=one.pk, kind="session")
    return one


@transaction.atomic
def drop_figure(*, figure_id: UUID, actor: Actor, at: datetime) -> UUID:
    """Take a figure out; gives the session's id. Raises NotThere."""
    one = _figure(figure_id, actor)
    session_id, detail = one.session_id, {"measure": one.measure, "before": one.before, "after": one.after}
    one.delete()
    append("training.figure.dropped", actor=actor, at=at, subject=figure_id, kind="session", detail=detail)
    return session_id


def _figure(pk: UUID, actor: Actor) -> Figure:
    rows = Figure.objects.select_for_update(of=("self",)).select_related("session", "place")
    found = rows.filter(pk=pk).first()
    if found is None:
        raise NotThere(str(pk))
    told_session(found.session_id, actor=actor)
    return found
