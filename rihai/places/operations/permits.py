"""Our leave to work: asks, takes the answer, renews; and notes by the clock what has expired."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import NamedTuple
from uuid import UUID

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from rihai.kit import audit
from rihai.kit.actor import Actor
from rihai.kit.classes import DataClass
from rihai.kit.editing import Changed
from rihai.kit.files import StoredFile, keep
from rihai.places.models import Permit, Place
from rihai.places.models.permit import PermitState
from rihai.places.operations.errors import WrongTurn

PAPERS = "places.permit"  # the name under which kit/files asks this room who may read a paper


class Paper(NamedTuple):
    """A file that came with an answer: the name its giver used, and its bytes."""

    name: str
    content: bytes


@transaction.atomic
def ask_leave(
    *,
    place: Place,
    kind: str,
    asked_of: str,
    asked_on: date,
    actor: Actor,
    at: datetime,
    covers: str = "",
    renews: Permit | None = None,
) -> Permit:
    """Keep that we asked; the asker sees to it. Raises WrongTurn for a day to come."""
    _not_to_come(asked_on, at)
    permit = Permit.objects.create(
        place=place, kind=kind, asked_of=asked_of, asked_on=asked_on, covers=covers, renews=renews,
        owner_id=actor.pk, owner_name=actor.name,
    )  # fmt: skip
    detail = {"place": place.pk, "kind": kind, "renews": renews.pk if renews else None}
    audit.append("places.permit.asked", actor=actor, at=at, subject=permit.pk, kind="permit", detail=detail)
    return permit


@transaction.atomic
def give_leave(
    *,
    permit: Permit,
    version: int,
    on: date,
    expires_on: date | None,
    actor: Actor,
    at: datetime,
    reference: str = "",
    paper: Paper | None = None,
) -> Permit:
    """Keep that it was given, until when, and the paper. Raises WrongTurn, Changed, FileRefused."""
    held = _waiting(permit, version, on, at)
    if expires_on and expires_on < on:
        raise WrongTurn(_("It would expire before it was given. Look at the two days again."))
    held.state, held.answered_on, held.expires_on = PermitState.GIVEN, on, expires_on
    held.reference, held.paper = reference, _stored(paper, actor, at)
    detail = {"place": held.place_id, "expires_on": expires_on}
    return _kept(held, "places.permit.given", actor, at, detail)


@transaction.atomic
def refuse_leave(*, permit: Permit, version: int, on: date, reason: str, actor: Actor, at: datetime) -> Permit:
    """Keep that it was refused, and why. Raises WrongTurn, Changed."""
    held = _waiting(permit, version, on, at)
    held.state, held.answered_on, held.reason = PermitState.REFUSED, on, reason
    return _kept(held, "places.permit.refused", actor, at, {"place": held.place_id})


@transaction.atomic
def renew_leave(*, permit: Permit, asked_on: date, actor: Actor, at: datetime) -> Permit:
    """Ask for the same leave again, before or after it ends. Raises WrongTurn when it was not given or is asked for."""
    held = Permit.objects.select_for_update().get(pk=permit.pk)
    if held.state not in {PermitState.GIVEN, PermitState.EXPIRED}:
        raise WrongTurn(_("Only a leave that was given can be renewed. Ask anew instead."))
    if held.renewals.exclude(state=PermitState.REFUSED).exists():
        raise WrongTurn(_("Its renewal is asked for already."))
    return ask_leave(
        place=held.place, kind=held.kind, asked_of=held.asked_of, asked_on=asked_on, covers=held.covers, renews=held,
        actor=actor, at=at,
    )  # fmt: skip


def expire_leaves(at: datetime) -> int:
    """Note what has expired by the office's calendar, one line each; says how many. Twice does it once."""
    today = localdate(at)
    late = Permit.objects.filter(state=PermitState.GIVEN, expires_on__lt=today).order_by("expires_on", "pk")
    return sum(_expire(pk, at) for pk in list(late.values_list("pk", flat=True)))


@transaction.atomic
def _expire(pk: UUID, at: datetime) -> int:
    # The condition on the state makes two clocks at once harmless: only one of them changes the row.
    changed = Permit.objects.filter(pk=pk, state=PermitState.GIVEN).update(state=PermitState.EXPIRED)
    if changed:
        audit.append("places.permit.expired", actor=None, at=at, subject=pk, kind="permit")
    return changed


def _waiting(permit: Permit, version: int, on: date, at: datetime) -> Permit:
    held = Permit.objects.select_for_update().select_related("place").get(pk=permit.pk)
    if held.version != version:
        raise Changed(_("Somebody answered this while you were writing. Nothing was overwritten."))
    if held.state != PermitState.ASKED:
        raise WrongTurn(_("It has been answered already."))
    if on < held.asked_on:
        raise WrongTurn(_("The answer cannot be older than the question. Look at the two days again."))
    _not_to_come(on, at)
    return held


def _stored(paper: Paper | None, actor: Actor, at: datetime) -> StoredFile | None:
    if paper is None:
        return None
    return keep(paper.content, name=paper.name, data_class=DataClass.ORDINARY, actor=actor, at=at, owner=PAPERS)


def _not_to_come(day: date, at: datetime) -> None:
    if day > localdate(at):
        raise WrongTurn(_("This day is still to come."))


def _kept(held: Permit, act: str, actor: Actor, at: datetime, detail: Mapping[str, object]) -> Permit:
    held.version += 1
    held.save()
    audit.append(act, actor=actor, at=at, subject=held.pk, kind="permit", reason=held.reason, detail=detail)
    return held
