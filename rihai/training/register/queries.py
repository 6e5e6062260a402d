"""What is asked of the register: entries that may be one person, all entries of one, whose names are due to go."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice
from uuid import UUID

from django.db.models import Max, Q, QuerySet

from rihai.accounts.operations.house import as_house
from rihai.days.calendar import anniversary
from rihai.kit.actor import Actor
from rihai.kit.offers import Retained
from rihai.training.certificates.models import Completion
from rihai.training.reach import KEEP, is_everywhere, register_for, trainees_for
from rihai.training.register.agreeing import agreements, differences, pairs
from rihai.training.register.models import Twins
from rihai.training.sessions.alike import Asked, Known
from rihai.training.sessions.models import Attendance, Trainee

MOST = 50
KEPT_YEARS = 5
"""So long a name stays after somebody left and after the last that they did here, whichever is later."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two entries that may be one person; what is the same, and what speaks against it, in words."""

    one: Trainee
    other: Trainee
    alike: Sequence[str]
    unlike: Sequence[str]


def pair_of(one: Trainee, other: Trainee) -> Pair:
    """Two entries beside each other."""
    return Pair(one, other, agreements(one, other), differences(one, other))


def proposed(actor: Actor) -> list[Pair]:
    """Entries that may be one person, among those the actor keeps; of which nobody said that they never are."""
    if not actor.may(KEEP):
        return []
    said = {frozenset(both) for both in Twins.objects.order_by().values_list("one_id", "other_id")}
    rows = register_for(actor).order_by("made_at", "pk")
    new = (both for both in pairs(rows) if frozenset(one.pk for one in both) not in said)
    return [pair_of(*both) for both in islice(new, MOST)]


def alike_to(one: Trainee, actor: Actor) -> list[Pair]:
    """Whom somebody may join an entry with by hand: entries whose name or number meets, the likeliest first."""
    asked = Asked(one.full_name, one.number, one.organisation, one.place_id)
    found = Known(register_for(actor).exclude(pk=one.pk)).alike(asked, was_posted=True)
    return [pair_of(one, other) for other in found]


def entries_of(one: Trainee, actor: Actor) -> QuerySet[Trainee]:
    """The entries that were joined with this one, as far as the actor sees them."""
    return trainees_for(actor).filter(same_as=one).order_by("made_at", "pk")


def stands_for(one: Trainee, actor: Actor) -> Trainee | None:
    """The entry this one was joined with, where the actor sees it."""
    return trainees_for(actor).filter(pk=one.same_as_id).first() if one.same_as_id else None


def is_keeper(actor: Actor) -> bool:
    """Whether the actor keeps trainings for the whole office: tells people what is kept, and lets names go."""
    return actor.may(KEEP) and is_everywhere(actor, KEEP)


def due_to_go(on: date) -> list[tuple[Trainee, date, date]]:
    """Who left so long ago that the name goes, with the day they ended and the day it was kept to; the house asks.

    The day they ended is when they left, or the last day they came or finished something, under any of their entries.
    """
    with as_house():
        left = Trainee.objects.filter(same_as=None, let_go_on=None, left_on__lte=anniversary(on, -12 * KEPT_YEARS))
        rows = list(left.select_related("rank", "place").order_by("left_on", "pk"))
        heads: dict[UUID, UUID | None] = {one.pk: one.pk for one in rows}
        heads |= dict(Trainee.objects.filter(same_as__in=[*heads]).values_list("pk", "same_as_id"))
        last: dict[UUID | None, date] = {}
        for pk, day in (*_last_of(heads, Completion), *_last_of(heads, Attendance)):
            last[heads[pk]] = max(day, last.get(heads[pk], day))
    ended = [(one, max(one.left_on or on, last.get(one.pk, one.left_on or on))) for one in rows]
    due = [(one, day, anniversary(day, 12 * KEPT_YEARS)) for one, day in ended]
    return [row for row in due if row[2] <= on]


def _last_of(heads: Iterable[UUID], model: type[Completion] | type[Attendance]) -> list[tuple[UUID, date]]:
    who, day = ("trainee_id", "on") if model is Completion else ("enrolment__trainee_id", "day__on")
    rows = model._default_manager.filter(Q(**{f"{who.removesuffix('_id')}__in": [*heads]})).order_by()
    return list(rows.values_list(who).annotate(last=Max(day)))


def for_the_desk(_actor: Actor, on: date) -> list[Retained]:
    """For the desk of data protection: codes and days, no names."""
    return [Retained(code=code_of(one), ended_on=ended, due_on=due) for one, ended, due in due_to_go(on)]


def code_of(one: Trainee) -> str:
    """What an entry is called where its name does not stand."""
    return f"#{one.pk.hex[-8:]}"
