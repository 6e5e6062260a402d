"""Whether the actor may act on a census; asked first in every operation."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from rihai.kit.actor import Actor
from rihai.people.intake.errors import NoSuchCensus, WrongState
from rihai.people.intake.models import Census, CensusState
from rihai.people.operations.reach import works_at


def census_for(
    census_id: UUID, states: Iterable[CensusState], *, actor: Actor, at: datetime, by_author: bool = True
) -> Census:
    """The census, locked until the act is done.

    Raises NoSuchCensus for another author's or one of a place where the actor does not work; WrongState where it is at
    another step.
    """
    census = Census.objects.select_for_update(of=("self",)).select_related("place").filter(pk=census_id).first()
    if census is None or (by_author and census.author_id != actor.pk):
        raise NoSuchCensus(_("There is no such census."))
    works_at(census.place, actor=actor, at=at)
    if census.state not in set(states):
        raise WrongState(
            _("This census is at another step by now: it is %(state)s.") % {"state": census.get_state_display()}
        )
    return census
