"""A match that runs: paused, gone on with, ended well, taken over by another coordinator."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from rihai.accounts.operations.house import as_house
from rihai.accounts.standing import local_day
from rihai.casework.mentoring.matching import HINDRANCES
from rihai.casework.mentoring.models import Ending, MatchState, MentorConcern, MentorMatch, Pausing
from rihai.casework.mentoring.models.codes import PLANNED
from rihai.casework.mentoring.operations.errors import NoSuchMatch, NotYet, WrongStep, WrongWord
from rihai.casework.mentoring.operations.granting import end_sight, let_coordinate, let_see
from rihai.casework.mentoring.operations.reach import overseen_match
from rihai.casework.mentoring.queries.reach import without_coordinator
from rihai.casework.mentoring.queries.volunteers import held_of
from rihai.casework.mentoring.standing import CALL_WITHIN
from rihai.kit.actor import Actor
from rihai.kit.acts import after, before
from rihai.kit.audit import append
from rihai.kit.editing import save_if_unchanged
from rihai.kit.offers import Done

ENDED = ("state", "ending", "ended_on", "ended_why", "last_meeting_on", "what_next", "call_by")


@transaction.atomic
def pause_match(*, match_id: UUID, version: int, why: str, words: str = "", actor: Actor, at: datetime) -> MentorMatch:
    """Pause it; the mentor sees the person no longer until it goes on. Raises NoSuchMatch, WrongStep, Changed."""
    match = overseen_match(match_id, actor=actor, at=at)
    if match.state != MatchState.RUNNING or why not in Pausing.values:
        raise WrongStep(_("Only a match that runs is paused, for a reason."))
    pause(match, version=version, why=why, words=words, actor=actor, at=at)
    return _line(match, "casework.match.paused", actor=actor, at=at, why=why)


def pause(match: MentorMatch, *, version: int, why: str, words: str, actor: Actor, at: datetime) -> None:
    """The pause itself, within an act that has its own line in the trail."""
    match.state, match.pausing, match.paused_on = MatchState.PAUSED, why, local_day(at)
    match.paused_why = words[:400]
    with as_house(at):
        save_if_unchanged(match, version=version, fields=["state", "pausing", "paused_on", "paused_why"])
    let_coordinate(match, actor=actor, at=at)


@transaction.atomic
def resume_match(*, match_id: UUID, version: int, actor: Actor, at: datetime) -> MentorMatch:
    """It goes on, and the mentor sees the person again.

    Raises NotYet while a concern about the mentor is open, or vetting, training or agreement do not hold.
    """
    match = overseen_match(match_id, actor=actor, at=at)
    if match.state != MatchState.PAUSED:
        raise WrongStep(_("This match is not paused."))
    if match.mentored_by(actor.pk):
        raise WrongStep(_("A colleague decides that your own match goes on."))
    with as_house(at):
        if MentorConcern.objects.filter(match__volunteer=match.volunteer_id, about="mentor", settled_on=None).exists():
            raise NotYet(_("A concern is not settled yet."))
        lacking = held_of(match.volunteer).lacking(local_day(at))
        if lacking:
            raise NotYet(str(HINDRANCES[lacking[0]]))
        before(Done(act="casework.match.resumed", actor=actor, at=at, detail={"volunteer": match.volunteer_id}))
        match.state, match.pausing, match.paused_on, match.paused_why = MatchState.RUNNING, "", None, ""
        save_if_unchanged(match, version=version, fields=["state", "pausing", "paused_on", "paused_why"])
    let_see(match, actor=actor, at=at)
    return _line(match, "casework.match.resumed", actor=actor, at=at)


@transaction.atomic
def end_match(*, match_id: UUID, version: int, said: Mapping[str, Any], actor: Actor, at: datetime) -> MentorMatch:
    """End it safely: why (`ending`, `why`), on which day, when they met last, and what happens next for the person.

    The mentor sees the person no longer, from this act on. An ending that nobody planned asks for a call to the person
    within five days. Raises NoSuchMatch, WrongStep, WrongWord, Changed.
    """
    match = overseen_match(match_id, actor=actor, at=at)
    if match.state not in {MatchState.RUNNING, MatchState.PAUSED}:
        raise WrongStep(_("Only a match that began is ended."))
    ending, on = said["ending"], said["on"]
    if ending not in Ending.values or ending == Ending.CONSENT or not said.get("what_next", "").strip():
        raise WrongWord(_("Say why it ends, and what happens next for the person."))
    if match.started_on is None or on < match.started_on:
        raise WrongWord(_("It would end before it began."))
    if ending in PLANNED and said.get("last_meeting_on") is None:
        raise WrongWord(_("A planned ending has a last meeting. Write its day, or say why it ends otherwise."))
    close(match, ending=ending, on=on, why=str(said.get("why", "")), version=version, actor=actor, at=at, said=said)
    done = Done(act="casework.match.ended", actor=actor, at=at, person_ids=(match.person_id,))
    after(done)
    return _line(match, done.act, actor=actor, at=at, ending=ending, on=on)


def close(
    match: MentorMatch,
    *,
    ending: str,
    on: date,
    why: str,
    version: int,
    actor: Actor | None,
    at: datetime,
    said: Mapping[str, Any] | None = None,
) -> None:
    """The ending itself, within an act that has its own line in the trail; a proposal is closed so too."""
    given = said or {}
    planned = ending in PLANNED or ending == Ending.DIED or match.started_on is None
    match.state, match.ending, match.ended_on, match.ended_why = MatchState.ENDED, ending, on, why[:400]
    match.last_meeting_on, match.what_next = given.get("last_meeting_on"), str(given.get("what_next", ""))[:400]
    match.call_by = None if planned else on + CALL_WITHIN
    with as_house(at):
        save_if_unchanged(match, version=version, fields=ENDED)
    end_sight(match, actor=actor, at=at)


@transaction.atomic
def record_call(*, match_id: UUID, version: int, on: date, actor: Actor, at: datetime) -> MentorMatch:
    """The person was called after an ending nobody planned."""
    match = overseen_match(match_id, actor=actor, at=at)
    if match.call_by is None or match.called_on is not None:
        raise WrongStep(_("No call is awaited."))
    match.called_on = on
    with as_house(at):
        save_if_unchanged(match, version=version, fields=["called_on"])
    return _line(match, "casework.match.called_after", actor=actor, at=at, on=on)


@transaction.atomic
def take_over(*, match_id: UUID, actor: Actor, at: datetime) -> MentorMatch:
    """A coordinator takes a match over whose coordinator coordinates no longer, also after release.

    Raises NoSuchMatch where the match has a coordinator, or its volunteer is not the actor's to see.
    """
    if match_id not in {one.pk for one in without_coordinator(actor)}:
        raise NoSuchMatch(_("There is no such match."))
    with as_house(at):
        match = MentorMatch.objects.select_for_update().get(pk=match_id)
        match.coordinator_id = actor.pk
        save_if_unchanged(match, version=match.version, fields=["coordinator"])
    if match.state == MatchState.RUNNING:
        end_sight(match, actor=actor, at=at)
        let_see(match, actor=actor, at=at)
    else:
        let_coordinate(match, actor=actor, at=at)
    return _line(match, "casework.match.taken_over", actor=actor, at=at)


def _line(match: MentorMatch, act: str, *, actor: Actor, at: datetime, **detail: Any) -> MentorMatch:
    append(act, actor=actor, at=at, subject=match.pk, kind="match", detail=detail)
    return match
