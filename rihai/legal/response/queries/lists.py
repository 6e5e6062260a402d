"""Whose line is whose: one's own lines, those nobody answered, those that lie idle, and how much each has."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Count, Exists, F, Min, OuterRef, Q, QuerySet
from django.utils import timezone

from rihai.kit.actor import Actor
from rihai.legal.release.models import About, Slip
from rihai.legal.response.models import AT_WORK, ENDED, Response, State, Telling
from rihai.legal.response.queries.changed import Changed, Key, changes, key_of
from rihai.legal.response.queries.sight import responses_for, tellings_for
from rihai.places.models import Inside
from rihai.screening.law.packs import law_on
from rihai.screening.models import Finding
from rihai.screening.queries.lists import REACHED, told
from rihai.screening.queries.sight import findings_for

PAGE = 25
IDLE_DAYS = 14
"""Days without an act after which a line counts as untouched, unless somebody asks for another number. Ours."""
COUNTED = 10_000


@dataclass(frozen=True, slots=True)
class Mine:
    """One's lines, soonest due first, a page at a time, with what changed and the findings they answer."""

    rows: tuple[Response, ...] = ()
    changed: Mapping[UUID, Changed] = field(default_factory=dict)
    findings: Mapping[Key, Finding] = field(default_factory=dict)
    has_later: bool = False


def my_rows(*, actor: Actor, today: date, page: int = 0, ended: bool = False) -> Mine:
    """The actor's lines; `ended` gives those on which nothing more is to be done."""
    rows = responses_for(actor).filter(owner_id=actor.pk)
    rows = rows.filter(state__in=ENDED) if ended else rows.exclude(state__in=ENDED)
    order = ("-touched_at", "pk") if ended else (F("due_on").asc(nulls_last=True), "pk")
    return _page(rows.order_by(*order), page, actor=actor, today=today)


def offered_to_me(*, actor: Actor) -> list[Response]:
    """Lines that a colleague wants to hand over."""
    rows = responses_for(actor).filter(offered_to=actor.pk).select_related("person", "person__held_at")
    return list(rows.order_by("touched_at", "pk")[:PAGE])


def to_tell(*, actor: Actor, everybody: bool = False) -> list[Telling]:
    """Who is still to be told what was decided, by the actor or by anybody, soonest due first.

    Not those of whom a slip about it waits to be read: reading it tells them.
    """
    slips = Slip.objects.filter(person=OuterRef("person"), about=About.REFUSAL, answer="", dropped_at=None)
    line = Q(provision=OuterRef("response__provision"), case_id=OuterRef("response__case_id")) | Q(provision="")
    rows = tellings_for(actor).filter(~Exists(slips.filter(line)), done_on=None)
    if not everybody:
        rows = rows.filter(owner_id=actor.pk)
    return list(rows.select_related("person", "person__held_at", "response").order_by("due_on", "pk")[:PAGE])


def _page(rows: QuerySet[Response], page: int, *, actor: Actor, today: date) -> Mine:
    start = page * PAGE
    found = list(rows.select_related("person", "person__held_at")[start : start + PAGE + 1])
    more, found = len(found) > PAGE, found[:PAGE]
    people = {one.person_id for one in found}
    findings = {key_of(one): one for one in findings_for(actor).filter(person__in=people)} if people else {}
    return Mine(tuple(found), changes(found, findings, law_on(today)), findings, more)


@dataclass(frozen=True, slots=True)
class Asked:
    """What the view of untouched lines is narrowed by."""

    days: int = IDLE_DAYS
    place: int | None = None
    provision: str = ""


def untouched(asked: Asked, *, actor: Actor, today: date) -> QuerySet[Finding]:
    """Findings that opened the gate or keep somebody inside for so many days, and that nobody has answered.

    A line that came back, or was given back, and is nobody's counts from the day on which somebody last acted on it.
    """
    before = today - timedelta(days=asked.days)
    same = Response.objects.filter(
        person=OuterRef("person"), case_id=OuterRef("case_id"), provision=OuterRef("provision")
    )
    answered = same.filter(~Q(state=State.OPEN) | Q(touched_at__gt=_start_of(before)))
    found = findings_for(actor).filter(Q(kind="release") | Q(still_inside=True), outcome__in=REACHED)
    found = found.filter(~Exists(answered), reached_on__lte=before)
    if asked.place is not None:
        found = found.filter(place__in=Inside.objects.filter(outer=asked.place).values("inner_id"))
    return found.filter(provision=asked.provision) if asked.provision else found


def untouched_page(asked: Asked, *, actor: Actor, today: date, page: int) -> tuple[list[Finding], int | None, bool]:
    """One page of them, longest first; how many in all (None: more than we count); whether there are more."""
    found = untouched(asked, actor=actor, today=today)
    count = found.order_by()[: COUNTED + 1].count()
    start = page * PAGE
    rows = list(told(found.order_by("reached_on", "rank", "pk")[start : start + PAGE + 1]))
    return rows[:PAGE], count if count <= COUNTED else None, len(rows) > PAGE


def idle(asked: Asked, *, actor: Actor, today: date, page: int) -> Mine:
    """Lines somebody has, on which nothing was done for so many days."""
    rows = responses_for(actor).filter(state__in=AT_WORK, touched_at__lte=_start_of(today - timedelta(days=asked.days)))
    if asked.place is not None:
        inner = Inside.objects.filter(outer=asked.place).values("inner_id")
        rows = rows.filter(person__held_at__in=inner)
    if asked.provision:
        rows = rows.filter(provision=asked.provision)
    return _page(rows.order_by("touched_at", "pk"), page, actor=actor, today=today)


@dataclass(frozen=True, slots=True)
class Load:
    """How much somebody has: open lines, those past their day, and the moment of the act longest ago."""

    owner_id: UUID
    name: str
    open: int
    overdue: int
    people: int
    idle_since: datetime


def loads(*, actor: Actor, today: date) -> list[Load]:
    """The open lines of each worker, most first, as far as the actor sees them; one query."""
    rows = responses_for(actor).filter(owner_id__isnull=False).exclude(state__in=ENDED)
    counted = rows.order_by().values("owner_id", "owner_name").annotate(
        open=Count("pk"), people=Count("person", distinct=True), overdue=Count("pk", filter=Q(due_on__lt=today)),
        idle_since=Min("touched_at"),
    )  # fmt: skip
    return [Load(**one) for one in _by_name(counted)]


def _by_name(counted: Any) -> list[dict[str, Any]]:
    found = [{("name" if key == "owner_name" else key): value for key, value in one.items()} for one in counted]
    return sorted(found, key=lambda one: (-one["open"], one["name"]))


def _start_of(day: date) -> datetime:
    """The end of a day, as a moment: what happened on it lies before."""
    return timezone.make_aware(datetime.combine(day + timedelta(days=1), time.min))
