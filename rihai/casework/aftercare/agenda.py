"""A line for a committee's agenda: of each prison, how many may leave within a month, and what others must make ready.

Counted as the house and naming nobody: a secretary has nothing to do with casework, and whose papers are missing the
prison is told by whoever makes the plan. Few people are not counted out.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date, timedelta

from django.db.models import F, Q, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rihai.accounts.operations.house import as_house
from rihai.casework.aftercare.models import PlanPoint, PlanState, PointState, ReleasePlan
from rihai.casework.aftercare.tables import points
from rihai.kit.actor import Actor
from rihai.kit.offers import AgendaFor, AgendaRow, AgendaSource
from rihai.places.models import Inside, Place
from rihai.profile.disclosure import RULE

SOON = timedelta(days=30)
OF_OTHERS = ("papers", "release_papers", "terms")
"""Points that the prison, the court, the registry of identity or the probation officer must settle."""


def unready(_actor: Actor, wanted: AgendaFor, on: date) -> tuple[Sequence[AgendaRow], int]:
    """A line of each prison where people may leave soon and one of those points is open; the most people first."""
    with as_house():
        leaving = _leaving(wanted.place_id, on)
        settled = PlanPoint.objects.filter(plan__in=leaving, code__in=OF_OTHERS).exclude(state=PointState.WORKING)
        done = set(settled.values_list("plan_id", "code"))
        where = dict(leaving.values_list("pk", "person__held_at"))
    open_at: defaultdict[int, dict[str, int]] = defaultdict(dict)
    for plan, place in where.items():
        for code in OF_OTHERS:
            if (plan, code) not in done:
                open_at[place][code] = open_at[place].get(code, 0) + 1
    people = {place: sum(one == place for one in where.values()) for place in open_at}
    names = Place.objects.in_bulk(list(open_at))
    order = sorted(open_at, key=lambda place: (-people[place], place))
    return [_line(names[one], people[one], open_at[one]) for one in order[: wanted.most]], len(order)


def _leaving(place_id: int, on: date) -> QuerySet[ReleasePlan]:
    """Plans being made of people held there, whose day may come within a month."""
    inner = Inside.objects.filter(outer=place_id).values("inner_id")
    day = Q(planned_on__lte=on + SOON) | Q(planned_on=None, earliest_on__lte=on + SOON)
    return ReleasePlan.objects.filter(day, state=PlanState.OPEN, person__held_at__in=inner).order_by(F("pk"))


def _line(place: Place, people: int, missing: dict[str, int]) -> AgendaRow:
    parts = [f"{points()[code].title}: {_told(missing[code])}" for code in OF_OTHERS if code in missing]
    return AgendaRow(
        key=f"unready:{place.pk}", title=place.shown, place_id=place.pk,
        says=_("%(n)s may leave within a month. Not ready: %(what)s.") % {"n": _told(people), "what": "; ".join(parts)},
    )  # fmt: skip


def _told(number: int) -> str:
    return _("few people") if number < RULE.ordinary else f"{number:,}"


SOURCE = AgendaSource(
    name="casework.unready", title=gettext_lazy("Leaving soon, and not ready"), rows=unready, order=35
)
