"""Relationships, consents and guarding."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from rihai.accounts import operations as accounts
from rihai.kit.actor import Actor
from rihai.kit.acts import after
from rihai.kit.audit import append
from rihai.kit.classes import OF_PEOPLE
from rihai.kit.offers import Done
from rihai.people.models import Consent, Relationship
from rihai.people.operations.errors import NoSuchPerson, NothingSaid
from rihai.people.operations.reach import person_for


@transaction.atomic
def add_relationship(
    *,
    person_id: UUID,
    kind: str,
    name: str,
    phone: str = "",
    next_of_kin: bool = False,
    safe_to_contact: bool | None = None,
    started_on: date | None = None,
    actor: Actor,
    at: datetime,
) -> Relationship:
    """Keep a tie of the person to somebody. `safe_to_contact` None: nobody has asked yet."""
    person = person_for(person_id, actor=actor, at=at)
    tie = Relationship(
        person=person,
        kind=kind,
        name=name[:200],
        phone=phone or None,
        next_of_kin=next_of_kin,
        safe_to_contact=safe_to_contact,
        started_on=started_on,
    )
    tie.save(force_insert=True)
    detail = {"relationship": tie.pk, "kind": kind, "safe": safe_to_contact}
    append("people.relationship.added", actor=actor, at=at, subject=person.pk, kind="person", detail=detail)
    return tie


@transaction.atomic
def say_safe(*, relationship_id: UUID, safe: bool | None, actor: Actor, at: datetime) -> None:
    """What the person says now of whether calling them is safe; None: to be asked again. Raises NoSuchPerson."""
    tie = Relationship.objects.filter(pk=relationship_id, ended_on=None).first()
    if tie is None:
        raise NoSuchPerson(_("There is no such tie any more."))
    person_for(tie.person_id, actor=actor, at=at)
    Relationship.objects.filter(pk=tie.pk).update(safe_to_contact=safe)
    detail = {"relationship": tie.pk, "safe": safe}
    append("people.relationship.safety_said", actor=actor, at=at, subject=tie.person_id, kind="person", detail=detail)


@transaction.atomic
def end_relationship(*, relationship_id: UUID, on: date, actor: Actor, at: datetime) -> None:
    """It no longer holds from a day on."""
    tie = Relationship.objects.filter(pk=relationship_id, ended_on=None).first()
    if tie is None:
        raise NoSuchPerson(_("There is no such tie any more."))
    person_for(tie.person_id, actor=actor, at=at)
    Relationship.objects.filter(pk=tie.pk).update(ended_on=on)
    detail = {"relationship": tie.pk, "on": on}
    append("people.relationship.ended", actor=actor, at=at, subject=tie.person_id, kind="person", detail=detail)


@transaction.atomic
def give_consent(
    *,
    person_id: UUID,
    purpose: str,
    recipient: str,
    classes: Collection[str],
    given_how: str,
    started_on: date,
    ended_on: date | None = None,
    actor: Actor,
    at: datetime,
) -> list[Consent]:
    """Keep what the person allows: one row for each class of data. Raises NothingSaid for none, or no time at all."""
    person = person_for(person_id, actor=actor, at=at)
    wanted = [one for one in OF_PEOPLE if one in classes]
    if not wanted or (ended_on is not None and ended_on <= started_on):
        raise NothingSaid(_("Say which data it covers, and a time that has not ended before it begins."))
    rows = [
        Consent(
            person=person,
            purpose=purpose,
            recipient=recipient[:160],
            data_class=one,
            given_how=given_how[:160],
            started_on=started_on,
            ended_on=ended_on,
            recorded_by=actor.pk,
            recorded_by_name=actor.name[:120],
            recorded_at=at,
        )
        for one in wanted
    ]
    Consent.objects.bulk_create(rows)
    detail = {"purpose": purpose, "classes": [str(one) for one in wanted], "from": started_on, "until": ended_on}
    append("people.consent.given", actor=actor, at=at, subject=person.pk, kind="person", detail=detail)
    return rows


@transaction.atomic
def withdraw_consent(*, consent_id: UUID, actor: Actor, at: datetime) -> None:
    """Take a consent back: from this moment it covers nothing, and whatever rests on it stops in this transaction."""
    consent = Consent.objects.filter(pk=consent_id, withdrawn_at=None).first()
    if consent is None:
        raise NoSuchPerson(_("There is no such consent any more."))
    person_for(consent.person_id, actor=actor, at=at)
    Consent.objects.filter(pk=consent.pk).update(withdrawn_at=at)
    detail = {"consent": consent.pk, "purpose": consent.purpose, "class": consent.data_class}
    act = "people.consent.withdrawn"
    after(Done(act=act, actor=actor, at=at, person_ids=(consent.person_id,), detail=detail))
    append(act, actor=actor, at=at, subject=consent.person_id, kind="person", detail=detail)


@transaction.atomic
def guard_person(*, person_id: UUID, ground: str, actor: Actor, at: datetime) -> None:
    """Guard a person whom being known can kill; only a supervisor names who else may see them. `ground` is a code."""
    person = person_for(person_id, actor=actor, at=at)
    accounts.guard(person_id=person.pk, ground=ground[:60], actor=actor, at=at)


@transaction.atomic
def unguard_person(*, person_id: UUID, reason: str, actor: Actor, at: datetime) -> None:
    """End the guarding, for a stated reason that names nobody. Raises NoSuchPerson for who may not decide it."""
    if not actor.may("guarded.assign"):
        raise NoSuchPerson(_("There is no such person."))
    person = person_for(person_id, actor=actor, at=at)
    accounts.unguard(person_id=person.pk, reason=reason, actor=actor, at=at)
