"""The challenges register as the actor sees it, ranked by the weights that stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import QuerySet

from rihai.coordination.challenges.models import (
    ENDED,
    Challenge,
    ChallengeCriteria,
    ChallengeEvidence,
)
from rihai.coordination.challenges.people import People, people_of
from rihai.coordination.challenges.ranking import Rank, Weights, band
from rihai.coordination.refusals import NotThere
from rihai.coordination.scope import PLAN, READ, covered
from rihai.kit.actor import Actor
from rihai.kit.files import StoredFile


@dataclass(frozen=True, slots=True)
class Ranked:
    """A challenge, the people it touches, and its rank."""

    challenge: Challenge
    people: People
    rank: Rank


def challenges_for(actor: Actor, capability: str = READ) -> QuerySet[Challenge]:
    """The challenges of the actor's places; those of the whole office for whoever works there."""
    if not actor.may(capability):
        return Challenge.objects.none()
    return Challenge.objects.filter(covered(actor, capability)).select_related("place")


def challenge_for(pk: UUID, *, actor: Actor, capability: str = PLAN) -> Challenge:
    """One of them. Raises NotThere."""
    found = challenges_for(actor, capability).filter(pk=pk).first()
    if found is None:
        raise NotThere(str(pk))
    return found


def weights() -> Weights:
    """The weights that stand; ours until somebody sets others."""
    newest = ChallengeCriteria.objects.first()
    return Weights(newest.severity, newest.people, newest.feasibility) if newest else Weights()


def ranked(challenges: Sequence[Challenge]) -> list[Ranked]:
    """The highest rank first; of equal rank by title."""
    people, held = people_of(challenges), weights()
    found = [
        Ranked(one, people[one.pk], Rank(one.severity, _points(people[one.pk]), one.feasibility, held))
        for one in challenges
    ]
    return sorted(found, key=lambda one: (-one.rank.number, one.challenge.title))


def _points(people: People) -> int:
    return band(people.number, is_known=people.is_known)


def to_review(actor: Actor, on: date) -> QuerySet[Challenge]:
    """Challenges whose review is due by a day, the longest due first."""
    rows = challenges_for(actor, PLAN).filter(review_on__lte=on).exclude(state__in=ENDED)
    return rows.order_by("review_on", "title")


def may_read_evidence(actor: Actor, stored: StoredFile) -> bool:
    """A file that shows a challenge is read by whoever reads the challenge."""
    shown = ChallengeEvidence.objects.filter(file=stored).values("challenge_id")
    return challenges_for(actor).order_by().filter(pk__in=shown).exists()
