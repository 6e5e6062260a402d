"""Appointments: booked, and what came of them written; one that failed asks for the next."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from rihai.casework.health.models import Appointment, HealthNeed, How, Met
from rihai.casework.health.operations.errors import WrongCare
from rihai.casework.health.operations.reach import by, patient_for, row_for
from rihai.kit.actor import Actor
from rihai.kit.acts import after
from rihai.kit.audit import append
from rihai.kit.editing import save_if_unchanged
from rihai.kit.offers import Done


@dataclass(frozen=True, slots=True, kw_only=True)
class Booking:
    """When, how, with whom and where."""

    on: date
    with_whom: str
    how: str = How.IN_PERSON
    at_time: time | None = None
    where: str = ""


@transaction.atomic
def book(*, person_id: UUID, booking: Booking, need_id: UUID | None = None, actor: Actor, at: datetime) -> Appointment:
    """Book an appointment. Raises NoSuchPerson, NoSuchCare for a need of somebody else."""
    person = patient_for(person_id, actor=actor, at=at)
    need = row_for(HealthNeed, need_id, actor=actor, at=at) if need_id else None
    if need is not None and need.person_id != person.pk:
        raise WrongCare(_("That need is of another person."))
    made = Appointment.objects.create(
        person=person, made_for=person.pk, need=need, owner_id=actor.pk, due_on=booking.on, at_time=booking.at_time,
        how=booking.how, with_whom=booking.with_whom[:120], where=booking.where[:160], **by(actor, at),
    )  # fmt: skip
    detail = {"on": booking.on, "how": booking.how}
    after(Done(act="casework.appointment.booked", actor=actor, at=at, person_ids=(person.pk,), detail=detail))
    append("casework.appointment.booked", actor=actor, at=at, subject=made.pk, kind="health", detail=detail)
    return made


@transaction.atomic
def write_outcome(
    *, appointment_id: UUID, version: int, met: str, came_of_it: str = "", on: date, again: Booking | None = None,
    actor: Actor, at: datetime,
) -> Appointment:  # fmt: skip
    """What came of an appointment, and where it is said when she is seen next, in one act.

    Raises NoSuchCare, Changed, WrongCare where it was written already or the day has not come.
    """
    one = row_for(Appointment, appointment_id, actor=actor, at=at)
    if one.done_on is not None:
        raise WrongCare(_("What came of it is written already."))
    if met not in Met.values or (one.due_on and met != Met.CANCELLED and on < one.due_on):
        raise WrongCare(_("Its day has not come yet."))
    one.met, one.came_of_it, one.done_on = met, came_of_it.strip() or None, on
    save_if_unchanged(one, version=version, fields=["met", "came_of_it", "done_on"])
    if again is not None:
        book(person_id=one.person_id, booking=again, need_id=one.need_id, actor=actor, at=at)
    detail = {"met": met}
    after(Done(act="casework.appointment.written", actor=actor, at=at, person_ids=(one.person_id,), detail=detail))
    append("casework.appointment.written", actor=actor, at=at, subject=one.pk, kind="health", detail=detail)
    return one
