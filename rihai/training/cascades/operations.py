"""It is said that a trainer came out of a session, or that this was wrong."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from rihai.kit.actor import Actor
from rihai.kit.audit import append
from rihai.training.cascades.models import TrainedIn
from rihai.training.courses.models import Trainer
from rihai.training.errors import NotSo, NotThere
from rihai.training.reach import KEEP, sessions_for
from rihai.training.sessions.models import SessionState


@transaction.atomic
def say_trained(*, session_id: UUID, trainer_id: UUID, actor: Actor, at: datetime) -> TrainedIn:
    """A trainer of the pool learnt in this session what they teach. Raises NotThere, NotSo."""
    session = sessions_for(actor).filter(pk=session_id).first() if actor.may(KEEP) else None
    trainer = Trainer.objects.select_for_update(of=("self",)).filter(pk=trainer_id).first()
    if session is None or trainer is None:
        raise NotThere(str(session_id))
    if session.state == SessionState.CANCELLED:
        raise NotSo(_("This session is not held. Nothing was written."))
    if session.trainers.filter(pk=trainer.pk).exists():
        raise NotSo(_("Who teaches a session does not come out of it."))
    if TrainedIn.objects.filter(session=session, trainer=trainer).exists():
        raise NotSo(_("That is written down already."))
    made = TrainedIn.objects.create(session=session, trainer=trainer, by_name=actor.name[:120], at=at)
    detail = {"session": session.pk}
    append("training.trainer.came_out", actor=actor, at=at, subject=trainer.pk, kind="trainer", detail=detail)
    return made


@transaction.atomic
def unsay_trained(*, trained_id: UUID, actor: Actor, at: datetime) -> UUID:
    """It was wrong; gives the session's id. Raises NotThere."""
    one = TrainedIn.objects.select_for_update(of=("self",)).filter(pk=trained_id).first() if actor.may(KEEP) else None
    if one is None:
        raise NotThere(str(trained_id))
    session_id, trainer_id = one.session_id, one.trainer_id
    one.delete()
    detail = {"session": session_id}
    append("training.trainer.unsaid", actor=actor, at=at, subject=trainer_id, kind="trainer", detail=detail)
    return session_id
