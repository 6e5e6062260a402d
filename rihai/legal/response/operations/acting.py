"""What is done on a line: taken, referred, filed, refused, parked, granted, closed; each one act, one transaction."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from rihai.accounts.models import Ground
from rihai.accounts.operations import end_grants, grant
from rihai.accounts.operations.house import as_house
from rihai.accounts.standing import local_day
from rihai.kit.actor import Actor
from rihai.kit.classes import DataClass
from rihai.legal.response.models import AT_WORK, Response, State, Telling
from rihai.legal.response.operations.errors import FreshGroundNeeded, NotNow, TakenByOther
from rihai.legal.response.operations.line import Line, has_it, line_for, mine_to_act_on, write
from rihai.legal.response.tables import TOLD, Reason, reasons, remedy_after

TELL_WITHIN = 3
"""Days within which a person is told face to face what was decided, where nobody names a day. Ours; no rule says it."""
LOOK_AGAIN = 14
"""Days after which somebody looks again at what was referred or filed without a day. Ours."""


@transaction.atomic
def take(*, row_id: UUID, actor: Actor, at: datetime, note: str = "", version: int | None = None) -> Response:
    """The line is the actor's now, and nobody else's.

    Raises NoSuchLine, TakenByOther where somebody has it, NotNow where the actor has it already, Overtaken.
    """
    line = line_for(row_id, actor=actor, at=at, version=version)
    response = line.response
    if response.owner_id == actor.pk and response.state in AT_WORK:
        raise NotNow(_("You have this line already."))
    if response.owner_id not in {None, actor.pk} and not response.ended:
        raise TakenByOther(has_it(response))
    response.state, response.until_on, response.due_on, response.done_on = State.TAKEN, None, None, None
    response.released_on = None
    give_to(response, actor.pk, actor.name, at)
    grant_to(response, actor=actor, at=at)
    write(line, "taken", said="legal.row.taken", actor=actor, at=at, note=note)
    return response


@transaction.atomic
def give_back(*, row_id: UUID, actor: Actor, at: datetime, note: str = "", version: int | None = None) -> Response:
    """The line is nobody's again; what was done on it stays. Raises NoSuchLine, TakenByOther, NotNow, Overtaken."""
    line = line_for(row_id, actor=actor, at=at, version=version)
    response = line.response
    mine_to_act_on(response, actor=actor)
    if response.owner_id is None or response.ended:
        raise NotNow(_("Nobody has this line."))
    if response.state in AT_WORK:
        response.state = State.OPEN
    give_to(response, None, "", at)
    response.due_on = None
    end_grants(ground=Ground.ASSIGNMENT, ground_id=response.pk, actor=actor, at=at)
    write(line, "given_back", said="legal.row.given_back", actor=actor, at=at, note=note)
    return response


@transaction.atomic
def refer(
    *, row_id: UUID, receiver: str, receiver_name: str, on: date, again_on: date | None = None, note: str = "",
    actor: Actor, at: datetime, version: int | None = None,
) -> Response:  # fmt: skip
    """Somebody else was asked to act. Raises NoSuchLine, TakenByOther, Overtaken."""
    line = _mine(row_id, actor=actor, at=at, version=version)
    response = line.response
    response.state, response.receiver, response.receiver_name = State.REFERRED, receiver, receiver_name[:160]
    response.due_on = again_on or on + timedelta(days=LOOK_AGAIN)
    told = {"receiver": receiver, "name": receiver_name[:160]}
    write(line, "referred", said="legal.row.referred", actor=actor, at=at, on=on, note=note, told=told)
    return response


@transaction.atomic
def file_petition(
    *, row_id: UUID, court: str, number: str, on: date, again_on: date | None = None, ground: str = "", note: str = "",
    actor: Actor, at: datetime, version: int | None = None,
) -> Response:  # fmt: skip
    """A petition was filed. After a court's refusal the fresh ground has to be said, and is kept as privileged.

    Raises NoSuchLine, TakenByOther, FreshGroundNeeded, Overtaken.
    """
    line = _mine(row_id, actor=actor, at=at, version=version)
    response = line.response
    if response.needs_ground and not ground.strip():
        raise FreshGroundNeeded(
            _("A court refused this before. Say what is new: a fact, a period that has run, a court not asked yet.")
        )
    mark_filed(response, court=court, number=number, on=on, again_on=again_on)
    words = "\n\n".join(one for one in (ground.strip(), note.strip()) if one)
    told = {"court": court[:160], "number": number[:80]}
    write(line, "filed", said="legal.row.filed", actor=actor, at=at, on=on, note=words, told=told)
    return response


def mark_filed(response: Response, *, court: str, number: str, on: date | None, again_on: date | None) -> None:
    """The answer says that a petition was filed; what an earlier refusal left open is answered by it."""
    response.state, response.court, response.number, response.filed_on = State.FILED, court[:160], number[:80], on
    response.due_on = again_on or (on + timedelta(days=LOOK_AGAIN) if on else None)
    response.until_on, response.done_on, response.needs_ground = None, None, False
    response.remedy, response.remedy_last_on = "", None


