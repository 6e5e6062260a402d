"""Her word is taken back: what may be said to her family stops with it, and who had been told stays written.

A consent that one telling rests on stops that telling. Any other consent to contact with the family stops what may be
said to whoever it names, and where it names nobody of hers, to everybody: where it is not clear whom she means, silence
harms least. Calls, letters and sessions that the office was to make are wished for no more.
"""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from django.db.models import F, Q

from rihai.accounts.operations import notify
from rihai.accounts.operations.house import as_house
from rihai.accounts.standing import local_day
from rihai.casework.aftercare.models import (
    ContactState,
    FamilyContact,
    FamilyTie,
    MayBeTold,
    PlanState,
    ReleasePlan,
)
from rihai.casework.aftercare.operations.family import OURS_CALL
from rihai.kit.offers import Done
from rihai.names import meets
from rihai.people.models import Consent, Relationship

NOTICE = "casework.family_word_back"


def follow_consent(done: Done) -> None:
    """A consent is withdrawn: nobody more is told what rested on it; whoever works with the family is told so."""
    consent = done.detail.get("consent")
    if consent is None:
        return
    with as_house(done.at):
        resting = MayBeTold.objects.filter(consent=consent)
        if resting.exists():
            resting.filter(withdrawn_at=None).update(withdrawn_at=done.at)
            return
        row = Consent.objects.get(pk=consent)
        if row.purpose == Consent.Purpose.FAMILY:
            _say_no_more(row, done)


def _say_no_more(consent: Consent, done: Done) -> None:
    person_id = consent.person_id
    hers = list(Relationship.objects.filter(person=person_id, ended_on=None))
    named = [one for one in hers if _names(consent.recipient, one.name)]
    meant = [one.pk for one in named or hers]
    for one in meant:
        FamilyTie.objects.get_or_create(
            relationship_id=one,
            defaults={
                "person_id": person_id, "made_for": person_id, "changed_at": done.at, "changed_by_name": _by(done),
            },
        )  # fmt: skip
    FamilyTie.objects.filter(relationship__in=meant).update(
        may_know=[], taken_back_at=done.at, changed_at=done.at, changed_by_name=_by(done), version=F("version") + 1
    )
    whom = Q(relationship__in=meant) if named else Q()
    MayBeTold.objects.filter(whom, person=person_id, withdrawn_at=None).update(withdrawn_at=done.at)
    owners = _stop_calls(person_id, meant, done)
    plans = ReleasePlan.objects.filter(person=person_id, state__in=(PlanState.OPEN, PlanState.AFTER))
    owners |= {one for one in plans.values_list("owner_id", flat=True) if one}
    notify(sorted(owners), NOTICE, url=f"/casework/people/{person_id}/family/", at=done.at)


def _stop_calls(person_id: UUID, meant: Sequence[UUID], done: Done) -> set[UUID]:
    """Calls, letters and sessions of ours that wait; says whose they were. Visits are hers and theirs to make."""
    waiting = FamilyContact.objects.filter(
        person=person_id, relationship__in=meant, kind__in=OURS_CALL, state=ContactState.WISHED
    )
    owners = {one for one in waiting.values_list("owner_id", flat=True) if one}
    waiting.update(state=ContactState.DROPPED, done_on=local_day(done.at), by_name=_by(done), version=F("version") + 1)
    return owners


def _names(recipient: str, name: str) -> bool:
    """Whether the consent was given for somebody of that name."""
    return bool(name.strip()) and (name.casefold() in recipient.casefold() or meets(recipient, name).meets)


def _by(done: Done) -> str:
    return done.actor.name[:120] if done.actor else ""
