"""Whether the actor may act on a volunteer or a match; asked first in every operation.

What is found is locked until the act is done, by the house: the walls let nobody else write these tables.
"""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from rihai.accounts.operations.house import as_house
from rihai.casework.mentoring.models import MatchState, MentorMatch, Volunteer
from rihai.casework.mentoring.operations.errors import NoSuchMatch, NoSuchVolunteer, NotYourself
from rihai.casework.mentoring.queries.reach import matches_for, oversees, volunteers_for
from rihai.kit.actor import Actor


def volunteer_for(volunteer_id: UUID, *, actor: Actor, at: datetime) -> Volunteer:
    """The volunteer, for whoever keeps her file. Raises NoSuchVolunteer; NotYourself for the actor's own file."""
    if not volunteers_for(actor, at=at).filter(pk=volunteer_id).exists():
        raise NoSuchVolunteer(_("There is no such volunteer."))
    with as_house(at):
        found = Volunteer.objects.select_for_update().get(pk=volunteer_id)
    if found.account_id == actor.pk:
        raise NotYourself(_("This is your own file. A colleague keeps it."))
    return found


def match_for(match_id: UUID, *, actor: Actor, at: datetime) -> MentorMatch:
    """The match, for whoever sees it in full: coordinator, supervisor, and its mentor while it runs."""
    if not matches_for(actor, at=at).filter(pk=match_id).exists():
        raise NoSuchMatch(_("There is no such match."))
    with as_house(at):
        return MentorMatch.objects.select_for_update().get(pk=match_id)


def overseen_match(match_id: UUID, *, actor: Actor, at: datetime) -> MentorMatch:
    """The match, for coordinators and supervisors alone."""
    if not oversees(actor):
        raise NoSuchMatch(_("There is no such match."))
    return match_for(match_id, actor=actor, at=at)


def is_mentor(match: MentorMatch, actor: Actor) -> bool:
    """Whether the actor is the mentor of it now."""
    return match.mentor_id == actor.pk and match.state == MatchState.RUNNING
