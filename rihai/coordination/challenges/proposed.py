"""What other rooms found hard and handed up: kept until whoever keeps the register takes it up or leaves it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from rihai.accounts.operations.house import as_house
from rihai.coordination.challenges.models import Challenge, ChallengeEvidence, Proposal, Shows
from rihai.coordination.challenges.operations import keep_challenge
from rihai.coordination.refusals import NotSo, NotThere
from rihai.coordination.scope import PLAN, covered
from rihai.kit.actor import Actor
from rihai.kit.audit import append
from rihai.kit.offers import Hardship


def raised(hardship: Hardship, actor: Actor, at: datetime) -> Proposal:
    """Keep what somebody found hard, inside their act, which writes the line of the trail."""
    with as_house(at):
        return Proposal.objects.create(
            title=hardship.title[:200], problem=hardship.problem[:2000], place_id=hardship.place_id, at=at,
            says_who=hardship.says_who[:200], url=hardship.url[:300], by_name=actor.name[:120],
        )  # fmt: skip


def proposals_for(actor: Actor) -> QuerySet[Proposal]:
    """What waits to be taken up, at the places where the actor plans."""
    rows = Proposal.objects.filter(settled_at=None).select_related("place")
    return rows.filter(covered(actor, PLAN)) if actor.may(PLAN) else rows.none()


def _waiting(pk: UUID, actor: Actor) -> Proposal:
    found = proposals_for(actor).select_for_update(of=("self",)).filter(pk=pk).first()
    if found is None:
        raise NotThere(str(pk))
    return found


def _settle(one: Proposal, actor: Actor, at: datetime) -> None:
    one.settled_at, one.settled_by_name = at, actor.name[:120]
    one.save(update_fields=["settled_at", "settled_by_name", "challenge", "left_because"])


@transaction.atomic
def take_up(*, proposal_id: UUID, said: Mapping[str, Any], actor: Actor, at: datetime) -> Challenge:
    """It becomes a challenge, with where it was found as what shows it. Raises NotThere, NotSo."""
    one = _waiting(proposal_id, actor)
    made = keep_challenge(said=said, actor=actor, at=at)
    ChallengeEvidence.objects.create(
        challenge=made, kind=Shows.ELSEWHERE, says=one.problem[:400], about=one.says_who[:300], by_name=one.by_name,
        at=at,
    )  # fmt: skip
    one.challenge = made
    _settle(one, actor, at)
    detail = {"challenge": made.pk}
    append("coordination.proposal.taken_up", actor=actor, at=at, subject=one.pk, kind="proposal", detail=detail)
    return made


@transaction.atomic
def leave(*, proposal_id: UUID, because: str, actor: Actor, at: datetime) -> Proposal:
    """It becomes none, and why. Raises NotThere, NotSo."""
    one = _waiting(proposal_id, actor)
    if not because.strip():
        raise NotSo(_("Say why it is left."))
    one.left_because = because.strip()[:300]
    _settle(one, actor, at)
    append("coordination.proposal.left", actor=actor, at=at, subject=one.pk, kind="proposal")
    return one
