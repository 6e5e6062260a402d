"""A row and a person we know who may be one: somebody says so, or that they never are."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from rihai.accounts.queries import sees
from rihai.kit.actor import Actor
from rihai.kit.audit import append
from rihai.kit.classes import DataClass
from rihai.people.intake.errors import NoSuchCensus, WrongState
from rihai.people.intake.models import CensusChange, CensusState, ChangeKind
from rihai.people.intake.operations.reach import census_for

SAME, DIFFERENT, OPEN = "same", "different", ""


@transaction.atomic
def decide_match(*, census_id: UUID, change_id: UUID, decision: str, actor: Actor, at: datetime) -> CensusChange:
    """Say of a doubtful match that it is the same person, that it never is, or take back what was said.

    It holds from the taking in on, as a decision on two persons. A row is one person at most, and a person one row:
    "the same" takes back what was said so of another. Raises NoSuchCensus, WrongState.
    """
    if decision not in {SAME, DIFFERENT, OPEN}:
        raise WrongState(_("Say that they are the same, or that they never are."))
    census = census_for(census_id, (CensusState.TO_REVIEW,), actor=actor, at=at)
    seen = CensusChange.objects.filter(sees(actor, DataClass.PERSONAL, at=at), census=census)
    change = seen.filter(pk=change_id, kind=ChangeKind.PROBABLY_SAME).first()
    if change is None:
        raise NoSuchCensus(_("There is nothing to decide here any more."))
    others = CensusChange.objects.filter(
        Q(number=change.number) | Q(person_id=change.person_id), census=census, kind=ChangeKind.PROBABLY_SAME
    ).exclude(pk=change.pk)
    if decision == SAME:
        others.filter(decision=SAME).update(decision=OPEN)
    CensusChange.objects.filter(pk=change.pk).update(decision=decision)
    change.decision = decision
    detail = {"row": change.number, "decision": decision or "taken back"}
    append("people.match.decided", actor=actor, at=at, subject=change.person_id, kind="person", detail=detail)
    return change
