"""A door is opened and shut; a sheet comes in by it, kept by the house, of which nobody is told when it came."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from rihai.accounts.operations.accounts import house
from rihai.accounts.operations.house import House, as_house
from rihai.instruments.models import Edition
from rihai.instruments.operations import give
from rihai.instruments.queries import published
from rihai.kit.actor import Actor
from rihai.kit.audit import append
from rihai.kit.links import LETTERS, digest_of
from rihai.training.doors.models import Asks, Door
from rihai.training.doors.queries import code_behind, form_behind, live_door
from rihai.training.errors import NotSo, NotThere
from rihai.training.exams.forms_of_tests import HANDLER
from rihai.training.exams.models import SessionTest, Sitting
from rihai.training.exams.queries import key_of
from rihai.training.levels import said
from rihai.training.reach import told_session
from rihai.training.sessions.models import Seat, Session, SessionState

SIGNS, LONGEST_HOURS = 10, 12


@dataclass(frozen=True, slots=True)
class Opened:
    """A door that was opened, and the secret of its address, which is shown once."""

    door: Door
    secret: str


@transaction.atomic
def open_door(*, session_id: UUID, asks: str, hours: int, actor: Actor, at: datetime) -> Opened:
    """Let the participants of a session answer by their own phones, for so many hours (at most 12).

    A door that stood open for the same is shut. Raises NotThere, NotSo.
    """
    session = told_session(session_id, actor=actor, lock=True)
    _may_be_asked(session, asks)
    session.doors.filter(asks=asks, ends_at__gt=at).update(ends_at=at)
    secret = "".join(secrets.choice(LETTERS) for _sign in range(SIGNS))
    ends_at = at + timedelta(hours=min(max(hours, 1), LONGEST_HOURS))
    door = Door.objects.create(
        session=session, asks=asks, digest=digest_of(secret), opened_by_name=actor.name[:120], opened_at=at,
        ends_at=ends_at,
    )  # fmt: skip
    append("training.door.opened", actor=actor, at=at, subject=session.pk, kind="session", detail={"asks": str(asks)})
    return Opened(door, secret)


def _may_be_asked(session: Session, asks: str) -> None:
    """Raises NotSo where there is nothing to answer now."""
    if session.state == SessionState.CANCELLED:
        raise NotSo(_("This session was called off."))
    if asks == Asks.SAID and session.state == SessionState.PLANNED:
        raise NotSo(_("It has not begun: there is nothing to say of it yet."))
    if asks != Asks.SAID and not SessionTest.objects.filter(session=session, closed_at=None).exists():
        raise NotSo(_("No test of this session is open. Lay one down first."))


@transaction.atomic
def shut_door(*, door_id: UUID, actor: Actor, at: datetime) -> Door:
    """Nothing can be answered behind it any more. Raises NotThere, NotSo."""
    found = Door.objects.filter(pk=door_id).first()
    if found is None:
        raise NotThere(str(door_id))
    session = told_session(found.session_id, actor=actor, lock=True)
    door = Door.objects.select_for_update(of=("self",)).get(pk=door_id)
    if not door.is_open(at):
        raise NotSo(_("It is shut already."))
    door.ends_at = at
    door.save(update_fields=["ends_at"])
    detail = {"asks": door.asks, "sheets": door.sheets}
    append("training.door.shut", actor=actor, at=at, subject=session.pk, kind="session", detail=detail)
    return door


@transaction.atomic
def answer_by_phone(*, secret: str, code: str, texts: Mapping[str, str], at: datetime) -> None:
    """A sheet that a participant gave by their own phone; the house is its author, and no clock stands on it.

    Of a test it is kept under the participant's code, once, and nobody opens it again. What people say at the end has
    no code; no more of it comes in than there are seats. Raises NotThere, NotSo, Incomplete.
    """
    with as_house(at):
        door = live_door(secret, at=at, lock=True)
        if door is None:
            raise NotThere("door")
        found = form_behind(door)
        version = published(found) if found else None
        if found is None or version is None:
            raise NotThere("door")
        if door.asks == Asks.SAID:
            handler, subject = said.HANDLER, str(door.session_id)
            came = sum(door.session.doors.filter(asks=Asks.SAID).values_list("sheets", flat=True))
            if came >= door.session.enrolments.filter(seat=Seat.HELD).count():
                raise NotSo(_("As many sheets came as there are people in this session. No more can be given."))
        else:
            holder = code_behind(door, code)
            if holder is None:
                raise NotSo(_("Nobody in this session has this code. Look at your slip again."))
            handler, subject = HANDLER, key_of(holder, door.asks)
        house()  # answers have an author, who must be there
        answer = give(form_id=found, handler=handler, subject=subject, texts=texts, actor=House(), at=at)
        answer.given_at = door.opened_at
        answer.save(update_fields=["given_at"])
        told = {"given_at": door.opened_at, "began_at": door.opened_at, "ended_at": door.opened_at}
        Edition.objects.filter(answer=answer).update(**told)
        Sitting.objects.filter(answer_id=answer.pk).update(by_phone=True, at=door.opened_at)
        door.sheets += 1
        door.save(update_fields=["sheets"])
