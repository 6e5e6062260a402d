"""The first days inside: what she was asked, what must be done at once, and that somebody went to her."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from rihai.accounts.operations import notify
from rihai.accounts.operations.house import as_house
from rihai.accounts.standing import local_day
from rihai.casework.plans.models import (
    AtOnce,
    CallHome,
    Enough,
    FirstDays,
    FirstDaysHealth,
    Medicine,
    SelfHarm,
    Step,
    Tonight,
)
from rihai.casework.plans.operations.errors import WrongPlan
from rihai.casework.plans.operations.reach import person_to_write, row_for, written_by
from rihai.casework.plans.operations.steps import StepSaid, step_of_first_days
from rihai.casework.plans.queries.duty import on_duty
from rihai.kit.actor import Actor
from rihai.kit.acts import after
from rihai.kit.audit import append
from rihai.kit.classes import DataClass
from rihai.kit.editing import save_if_unchanged
from rihai.kit.offers import Done
from rihai.people.models import Person

NOTICE = "casework.at_once"
DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstSaid:
    """What was said in the talk; what is empty was not asked or not said. `spoke` False: not now.

    `hurt` and `afraid` become steps and are kept in the answer alone.
    """

    asked_on: date
    spoke: bool = True
    children_home: int | None = None
    children_with: str = ""
    children_tonight: str = ""
    child_inside: bool | None = None
    call_home: str = ""
    call_whom: str = ""
    not_to_call: str = ""
    clothing: str = ""
    sanitary: str = ""
    first_thing: str = ""
    afraid: bool = False
    medicine: str = ""
    medicine_which: str = ""
    hurt: bool = False
    self_harm: str = ""
    helps: str = ""


TALK = (
    "asked_on", "spoke", "children_home", "children_tonight", "child_inside", "call_home", "clothing", "sanitary",
)  # fmt: skip
TALK_TEXTS = ("children_with", "call_whom", "not_to_call", "first_thing")
HEALTH = ("medicine", "self_harm")
HEALTH_TEXTS = ("medicine_which", "helps")


@transaction.atomic
def record_first_days(
    *, person_id: UUID, said: FirstSaid, answer_id: UUID | None = None, actor: Actor, at: datetime
) -> FirstDays:
    """Keep what she said, by class; write the steps that cannot wait; and where she speaks of hurting herself,
    tell those on duty what to do. A correction of an answer takes the place of what was taken from it.

    Raises NoSuchPerson, NoSuchPlan, WrongPlan for a day that has not come.
    """
    person = person_to_write(person_id, actor=actor, at=at)
    if said.asked_on > local_day(at):
        raise WrongPlan(_("That day has not come yet."))
    fields = {**{name: getattr(said, name) for name in TALK}, "admitted_on": person.held_since}
    texts = {name: getattr(said, name) or None for name in TALK_TEXTS}
    first = _earlier(answer_id, at)
    if first is None:
        whose = written_by(person, DataClass.PERSONAL, actor=actor, at=at)
        first = FirstDays.objects.create(answer_id=answer_id, **fields, **texts, **whose)
    else:
        for name, value in {**fields, **texts}.items():
            setattr(first, name, value)
        save_if_unchanged(first, version=first.version, fields=[*fields, *texts])
    _health(first, said, actor=actor, at=at)
    _steps(first, said, actor=actor, at=at)
    call = _at_once(first, person, actor=actor, at=at) if said.self_harm == SelfHarm.YES else None
    detail = {"on": said.asked_on, "spoke": said.spoke}
    after(Done(act="casework.first_days.asked", actor=actor, at=at, person_ids=(person.pk,), detail=detail))
    append("casework.first_days.asked", actor=actor, at=at, subject=first.pk, kind="first_days", detail=detail)
    if call is not None:
        append("casework.call.raised", actor=actor, at=at, subject=call.pk, kind="call")
    return first


def _earlier(answer_id: UUID | None, at: datetime) -> FirstDays | None:
    """What was taken from this answer before it was corrected; its health row and its waiting steps are gone then."""
    if answer_id is None:
        return None
    with as_house(at):
        first = FirstDays.objects.filter(answer_id=answer_id).first()
        if first is not None:
            FirstDaysHealth.objects.filter(first_days=first).delete()
            Step.objects.filter(first_days=first, done_on=None).delete()
    return first


def _health(first: FirstDays, said: FirstSaid, *, actor: Actor, at: datetime) -> None:
    if not any(getattr(said, name) for name in (*HEALTH, *HEALTH_TEXTS)):
        return
    FirstDaysHealth.objects.create(
        first_days=first, **{name: getattr(said, name) for name in HEALTH},
        **{name: getattr(said, name) or None for name in HEALTH_TEXTS},
        **written_by(first.person, DataClass.HEALTH, actor=actor, at=at),
    )  # fmt: skip


def _steps(first: FirstDays, said: FirstSaid, *, actor: Actor, at: datetime) -> None:
    """What cannot wait, each kind once: today for the children and medicine, tomorrow for the rest."""
    with as_house(at):
        known = set(Step.objects.filter(first_days=first).values_list("kind", flat=True))
    for kind, data_class, days in _urgent(said):
        if kind not in known:
            step = StepSaid(kind=kind, due_on=said.asked_on + days * DAY)
            step_of_first_days(first, step, data_class, actor=actor, at=at)


def _urgent(said: FirstSaid) -> Iterator[tuple[str, DataClass, int]]:
    if said.children_tonight in (Tonight.NO, Tonight.UNKNOWN):
        yield "children", DataClass.PERSONAL, 0
    if said.medicine == Medicine.NEEDS:
        yield "medicine", DataClass.HEALTH, 0
    if said.hurt:
        yield "doctor", DataClass.HEALTH, 0
    if said.afraid:
        yield "safe", DataClass.PERSONAL, 0
    if said.call_home == CallHome.WANTED:
        yield "call", DataClass.PERSONAL, 1
    if said.clothing == Enough.NEEDS:
        yield "clothes", DataClass.PERSONAL, 1
    if said.sanitary == Enough.NEEDS:
        yield "washing", DataClass.PERSONAL, 1


def _at_once(first: FirstDays, person: Person, *, actor: Actor, at: datetime) -> AtOnce | None:
    """Somebody goes to her now: a line for everybody on duty, who is told what to do and not why."""
    if AtOnce.objects.filter(person=person, seen_at=None).exists():
        return None
    call = AtOnce.objects.create(ground_id=first.pk, **written_by(person, DataClass.PERSONAL, actor=actor, at=at))
    told = [one for one in on_duty(person, at=at) if one != actor.pk]
    notify(told, NOTICE, url=reverse("casework:call", args=[call.pk]), at=at)
    detail: Mapping[str, Any] = {"call": call.pk, "first_days": first.pk}
    after(Done(act="casework.call.raised", actor=actor, at=at, person_ids=(person.pk,), detail=dict(detail)))
    return call


@transaction.atomic
def answer_call(*, call_id: UUID, version: int, next_on: date | None, actor: Actor, at: datetime) -> AtOnce:
    """Somebody has been with her, and says when somebody goes again. Raises NoSuchPlan, WrongPlan, Changed."""
    call = row_for(AtOnce, call_id, actor=actor, at=at)
    if call.seen_at is not None:
        raise WrongPlan(_("%(who)s has been there already.") % {"who": call.seen_by_name})
    call.seen_at, call.seen_by_name, call.next_on = at, actor.name[:120], next_on
    save_if_unchanged(call, version=version, fields=["seen_at", "seen_by_name", "next_on"])
    append("casework.call.answered", actor=actor, at=at, subject=call.pk, kind="call", detail={"next": next_on})
    return call
