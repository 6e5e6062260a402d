"""The cascades of the office: counted by the house, which names nobody who learns; trainers are named as colleagues."""

from __future__ import annotations

from collections import defaultdict
from uuid import UUID

from django.db.models import QuerySet
from django.db.models.functions import Coalesce

from rihai.accounts.operations.house import as_house
from rihai.training.cascades.models import TrainedIn
from rihai.training.cascades.tree import Held
from rihai.training.courses.models import Trainer
from rihai.training.sessions.models import Attendance, Came, Session, SessionState

COUNTED = (SessionState.HELD, SessionState.FINISHED)


def held() -> dict[UUID, Held[UUID]]:
    """Every session that made trainers, and every one that they held since; four queries, however many."""
    with as_house():
        made: dict[UUID, set[UUID]] = defaultdict(set)
        for session_id, trainer_id in TrainedIn.objects.order_by().values_list("session_id", "trainer_id"):
            made[session_id].add(trainer_id)
        came_out = set[UUID]().union(*made.values())
        led: dict[UUID, set[UUID]] = defaultdict(set)
        through = Session.trainers.through.objects
        for session_id, trainer_id in through.filter(trainer__in=came_out).values_list("session_id", "trainer_id"):
            led[session_id].add(trainer_id)
        ids = {*made, *led}
        rows = Session.objects.filter(pk__in=ids, state__in=COUNTED).values_list("pk", "on", "until")
        days = {pk: (on, until) for pk, on, until in rows}
        people: dict[UUID, set[UUID]] = defaultdict(set)
        came = Attendance.objects.filter(session__in=days, came=Came.PRESENT).order_by()
        who = Coalesce("enrolment__trainee__same_as_id", "enrolment__trainee_id")
        for session_id, trainee_id in came.values_list("session_id", who).distinct():
            people[session_id].add(trainee_id)
    return {
        pk: Held(pk, on, until, frozenset(led[pk]), frozenset(made[pk]), frozenset(people[pk]))
        for pk, (on, until) in days.items()
    }


def sessions_named(ids: set[UUID]) -> dict[UUID, Session]:
    """The sessions of these keys with course and place, and who taught them."""
    rows = Session.objects.filter(pk__in=ids).select_related("place", "curriculum__course")
    return {one.pk: one for one in rows.prefetch_related("trainers")}


def may_have_come_out(session_id: UUID) -> QuerySet[Trainer]:
    """Trainers of the pool who may have come out of a session: neither written down for it nor teaching it."""
    there = TrainedIn.objects.filter(session=session_id).values("trainer_id")
    return Trainer.objects.filter(ended_on=None).exclude(pk__in=there).exclude(sessions=session_id)


def came_out_of(session_id: UUID) -> list[TrainedIn]:
    """The trainers who came out of a session."""
    rows = TrainedIn.objects.filter(session=session_id).select_related("trainer")
    return list(rows.order_by("trainer__full_name", "pk"))
