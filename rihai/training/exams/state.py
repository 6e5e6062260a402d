"""Of a session's tests: whether they are being sat, and who stands on which side of them."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from rihai.accounts.operations.house import as_house
from rihai.training.exams.models import SessionTest, Sitting
from rihai.training.sessions.models import Session


@dataclass(frozen=True, slots=True)
class Sides:
    """The accounts of a session: who teaches, and who keeps it or its course."""

    teach: frozenset[UUID]
    keep: frozenset[UUID]

    @property
    def both(self) -> frozenset[UUID]:
        """Who does both: they count as who teaches."""
        return self.teach & self.keep

    @property
    def has_holder(self) -> bool:
        """Whether there is somebody who hands codes out and closes the tests."""
        return bool(self.keep - self.teach)


def has_open_test(session: Session) -> bool:
    """Whether somebody sat a test of this session and its tests are not closed."""
    if not is_laid_down(session):
        return False
    with as_house():
        return Sitting.objects.filter(session=session).exists()


def is_laid_down(session: Session) -> bool:
    """Whether a test is laid down and not closed."""
    return SessionTest.objects.filter(session=session, closed_at=None).exists()


def sides_of(session: Session) -> Sides:
    """Who stands where now."""
    course = session.curriculum.course.kept_by_id if session.curriculum else None
    teach = session.trainers.exclude(account=None).values_list("account_id", flat=True)
    return Sides(frozenset(teach), frozenset(one for one in (session.kept_by_id, course) if one is not None))