@transaction.atomic
def record_refusal(
    *, row_id: UUID, reason: str, on: date, level: str = "", doubtful: str = "", tell_on: date | None = None,
    words: str = "", actor: Actor, at: datetime, version: int | None = None,
) -> Response:  # fmt: skip
    """Somebody said no. What follows stands in the table of reasons; `words` are the refusal's own, privileged.

    `level` is the court's, `doubtful` the fact that turned out not to be known. A refusal by others than the person or
    ourselves is to be told to her face to face by `tell_on`, which is set where it is left out.
    Raises NoSuchLine, TakenByOther, NotNow for an unknown reason, Overtaken.
    """
    why = reasons().get(reason)
    if why is None:
        raise NotNow(_("Choose a reason of the list."))
    line = _mine(row_id, actor=actor, at=at, version=version)
    response = line.response
    remedy = remedy_after(why, level, response.provision)
    response.state, response.reason, response.refused_on = State.REFUSED, why.code, on
    response.doubtful = doubtful or next(iter(why.facts), "") if why.feeds == "cannot_tell" else doubtful
    response.until_on = on + timedelta(days=why.days) if why.consequence == "days" else None
    response.remedy = remedy.code if remedy else ""
    response.remedy_last_on = remedy.last_on(on) if remedy else None
    response.needs_ground = why.by == "court" or response.needs_ground
    response.due_on = min((one for one in (response.until_on, response.remedy_last_on) if one), default=None)
    told = {"level": level, "remedy": response.remedy} if level or remedy else {}
    write(line, "refused", said="legal.row.refused", actor=actor, at=at, on=on, note=words, told=told)
    _to_tell(line, why, tell_on or local_day(at) + timedelta(days=TELL_WITHIN), actor=actor, at=at)
    return response


def _to_tell(line: Line, why: Reason, due_on: date, *, actor: Actor, at: datetime) -> None:
    if why.by not in TOLD:
        return
    response = line.response
    with as_house(at):
        Telling.objects.create(
            response=response, person_id=response.person_id, data_class=response.data_class,
            and_legal=response.and_legal, owner_id=response.owner_id or actor.pk, due_on=due_on,
        )  # fmt: skip


@transaction.atomic
def park(
    *, row_id: UUID, until: date, note: str = "", actor: Actor, at: datetime, version: int | None = None
) -> Response:
    """Nothing is done until a day, on which the line comes back. Raises NoSuchLine, TakenByOther, Overtaken."""
    line = _mine(row_id, actor=actor, at=at, version=version)
    response = line.response
    response.state, response.until_on, response.due_on = State.PARKED, until, until
    write(line, "parked", said="legal.row.parked", actor=actor, at=at, note=note, told={"until": until.isoformat()})
    return response


@transaction.atomic
def record_grant(
    *, row_id: UUID, on: date, note: str = "", actor: Actor, at: datetime, version: int | None = None
) -> Response:
    """What was asked for was granted; the gate is not open yet. Raises NoSuchLine, TakenByOther, Overtaken."""
    line = _mine(row_id, actor=actor, at=at, version=version)
    response = line.response
    mark_granted(response, on=on)
    write(line, "granted", said="legal.row.granted", actor=actor, at=at, on=on, note=note)
    return response


def mark_granted(response: Response, *, on: date) -> None:
    """The answer says that what was asked for was granted; somebody looks a day later whether the gate is open."""
    response.state, response.granted_on, response.until_on = State.GRANTED, on, None
    response.due_on, response.needs_ground, response.done_on = on + timedelta(days=1), False, None


@transaction.atomic
def add_note(*, row_id: UUID, note: str, actor: Actor, at: datetime, version: int | None = None) -> Response:
    """Something worth keeping, privileged; nothing else changes. Raises NoSuchLine, NotNow for nothing, Overtaken."""
    line = line_for(row_id, actor=actor, at=at, version=version)
    if not note.strip():
        raise NotNow(_("Write what is to be kept."))
    write(line, "noted", said="legal.row.noted", actor=actor, at=at, note=note)
    return line.response


@transaction.atomic
def close(*, row_id: UUID, note: str = "", actor: Actor, at: datetime, version: int | None = None) -> Response:
    """Nothing more is to be done on this line; it can be taken again. Raises NoSuchLine, TakenByOther, Overtaken."""
    line = line_for(row_id, actor=actor, at=at, version=version)
    mine_to_act_on(line.response, actor=actor)
    end_line(line, State.CLOSED, at=at)
    end_grants(ground=Ground.ASSIGNMENT, ground_id=line.response.pk, actor=actor, at=at)
    write(line, "closed", said="legal.row.closed", actor=actor, at=at, note=note)
    return line.response


def end_line(line: Line, state: State, *, at: datetime) -> None:
    """Nothing waits on it any more; who had it is still named."""
    response = line.response
    response.state, response.due_on, response.until_on, response.done_on = state, None, None, local_day(at)
    response.offered_to, response.offered_name, response.remedy, response.remedy_last_on = None, "", "", None


def give_to(response: Response, owner_id: UUID | None, name: str, at: datetime) -> None:
    """The line has another owner; an offer that waited is gone."""
    response.owner_id, response.owner_name = owner_id, name[:120]
    response.taken_at = at if owner_id else None
    response.offered_to, response.offered_name = None, ""


def grant_to(response: Response, *, actor: Actor | None, at: datetime) -> None:
    """Whoever has the line keeps sight of the person, within what their roles may see."""
    assert response.owner_id, "only whoever has a line is given leave"
    grant(
        account_id=response.owner_id, person_id=response.person_id, classes=[DataClass.LEGAL],
        ground=Ground.ASSIGNMENT, ground_id=response.pk, actor=actor, at=at,
    )  # fmt: skip


def _mine(row_id: UUID, *, actor: Actor, at: datetime, version: int | None) -> Line:
    """The line, the actor's from now on if it was nobody's."""
    line = line_for(row_id, actor=actor, at=at, version=version)
    response = line.response
    mine_to_act_on(response, actor=actor)
    response.done_on = None
    if response.owner_id is None or response.ended:
        give_to(response, actor.pk, actor.name, at)
        grant_to(response, actor=actor, at=at)
    return line
