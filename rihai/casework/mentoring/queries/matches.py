"""Matches as pages show them: lists, one match, the mentor's own page; the person in outline."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Count, Exists, Max, OuterRef, Q, QuerySet, Sum
from django.db.models.functions import Coalesce

from rihai.accounts.acting import asked_at
from rihai.accounts.operations.house import as_house
from rihai.casework.mentoring.models import (
    How,
    MatchState,
    MentorConcern,
    MentoringWish,
    MentorMatch,
    MentorMeeting,
    Outcome,
    Volunteer,
    Wants,
)
from rihai.casework.mentoring.models.codes import LIVE
from rihai.casework.mentoring.queries.reach import (
    concerns_for,
    matches_for,
    meetings_for,
    oversees,
    own_volunteer,
    proposals_for,
    wishes_for,
)
from rihai.casework.mentoring.standing import LATE, meet_by
from rihai.casework.mentoring.wording import hours_of
from rihai.kit.actor import Actor
from rihai.people.models import Person
from rihai.people.queries.people import people_for

PAGE, MOST = 100, 300
FACE_TO_FACE = (How.VISIT, How.VIDEO)
STATES = (MatchState.RUNNING, MatchState.PROPOSED, MatchState.PAUSED, MatchState.ENDED, MatchState.DECLINED)
MET = Q(meetings__outcome=Outcome.MET)


@dataclass(frozen=True, slots=True)
class MatchRow:
    """A match in a list: when they last met, by when they meet next."""

    match: MentorMatch
    last_on: date | None
    meet_by: date | None

    def is_late(self, on: date) -> bool:
        """Whether that day has passed."""
        return self.meet_by is not None and self.meet_by < on


@dataclass(frozen=True, slots=True)
class MatchPage:
    """One match, as far as whoever asks sees it."""

    row: MatchRow
    meetings: Sequence[MentorMeeting]
    met: int
    met_inside: int
    minutes: int
    concerns: Sequence[MentorConcern]
    is_overseen: bool
    is_mentor: bool

    @property
    def match(self) -> MentorMatch:
        """The match itself."""
        return self.row.match

    @property
    def hours(self) -> float:
        """The hours they were together."""
        return hours_of(self.minutes)


@dataclass(frozen=True, slots=True)
class Proposal:
    """What a mentor is told before she answers: nothing by which the person could be known."""

    match: MentorMatch
    sex: str
    place: str
    languages: Sequence[str]
    times: Sequence[str]
    by_phone: bool


@dataclass(frozen=True, slots=True)
class OwnPage:
    """What a mentor finds when she signs in."""

    volunteer: Volunteer | None
    rows: Sequence[MatchRow]
    proposals: Sequence[Proposal]
    minutes: int


def with_meetings(found: QuerySet[MentorMatch]) -> list[MatchRow]:
    """Rows of a list; the person as the asker sees her was checked by whoever made the query."""
    rows = found.annotate(last_on=Max("meetings__on", filter=MET)).select_related(
        "person", "person__held_at", "coordinator"
    )
    return [_row(one) for one in rows]


def list_matches(state: str, *, actor: Actor) -> tuple[list[MatchRow], dict[str, int]]:
    """Matches in one state, and how many there are in each; a constant number of queries."""
    found = matches_for(actor)
    counts = found.aggregate(**{str(one): Count("pk", filter=Q(state=one)) for one in STATES})
    page = list(found.filter(state=state).values_list("pk", flat=True)[:PAGE])
    return with_meetings(found.filter(pk__in=page)), counts


def match_page(match_id: UUID, *, actor: Actor) -> MatchPage | None:
    """One match; None for who does not see it."""
    rows = with_meetings(matches_for(actor).filter(pk=match_id))
    if not rows:
        return None
    match = rows[0].match
    meetings = list(meetings_for(actor).filter(match=match))
    met = [one for one in meetings if one.outcome == Outcome.MET]
    overseen = oversees(actor)
    return MatchPage(
        row=rows[0], meetings=meetings[:60], met=len(met),
        met_inside=sum(one.before_release and one.how in FACE_TO_FACE for one in met),
        minutes=sum(one.minutes for one in met),
        concerns=list(concerns_for(actor).filter(match=match)) if overseen else [],
        is_overseen=overseen, is_mentor=match.mentored_by(actor.pk) and match.state == MatchState.RUNNING,
    )  # fmt: skip


def met_inside(person_id: UUID) -> int:
    """How often a person and her mentors met before release; a number alone, for whoever prepares it."""
    with as_house(asked_at()):
        met = MentorMeeting.objects.filter(person=person_id, outcome=Outcome.MET, before_release=True)
        return met.filter(how__in=FACE_TO_FACE).count()


def match_of_meeting(meeting_id: UUID, *, actor: Actor) -> MentorMeeting | None:
    """A meeting the actor sees; None for the others."""
    return meetings_for(actor).select_related("match", "match__person").filter(pk=meeting_id).first()


def own_page(actor: Actor) -> OwnPage:
    """What a mentor has: her running matches, what she is asked, her own file's days."""
    rows: list[MatchRow] = []
    if actor.may("casework.mentor"):
        rows = with_meetings(matches_for(actor).filter(mentor=actor.pk, state=MatchState.RUNNING))
    met = MentorMeeting.objects.filter(match__in=[one.match.pk for one in rows], outcome=Outcome.MET)
    minutes = met.aggregate(n=Sum("minutes"))["n"] or 0
    return OwnPage(own_volunteer(actor), rows, proposals_of(actor), minutes)


