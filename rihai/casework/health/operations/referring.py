"""A need is put before the health department, with her consent; taken back, the referral stops at once."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from rihai.accounts.standing import local_day
from rihai.casework.health.models import HealthNeed, HealthReferral, ReferralState
from rihai.casework.health.operations.errors import NoConsent, WrongCare
from rihai.casework.health.operations.reach import by, row_for
from rihai.kit.actor import Actor
from rihai.kit.acts import after
from rihai.kit.audit import append
from rihai.kit.classes import DataClass
from rihai.kit.editing import save_if_unchanged
from rihai.kit.offers import Done
from rihai.people.models import Consent
from rihai.people.queries.consents import consents_that_hold


def leave_for(person_id: UUID, *, at: datetime) -> list[Consent]:
    """The consents to medical care that hold now and reach what is of health."""
    held = consents_that_hold([person_id], purpose=Consent.Purpose.HEALTH, on=local_day(at), at=at)
    return [one for one in held.get(person_id, []) if one.data_class == DataClass.HEALTH]


@transaction.atomic
def refer_need(
    *, need_id: UUID, receiver: str, told: str, consent_id: UUID, answer_by: date, actor: Actor, at: datetime
) -> HealthReferral:
    """Put a need before a hospital or the health department, saying no more than `told`.

    Raises NoSuchCare, NoConsent where the consent does not hold, WrongCare where one to the same is open.
    """
    need = row_for(HealthNeed, need_id, actor=actor, at=at)
    if consent_id not in {one.pk for one in leave_for(need.person_id, at=at)}:
        raise NoConsent(_("They have not allowed it, or took it back. Ask them, and record what they say."))
    same = HealthReferral.objects.filter(need=need, receiver=receiver, state__in=HealthReferral.OPEN)
    if same.exists():
        raise WrongCare(_("A referral of this need to the same place is open already."))
    sent = HealthReferral.objects.create(
        person=need.person, made_for=need.person_id, need=need, receiver=receiver[:160], told=told,
        consent_id=consent_id, sent_on=local_day(at), owner_id=actor.pk, due_on=answer_by, **by(actor, at),
    )  # fmt: skip
    after(Done(act="casework.health.referred", actor=actor, at=at, person_ids=(need.person_id,)))
    append("casework.health.referred", actor=actor, at=at, subject=sent.pk, kind="health")
    return sent


@transaction.atomic
def answer_referral(
    *, referral_id: UUID, version: int, state: str, answer: str = "", due_on: date | None = None, actor: Actor,
    at: datetime,
) -> HealthReferral:  # fmt: skip
    """What the receiver said, or that we take it back. Raises NoSuchCare, Changed, WrongCare once it has ended."""
    one = row_for(HealthReferral, referral_id, actor=actor, at=at)
    if one.state not in HealthReferral.OPEN:
        raise WrongCare(_("This referral has ended. Make a new one."))
    if state not in ReferralState.values or state in {ReferralState.SENT, ReferralState.STOPPED}:
        raise WrongCare(_("Say what the answer was."))
    one.state, one.answer = state, answer.strip() or None
    one.due_on = due_on if state == ReferralState.ACCEPTED else one.due_on
    one.done_on = None if state == ReferralState.ACCEPTED else local_day(at)
    save_if_unchanged(one, version=version, fields=["state", "answer", "due_on", "done_on"])
    detail = {"state": state}
    after(Done(act="casework.health.answered", actor=actor, at=at, person_ids=(one.person_id,), detail=detail))
    append("casework.health.answered", actor=actor, at=at, subject=one.pk, kind="health", detail=detail)
    return one
