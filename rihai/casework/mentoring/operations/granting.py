"""What mentor and coordinator see of the person by a match: opened and closed by the acts that begin and end it."""

from __future__ import annotations

from datetime import datetime

from rihai.accounts.models import Ground
from rihai.accounts.operations import end_grants, grant
from rihai.casework.mentoring.models import MentorMatch
from rihai.kit.actor import Actor
from rihai.kit.classes import DataClass


def let_see(match: MentorMatch, *, actor: Actor, at: datetime) -> None:
    """Let the mentor see the person, and the coordinator also after release; asked twice nothing changes."""
    for account_id in filter(None, (match.mentor_id, match.coordinator_id)):
        grant(
            account_id=account_id, person_id=match.person_id, classes=[DataClass.PERSONAL], ground=Ground.MATCH,
            ground_id=match.pk, actor=actor, at=at,
        )  # fmt: skip


def let_coordinate(match: MentorMatch, *, actor: Actor, at: datetime) -> None:
    """While it is paused the coordinator alone still sees the person."""
    end_sight(match, actor=actor, at=at)
    grant(
        account_id=match.coordinator_id, person_id=match.person_id, classes=[DataClass.PERSONAL], ground=Ground.MATCH,
        ground_id=match.pk, actor=actor, at=at,
    )  # fmt: skip


def end_sight(match: MentorMatch, *, actor: Actor | None, at: datetime) -> None:
    """Nobody sees the person by this match any more."""
    end_grants(ground=Ground.MATCH, ground_id=match.pk, actor=actor, at=at)
