"""The diary: hearings of the actor's matters between two days, by court and by colleague."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from typing import Literal
from uuid import UUID

from django.db.models import Prefetch, Q, QuerySet

from rihai.accounts.models import Account
from rihai.kit.actor import Actor
from rihai.legal.matters.models import MatterHearing, PaperNeeded, Party, Side, State, TeamMember, Vakalatnama
from rihai.legal.matters.queries.matters import with_person
from rihai.legal.matters.queries.reach import matters_for
from rihai.places.models import Place

Span = Literal["day", "week", "month"]
SPANS: tuple[Span, ...] = ("day", "week", "month")
COURTS = 200
MOST = 50
"""Lines of one kind in My work."""
YEAR = timedelta(days=365)
FEED_BACK, FEED_AHEAD = timedelta(days=30), timedelta(days=400)


@dataclass(frozen=True, slots=True)
class DiaryDay:
    """One day with its hearings."""

    on: date
    hearings: tuple[MatterHearing, ...]


@dataclass(frozen=True, slots=True)
class Window:
    """The days a diary shows: the first, and the day after the last; where the one before and after begin."""

    span: Span
    first: date
    end: date

    @property
    def earlier(self) -> date:
        """A day of the span before."""
        return self.first - timedelta(days=1)

    @property
    def last(self) -> date:
        """The last day shown."""
        return self.end - timedelta(days=1)

    @property
    def days(self) -> list[date]:
        """Every day of it."""
        return [self.first + timedelta(days=n) for n in range((self.end - self.first).days)]


MOST = 500
"""Hearings on one page of the diary."""


def window(span: Span, on: date) -> Window:
    """The day, the week from Monday, or the month around a day; at the ends of the calendar, what there is of it."""
    if span == "day":
        return Window(span, on, on + timedelta(days=1))
    if span == "week":
        monday = on - timedelta(days=on.weekday())
        return Window(span, monday, monday + timedelta(days=7))
    first = on.replace(day=1)
    return Window(span, first, (first + timedelta(days=32)).replace(day=1))


def hearings_between(
    first: date, end: date, *, actor: Actor, court: str = "", member: UUID | None = None
) -> QuerySet[MatterHearing]:
    """The hearings of the actor's matters from a day until before another; in one court, of one colleague's matters."""
    mine = matters_for(actor)
    if member is not None:
        of_member = TeamMember.objects.filter(account=member, ended_at=None).values("matter_id")
        mine = mine.filter(pk__in=of_member)
    found = MatterHearing.objects.filter(
        matter__in=mine.exclude(state=State.DECLINED), listed_on__gte=first, listed_on__lt=end
    )
    if court:
        found = found.filter(court=int(court)) if court.isdecimal() else found.filter(court=None, court_name=court)
    return found


def diary(window_: Window, *, actor: Actor, court: str = "", member: UUID | None = None) -> list[DiaryDay]:
    """The days of a window that have hearings, with the matters' clients; three queries however many.

    Not more than MOST, the first: nobody goes to more, and a database is asked for no thousands of clients at once.
    """
    found = told(hearings_between(window_.first, window_.end, actor=actor, court=court, member=member), actor)
    found = found.order_by("listed_on", "listed_at", "matter__code")[:MOST]
    ordered = sorted(found, key=lambda one: (one.listed_on, one.listed_at is None, one.listed_at, one.matter.code))
    return [DiaryDay(on, tuple(rows)) for on, rows in groupby(ordered, key=lambda one: one.listed_on)]


def told(found: QuerySet[MatterHearing], actor: Actor) -> QuerySet[MatterHearing]:
    """With what a line of the diary says."""
    clients = Party.objects.filter(side=Side.CLIENT, ended_at=None).prefetch_related(with_person(actor))
    return found.select_related("court", "matter").prefetch_related(
        Prefetch("matter__parties", clients, to_attr="clients")
    )


def courts_of(actor: Actor) -> list[tuple[str, str]]:
    """The courts of the actor's hearings: the key of a place, or the name as written; and what is shown."""
    mine = MatterHearing.objects.filter(matter__in=matters_for(actor))
    places = Place.objects.filter(pk__in=mine.exclude(court=None).values("court_id")).order_by("name")[:COURTS]
    names = mine.filter(court=None).exclude(court_name="").order_by("court_name").values_list("court_name", flat=True)
    written = names.distinct()[:COURTS]
    return [*((str(one.pk), one.shown) for one in places), *((name, name) for name in written)]


def colleagues_of(actor: Actor) -> list[tuple[str, str]]:
    """Everybody in a team with the actor."""
    teams = TeamMember.objects.filter(matter__in=matters_for(actor), ended_at=None).values("account_id")
    return [(str(one.pk), one.name) for one in Account.objects.filter(pk__in=teams).order_by("name")]


def for_feed(actor: Actor, today: date) -> QuerySet[MatterHearing]:
    """What a calendar is given: the last month and the year ahead."""
    found = hearings_between(today - FEED_BACK, today + FEED_AHEAD, actor=actor)
    return found.select_related("court", "matter").order_by("listed_on", "id")


def unrecorded(actor: Actor, today: date, *, until: date) -> Sequence[MatterHearing]:
    """Hearings up to a day of which nothing is recorded yet, in open matters."""
    mine = matters_for(actor).filter(state=State.OPEN)
    found = MatterHearing.objects.filter(matter__in=mine, recorded_at=None, listed_on__lte=until)
    return list(told(found.filter(listed_on__gte=today - YEAR), actor).order_by("listed_on")[:MOST])


def papers_awaited(actor: Actor, until: date) -> Sequence[PaperNeeded]:
    """Papers of open matters that have not come, due by a day or without one."""
    mine = matters_for(actor).filter(state=State.OPEN)
    found = PaperNeeded.objects.filter(Q(due_on__lte=until) | Q(due_on=None), matter__in=mine, done_on=None)
    return list(found.select_related("matter", "party").order_by("due_on")[:MOST])


def without_vakalatnama(actor: Actor) -> Sequence[Party]:
    """Clients of open matters of legal aid whose power of attorney is not filed."""
    mine = matters_for(actor).filter(state=State.OPEN).exclude(kind="counselling")
    filed = Vakalatnama.objects.filter(filed_on__isnull=False).values("party_id")
    found = Party.objects.filter(matter__in=mine, side=Side.CLIENT, ended_at=None).exclude(pk__in=filed)
    return list(found.select_related("matter").prefetch_related(with_person(actor)).order_by("added_at")[:MOST])
