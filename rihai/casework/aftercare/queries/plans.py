"""Release plans: the lists, one with its points, and what it is built on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Count, F, Q, QuerySet

from rihai.casework.aftercare.models import (
    LEFT_OPEN,
    CareWord,
    FollowUp,
    HandoverMeeting,
    MayBeTold,
    OfficerDay,
    PlanPoint,
    PlanState,
    PointState,
    ReleasePlan,
)
from rihai.casework.aftercare.queries.sight import may_read, reads_health, seen
from rihai.casework.aftercare.tables import Point, points
from rihai.kit.actor import Actor
from rihai.people.models import Hearing

PAGE = 25
LIVE = (PlanState.OPEN, PlanState.AFTER)


def plans_for(actor: Actor) -> QuerySet[ReleasePlan]:
    """The plans of people whom the actor sees; none for whoever has nothing to do with casework."""
    return ReleasePlan.objects.filter(seen(actor)) if may_read(actor) else ReleasePlan.objects.none()


def plan_seen(plan_id: UUID, *, actor: Actor) -> ReleasePlan | None:
    """One plan; None for one the actor does not see."""
    return plans_for(actor).select_related("person", "person__held_at", "place").filter(pk=plan_id).first()


def plan_of(person_id: UUID, *, actor: Actor) -> ReleasePlan | None:
    """The last plan of a person whom the actor sees."""
    return plans_for(actor).filter(person=person_id).select_related("person", "place").first()


@dataclass(frozen=True, slots=True)
class Listed:
    """A page of plans; how many there are in all, and the last of the page where more come."""

    rows: tuple[ReleasePlan, ...]
    count: int
    later: UUID | None


def list_plans(tab: str, *, actor: Actor, after: UUID | None = None) -> Listed:
    """Plans being made, the earliest day first; those of `mine`, of `nobody`, or `after` release, the newest first."""
    found = plans_for(actor).filter(_of_tab(tab, actor))
    newest = tab == "after"
    order = ("-left_on", "-pk") if newest else ("earliest_on", "pk")
    anchor = found.filter(pk=after).values_list("left_on" if newest else "earliest_on", "pk").first() if after else None
    rows = found.order_by(F("earliest_on").asc(nulls_last=True), "pk") if not newest else found.order_by(*order)
    if anchor:
        rows = rows.filter(_beyond(anchor, newest=newest))
    page = list(rows.select_related("person", "person__held_at", "place").annotate(settled=_settled())[: PAGE + 1])
    return Listed(tuple(page[:PAGE]), found.order_by().count(), page[PAGE - 1].pk if len(page) > PAGE else None)


def _settled() -> Count:
    return Count("points", filter=~Q(points__state=PointState.WORKING))


def _of_tab(tab: str, actor: Actor) -> Q:
    if tab == "after":
        return Q(state=PlanState.AFTER)
    if tab == "mine":
        return Q(state__in=LIVE, owner_id=actor.pk)
    return Q(state=PlanState.OPEN, owner_id=None) if tab == "nobody" else Q(state=PlanState.OPEN)


def _beyond(anchor: tuple[date | None, UUID], *, newest: bool) -> Q:
    day, key = anchor
    if newest:
        return Q(left_on__lt=day) | Q(left_on=day, pk__lt=key)
    if day is None:
        return Q(earliest_on=None, pk__gt=key)
    return Q(earliest_on__gt=day) | Q(earliest_on=day, pk__gt=key) | Q(earliest_on=None)


@dataclass(frozen=True, slots=True)
class PointNow:
    """A point as it stands, and the words of health beside it where the actor may read them (None: withheld)."""

    point: Point
    row: PlanPoint | None
    care: Sequence[CareWord] | None

    @property
    def state(self) -> str:
        """Its code; empty where nobody has begun."""
        return self.row.state if self.row else ""

    @property
    def sign(self) -> str:
        """How the design system draws it."""
        return {"working": "waiting", "done": "done", "impossible": "rejected"}.get(
            self.state, "not_applicable" if self.row else "draft"
        )


@dataclass(frozen=True, slots=True)
class PlanPage:
    """Everything a plan's page shows."""

    plan: ReleasePlan
    points: Sequence[PointNow]
    tellings: Sequence[MayBeTold]
    meetings: Sequence[HandoverMeeting]
    followups: Sequence[FollowUp]
    days: Sequence[OfficerDay]
    care: Mapping[UUID, Sequence[CareWord]]
    reads_health: bool

    @property
    def settled(self) -> int:
        """How many points need no more work."""
        return sum(1 for one in self.points if one.row is not None and one.row.state != PointState.WORKING)

    @property
    def next_followup(self) -> FollowUp | None:
        """The first follow-up that waits."""
        return next((one for one in self.followups if not one.outcome and one.dropped_at is None), None)

    @property
    def next_point(self) -> PointNow | None:
        """The first point that nobody has begun, else the first in hand."""
        return _next(self.points)

    @property
    def next_of_health(self) -> PointNow | None:
        """The same of those of health, for whoever cares for the person’s health and keeps no cases."""
        return _next([one for one in self.points if one.point.is_health])


