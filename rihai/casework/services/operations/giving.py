"""Things and money given, work found, and the two directories."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, TypeVar
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from rihai.casework.aftercare.models import FamilyContact
from rihai.casework.cases.capabilities import KEEP
from rihai.casework.cases.operations import touch
from rihai.casework.services.errors import NoBasis, NoSuchRecord, WrongEntry
from rihai.casework.services.models import Employer, JobPlacement, MaterialHelp, PartnerService
from rihai.casework.services.operations.enrolling import Given, keep_file
from rihai.casework.services.operations.reach import kept_person, kept_row, open_case_of
from rihai.casework.services.operations.referring import consents_for
from rihai.kit.actor import Actor
from rihai.kit.acts import after
from rihai.kit.audit import append
from rihai.kit.classes import DataClass
from rihai.kit.editing import save_if_unchanged
from rihai.kit.offers import Done

D = TypeVar("D", Employer, PartnerService)
CATALOGUE = "casework.catalogue"
HELP = ("kind", "what", "fund", "worth", "currency", "given_on", "given_by_name", "witness", "proof")


@transaction.atomic
def give_help(
    *,
    person_id: UUID,
    said: Mapping[str, Any],
    given: Given | None = None,
    case_id: UUID | None = None,
    contact_id: UUID | None = None,
    actor: Actor,
    at: datetime,
) -> MaterialHelp:
    """Keep what was given: `said` holds the fields of `HELP`; `given` is the receipt, when there is one.

    `contact_id` is the visit or call of the family for the way to which it is. Raises NoSuchPerson, NoSuchRecord,
    WrongEntry for a signed receipt that is not there, FileRefused.
    """
    person = kept_person(person_id, data_class=DataClass.PERSONAL, actor=actor, at=at)
    if contact_id is not None and not FamilyContact.objects.filter(pk=contact_id, person=person).exists():
        raise NoSuchRecord(_("There is no such visit or call of this person."))
    if said["proof"] == MaterialHelp.Proof.RECEIPT and given is None:
        raise WrongEntry(_("Choose the photograph of the receipt, or say that it is a thumb-print or a witness."))
    receipt = keep_file(given, person.pk, DataClass.PERSONAL, actor=actor, at=at) if given else None
    row = MaterialHelp(
        person=person, first_person=person.pk, case=open_case_of(case_id, person, actor=actor, at=at), receipt=receipt,
        contact_id=contact_id, made_by=actor.pk, made_by_name=actor.name[:120], made_at=at,
        **{name: said[name] for name in HELP},
    )  # fmt: skip
    row.save(force_insert=True)
    if row.case_id is not None:
        touch([row.case_id], on=row.given_on, at=at)
    detail = {"help": row.pk, "kind": row.kind, "worth": str(row.worth), "currency": row.currency, "case": row.case_id}
    _followed("casework.help.given", row.person_id, detail, actor, at)
    return row


@transaction.atomic
def place_in_job(
    *, person_id: UUID, employer_id: UUID, trade: str, told: str, on: date, actor: Actor, at: datetime
) -> JobPlacement:
    """Somebody begins to work. What we told the employer of custody stands on a consent that holds.

    Raises NoSuchPerson, NoSuchRecord, NoBasis.
    """
    person = kept_person(person_id, data_class=DataClass.PERSONAL, actor=actor, at=at)
    employer = Employer.objects.filter(pk=employer_id, ended_on=None).first()
    if employer is None:
        raise NoSuchRecord(_("There is no such employer any more."))
    held = consents_for(person.pk, DataClass.PERSONAL, on=on, at=at) if told == JobPlacement.Told.BY_US else []
    if told == JobPlacement.Told.BY_US and not held:
        raise NoBasis(_("We may tell an employer only what they consented to. Ask them, and record the consent."))
    row = JobPlacement(
        person=person, first_person=person.pk, employer=employer, trade=trade[:120], told=told,
        consent_id=held[0].pk if held else None, started_on=on, made_by=actor.pk, made_by_name=actor.name[:120],
        made_at=at,
    )  # fmt: skip
    row.save(force_insert=True)
    _followed("casework.job.begun", row.person_id, {"job": row.pk, "employer": employer.pk}, actor, at)
    return row


@transaction.atomic
def end_job(*, job_id: UUID, version: int, on: date, because: str, actor: Actor, at: datetime) -> JobPlacement:
    """They no longer work there from a day on. Raises NoSuchRecord, WrongEntry, Changed."""
    row = kept_row(JobPlacement, job_id, actor=actor, at=at)
    if row.ended_on is not None or on < row.started_on:
        raise WrongEntry(_("It has ended already, or that day is before it began."))
    row.ended_on, row.ended_because = on, because[:200]
    save_if_unchanged(row, version=version, fields=["ended_on", "ended_because"])
    _followed("casework.job.ended", row.person_id, {"job": row.pk}, actor, at)
    return row


@transaction.atomic
def keep_employer(
    *, employer_id: UUID | None, version: int = 0, said: Mapping[str, Any], actor: Actor, at: datetime
) -> Employer:
    """A new employer, or what is known of one now. Raises NoSuchRecord, Changed."""
    return _kept(Employer, employer_id, version, said, "casework.employer", actor, at)


@transaction.atomic
def keep_partner(
    *, partner_id: UUID | None, version: int = 0, said: Mapping[str, Any], actor: Actor, at: datetime
) -> PartnerService:
    """A new service of a partner, or what is known of one now. Raises NoSuchRecord, WrongEntry, Changed."""
    twice = PartnerService.objects.filter(body=said["body"], service=said["service"])
    if (twice.exclude(pk=partner_id) if partner_id else twice).exists():
        raise WrongEntry(_("This service of this partner stands in the directory already."))
    return _kept(PartnerService, partner_id, version, said, "casework.partner", actor, at)


def may_direct(actor: Actor) -> bool:
    """Whether the actor keeps the directories."""
    return actor.may(KEEP) or actor.may(CATALOGUE)


def _kept(
    model: type[D], pk: UUID | None, version: int, said: Mapping[str, Any], noun: str, actor: Actor, at: datetime
) -> D:
    found = model._default_manager.select_for_update().filter(pk=pk).first() if pk else model()
    if found is None or not may_direct(actor):
        raise NoSuchRecord(_("There is no such record."))
    for name, value in said.items():
        setattr(found, name, value)
    if pk:
        save_if_unchanged(found, version=version, fields=list(said))
    else:
        found.save(force_insert=True)
    act = f"{noun}.changed" if pk else f"{noun}.added"
    append(act, actor=actor, at=at, subject=found.pk, kind=noun, detail={"fields": sorted(said)})
    return found


def _followed(act: str, person_id: UUID, detail: dict[str, Any], actor: Actor, at: datetime) -> None:
    after(Done(act=act, actor=actor, at=at, person_ids=(person_id,), detail=detail))
    append(act, actor=actor, at=at, subject=person_id, kind="person", detail=detail)