def proposals_of(actor: Actor) -> list[Proposal]:
    """Proposals to answer, with the outline alone: sex, place, languages, times; asked as the house."""
    mine = list(proposals_for(actor).values_list("pk", flat=True))
    if not mine:
        return []
    with as_house(asked_at()):
        rows = list(MentorMatch.objects.filter(pk__in=mine).select_related("person", "person__held_at"))
        wishes = {one.person_id: one for one in _wishes([one.person_id for one in rows])}
        return [_proposal(one, wishes.get(one.person_id)) for one in rows]


def waiting_for_mentor(actor: Actor) -> list[MentoringWish]:
    """People who wish for a mentor and have none, longest first."""
    live = MentorMatch.objects.filter(person=OuterRef("person"), state__in=LIVE)
    found = wishes_for(actor).filter(wants=Wants.YES).exclude(Exists(live))
    return list(found.select_related("person", "person__held_at").order_by("asked_on", "pk")[:PAGE])


def late_matches(actor: Actor, on: date) -> list[MatchRow]:
    """Running matches whose two have not met a week after they should have, the longest ago first.

    Nobody is late who met this week; of the others those are looked at who met longest ago.
    """
    met = MentorMeeting.objects.filter(match=OuterRef("pk"), outcome=Outcome.MET, on__gte=on - LATE)
    running = matches_for(actor).filter(~Exists(met), state=MatchState.RUNNING, started_on__lt=on - LATE)
    last = running.annotate(last_on=Max("meetings__on", filter=MET))
    found = last.order_by(Coalesce("last_on", "started_on").asc())
    rows = with_meetings(matches_for(actor).filter(pk__in=list(found.values_list("pk", flat=True)[:MOST])))
    late = [one for one in rows if one.meet_by is not None and one.meet_by + LATE < on]
    return sorted(late, key=lambda one: (one.meet_by, one.match.pk))


def to_call(actor: Actor) -> list[MentorMatch]:
    """Matches that ended as nobody planned, whose person was not called yet."""
    found = matches_for(actor).filter(state=MatchState.ENDED, call_by__isnull=False, called_on=None)
    return list(found.select_related("person", "person__held_at").order_by("call_by", "pk")[:PAGE])


def to_answer(actor: Actor) -> list[MentorMatch]:
    """Proposals of which a side that the coordinator asks has not answered."""
    unasked = Q(person_said="") | Q(mentor_said="", mentor=None)
    found = matches_for(actor).filter(unasked, state=MatchState.PROPOSED)
    return list(found.select_related("person", "person__held_at").order_by("proposed_on", "pk")[:PAGE])


def people_named(person_ids: Sequence[UUID], *, actor: Actor) -> dict[UUID, Person]:
    """Those of these persons whom the actor sees."""
    return {one.pk: one for one in people_for(actor).filter(pk__in=person_ids)}


def _row(match: MentorMatch) -> MatchRow:
    last: Any = getattr(match, "last_on", None)
    by = None
    if match.state == MatchState.RUNNING and match.started_on is not None:
        by = meet_by(match.started_on, last, match.next_on)
    return MatchRow(match, last, by)


def _wishes(person_ids: Sequence[UUID]) -> QuerySet[MentoringWish]:
    return MentoringWish.objects.filter(person__in=person_ids)


def _proposal(match: MentorMatch, wish: MentoringWish | None) -> Proposal:
    person = match.person
    return Proposal(
        match=match, sex=str(person.get_sex_display()),
        place=person.held_at.shown if person.held_at else "",
        languages=wish.languages if wish else (), times=wish.times if wish else (),
        by_phone=bool(wish and wish.by_phone),
    )  # fmt: skip