def _next(rows: Sequence[PointNow]) -> PointNow | None:
    unbegun = next((one for one in rows if one.row is None), None)
    return unbegun or next((one for one in rows if one.state == PointState.WORKING), None)


def page_of(plan: ReleasePlan, *, actor: Actor) -> PlanPage:
    """The plan with all that hangs on it, in a constant number of queries."""
    readable = ReleasePlan.objects.filter(reads_health(actor), pk=plan.pk).exists()
    care: dict[UUID, list[CareWord]] = {}
    for word in CareWord.objects.filter(reads_health(actor), person=plan.person_id) if readable else ():
        care.setdefault(word.about, []).append(word)
    rows = {one.code: one for one in PlanPoint.objects.filter(plan=plan)}
    now = [_now(one, rows.get(one.code), care, readable) for one in points().values()]
    return PlanPage(
        plan, now, list(MayBeTold.objects.filter(plan=plan).select_related("consent")),
        list(HandoverMeeting.objects.filter(plan=plan)), list(FollowUp.objects.filter(plan=plan)),
        list(OfficerDay.objects.filter(plan=plan)), care, readable,
    )  # fmt: skip


def _now(point: Point, row: PlanPoint | None, care: Mapping[UUID, Sequence[CareWord]], readable: bool) -> PointNow:
    words = care.get(row.pk, ()) if row else ()
    return PointNow(point, row, words if readable or not point.is_health else None)


def point_of(plan: ReleasePlan, code: str) -> PlanPoint | None:
    """How one point stands; None where nobody has begun."""
    return PlanPoint.objects.filter(plan=plan, code=code).first()


def hearings_after(person_id: UUID, today: date) -> date | None:
    """The next day in court that the record knows of somebody who is seen."""
    found = Hearing.objects.filter(person=person_id, listed_on__gte=today).order_by("listed_on")
    return found.values_list("listed_on", flat=True).first()


def last_numbers(actor: Actor) -> dict[str, str]:
    """Our number and where to come, as the plan last written by hand where the actor works has them."""
    found = plans_for(actor).exclude(call_number="").order_by("-begun_on", "-pk")
    last = found.first()
    return {"call_number": last.call_number, "come_to": last.come_to} if last else {}


def waiting_points(actor: Actor, today: date) -> QuerySet[PlanPoint]:
    """Points in hand of plans being made that are nobody's or whose day has come."""
    rows = PlanPoint.objects.filter(seen(actor), state=PointState.WORKING, plan__state=PlanState.OPEN)
    return rows.filter(Q(owner_id=None) | Q(due_on__lte=today)).select_related("person", "person__held_at", "plan")


def followups_due(actor: Actor, until: date) -> QuerySet[FollowUp]:
    """Follow-ups that wait and are due by a day, of people whom the actor sees."""
    rows = FollowUp.objects.filter(LEFT_OPEN, seen(actor), plan__state=PlanState.AFTER, due_on__lte=until)
    return rows.select_related("person", "plan")


def officer_days_due(actor: Actor, until: date) -> QuerySet[OfficerDay]:
    """Days with an officer up to a day of which nothing is written yet."""
    rows = OfficerDay.objects.filter(seen(actor), kept="", due_on__lte=until, plan__state__in=LIVE)
    return rows.select_related("person", "plan")
