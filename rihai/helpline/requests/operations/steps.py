"""Who was told and when, each step written down; a clock stands when somebody was reached, never when nobody was."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from rihai.helpline.errors import NoSuchRequest, NotSo
from rihai.helpline.requests.models import Clock, HelpRequest, Step
from rihai.helpline.requests.operations.reach import note, request_for
from rihai.helpline.requests.triage import STOPS, Told, What, is_safe_at
from rihai.kit.actor import Actor


@transaction.atomic
def note_step(
    *, request_id: UUID, told: str, reached: bool, with_whom: str = "", words: str = "", actor: Actor, at: datetime
) -> Step:
    """Somebody was told or seen, or did not answer. Raises NoSuchRequest, NotSo."""
    one = request_for(request_id, actor=actor)
    if told not in Told.values:
        raise NotSo(_("Say who was told."))
    if reached and not words.strip():
        raise NotSo(_("Say in a few words what was said or seen."))
    made = Step.objects.create(
        request=one, told=told, reached=reached, at=at, by_id=actor.pk, with_whom=with_whom.strip() or None,
        words=words.strip() or None,
    )  # fmt: skip
    if reached:
        _stop(one, told, actor=actor, at=at)
    if reached and one.answered_at is None:
        one.answered_at = at
        one.save(update_fields=["answered_at"])
    note(one, "step_noted", actor=actor, at=at, detail={"told": told, "reached": reached})
    return made


def _stop(one: HelpRequest, told: str, *, actor: Actor, at: datetime) -> None:
    """The clocks that somebody's being reached lets stand; calling back the first of the two that run."""
    running = one.clocks.filter(stopped_at=None)
    if told == Told.CALLER:
        running = running.filter(what__in=[What.CALL, What.AGAIN, What.READ]).order_by("due_at")
        running = one.clocks.filter(pk__in=[clock.pk for clock in running[:1]])
    else:
        running = running.filter(what__in=STOPS.get(told, ()))
    running.update(stopped_at=at, how=Clock.How.DONE, by_name=actor.name[:120])


@transaction.atomic
def no_need(*, clock_id: UUID, actor: Actor, at: datetime) -> HelpRequest:
    """A clock stands because there is no need any more; never in danger to life. Raises NoSuchRequest, NotSo."""
    clock = Clock.objects.filter(pk=clock_id).first()
    if clock is None:
        raise NoSuchRequest(_("There is no such request."))
    one = request_for(clock.request_id, actor=actor)
    clock.refresh_from_db()
    if clock.stopped_at is not None or clock.what in {What.TELL, What.SEEN, What.SECOND}:
        raise NotSo(_("This is done, or it is not needed only when the danger is over: lower the level first."))
    one.clocks.filter(pk=clock.pk).update(stopped_at=at, how=Clock.How.NO_NEED, by_name=actor.name[:120])
    note(one, "clock_stopped", actor=actor, at=at, detail={"what": clock.what})
    return one


def may_ring(one: HelpRequest, *, hour: int) -> bool:
    """Whether it is safe to ring who asked, in this hour of the office's clock; never where they said not to."""
    said = one.said
    return bool(said.phone) and not said.no_call and is_safe_at(said.times, hour)
