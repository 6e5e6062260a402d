"""Marks people to be screened again, and sees that somebody does it.

The mark is made in the transaction of the act that changed the record and goes only with the new answer, so that
nothing is forgotten, whatever dies in between.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Q

from rihai.accounts.models import Guarded
from rihai.accounts.operations.house import as_house
from rihai.accounts.standing import local_day
from rihai.kit.ids import new_id
from rihai.kit.jobs import Job, JobState, start
from rihai.people.models import Person
from rihai.people.projection.table import chunks
from rihai.screening.law.packs import law_on
from rihai.screening.models import Run, Screened, Stale

JOB = "screening.people"
CHUNK = 2000


def mark_stale(person_ids: Collection[UUID], *, at: datetime) -> int:
    """These people are to be screened again; says how many."""
    with as_house(at):
        for chunk in chunks(dict.fromkeys(person_ids), CHUNK):
            Stale.objects.bulk_create(
                [Stale(person_id=one, since_at=at) for one in chunk],
                update_conflicts=True,
                unique_fields=["person"],
                update_fields=["since_at"],
            )
    return len(set(person_ids))


def mark_all(*, at: datetime) -> int:
    """Everybody held is to be screened again: the law has changed, or nobody was ever screened."""
    with as_house(at):
        held = Person.objects.filter(held_at__isnull=False, merged_into=None).values_list("pk", flat=True)
        return mark_stale(list(held), at=at)


def mark_turning(*, at: datetime) -> int:
    """Those of whom an answer changes with the calendar alone by today; says how many."""
    today = local_day(at)
    with as_house(at):
        turning = Screened.objects.filter(turns_on__lte=today, screened_on__lt=today)
        return mark_stale(list(turning.values_list("pk", flat=True)), at=at)


def mark_by_law(*, at: datetime) -> int:
    """Those screened under other packs of law than today's; says how many."""
    digest = law_on(local_day(at)).digest
    with as_house(at):
        return mark_stale(list(Screened.objects.filter(~Q(packs=digest)).values_list("pk", flat=True)), at=at)


def mark_guarded(*, at: datetime) -> int:
    """Those who came to be guarded while they were being screened, and so stand in a sum; says how many."""
    with as_house(at):
        guarded = Guarded.objects.filter(ended_at=None).values("person_id")
        counted = Screened.objects.filter(pk__in=guarded, counted=True)
        return mark_stale(list(counted.values_list("pk", flat=True)), at=at)


@transaction.atomic
def start_screening(*, because: str, at: datetime) -> Job | None:
    """See that whoever is marked is screened by a job of the house; None where one waits that will do it."""
    with as_house(at):
        if not Stale.objects.exists():
            return None
        if Job.objects.filter(kind=JOB, state=JobState.WAITING).exists():
            return None
        job = start(JOB, arguments={"because": because[:60]}, actor=None, at=at)
        Run.objects.create(
            id=new_id(),
            job_id=job.pk,
            started_at=at,
            because=because[:60],
            packs=law_on(local_day(at)).versions(),
        )
    return job
