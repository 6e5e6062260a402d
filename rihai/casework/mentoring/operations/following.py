"""What follows acts of others: leave taken back, a death."""

from __future__ import annotations

from rihai.accounts.operations.house import as_house
from rihai.accounts.standing import local_day
from rihai.casework.mentoring.models import Ending, MatchState, MentorMatch
from rihai.casework.mentoring.models.codes import LIVE
from rihai.casework.mentoring.operations.running import close
from rihai.kit.audit import append
from rihai.kit.offers import Done


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


def _end(match: MentorMatch, ending: str, done: Done) -> None:
    on = local_day(done.at)
    was = match.state
    close(match, ending=ending, on=on, why="", version=match.version, actor=done.actor, at=done.at)
    if was == MatchState.PROPOSED:
        with as_house(done.at):
            MentorMatch.objects.filter(pk=match.pk).update(state=MatchState.DECLINED)
    detail = {"ending": ending, "after": done.act}
    append("casework.match.closed_by_act", actor=done.actor, at=done.at, subject=match.pk, kind="match", detail=detail)
