"""Who sees which side of a test: codes and answers, or codes and names; nobody both."""

from __future__ import annotations

from uuid import UUID

from django.db.models import Q, QuerySet

from rihai.kit.actor import Actor
from rihai.training.errors import NotThere
from rihai.training.reach import KEEP, told_session, told_sessions
from rihai.training.sessions.models import Session


def sessions_whose_codes(actor: Actor) -> QuerySet[Session]:
    """The sessions of which the actor is told whose code is whose: kept by them, or of their course, not taught."""
    if not actor.may(KEEP):
        return Session.objects.none()
    led = Session.trainers.through.objects.filter(trainer__account=actor.pk).values("session_id")
    return Session.objects.filter(Q(kept_by=actor.pk) | Q(curriculum__course__kept_by=actor.pk)).exclude(pk__in=led)


def holds_codes(actor: Actor, session_id: UUID) -> bool:
    """Whether the actor is told whose codes they are."""
    return sessions_whose_codes(actor).filter(pk=session_id).exists()


def types_in(actor: Actor, session_id: UUID) -> bool:
    """Whether the actor types tests of the session in, and so sees codes with answers."""
    told = told_sessions(actor).filter(pk=session_id).exists()
    return told and not holds_codes(actor, session_id)


def session_of_codes(pk: UUID, *, actor: Actor) -> Session:
    """A session whose codes the actor holds, held until the act is done. Raises NotThere."""
    session = told_session(pk, actor=actor, lock=True)
    if not holds_codes(actor, pk):
        raise NotThere(str(pk))
    return session
