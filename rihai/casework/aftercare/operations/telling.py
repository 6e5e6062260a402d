"""Who may be told the day: written on her word alone, told once it is known, taken back at once."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from rihai.accounts.queries import is_guarded
from rihai.accounts.standing import local_day
from rihai.casework.aftercare.models import MayBeTold, PlanState
from rihai.casework.aftercare.operations.errors import NothingSaid, NotNow, WithoutWord
from rihai.casework.aftercare.operations.reach import entry_for, open_plan
from rihai.kit.actor import Actor
from rihai.kit.audit import append
from rihai.kit.classes import DataClass
from rihai.people.models import Consent, Relationship
from rihai.people.operations import give_consent, withdraw_consent


@transaction.atomic
def let_tell(
    *, plan_id: UUID, who: str, relationship_id: UUID | None = None, said_how: str, said_on: date, actor: Actor,
    at: datetime,
) -> MayBeTold:  # fmt: skip
    """She lets somebody know the day; kept as her consent, so that taking it back stops it.

    Raises NoSuchPlan, NotNow, WithoutWord for somebody she said must not be called, NothingSaid.
    """
    plan = open_plan(plan_id, actor=actor, at=at)
    hers = Relationship.objects.filter(person=plan.person_id, ended_on=None)
    tie = hers.filter(pk=relationship_id).first() if relationship_id is not None else None
    if relationship_id is not None and tie is None:
        raise NothingSaid(_("Choose somebody of the list."))
    if tie is not None and tie.safe_to_contact is False:
        raise WithoutWord(_("They said that this one must not be called. Ask them again first, alone."))
    name = tie.name if tie is not None else who.strip()
    if not name or not said_how.strip():
        raise NothingSaid(_("Say who it is, and how the person said so."))
    if MayBeTold.objects.filter(plan=plan, who=name[:120], withdrawn_at=None).exists():
        raise NotNow(_("This is written down already."))
    consent = give_consent(
        person_id=plan.person_id, purpose=Consent.Purpose.FAMILY, recipient=_("%(who)s: the day of release")
        % {"who": name[:120]}, classes=[DataClass.PERSONAL], given_how=said_how, started_on=said_on, actor=actor, at=at,
    )[0]  # fmt: skip
    row = MayBeTold.objects.create(
        plan=plan, person_id=plan.person_id, made_for=plan.made_for, who=name[:120], relationship=tie, consent=consent,
        said_how=said_how.strip()[:160], said_on=said_on,
    )  # fmt: skip
    append("casework.telling.allowed", actor=actor, at=at, subject=plan.pk, kind="release_plan")
    return row


@transaction.atomic
def record_day_told(*, telling_id: UUID, actor: Actor, at: datetime) -> MayBeTold:
    """Somebody was told the day. Raises NoSuchEntry, WithoutWord where her word does not hold, NotNow without a day."""
    row = entry_for(MayBeTold.objects.select_related("plan", "consent"), telling_id, actor=actor, at=at)
    today = local_day(at)
    holds = row.consent is not None and row.consent.holds(today, at)
    if row.withdrawn_at is not None or not holds or is_guarded(row.person_id):
        raise WithoutWord(_("Nobody may be told without the person’s word, and it does not hold any more."))
    if row.plan.state != PlanState.OPEN or row.plan.planned_on is None or row.told_on is not None:
        raise NotNow(_("The day is told once, while it is still to come and written in the plan."))
    row.told_on, row.told_by_name = today, actor.name[:120]
    row.save(update_fields=["told_on", "told_by_name"])
    append("casework.day.told", actor=actor, at=at, subject=row.plan_id, kind="release_plan")
    return row


@transaction.atomic
def take_back_telling(*, telling_id: UUID, actor: Actor, at: datetime) -> MayBeTold:
    """She takes it back: the consent ends, and with it this. Raises NoSuchEntry, NotNow."""
    row = entry_for(MayBeTold.objects.all(), telling_id, actor=actor, at=at)
    if row.withdrawn_at is not None:
        raise NotNow(_("This was taken back already."))
    if row.consent_id is not None:
        withdraw_consent(consent_id=row.consent_id, actor=actor, at=at)
    MayBeTold.objects.filter(pk=row.pk).update(withdrawn_at=at)
    row.withdrawn_at = at
    append("casework.telling.taken_back", actor=actor, at=at, subject=row.plan_id, kind="release_plan")
    return row
