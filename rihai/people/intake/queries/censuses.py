"""Which censuses an actor sees: those of the places where they work; their rows only who uploaded them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet

from rihai.accounts.operations.house import as_house
from rihai.kit.actor import Actor
from rihai.kit.jobs import Job, JobState
from rihai.people.intake.models import OPEN, Census, CensusFile, CensusState
from rihai.people.queries.people import my_places
from rihai.places.models import Inside

MAY = "people.link"
"""The capability of whoever takes in censuses: it says who is one person, which is most of the work."""
HELD = (CensusState.TAKING_IN, CensusState.TAKEN_IN, CensusState.UNDOING)
"""The states in which the same file may not be given again."""


def censuses_for(actor: Actor) -> QuerySet[Census]:
    """The censuses of the places where the actor sees people by posting."""
    mine = my_places(actor)
    found = Census.objects.select_related("place")
    return found if mine is None else found.filter(place__in=mine.values("pk"))


def census_seen(census_id: UUID, *, actor: Actor) -> Census | None:
    """The census of an id; None for who does not see it or where there is none."""
    return censuses_for(actor).filter(pk=census_id).first()


def open_rows(census: Census, actor: Actor) -> bool:
    """Whether the actor sees the rows as rows: who uploaded them, until they are people."""
    return census.author_id == actor.pk and census.state not in HELD[1:]


def job_of(census: Census) -> Job | None:
    """The work done for a census now, or last."""
    return Job.objects.filter(pk=census.job_id).first() if census.job_id else None


def waiting(actor: Actor) -> list[tuple[Census, bool]]:
    """The author's own censuses that wait for them, and whether their work failed; in two queries."""
    mine = list(censuses_for(actor).filter(author_id=actor.pk, state__in=(*OPEN, CensusState.UNDOING)))
    jobs = Job.objects.filter(pk__in=[one.job_id for one in mine if one.job_id], state=JobState.FAILED)
    failed = set(jobs.values_list("pk", flat=True))
    idle = (CensusState.TO_MAP, CensusState.TO_REVIEW)
    return [(one, one.job_id in failed) for one in mine if one.job_id in failed or one.state in idle]


def taken_in_at(place_id: int, *, actor: Actor, most: int = 6) -> Sequence[Census]:
    """The newest censuses taken in of a place and of what stands in it."""
    inside = Inside.objects.filter(outer=place_id).values("inner_id")
    return list(censuses_for(actor).filter(state=CensusState.TAKEN_IN, place__in=inside)[:most])


def newest_day(place_id: int) -> date | None:
    """The day of the newest list taken in of a place, asked as the house."""
    with as_house():
        return (
            Census.objects.filter(place=place_id, state=CensusState.TAKEN_IN)
            .order_by("-true_on")
            .values_list("true_on", flat=True)
            .first()
        )


def same_file(digest: str, *, actor: Actor) -> Census | None:
    """The census that holds this very file: one that was taken in, or one the actor has open."""
    held = Q(census__state__in=HELD) | Q(census__state__in=OPEN, census__author_id=actor.pk)
    with as_house():
        found = CensusFile.objects.filter(held, digest_index=digest).select_related("census__place").first()
    return found.census if found else None
