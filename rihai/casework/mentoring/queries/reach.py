"""Who sees what of mentoring: coordinators and supervisors where they work, a mentor her running match, others a yes.

`walls.py` repeats it in PostgreSQL.
"""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db.models import Q, QuerySet

from rihai.accounts.acting import asked_at
from rihai.accounts.operations.house import as_house
from rihai.accounts.queries import accounts_who_may, sees, standing
from rihai.accounts.standing import local_day
from rihai.casework.mentoring.models import (
    MatchState,
    MentorConcern,
    MentoringWish,
    MentorMatch,
    MentorMeeting,
    Volunteer,
)
from rihai.kit.actor import Actor
from rihai.kit.classes import DataClass
from rihai.places.models import Inside


def oversees(actor: Actor) -> bool:
    """Whether the actor coordinates mentors, or supervises those who do."""
    return actor.may("casework.match") or actor.may("casework.supervise")


def volunteers_for(actor: Actor, *, at: datetime | None = None) -> QuerySet[Volunteer]:
    """Volunteers who mentor where the actor works."""
    if not oversees(actor):
        return Volunteer.objects.none()
    reach = standing(actor, at or asked_at()).reach(DataClass.PERSONAL)
    if reach.everywhere:
        return Volunteer.objects.all()
    return Volunteer.objects.filter(place__in=Inside.objects.filter(outer__in=reach.places).values("inner_id"))


def own_volunteer(actor: Actor) -> Volunteer | None:
    """The actor's own row as a volunteer."""
    return Volunteer.objects.select_related("place").filter(account=actor.pk).first()


def matches_for(actor: Actor, *, at: datetime | None = None) -> QuerySet[MentorMatch]:
    """Matches in full: to coordinators and supervisors of people they see, to a mentor her own while it runs."""
    seen = MentorMatch.objects.filter(sees(actor, DataClass.PERSONAL, at=at))
    if oversees(actor):
        return seen
    if actor.may("casework.mentor"):
        return seen.filter(mentor=actor.pk, state=MatchState.RUNNING)
    return seen.none()


def proposals_for(actor: Actor) -> QuerySet[MentorMatch]:
    """Proposals the actor has to answer as a mentor: the row, and nothing of the person."""
    if not actor.may("casework.mentor"):
        return MentorMatch.objects.none()
    return MentorMatch.objects.filter(mentor=actor.pk, state=MatchState.PROPOSED, mentor_said="")


def wishes_for(actor: Actor, *, at: datetime | None = None) -> QuerySet[MentoringWish]:
    """Wishes of people the actor sees, to those who ask and match; never to the mentor."""
    if not (oversees(actor) or actor.may("casework.keep")):
        return MentoringWish.objects.none()
    return MentoringWish.objects.filter(sees(actor, DataClass.PERSONAL, at=at))


def meetings_for(actor: Actor, *, at: datetime | None = None) -> QuerySet[MentorMeeting]:
    """Meetings of the matches the actor sees in full."""
    return MentorMeeting.objects.filter(match__in=matches_for(actor, at=at))


def concerns_for(actor: Actor, *, at: datetime | None = None) -> QuerySet[MentorConcern]:
    """Concerns, to coordinators and supervisors alone; never one about the actor."""
    if not oversees(actor):
        return MentorConcern.objects.none()
    not_of_me = Q(about_account_id=None) | ~Q(about_account_id=actor.pk)
    return MentorConcern.objects.filter(sees(actor, DataClass.PERSONAL, at=at)).filter(not_of_me)


def match_to_worry_about(match_id: UUID, *, actor: Actor) -> MentorMatch | None:
    """A match that runs or is paused, for its overseers, its mentor, and whoever keeps cases and sees the person."""
    mine = matches_for(actor)
    if actor.may("casework.keep"):
        mine = MentorMatch.objects.filter(sees(actor, DataClass.PERSONAL))
    live = mine.filter(pk=match_id, state__in=(MatchState.RUNNING, MatchState.PAUSED))
    return live.select_related("person").first()


def has_mentor(person_id: UUID) -> bool:
    """Whether a person has a mentor now: all that is told to whoever sees her and does not oversee mentoring."""
    with as_house():
        return MentorMatch.objects.filter(person=person_id, state=MatchState.RUNNING).exists()


def without_coordinator(actor: Actor) -> list[MentorMatch]:
    """Live matches of volunteers the actor coordinates whose own coordinator coordinates no longer.

    Asked as the house, because after release whoever takes over does not see the person yet; nothing of her is fetched.
    """
    if not actor.may("casework.match"):
        return []
    at = asked_at()
    mine = list(volunteers_for(actor, at=at).values_list("pk", flat=True))
    with as_house(at):
        coordinators = list(accounts_who_may("casework.match", on=local_day(at)).values_list("pk", flat=True))
        live = MentorMatch.objects.filter(volunteer__in=mine, state__in=(MatchState.RUNNING, MatchState.PAUSED))
        return list(live.exclude(coordinator__in=coordinators))
