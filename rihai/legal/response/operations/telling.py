"""The person is told face to face what was decided, and asked how she is; what she says is privileged."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from rihai.accounts.operations.house import as_house
from rihai.accounts.standing import local_day
from rihai.kit.actor import Actor
from rihai.kit.acts import after
from rihai.kit.offers import Done
from rihai.legal.response.models import Telling
from rihai.legal.response.operations.errors import NoSuchLine, NotNow
from rihai.legal.response.operations.line import Line, line_for, write
from rihai.legal.response.queries.sight import tellings_for


@transaction.atomic
def told_her(*, telling_id: UUID, on: date, how_is: str = "", actor: Actor, at: datetime) -> Telling:
    """She was told on a day. Raises NoSuchLine, NotNow where it was done already."""
    telling = _telling(telling_id, actor=actor, at=at)
    line = line_for(telling.response_id, actor=actor, at=at)
    with as_house(at):
        telling.done_on, telling.done_by, telling.done_by_name = on, actor.pk, actor.name[:120]
        telling.save(update_fields=["done_on", "done_by", "done_by_name"])
    _follow("legal.telling.done", line, {"on": on}, actor=actor, at=at)
    write(line, "told", said="legal.telling.done", actor=actor, at=at, on=on, note=how_is)
    return telling


@transaction.atomic
def could_not_tell(*, telling_id: UUID, again_on: date, why: str = "", actor: Actor, at: datetime) -> Telling:
    """She could not be told; somebody tries again on another day. Raises NoSuchLine, NotNow."""
    telling = _telling(telling_id, actor=actor, at=at)
    line = line_for(telling.response_id, actor=actor, at=at)
    if again_on <= local_day(at):
        raise NotNow(_("Name a day that is still to come."))
    with as_house(at):
        telling.due_on, telling.tries = again_on, telling.tries + 1
        telling.save(update_fields=["due_on", "tries"])
    _follow("legal.telling.put_off", line, {"due": again_on}, actor=actor, at=at)
    told = {"until": again_on.isoformat()}
    write(line, "not_told", said="legal.telling.put_off", actor=actor, at=at, note=why, told=told)
    return telling


def _telling(telling_id: UUID, *, actor: Actor, at: datetime) -> Telling:
    seen = tellings_for(actor, at=at).filter(pk=telling_id).first()
    if seen is None:
        raise NoSuchLine(_("There is no such line."))
    with as_house(at):
        telling = Telling.objects.select_for_update(of=("self",)).get(pk=telling_id)
    if telling.done_on:
        raise NotNow(_("Somebody told her already."))
    return telling


def _follow(act: str, line: Line, said: dict[str, Any], *, actor: Actor, at: datetime) -> None:
    """Let a slip that waits to tell her of the same follow."""
    response = line.response
    detail = {**said, "provision": response.provision, "case": response.case_id}
    after(Done(act=act, actor=actor, at=at, person_ids=(response.person_id,), detail=detail))
