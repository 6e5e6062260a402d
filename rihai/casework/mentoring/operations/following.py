"""What follows acts of others: persons merged and parted, leave taken back, a death, a census undone."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from rihai.accounts.operations.house import as_house
from rihai.accounts.standing import local_day
from rihai.casework.mentoring.models import (
    Ending,
    MatchState,
    MentorConcern,
    MentoringWish,
    MentorMatch,
    MentorMeeting,
    Volunteer,
)
from rihai.casework.mentoring.models.codes import LIVE
from rihai.casework.mentoring.operations.running import close
from rihai.errors import Refused
from rihai.kit.audit import append
from rihai.kit.offers import Done
from rihai.people.models import Person

TABLES: tuple[Any, ...] = (MentoringWish, MentorMatch, MentorMeeting, MentorConcern, Volunteer)
PART = 500
"""People asked of at once: a query has so many gaps and no more."""


def carry_over(done: Done) -> None:
    """Two persons are one: matches and all that hangs on them are the kept one's; grants were moved with the person."""
    keep, gone = done.person_ids
    with as_house(done.at):
        for table in TABLES:
            table.objects.filter(person=gone).update(person=keep)


def carry_back(done: Done) -> None:
    """They were two after all: rows go back to the person they were written about."""
    keep, gone = done.person_ids
    with as_house(done.at):
        first = _once(gone)
        for table in TABLES:
            table.objects.filter(person=keep, first_person_id__in=first).update(person=gone)


def consent_withdrawn(done: Done) -> None:
    """The leave on which a match rests is taken back: it ends in the same act, and its page says who had seen her."""
    consent_id = done.detail.get("consent")
    with as_house(done.at):
        rows = list(MentorMatch.objects.select_for_update().filter(consent_id=consent_id, state__in=LIVE))
    for match in rows:
        _end(match, Ending.CONSENT, done)


def person_died(done: Done) -> None:
    """Nobody is met any more; the mentor is told by the coordinator, not by a page."""
    with as_house(done.at):
        rows = list(MentorMatch.objects.select_for_update().filter(person__in=done.person_ids, state__in=LIVE))
    for match in rows:
        _end(match, Ending.DIED, done)


def nothing_is_built(done: Done) -> None:
    """Raises Refused where people of a list that is to be undone have a mentor, or were asked about one."""
    ids = list(done.person_ids)
    with as_house(done.at):
        for start in range(0, len(ids), PART):
            part = ids[start : start + PART]
            if any(table.objects.filter(person__in=part).exists() for table in TABLES):
                raise Refused(_("People of this list were asked about a mentor. Correct what is wrong one by one."))


def _end(match: MentorMatch, ending: str, done: Done) -> None:
    on = local_day(done.at)
    was = match.state
    close(match, ending=ending, on=on, why="", version=match.version, actor=done.actor, at=done.at)
    if was == MatchState.PROPOSED:
        with as_house(done.at):
            MentorMatch.objects.filter(pk=match.pk).update(state=MatchState.DECLINED)
    detail = {"ending": ending, "after": done.act}
    append("casework.match.closed_by_act", actor=done.actor, at=done.at, subject=match.pk, kind="match", detail=detail)


def _once(person_id: UUID) -> set[UUID]:
    """A person and everybody who was merged into them before."""
    found, new = {person_id}, {person_id}
    while new:
        new = set(Person.objects.filter(merged_into__in=new).values_list("pk", flat=True)) - found
        found |= new
    return found
