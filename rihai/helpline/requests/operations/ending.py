"""A request is closed and opened again; what was told is erased when its time is over, and its counts stay."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from rihai.accounts.models import Ground
from rihai.accounts.operations import end_grants
from rihai.accounts.operations.house import as_house
from rihai.helpline.answers.models import Answer
from rihai.helpline.codes import NO_PIN
from rihai.helpline.errors import NotSo
from rihai.helpline.handing.models import HandedOn
from rihai.helpline.matching.following import ask_on, move_sight
from rihai.helpline.matching.models import HerWord, Look
from rihai.helpline.requests.models import Ending, HelpRequest, Paper, State, Step
from rihai.helpline.requests.operations.asking import forget_drafts
from rihai.helpline.requests.operations.reach import note, request_for
from rihai.helpline.requests.triage import Level
from rihai.kit.actor import Actor
from rihai.kit.audit import append
from rihai.kit.files import erase

KEPT, KEPT_WITH_WORK = timedelta(days=30), timedelta(days=3 * 365)
"""After closing: a request that led to no work, and one that did (standards, retention)."""


@transaction.atomic
def close(*, request_id: UUID, ending: str, actor: Actor, at: datetime) -> HelpRequest:
    """It ends; whom it was about is seen by it no longer. Raises NoSuchRequest, NotSo while a clock runs in danger."""
    one = request_for(request_id, actor=actor)
    if ending not in Ending.values:
        raise NotSo(_("Say how it ends."))
    if one.level == Level.RED and one.clocks.filter(stopped_at=None).exists():
        raise NotSo(_("In danger to life each clock is seen to first, or the level is lowered by a second person."))
    one.clocks.filter(stopped_at=None).update(stopped_at=at, how="no_need", by_name=actor.name[:120])
    one.state, one.closed_at, one.ending = State.CLOSED, at, ending
    one.version += 1
    one.save(update_fields=["state", "closed_at", "ending", "version"])
    end_grants(ground=Ground.SERVICE, ground_id=one.pk, actor=actor, at=at)
    with as_house(at):
        HerWord.objects.filter(request=one, state=HerWord.State.WAITING).update(state=HerWord.State.GONE, said_at=at)
    note(one, "closed", actor=actor, at=at, detail={"ending": ending})
    return one


@transaction.atomic
def open_again(*, request_id: UUID, actor: Actor, at: datetime) -> HelpRequest:
    """There is more to do. Raises NoSuchRequest, NotSo for one that is open, or whose words are erased."""
    one = request_for(request_id, actor=actor, live=False)
    if one.is_live or one.erased_at is not None:
        raise NotSo(_("This request is open, or what was told in it is erased: begin a new one."))
    one.state, one.closed_at, one.ending, one.owner_id = State.OPEN, None, "", actor.pk
    one.version += 1
    one.save(update_fields=["state", "closed_at", "ending", "owner", "version"])
    move_sight(one, actor=actor, at=at)
    ask_on(one, at=at)
    note(one, "opened_again", actor=actor, at=at)
    return one


def erase_old(at: datetime) -> int:
    """Erase what was told in requests whose time is over; level, topic, place and moments stay, to be counted.

    A code ends for all as soon after closing: did it answer longer where others go on, it would tell that we found her.
    """
    count = forget_drafts(at)
    with as_house(at):
        old = HelpRequest.objects.filter(state=State.CLOSED, erased_at=None, closed_at__lt=at - KEPT)
        worked_on = HandedOn.objects.filter(request__closed_at__gt=at - KEPT_WITH_WORK).values("request_id")
        ids = list(old.exclude(pk__in=worked_on).values_list("pk", flat=True)[:500])
    for pk in ids:
        _erase(pk, at)
    with as_house(at):
        HelpRequest.objects.filter(state=State.CLOSED, closed_at__lt=at - KEPT).exclude(pin=NO_PIN).update(pin=NO_PIN)
    return count + len(ids)


@transaction.atomic
def _erase(pk: UUID, at: datetime) -> None:
    with as_house(at):
        one = HelpRequest.objects.select_for_update().get(pk=pk)
        one.text, one.erased_at, one.pin, one.language = None, at, NO_PIN, ""
        one.save(update_fields=["text", "erased_at", "pin", "language"])
        for rows in (Step.objects.filter(request=pk), Answer.objects.filter(request=pk)):
            for row in rows:
                for name in ("with_whom", "words", "danger"):
                    if hasattr(row, name):
                        setattr(row, name, None)
                row.save()
        for paper in Paper.objects.filter(request=pk).select_related("stored"):
            stored = paper.stored
            paper.delete()
            erase(stored, actor=None, at=at, reason="retention")
        HerWord.objects.filter(request=pk).delete()
        Look.objects.filter(request=pk).delete()
    append("helpline.request.erased", actor=None, at=at, subject=pk, kind="help_request")
