"""What mentoring says on other pages: on a person's page, on the timeline, in My work, to the person herself."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from rihai.accounts.acting import asked_day
from rihai.accounts.operations.house import as_house
from rihai.casework.cases.models import Case
from rihai.casework.mentoring.models import MatchState, MentoringWish, MentorMatch, MentorMeeting, Outcome
from rihai.casework.mentoring.models.codes import LIVE
from rihai.casework.mentoring.queries.reach import has_mentor, matches_for, meetings_for, oversees
from rihai.casework.mentoring.queries.suggesting import wish_of
from rihai.kit.actor import Actor
from rihai.kit.classes import DataClass
from rihai.kit.offers import Happening


def of_person(actor: Actor, person_id: UUID, _on: date) -> dict[str, Any] | None:
    """To everybody who sees her that she has a mentor; who it is to those who keep her case or oversee mentoring."""
    is_overseer, keeps = oversees(actor), actor.may("casework.keep")
    running = has_mentor(person_id)
    match = None
    if is_overseer or keeps:
        rows = MentorMatch.objects.filter(person=person_id, state__in=LIVE)
        match = rows.first()
    own = matches_for(actor).filter(person=person_id, mentor=actor.pk, state=MatchState.RUNNING).first()
    if not (running or match or own or is_overseer or keeps):
        return None
    return {
        "person_id": person_id, "running": running, "match": match, "own": own, "is_overseer": is_overseer,
        "may_match": actor.may("casework.match"), "may_ask": is_overseer or keeps,
        "wish": wish_of(person_id, actor=actor) if is_overseer or keeps else None,
        "may_worry": match is not None and match.state in {MatchState.RUNNING, MatchState.PAUSED},
    }  # fmt: skip


def of_case(actor: Actor, case: Case, on: date) -> dict[str, Any] | None:
    """The same on the page of her case, where that is seen with her."""
    return of_person(actor, case.person_id, on) if case.data_class == DataClass.PERSONAL else None


def timeline(actor: Actor, person_id: UUID) -> Sequence[Happening]:
    """When a match began, paused and ended, to those who oversee it or keep her case; meetings where they are seen."""
    if not (oversees(actor) or actor.may("casework.keep") or actor.may("casework.mentor")):
        return []
    full = {one.pk for one in matches_for(actor).filter(person=person_id)}
    rows = MentorMatch.objects.filter(person=person_id, started_on__isnull=False)
    found: list[Happening] = []
    for match in rows if oversees(actor) or actor.may("casework.keep") else rows.filter(pk__in=full):
        found += _of_match(match, reverse("casework:mentor-match", args=[match.pk]) if match.pk in full else "")
    for meeting in meetings_for(actor).filter(person=person_id, outcome=Outcome.MET):
        url = reverse("casework:mentor-match", args=[meeting.match_id])
        found.append(_of_meeting(meeting, url))
    return found


def _of_match(match: MentorMatch, url: str) -> list[Happening]:
    name = match.mentor_name
    assert match.started_on is not None, "asked only for those that began"
    found = [Happening(on=match.started_on, says=_("A mentor began to accompany them"), source=name, url=url)]
    if match.state == MatchState.PAUSED and match.paused_on:
        found.append(Happening(on=match.paused_on, says=_("Mentoring is paused"), source=name, url=url))
    if match.ended_on:
        says = _("Mentoring ended: %(why)s") % {"why": match.get_ending_display()}
        found.append(Happening(on=match.ended_on, says=says, source=name, url=url))
    if match.state == MatchState.RUNNING and match.next_on and match.next_on >= asked_day():
        found.append(
            Happening(
                on=match.next_on, says=_("They meet next, person and mentor"), source=name, kind="coming", url=url
            )
        )
    return found


def _of_meeting(meeting: MentorMeeting, url: str) -> Happening:
    words = {"how": meeting.get_how_display()}
    says = _("Person and mentor met: %(how)s") % words
    return Happening(on=meeting.on, says=says, source=meeting.by_name, url=url)


def extract(person_id: UUID) -> Sequence[tuple[Any, Sequence[tuple[Any, Any]]]]:
    """For the person herself: what she wished, her matches and meetings. Concerns are left out, and it is said so."""
    with as_house():
        matches = list(MentorMatch.objects.filter(person=person_id).order_by("proposed_on", "pk"))
        meetings = list(MentorMeeting.objects.filter(person=person_id).order_by("on", "pk"))
        wishes = list(MentoringWish.objects.filter(person=person_id))
    parts: list[tuple[Any, Sequence[tuple[Any, Any]]]] = [
        (
            _("What you wished of a mentor"),
            [
                (_("You were asked on"), one.asked_on), (_("A mentor"), one.get_wants_display()),
                (_("What you do not want"), one.not_wanted),
            ],
        )
        for one in wishes
    ]  # fmt: skip
    parts += [(_("A mentor"), _match_pairs(one)) for one in matches]
    if meetings:
        pairs = [(one.on, f"{one.get_outcome_display()} · {one.get_how_display()}") for one in meetings]
        parts.append((_("When you met"), pairs))
    if matches:
        parts.append((_("Left out"), [(_("Concerns"), _("What somebody was worried about, which may name others."))]))
    return parts


def _match_pairs(match: MentorMatch) -> list[tuple[Any, Any]]:
    pairs = [
        (_("Who"), match.mentor_name if match.started_on else ""), (_("State"), match.get_state_display()),
        (_("Began on"), match.started_on), (_("Ended on"), match.ended_on),
        (_("Why it ended"), match.get_ending_display() if match.ending else ""),
        (_("What happens next"), match.what_next),
    ]  # fmt: skip
    return [(word, value) for word, value in pairs if value]
