"""The first days inside: who came lately and was not asked yet, what was said, and whom somebody must go to now."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet

from rihai.casework.plans.models import AtOnce, FirstDays, FirstDaysHealth, Step
from rihai.casework.plans.queries.sight import rows_for
from rihai.kit.actor import Actor
from rihai.people.models import Person
from rihai.people.queries.people import my_places, people_for

LATELY = timedelta(days=14)
"""Who came longer ago than that is no longer asked for as somebody new."""
WITHIN = timedelta(days=2)
"""The day after they came they should have been asked; the day after that it is late (24 and 48 hours)."""


@dataclass(frozen=True, slots=True)
class Talk:
    """One talk: what was said, what was said of health (None: nothing, or withheld), and the steps out of it."""

    first: FirstDays
    health: FirstDaysHealth | None
    steps: list[Step]


def to_ask(actor: Actor, *, on: date, most: int) -> list[Person]:
    """Who was admitted lately where the actor works, and was not spoken with since; who came first stands first."""
    if not actor.may("casework.keep"):
        return []
    return list(_not_asked(actor, on).select_related("held_at").order_by("held_since", "pk")[:most])


def _not_asked(actor: Actor, on: date) -> QuerySet[Person]:
    mine = my_places(actor)
    came = people_for(actor).filter(held_since__gte=on - LATELY, held_since__lte=on)
    came = came.filter(held_at__isnull=False) if mine is None else came.filter(held_at__in=mine.values("pk"))
    asked = FirstDays.objects.filter(person=OuterRef("pk"), spoke=True, asked_on__gte=OuterRef("held_since"))
    return came.filter(~Exists(asked))


def is_to_ask(person: Person, *, actor: Actor, on: date) -> bool:
    """Whether one person is among them."""
    return actor.may("casework.keep") and _not_asked(actor, on).filter(pk=person.pk).exists()


def due_of(person: Person) -> date:
    """The day by which somebody who came is asked: the day after."""
    assert person.held_since is not None, "only who is held is asked"
    return person.held_since + timedelta(days=1)


def talks_of(person_id: UUID, *, actor: Actor) -> list[Talk]:
    """The talks with a person, newest first, as far as the actor sees; in a constant number of queries."""
    talks = list(rows_for(FirstDays, actor).filter(person=person_id)[:10])
    keys = [one.pk for one in talks]
    health = {one.first_days_id: one for one in rows_for(FirstDaysHealth, actor).filter(first_days__in=keys)}
    steps: dict[UUID | None, list[Step]] = {}
    for step in rows_for(Step, actor).filter(first_days__in=keys).order_by("done_on", "due_on", "pk"):
        steps.setdefault(step.first_days_id, []).append(step)
    return [Talk(one, health.get(one.pk), steps.get(one.pk, [])) for one in talks]


def asked_lately(actor: Actor, *, on: date, most: int) -> list[FirstDays]:
    """The last talks, newest first."""
    found = rows_for(FirstDays, actor).filter(asked_on__gt=on - LATELY)
    return list(found.select_related("person", "person__held_at").order_by("-asked_on", "-pk")[:most])


def calls_open(actor: Actor, *, most: int) -> list[AtOnce]:
    """People to whom somebody must go now, who waits longest first."""
    found = rows_for(AtOnce, actor).filter(seen_at=None)
    return list(found.select_related("person", "person__held_at").order_by("made_at", "pk")[:most])


def call_seen(call_id: UUID, *, actor: Actor, at: datetime | None = None) -> AtOnce | None:
    """One such line; None for one the actor does not see."""
    found = rows_for(AtOnce, actor, at=at).select_related("person", "person__held_at")
    return found.filter(pk=call_id).first()


def open_call_of(person_id: UUID, *, actor: Actor) -> AtOnce | None:
    """Whether somebody must go to a person now."""
    return rows_for(AtOnce, actor).filter(person=person_id, seen_at=None).first()
