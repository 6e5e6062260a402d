"""Referrals: sent with the least and a basis, received, answered, done, revoked; and stopped with the consent."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from rihai.accounts.operations.house import as_house
from rihai.accounts.queries import is_guarded
from rihai.casework.services.catalogue import service
from rihai.casework.services.errors import NoBasis, NoSuchRecord, WrongEntry
from rihai.casework.services.models import ANSWERS, Basis, JobPlacement, PartnerService, Referral, ReferralState
from rihai.casework.services.operations.reach import kept_person, kept_row, open_case_of
from rihai.casework.services.telling import told
from rihai.kit.actor import Actor
from rihai.kit.acts import after, before
from rihai.kit.audit import append
from rihai.kit.editing import save_if_unchanged
from rihai.kit.offers import Done
from rihai.people.models import Consent
from rihai.people.queries.consents import consents_that_hold

PURPOSES = (Consent.Purpose.CARE, Consent.Purpose.HEALTH)
DECIDES_GUARDED = "guarded.assign"
ANSWER_DAYS = 14


@dataclass(frozen=True, slots=True)
class Ground:
    """On what something is told: a consent, or a law or a danger in a sentence with who decided.

    `guarded_because`: the named decision for a guarded person.
    """

    basis: str
    consent_id: UUID | None = None
    says: str = ""
    guarded_because: str = ""


def consents_for(person_id: UUID, data_class: str, *, on: date, at: datetime) -> list[Consent]:
    """The consents to care or medical care that hold now and cover this class."""
    found = [consents_that_hold([person_id], purpose=one, on=on, at=at).get(person_id, []) for one in PURPOSES]
    return [one for rows in found for one in rows if one.data_class == data_class]


@transaction.atomic
def send_referral(
    *,
    person_id: UUID,
    partner_id: UUID,
    asked: str,
    fields: Sequence[str],
    ground: Ground,
    on: date,
    case_id: UUID | None = None,
    actor: Actor,
    at: datetime,
) -> Referral:
    """Hand somebody to a partner for a service, with those fields that the partner needs and no other.

    Raises NoSuchPerson, NoSuchRecord, NoBasis without a consent that holds or a ground that is written out, or for
    somebody guarded without a named decision.
    """
    partner = PartnerService.objects.select_related("body").filter(pk=partner_id, ended_on=None).first()
    found = service(partner.service) if partner else None
    if partner is None or found is None:
        raise NoSuchRecord(_("There is no such partner any more."))
    person = kept_person(person_id, data_class=found.data_class, actor=actor, at=at)
    _check(person.pk, found.data_class, ground, on=on, actor=actor, at=at)
    least = [one for one in fields if one in partner.needs_told]
    row = Referral(
        person=person, first_person=person.pk, data_class=found.data_class, way=Referral.Way.OUT,
        case=open_case_of(case_id, person, actor=actor, at=at), service=found.id, partner=partner,
        partner_name=partner.body.name[:200], asked=asked[:400], told=least,
        copy=json.dumps(told(person, least, on), ensure_ascii=False), basis=ground.basis,
        consent_id=ground.consent_id if ground.basis == Basis.CONSENT else None, basis_says=ground.says[:200],
        guarded_because=ground.guarded_because[:200], sent_on=on,
        due_on=on + timedelta(days=partner.answers_in_days), **_made(actor, at),
    )  # fmt: skip
    done = _done("casework.referral.sent", row, actor, at)
    before(done)
    row.save(force_insert=True)
    after(done)
    _line(done)
    return row


@transaction.atomic
def receive_referral(
    *, person_id: UUID, service_id: str, partner_name: str, asked: str, on: date, actor: Actor, at: datetime
) -> Referral:
    """A partner sends somebody to us: it waits for our answer. Raises NoSuchPerson, NoSuchRecord."""
    found = service(service_id)
    if found is None:
        raise NoSuchRecord(_("There is no such service."))
    person = kept_person(person_id, data_class=found.data_class, actor=actor, at=at)
    row = Referral(
        person=person, first_person=person.pk, data_class=found.data_class, way=Referral.Way.IN, service=found.id,
        partner_name=partner_name[:200], asked=asked[:400], sent_on=on, due_on=on + timedelta(days=ANSWER_DAYS),
        **_made(actor, at),
    )  # fmt: skip
    row.save(force_insert=True)
    _line(_done("casework.referral.received", row, actor, at))
    return row


@transaction.atomic
def answer_referral(
    *, referral_id: UUID, version: int, state: str, on: date, note: str = "", actor: Actor, at: datetime
) -> Referral:
    """Accepted, refused, done or revoked, one after the other. Raises NoSuchRecord, WrongEntry, Changed."""
    row = kept_row(Referral, referral_id, actor=actor, at=at)
    if state not in ANSWERS.get(ReferralState(row.state), ()):
        raise WrongEntry(_("That does not follow from where the referral stands."))
    if on < row.sent_on:
        raise WrongEntry(_("That day is before the referral was sent."))
    if state == ReferralState.REFUSED and not note.strip():
        raise WrongEntry(_("Write why it was refused."))
    row.state, row.answered_on, row.answer_note = state, on, note[:400]
    save_if_unchanged(row, version=version, fields=["state", "answered_on", "answer_note"])
    done = _done("casework.referral.answered", row, actor, at, state=state)
    after(done)
    _line(done)
    return row


@transaction.atomic
def partner_told(*, referral_id: UUID, actor: Actor, at: datetime) -> Referral:
    """The partner was told that the consent was taken back, and asked to use it no more. Raises NoSuchRecord."""
    row = kept_row(Referral, referral_id, actor=actor, at=at)
    if row.withdrawn_at is None or row.partner_told_at is not None:
        raise NoSuchRecord(_("There is no such record."))
    row.partner_told_at, row.partner_told_by_name = at, actor.name[:120]
    row.save(update_fields=["partner_told_at", "partner_told_by_name"])
    _line(_done("casework.referral.partner_told", row, actor, at))
    return row


def consent_withdrawn(done: Done) -> None:
    """Referrals that stood on it stop, and say since when; work found with what we told says so too."""
    consent = done.detail.get("consent")
    if consent is None:
        return
    with as_house(done.at):
        rows = Referral.objects.filter(consent_id=consent, withdrawn_at=None)
        open_now = rows.filter(state__in=(ReferralState.SENT, ReferralState.ACCEPTED))
        stopped = list(open_now.values_list("pk", flat=True))
        rows.update(withdrawn_at=done.at)
        for row in Referral.objects.filter(pk__in=stopped):
            Referral.objects.filter(pk=row.pk).update(state=ReferralState.REVOKED, version=row.version + 1)
        JobPlacement.objects.filter(consent_id=consent, withdrawn_at=None).update(withdrawn_at=done.at)


def _check(person_id: UUID, data_class: str, ground: Ground, *, on: date, actor: Actor, at: datetime) -> None:
    if is_guarded(person_id) and not (ground.guarded_because.strip() and actor.may(DECIDES_GUARDED)):
        raise NoBasis(_("Nothing of this person leaves without a named decision of a supervisor."))
    if ground.basis not in Basis.values:
        raise NoBasis(_("Choose on what it may be told."))
    if ground.basis != Basis.CONSENT:
        if not ground.says.strip():
            raise NoBasis(_("Without consent, write which order, law or danger, and which two people decided it."))
        return
    held = {one.pk for one in consents_for(person_id, data_class, on=on, at=at)}
    if ground.consent_id not in held:
        raise NoBasis(_("No consent that covers this holds now. Ask them first, and record it on their page."))


def _made(actor: Actor, at: datetime) -> dict[str, Any]:
    return {"made_by": actor.pk, "made_by_name": actor.name[:120], "made_at": at}


def _done(act: str, row: Referral, actor: Actor, at: datetime, **more: Any) -> Done:
    detail = {"referral": row.pk, "service": row.service, "case": row.case_id, "way": row.way, **more}
    return Done(act=act, actor=actor, at=at, person_ids=(row.person_id,), detail=detail)


def _line(done: Done) -> None:
    append(done.act, actor=done.actor, at=done.at, subject=done.person_ids[0], kind="person", detail=done.detail)
