"""Meetings and attempts at them, written in a minute on a phone; and concerns."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from rihai.accounts.operations import notify
from rihai.accounts.operations.house import as_house
from rihai.accounts.standing import local_day
from rihai.casework.cases.operations import touch
from rihai.casework.mentoring.models import (
    About,
    MatchState,
    MentorConcern,
    MentorMatch,
    MentorMeeting,
    Outcome,
    Pausing,
)
from rihai.casework.mentoring.operations.errors import NoSuchMatch, WrongStep, WrongWord
from rihai.casework.mentoring.operations.reach import is_mentor, match_for
from rihai.casework.mentoring.operations.running import pause
from rihai.casework.mentoring.queries.reach import concerns_for, oversees
from rihai.kit.actor import Actor
from rihai.kit.acts import after
from rihai.kit.audit import append
from rihai.kit.editing import save_if_unchanged
from rihai.kit.offers import Done
from rihai.people.models import CustodyEpisode, Person
from rihai.people.queries.people import person_seen

WRITTEN = ("on", "how", "outcome", "minutes", "topic", "risk")
CORRECTED_WITHIN = timedelta(days=7)
"""So long a mentor corrects what she wrote; a coordinator does later."""


@transaction.atomic
def record_meeting(*, match_id: UUID, key: UUID, said: Mapping[str, Any], actor: Actor, at: datetime) -> MentorMeeting:
    """Keep a meeting (`WRITTEN`, `next_on`, `worry`). Sent twice with one key it is kept once.

    A risk is told to the coordinator in the same act, with the words of `worry`. Raises NoSuchMatch, WrongStep,
    WrongWord.
    """
    match = match_for(match_id, actor=actor, at=at)
    with as_house(at):
        known = MentorMeeting.objects.filter(key=key).first()
    if known is not None:
        if known.match_id != match.pk:
            raise WrongWord(_("This page was used already. Open it again."))
        return known
    if match.state not in {MatchState.RUNNING, MatchState.PAUSED} or match.started_on is None:
        raise WrongStep(_("Only in a match that began do people meet."))
    _check(match, said, at)
    with as_house(at):
        made = MentorMeeting.objects.create(
            match=match, person_id=match.person_id, first_person_id=match.person_id, key=key, made_at=at,
            by_name=actor.name[:120], before_release=_is_before_release(match.person_id, said["on"]), **_row(said),
        )  # fmt: skip
        match.next_on = said.get("next_on") or None
        save_if_unchanged(match, version=match.version, fields=["next_on"])
    if made.outcome == Outcome.MET and match.case_id:
        touch([match.case_id], on=made.on, at=at)
    if made.risk:
        _raise(match, About.PERSON, str(said.get("worry", "")), actor=actor, at=at)
    done = Done(
        act="casework.mentor_meeting.recorded", actor=actor, at=at, person_ids=(match.person_id,),
        detail={"case": match.case_id, "on": made.on, "met": made.outcome == Outcome.MET},
    )  # fmt: skip
    after(done)
    detail = {"match": match.pk, "outcome": made.outcome, "minutes": made.minutes, "risk": made.risk}
    append(done.act, actor=actor, at=at, subject=made.pk, kind="meeting", detail=detail)
    return made


@transaction.atomic
def correct_meeting(
    *, meeting_id: UUID, version: int, said: Mapping[str, Any], actor: Actor, at: datetime
) -> MentorMeeting:
    """Write what was really so: a mentor within a week, a coordinator later. Raises NoSuchMatch, WrongStep, Changed."""
    with as_house(at):
        found = MentorMeeting.objects.select_for_update().filter(pk=meeting_id).first()
    if found is None:
        raise NoSuchMatch(_("There is no such meeting."))
    match = match_for(found.match_id, actor=actor, at=at)
    if not oversees(actor) and found.made_at < at - CORRECTED_WITHIN:
        raise WrongStep(_("After a week the coordinator corrects it. Say there what is wrong."))
    _check(match, {**said, "risk": False}, at)
    for name, value in _row({**said, "risk": found.risk}).items():
        setattr(found, name, value)
    found.before_release = _is_before_release(match.person_id, found.on)
    with as_house(at):
        save_if_unchanged(found, version=version, fields=[*WRITTEN, "before_release"])
    detail = {"match": match.pk, "outcome": found.outcome, "minutes": found.minutes}
    append("casework.mentor_meeting.corrected", actor=actor, at=at, subject=found.pk, kind="meeting", detail=detail)
    return found


@transaction.atomic
def raise_concern(*, match_id: UUID, about: str, what: str, actor: Actor, at: datetime) -> MentorConcern:
    """Somebody is worried: the mentor about the person, or whoever works with her about either.

    Coordinator and supervisor read it, and never the mentor it is about. One about the mentor pauses the match in this
    act, and every other match of that mentor that runs. Raises NoSuchMatch, WrongWord.
    """
    match = _worried_about(match_id, actor=actor, at=at)
    if about not in About.values or not what.strip():
        raise WrongWord(_("Say whom it is about, and what worries you."))
    if about == About.MENTOR and match.mentored_by(actor.pk):
        raise WrongWord(_("Tell the coordinator or the supervisor by word of mouth; they write it down."))
    made = _raise(match, about, what, actor=actor, at=at)
    if about == About.MENTOR:
        with as_house(at):
            running = list(
                MentorMatch.objects.select_for_update().filter(volunteer=match.volunteer_id, state=MatchState.RUNNING)
            )
        for one in running:
            pause(one, version=one.version, why=Pausing.CONCERN, words="", actor=actor, at=at)
    append("casework.concern.raised", actor=actor, at=at, subject=match.pk, kind="match", detail={"concern": made.pk})
    return made


@transaction.atomic
def settle_concern(*, concern_id: UUID, outcome: str, actor: Actor, at: datetime) -> MentorConcern:
    """What was done about it; one about a mentor is settled by somebody else than raised it.

    A match that was paused for it goes on only by its own act. Raises NoSuchMatch, WrongWord, WrongStep.
    """
    found = concerns_for(actor, at=at).filter(pk=concern_id).first()
    if found is None:
        raise NoSuchMatch(_("There is no such concern."))
    if found.settled_on is not None:
        raise WrongStep(_("This was settled already."))
    if found.about == About.MENTOR and found.raised_by_id == actor.pk:
        raise WrongStep(_("Somebody else looks at a concern about a mentor than wrote it down. Ask a colleague."))
    if not outcome.strip():
        raise WrongWord(_("Say what was done."))
    found.settled_on, found.settled_by_name, found.outcome = local_day(at), actor.name[:120], outcome[:400]
    with as_house(at):
        found.save(update_fields=["settled_on", "settled_by_name", "outcome"])
    detail = {"concern": found.pk}
    append("casework.concern.settled", actor=actor, at=at, subject=found.match_id, kind="match", detail=detail)
    return found


def _worried_about(match_id: UUID, *, actor: Actor, at: datetime) -> MentorMatch:
    """The match, for its overseers, its mentor, and whoever keeps a case of the person."""
    with as_house(at):
        found = MentorMatch.objects.select_for_update().filter(pk=match_id).first()
    keeps = oversees(actor) or actor.may("casework.keep")
    sees_her = found is not None and person_seen(found.person_id, actor=actor, at=at) is not None
    if found is None or not sees_her or not (keeps or is_mentor(found, actor)):
        raise NoSuchMatch(_("There is no such match."))
    if found.state not in {MatchState.RUNNING, MatchState.PAUSED}:
        raise WrongStep(_("This match does not run."))
    return found


def _raise(match: MentorMatch, about: str, what: str, *, actor: Actor, at: datetime) -> MentorConcern:
    if match.coordinator_id != actor.pk and not (about == About.MENTOR and match.mentored_by(match.coordinator_id)):
        address = reverse("casework:mentor-match", args=[match.pk])
        notify([match.coordinator_id], "casework.concern.raised", url=address, at=at)
    with as_house(at):
        return MentorConcern.objects.create(
            match=match, person_id=match.person_id, first_person_id=match.person_id, about=about, what=what.strip(),
            about_account_id=match.mentor_id if about == About.MENTOR else None, raised_by_id=actor.pk,
            raised_by_name=actor.name[:120], raised_at=at,
        )  # fmt: skip


def _row(said: Mapping[str, Any]) -> dict[str, Any]:
    row = {name: said.get(name) for name in WRITTEN}
    if said["outcome"] != Outcome.MET:
        row.update(minutes=0, topic="")
    return {**row, "topic": row["topic"] or "", "minutes": row["minutes"] or 0, "risk": bool(row["risk"])}


def _check(match: MentorMatch, said: Mapping[str, Any], at: datetime) -> None:
    today = local_day(at)
    if said["on"] > today:
        raise WrongWord(_("This day has not come yet."))
    if match.started_on and said["on"] < match.started_on:
        raise WrongWord(_("The match had not begun then."))
    if said["outcome"] == Outcome.MET and not said.get("minutes"):
        raise WrongWord(_("Say how long it was."))
    if said.get("risk") and not str(said.get("worry", "")).strip():
        raise WrongWord(_("Say in a sentence what worries you; the coordinator reads it."))
    if said.get("next_on") and said["next_on"] < said["on"]:
        raise WrongWord(_("The next meeting lies after this one."))


def _is_before_release(person_id: UUID, on: Any) -> bool:
    """Whether the person was in custody on the day; asked as the house."""
    if Person.objects.filter(pk=person_id, held_at__isnull=False).exists():
        return True
    last = CustodyEpisode.objects.filter(person=person_id).order_by("-sequence").first()
    return last is not None and last.ended_on is not None and on < last.ended_on
