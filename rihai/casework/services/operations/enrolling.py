"""A person in a service: begun, moved to another stage, ended; and the lawyer who is told of remission."""

from __future__ import annotations

from datetime import date, datetime
from typing import NamedTuple
from uuid import UUID

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from rihai.accounts.operations import notify
from rihai.accounts.queries import accounts_who_may, sees, sight_of
from rihai.accounts.standing import local_day
from rihai.casework.cases.operations import touch
from rihai.casework.services.catalogue import Service, Stage, service
from rihai.casework.services.errors import NoSuchRecord, WrongService
from rihai.casework.services.models import Enrolment, StageEntry
from rihai.casework.services.operations.reach import kept_person, kept_row, open_case_of
from rihai.kit.actor import Actor
from rihai.kit.acts import after, before
from rihai.kit.audit import append
from rihai.kit.classes import DataClass
from rihai.kit.editing import save_if_unchanged
from rihai.kit.files import StoredFile, keep
from rihai.kit.offers import Done
from rihai.places.models import Place

OWNER = "casework.services"
"""The name under which stored files are of this part; who may read them is offered in `offers`."""
LAWYER = "legal.matters"


class Given(NamedTuple):
    """A file somebody gave: its name and its bytes."""

    name: str
    content: bytes


@transaction.atomic
def enrol(
    *,
    person_id: UUID,
    service_id: str,
    started_on: date,
    wishes: bool = False,
    pledged_on: date | None = None,
    case_id: UUID | None = None,
    place: Place | None = None,
    note: str = "",
    actor: Actor,
    at: datetime,
) -> Enrolment:
    """Begin a service for a person, in its first stage where it has stages.

    Nobody is left out but by their own wish: a voluntary service asks that they wish it. Raises NoSuchPerson,
    NoSuchRecord, WrongService.
    """
    found = _known(service_id)
    person = kept_person(person_id, data_class=found.data_class, actor=actor, at=at)
    if found.is_voluntary and not wishes:
        raise WrongService(_("This service is voluntary. Ask them first, and say that they wish it."))
    if Enrolment.objects.filter(person=person, service=found.id, ended_on=None).exists():
        raise WrongService(_("They are in this service already."))
    case = open_case_of(case_id, person, actor=actor, at=at)
    first = found.stages[0] if found.stages else None
    if first is not None:
        _pledged(first, pledged_on)
    row = Enrolment(
        person=person, first_person=person.pk, data_class=found.data_class, case=case, service=found.id,
        place=place or person.held_at, worker_id=actor.pk, stage=first.id if first else "", started_on=started_on,
        note=note[:600], **_made(actor, at),
    )  # fmt: skip
    done = _done("casework.enrolment.begun", row, actor, at)
    before(done)
    row.save(force_insert=True)
    if first is not None:
        _enter(row, first, on=started_on, pledged_on=pledged_on, note="", actor=actor, at=at)
    if case is not None:
        touch([case.pk], on=started_on, at=at)
    after(done)
    _line(done)
    return row


@transaction.atomic
def move_to_stage(
    *,
    enrolment_id: UUID,
    version: int,
    stage_id: str,
    on: date,
    pledged_on: date | None = None,
    note: str = "",
    actor: Actor,
    at: datetime,
) -> Enrolment:
    """Enter another stage, forwards or back; the former ends that day. Raises NoSuchRecord, WrongService, Changed."""
    row = kept_row(Enrolment, enrolment_id, actor=actor, at=at)
    stage = _known(row.service).stage(stage_id)
    if row.ended_on is not None or stage is None or stage.id == row.stage:
        raise WrongService(_("There is no such stage to go to, or they are in it, or the service has ended."))
    standing = StageEntry.objects.filter(enrolment=row, ended_on=None)
    if on < row.started_on or standing.filter(started_on__gt=on).exists():
        raise WrongService(_("That day is before the stage they are in began."))
    _pledged(stage, pledged_on)
    row.stage = stage.id
    save_if_unchanged(row, version=version, fields=["stage"])
    standing.update(ended_on=on)
    _enter(row, stage, on=on, pledged_on=pledged_on, note=note, actor=actor, at=at)
    done = _done("casework.enrolment.moved", row, actor, at)
    after(done)
    _line(done)
    return row


@transaction.atomic
def end_enrolment(
    *,
    enrolment_id: UUID,
    version: int,
    outcome_id: str,
    on: date,
    note: str = "",
    given: Given | None = None,
    actor: Actor,
    at: datetime,
) -> Enrolment:
    """They are no longer in it from a day on, with what came of it.

    A finished course that earns remission is told to lawyers. Raises NoSuchRecord, WrongService, Changed, FileRefused.
    """
    row = kept_row(Enrolment, enrolment_id, actor=actor, at=at)
    found = _known(row.service)
    outcome = found.outcome(outcome_id)
    if row.ended_on is not None or outcome is None or on < row.started_on:
        raise WrongService(_("It has ended already, or that day is before it began."))
    row.outcome, row.is_finished, row.ended_on = outcome.id, outcome.is_finished, on
    row.note = note[:600] or row.note
    if given is not None:
        row.evidence = keep_file(given, row.person_id, row.data_class, actor=actor, at=at)
    save_if_unchanged(row, version=version, fields=["outcome", "is_finished", "ended_on", "note", "evidence"])
    StageEntry.objects.filter(enrolment=row, ended_on=None).update(ended_on=on)
    done = _done("casework.enrolment.ended", row, actor, at)
    after(done)
    if found.earns_remission and outcome.is_finished:
        _tell_lawyers(row, at)
    _line(done)
    return row


@transaction.atomic
def note_remission(*, enrolment_id: UUID, note: str, actor: Actor, at: datetime) -> Enrolment:
    """A lawyer took notice of a finished course, and says what was done. Raises NoSuchRecord."""
    rows = Enrolment.objects.filter(sees(actor, at=at), data_class=DataClass.PERSONAL, is_finished=True)
    row = rows.select_for_update(of=("self",)).filter(pk=enrolment_id, remission_at=None).first()
    if row is None or not actor.may(LAWYER) or not _known(row.service).earns_remission:
        raise NoSuchRecord(_("There is no such record."))
    row.remission_at, row.remission_by_name, row.remission_note = at, actor.name[:120], note[:300]
    row.save(update_fields=["remission_at", "remission_by_name", "remission_note"])
    _line(_done("casework.remission.noted", row, actor, at))
    return row


def keep_file(given: Given, person_id: UUID, data_class: str, *, actor: Actor, at: datetime) -> StoredFile:
    """Keep a file about a person, sealed. Raises FileRefused."""
    return keep(
        given.content, name=given.name, data_class=data_class, actor=actor, at=at, person_id=person_id, owner=OWNER
    )


def _known(service_id: str) -> Service:
    found = service(service_id)
    if found is None:
        raise WrongService(_("The catalogue knows no such service."))
    return found


def _pledged(stage: Stage, pledged_on: date | None) -> None:
    if stage.is_pledged and pledged_on is None:
        raise WrongService(_("This stage is entered by a pledge. Write the day on which they gave it."))


def _enter(
    row: Enrolment, stage: Stage, *, on: date, pledged_on: date | None, note: str, actor: Actor, at: datetime
) -> None:
    StageEntry(
        person_id=row.person_id, first_person=row.first_person, data_class=row.data_class, enrolment=row,
        stage=stage.id, started_on=on, pledged_on=pledged_on if stage.is_pledged else None, note=note[:300],
        **_made(actor, at),
    ).save(force_insert=True)  # fmt: skip


def _tell_lawyers(row: Enrolment, at: datetime) -> None:
    """Those lawyers who see the person; the notice names nobody."""
    able = accounts_who_may(LAWYER, on=local_day(at))
    told = [one.pk for one in able if DataClass.PERSONAL in sight_of(one, row.person_id, at=at).seen]
    notify(told, "casework.remission", url=reverse("casework:remission"), at=at)


def _made(actor: Actor, at: datetime) -> dict[str, object]:
    return {"made_by": actor.pk, "made_by_name": actor.name[:120], "made_at": at}


def _done(act: str, row: Enrolment, actor: Actor, at: datetime) -> Done:
    detail = {"enrolment": row.pk, "service": row.service, "case": row.case_id}
    return Done(act=act, actor=actor, at=at, person_ids=(row.person_id,), detail=detail)


def _line(done: Done) -> None:
    append(done.act, actor=done.actor, at=done.at, subject=done.person_ids[0], kind="person", detail=done.detail)
